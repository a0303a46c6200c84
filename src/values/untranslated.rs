//! English alone, for messages whose Vietnamese is not written yet. When the last of them is translated,
//! this file goes, and the compiler sees to it that none comes back.

use super::Said;

impl From<&str> for Said {
    fn from(english: &str) -> Self {
        Self::same(english)
    }
}

impl From<String> for Said {
    fn from(english: String) -> Self {
        Self::same(&english)
    }
}
