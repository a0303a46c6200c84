//! The key that everyone may have, with which a signature is checked.

use std::str::FromStr;

use crate::values::{Unreadable, said};

/// A public key.
#[derive(Debug, Clone)]
pub struct PublicKey(pub(super) minisign::PublicKey);

impl PublicKey {
    /// Its number, as minisign shows it.
    #[must_use]
    pub fn id(&self) -> String {
        super::id(self.0.keynum())
    }

    /// The file in which it is kept and given to others.
    #[must_use]
    pub fn file(&self) -> String {
        format!("untrusted comment: minisign public key {}\n{}\n", self.id(), self.base64())
    }

    /// The one line that is printed on paper or on a page.
    #[must_use]
    pub fn base64(&self) -> String {
        self.0.to_base64()
    }
}

/// Reads the line of base64, alone or below the comment that it has in a file.
impl FromStr for PublicKey {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let line = lines.find(|line| !line.starts_with("untrusted comment:")).unwrap_or_default();
        // `RW` is how the name of the algorithm begins in base64; a secret key is longer.
        let key = line.starts_with("RW").then(|| minisign::PublicKey::from_base64(line));
        match (key, lines.next()) {
            (Some(Ok(key)), None) => Ok(Self(key)),
            _ => Err(Unreadable::new(
                said!(
                    "this is no public key of minisign",
                    "đây không phải là khóa công khai của minisign"
                ),
                said!(
                    "name the file that ends in .pub with -p, or the line in it that begins with RW with -P",
                    "nêu tệp có đuôi .pub bằng -p, hoặc dòng trong tệp đó bắt đầu bằng RW bằng -P"
                ),
            )),
        }
    }
}
