//! Texts of the sample that `congkhai init` makes, which are there to be replaced.

use std::path::Path;

use super::{Notices, Texts};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::said;

/// The province of the sample. It does not exist, so no real text names it.
const MARKS: [&str; 2] = ["Tỉnh Mẫu", "Sample Province"];

/// Says once for each file that it still speaks of the sample.
pub fn say(texts: &Texts, notices: &mut Notices) {
    let is_edited =
        |file: &str| Path::new(file).extension().is_some_and(|end| end == "yaml" || end == "md");
    for (file, text) in texts.iter().filter(|(file, _)| is_edited(file)) {
        let first = MARKS
            .iter()
            .filter_map(|mark| text.find(mark).map(|at| at..at + mark.len()))
            .min_by_key(|at| at.start);
        if let Some(first) = first {
            notices.say(Diagnostic::new(
                Code::SampleText,
                Place::bytes(file, first),
                said!("this file still is the sample's", "tệp này vẫn còn nội dung mẫu"),
                said!(
                    "write your own texts in place of the sample's, or delete the file with its \
                     plan",
                    "thay nội dung mẫu bằng nội dung của mình, hoặc xóa tệp cùng với kế hoạch mẫu"
                ),
            ));
        }
    }
}
