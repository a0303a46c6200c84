//! One file that is written whole, such as a bundle.
#![expect(clippy::disallowed_methods, reason = "an end of the program: a file is written here")]

use std::fs;
use std::path::Path;

use super::Refusal;
use crate::values::said;

/// Writes one file: whole, or the one that was there stays.
///
/// # Errors
/// When the machine fails.
pub fn write_one(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    // Renaming would put a file in the place of a device, such as /dev/null.
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return Err(Refusal::new(
            said!("{} is no plain file", "{} không phải là tệp thông thường", path.display()),
            said!("name a file, new or old", "nêu tên một tệp, mới hoặc đã có"),
        ));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = folder.and_then(|()| fs::write(&beside, bytes));
    written.and_then(|()| fs::rename(&beside, path)).map_err(|fault| {
        // It may not even have begun to exist.
        let _ = fs::remove_file(&beside);
        Refusal {
            help: said!(
                "check that the name is that of a file, that the disk has room and that you may \
                 write there",
                "kiểm tra tên đó là tên tệp, ổ đĩa còn chỗ và bạn có quyền ghi"
            ),
            ..Refusal::unwritable(path, &fault)
        }
    })
}
