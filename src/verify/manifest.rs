//! The manifest of somebody's site, read with distrust.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use crate::output::{self, MANIFEST, Program, is_plain_path};
use crate::values::{Said, Unreadable, hidden_letter, said};

/// A manifest whose paths stay in the folder and whose hashes are hashes.
#[derive(Debug)]
pub struct Manifest {
    pub program: Option<Program>,
    pub content: Option<String>,
    pub files: BTreeMap<String, String>,
}

/// Reads it. `shown` is where it is from.
///
/// # Errors
/// What is wrong with it.
pub fn read(bytes: &[u8], shown: &str) -> Result<Manifest, Unreadable> {
    let refuse = |why: Said| {
        Unreadable::new(
            Said {
                en: format!("{MANIFEST} in {shown} cannot be compared with: {}", why.en),
                vi: format!("không đối chiếu được với {MANIFEST} trong {shown}: {}", why.vi),
            },
            said!(
                "check that the address is that of the site itself; if it is, the manifest was damaged or is \
                 not by this program",
                "kiểm tra đây đúng là địa chỉ của trang; nếu đúng thì manifest đã hỏng hoặc không do chương trình \
                 này ghi"
            ),
        )
    };
    if is_page(bytes) {
        return Err(refuse(said!(
            "the server answers with a page (HTML) instead of it",
            "máy chủ trả về một trang (HTML) thay cho tệp này"
        )));
    }
    let found: output::Manifest = serde_json::from_slice(bytes).map_err(|fault| {
        refuse(if fault.is_data() {
            said!("it is the manifest of something else", "đây là manifest của thứ khác")
        } else {
            let (line, column) = (fault.line(), fault.column());
            said!(
                "it is no JSON (line {line}, column {column})",
                "không phải là JSON (dòng {line}, cột {column})"
            )
        })
    })?;
    if found.version != "v1" {
        return Err(refuse(said!(
            "it is of a version that this program does not know",
            "manifest thuộc phiên bản mà chương trình này chưa biết"
        )));
    }
    if found.files.is_empty() {
        return Err(refuse(said!("it names no file", "manifest không nêu tệp nào")));
    }
    for (path, hash) in &found.files {
        if !stays(path) {
            let path = path.escape_default();
            return Err(refuse(said!(
                "the path `{path}` leads out of the folder, or is none",
                "đường dẫn `{path}` dẫn ra ngoài thư mục, hoặc không hợp lệ"
            )));
        }
        if !is_hash(hash) {
            return Err(refuse(said!(
                "what it has for {path} is no SHA-256",
                "mã ghi cho {path} không phải là SHA-256"
            )));
        }
    }
    let sane = |text: &String| is_hash(text);
    let program = found.program.filter(|it| is_word(&it.name) && is_word(&it.version));
    Ok(Manifest { program, content: found.content.filter(sane), files: found.files })
}

/// Whether bytes are a page: servers answer so for what they do not have.
fn is_page(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii_start();
    let begins =
        |with: &[u8]| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    begins(b"<!doctype") || begins(b"<html") || begins(b"<head") || begins(b"<?xml")
}

/// Whether a text is a SHA-256 as the manifest writes it.
#[must_use]
pub fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

/// Short and plain, so that it can be shown.
fn is_word(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|it| it.is_ascii_alphanumeric() || b"._+-".contains(&it))
}

fn stays(path: &str) -> bool {
    let is_below = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    is_plain_path(path)
        && is_below
        && !path.contains(char::is_control)
        && hidden_letter(path).is_none()
}
