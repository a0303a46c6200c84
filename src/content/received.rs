//! The decision as it was received: kept byte for byte, with a digest of each line.
//!
//! The digests live in `source/received.lock`, so that a changed letter, space or mark is found and
//! named even where the words stay the same.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::folder::Folder;
use super::{Notices, names};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Said, said};

/// The received copy.
#[derive(Debug, Clone)]
pub struct Received {
    pub file: Arc<str>,
    /// Normalised as all content is (NFC, LF); words are compared in this form.
    pub text: Arc<str>,
    /// As it was received; it is published in this form.
    pub bytes: Arc<[u8]>,
    /// Of the bytes, in hexadecimal.
    pub sha256: String,
}

/// 12 hexadecimal digits: enough to notice a change, short enough to read in a diff.
#[must_use]
pub fn line_digest(line: &[u8]) -> String {
    sha256(line).chars().take(12).collect()
}

/// The SHA-256 of bytes, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// The lock's text for a received copy: the digest of the whole, then of each line.
#[must_use]
pub fn lock_of(bytes: &[u8]) -> String {
    lock_with(&sha256(bytes), bytes)
}

fn lock_with(sha256: &str, bytes: &[u8]) -> String {
    let mut lock = format!("sha256 {sha256}\n");
    for line in bytes.split(|byte| *byte == b'\n') {
        lock.push_str(&line_digest(line));
        lock.push('\n');
    }
    lock
}

pub(super) fn read(folder: &Folder, plan: &str, notices: &mut Notices) -> Option<Received> {
    let path = format!("{plan}/{}", names::RECEIVED);
    let bytes = folder.bytes_if_present(&path, notices);
    let text = match &bytes {
        Some(bytes) => folder.text_of(&path, bytes.clone(), notices),
        // Says that it is missing.
        None => folder.text(&path, notices),
    };
    let lock = folder.text(&format!("{plan}/{}", names::RECEIVED_LOCK), notices);
    let ((file, text), bytes) = (text?, bytes?);
    let sha256 = sha256(&bytes);
    if let Some((_, lock)) = lock {
        compare(&file, &bytes, &sha256, &lock, notices);
    }
    Some(Received { file, text, bytes: bytes.into(), sha256 })
}

fn compare(file: &Arc<str>, bytes: &[u8], sha256: &str, lock: &str, notices: &mut Notices) {
    let now = lock_with(sha256, bytes);
    if now == lock {
        return;
    }
    let said = |line: usize, message: Said| {
        Diagnostic::new(
            Code::SourceChanged,
            Place::line(file, line),
            message,
            said!(
                "restore the line as it was received; a slip stays as it is and is listed in \
                 source/repairs.yaml",
                "khôi phục dòng đúng như khi nhận được; lỗi in được giữ nguyên và ghi trong \
                 source/repairs.yaml"
            ),
        )
    };
    let (now, then): (Vec<&str>, Vec<&str>) =
        (now.lines().skip(1).collect(), lock.lines().skip(1).collect());
    let same_before = now.iter().zip(&then).take_while(|(a, b)| a == b).count();
    if now.len() == then.len() {
        for (at, (a, b)) in now.iter().zip(&then).enumerate() {
            if a != b {
                notices.say(said(
                    at + 1,
                    said!(
                        "this line is not as it was received",
                        "dòng này không còn đúng như khi nhận được"
                    ),
                ));
            }
        }
        if now == then {
            notices.say(said(
                1,
                said!(
                    "the whole is not as it was received",
                    "toàn bộ bản này không còn đúng như khi nhận được"
                ),
            ));
        }
    } else {
        notices.say(said(
            same_before + 1,
            said!(
                "from here on the copy differs from what was received: it has {} lines and had {}",
                "từ đây bản sao khác với bản đã nhận: hiện có {} dòng, trước đây có {} dòng",
                now.len(),
                then.len()
            ),
        ));
    }
}
