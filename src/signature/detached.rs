//! A signature, in a file of its own beside what it is of.

use std::fmt;
use std::io::Cursor;

use minisign::SignatureBox;

use super::PublicKey;
use crate::values::{Said, Unreadable, said};

/// How long the two lines of base64 are: the signature with its key's number, and that of the comment.
const LENGTHS: [usize; 2] = [100, 88];

/// A detached signature.
#[derive(Clone)]
pub struct Signature(SignatureBox);

impl fmt::Debug for Signature {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Signature({})", self.key_id())
    }
}

impl Signature {
    pub(super) fn new(signature: SignatureBox) -> Self {
        Self(signature)
    }

    /// Reads the text of a `.minisig` file.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let none = || {
            Unreadable::new(
                said!("this is no signature of minisign", "đây không phải là chữ ký của minisign"),
                said!("fetch it again, or sign again", "tải lại chữ ký, hoặc ký lại"),
            )
        };
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        // The library takes a shorter signature of a comment for granted, and would stop the program there.
        let [_, one, _, other, ..] = lines.as_slice() else { return Err(none()) };
        if [one.len(), other.len()] != LENGTHS {
            return Err(none());
        }
        SignatureBox::from_string(text).map(Self).map_err(|_| none())
    }

    /// The text of its file.
    #[must_use]
    pub fn file(&self) -> String {
        self.0.to_string()
    }

    /// The number of the key that it says it was made with; nothing proves that but a check.
    #[must_use]
    pub fn key_id(&self) -> String {
        super::id(self.0.keynum())
    }

    /// Whether it is of these bytes and by this key; the comment that was signed with them.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, key: &PublicKey, bytes: &[u8]) -> Result<String, Said> {
        if self.key_id() != key.id() {
            return Err(said!(
                "it is by the key {}, and not by the key {} that was given",
                "do khóa {} ký, không phải khóa {} đã nêu",
                self.key_id(),
                key.id()
            ));
        }
        // Signatures by old programs, of the bytes instead of their hash, are as good.
        minisign::verify(&key.0, &self.0, Cursor::new(bytes), true, false, true)
            .and_then(|()| self.0.trusted_comment())
            .map_err(|_| {
                said!(
                    "it does not fit: the file or the signature was changed",
                    "không khớp: tệp hoặc chữ ký đã bị thay đổi"
                )
            })
    }
}
