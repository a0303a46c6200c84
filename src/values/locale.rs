//! The two languages of the site.

use serde::{Deserialize, Serialize};

/// `vi` governs, `en` is an unofficial translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    Vi,
    En,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language tag (BCP 47), which is also the first part of an address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}
