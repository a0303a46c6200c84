//! How a value says that a text is not one of its kind, and how it is read inside a record.

use std::fmt;

use super::Said;

/// Parts what travels in one serde error: message and help, English and Vietnamese.
const MARK: char = '\u{1f}';

/// A text that is no value of the wanted kind: what is wrong, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub message: Said,
    pub help: Said,
}

impl Unreadable {
    pub fn new(message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The same from the one line of an error that it travelled in.
    #[must_use]
    pub fn of_error(line: &str) -> Option<Self> {
        let (message, help) = line.split_once(&String::from_iter([MARK, MARK]))?;
        Some(Self { message: of_one_line(message), help: of_one_line(help) })
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, help) = (in_one_line(&self.message), in_one_line(&self.help));
        write!(f, "{message}{MARK}{MARK}{help}")
    }
}

impl std::error::Error for Unreadable {}

/// Both languages in one text.
#[must_use]
pub fn in_one_line(said: &Said) -> String {
    format!("{}{MARK}{}", said.en, said.vi)
}

/// Both languages again; what never was in two is the same in both.
#[must_use]
pub fn of_one_line(line: &str) -> Said {
    match line.split_once(MARK) {
        Some((en, vi)) => Said { en: en.to_owned(), vi: vi.to_owned() },
        None => Said::same(line),
    }
}

/// Reads a value of a record through its `FromStr`. The words say what is expected, in English and in
/// Vietnamese.
///
/// It goes through a visitor, because only then does the reader of YAML know the line and the column
/// of a value that is refused.
macro_rules! reads_from_text {
    ($value:ty, $en:literal, $vi:literal) => {
        impl<'de> serde::Deserialize<'de> for $value {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $value;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(&$crate::values::reading::in_one_line(&$crate::values::said!(
                            $en, $vi
                        )))
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
