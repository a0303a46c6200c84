//! Where a site may not be written, because it would do harm.

use std::fs;
use std::path::{Path, PathBuf};

use super::Refusal;
use crate::values::{Said, said};

/// The site may not be written over the content, the whole disk or someone's home.
pub fn refuse_dangerous(out: &Path, content: &Path) -> Result<(), Refusal> {
    let refuse = |what: Said| {
        Err(Refusal::new(
            Said {
                en: format!("the site cannot be written to {}: {}", out.display(), what.en),
                vi: format!("không thể ghi trang vào {}: {}", out.display(), what.vi),
            },
            said!(
                "choose a folder of its own with --out, for example --out public",
                "chọn một thư mục riêng bằng --out, ví dụ --out public"
            ),
        ))
    };
    let place = existing(out);
    let content = existing(content);
    if place == content {
        return refuse(said!("this is the content folder", "đây là thư mục nội dung"));
    }
    if content.starts_with(&place) {
        return refuse(said!("the content folder lies in it", "thư mục nội dung nằm trong đó"));
    }
    if place.starts_with(&content) {
        return refuse(said!(
            "it lies in the content folder",
            "thư mục này nằm trong thư mục nội dung"
        ));
    }
    if place.parent().is_none() {
        return refuse(said!("this is the root of the disk", "đây là gốc của ổ đĩa"));
    }
    if crate::machine::home().is_some_and(|home| existing(&home) == place) {
        return refuse(said!("this is your home folder", "đây là thư mục cá nhân của bạn"));
    }
    if place.exists() && !place.is_dir() {
        return refuse(said!("this is no folder", "đây không phải là thư mục"));
    }
    Ok(())
}

/// The public folder itself, where a link leads to it: the link stays, and what it leads to is exchanged.
///
/// # Errors
/// When it is a link that leads nowhere.
pub fn standing(out: &Path) -> Result<PathBuf, Refusal> {
    if fs::symlink_metadata(out).is_ok() && !out.exists() {
        return Err(Refusal::new(
            said!(
                "{} is a link that leads nowhere",
                "{} là liên kết không dẫn tới đâu",
                out.display()
            ),
            said!(
                "make the folder that it leads to, or remove the link",
                "tạo thư mục mà liên kết dẫn tới, hoặc xóa liên kết"
            ),
        ));
    }
    Ok(existing(out))
}

/// The path with its links followed as far as it exists.
#[must_use]
pub fn existing(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there = absolute.as_path();
    let mut rest = Vec::new();
    loop {
        if let Ok(real) = fs::canonicalize(there) {
            return rest.iter().rev().fold(real, |path, part| path.join(part));
        }
        match (there.file_name(), there.parent()) {
            (Some(name), Some(parent)) => {
                rest.push(name.to_owned());
                there = parent;
            }
            _ => return absolute,
        }
    }
}
