//! How a value says that a text is not one of its kind, and how it is read inside a record.

use std::fmt;

/// Parts the message from the help where both travel in one serde error.
pub const HELP_MARK: char = '\u{1f}';

/// A text that is no value of the wanted kind: what is wrong, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub message: String,
    pub help: String,
}

impl Unreadable {
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{HELP_MARK}{}", self.message, self.help)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a value of a record through its `FromStr`.
///
/// It goes through a visitor, because only then does the reader of YAML know the line and the column
/// of a value that is refused.
macro_rules! reads_from_text {
    ($value:ty, $expecting:literal) => {
        impl<'de> serde::Deserialize<'de> for $value {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $value;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$value, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }
    };
}
pub(crate) use reads_from_text;
