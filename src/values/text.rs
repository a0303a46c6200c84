//! A text that says something: never empty, without white space at its ends or letters that nobody sees.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::letters::hidden_letter;
use super::reading::{Unreadable, reads_from_text};
use super::said::said;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Arc<str>);

impl Text {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Text {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Unreadable::new(
                said!("this text is empty", "nội dung này để trống"),
                said!(
                    "write the text, or take the whole key out if there is nothing to say",
                    "ghi nội dung, hoặc bỏ cả khóa nếu không có gì để ghi"
                ),
            ));
        }
        if let Some((_, letter)) = hidden_letter(text) {
            let shown = letter.escape_unicode();
            return Err(Unreadable::new(
                said!(
                    "there is a letter in this text that nobody sees ({shown})",
                    "trong nội dung này có ký tự không nhìn thấy được ({shown})"
                ),
                said!(
                    "delete it: write the words anew instead of copying them",
                    "xóa ký tự đó: gõ lại chữ thay vì chép dán"
                ),
            ));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

reads_from_text!(Text, "a text", "một văn bản");
