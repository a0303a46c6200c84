//! More of the same in one file than anybody reads is told as a number.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Code, Diagnostic, Place};
use crate::values::{limits, said};

/// Keeps the first of each kind in each file, and says how many more there are.
pub fn shorten(said: &mut Vec<Diagnostic>) {
    let mut counts: BTreeMap<(Arc<str>, Code), usize> = BTreeMap::new();
    said.retain(|said| {
        let count = counts.entry((Arc::clone(&said.place.file), said.code)).or_default();
        *count += 1;
        *count <= limits::MOST_TOLD
    });
    for ((file, code), count) in counts {
        let Some(more) = count.checked_sub(limits::MOST_TOLD).filter(|more| *more > 0) else {
            continue;
        };
        let name = code.name();
        said.push(Diagnostic::new(
            Code::MoreOfThese,
            Place::whole(&file),
            said!(
                "{more} more of `{name}` are in this file",
                "tệp này còn {more} thông báo `{name}` nữa"
            ),
            said!(
                "mend those that are told, and check again",
                "sửa những chỗ đã nêu rồi kiểm tra lại"
            ),
        ));
    }
}
