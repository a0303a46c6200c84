//! Writes files that are not there yet, and adds to a list; nothing that stands is ever written over.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: what `init` and `new` make is written here"
)]

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::output::Refusal;
use crate::values::said;

/// Whether a folder is there and holds anything.
pub fn holds_something(folder: &Path) -> Result<bool, Refusal> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(fault) => Err(Refusal::unwritable(folder, &fault)),
    }
}

/// The folders in a folder, sorted; none where it is not there.
pub fn folders_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// Writes all files or, where one of them is already there, none.
pub fn write_all(files: &BTreeMap<PathBuf, String>) -> Result<(), Refusal> {
    if let Some(there) = files.keys().find(|path| path.symlink_metadata().is_ok()) {
        return Err(Refusal::new(
            said!("{} is already there", "{} đã có sẵn", there.display()),
            said!(
                "choose another id, or edit that file; nothing was written",
                "chọn mã khác, hoặc sửa tệp đó; chưa ghi gì"
            ),
        ));
    }
    for (path, text) in files {
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
            OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
        });
        written.map_err(|fault| Refusal::unwritable(path, &fault))?;
    }
    Ok(())
}

/// Adds records behind those of a list that may not be there yet.
pub fn append(
    path: &Path,
    records: &str,
    has: impl Fn(&str) -> Option<Refusal>,
) -> Result<(), Refusal> {
    let before = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => String::new(),
        Err(fault) => return Err(Refusal::unwritable(path, &fault)),
    };
    if let Some(refusal) = has(&before) {
        return Err(refusal);
    }
    // An empty list is written as two brackets, which no record may follow.
    let mut text: String =
        before.lines().filter(|line| line.trim() != "[]").fold(String::new(), |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        });
    text.push_str(records);
    fs::write(path, text).map_err(|fault| Refusal::unwritable(path, &fault))
}
