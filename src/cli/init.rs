//! `init`: a small site that builds, out of the binary alone, to be replaced step by step.

use std::path::Path;

use crate::output::Refusal;
use crate::values::{Locale, said};

use super::{Answer, fresh, starter, tell};

pub fn init(folder: &Path, lang: Locale) -> Answer {
    if fresh::holds_something(folder)? {
        return Err(Refusal::new(
            said!("the folder {} is not empty", "thư mục {} không trống", folder.display()),
            said!(
                "name a folder that is new or empty; nothing was written",
                "nêu một thư mục mới hoặc trống; chưa ghi gì"
            ),
        ));
    }
    let files = starter::files("site")
        .into_iter()
        .map(|(below, text)| (folder.join(below), text))
        .collect();
    fresh::write_all(&files)?;
    let said = said!(
        "made a sample site in {folder}: {} files\n\
         see it: cd {folder} && congkhai serve\n\
         build it: cd {folder} && congkhai build\n\
         then follow README.md there to put your own plan in its place\n",
        "đã tạo trang mẫu trong {folder}: {} tệp\n\
         xem trang: cd {folder} && congkhai serve\n\
         dựng trang: cd {folder} && congkhai build\n\
         sau đó làm theo README.md trong thư mục để thay bằng kế hoạch của mình\n",
        files.len(),
        folder = folder.display()
    );
    tell(said.get(lang));
    Ok(0)
}
