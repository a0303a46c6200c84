//! Two days, both included, the first not after the last.

use serde::{Deserialize, Serialize};

use super::{Date, Locale};

/// Both days are part of it. That `from` is not after `to` is said by the check `period-upside-down`,
/// because only there the place of the two days is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

impl Period {
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    #[must_use]
    pub fn shown(self, locale: Locale) -> String {
        format!("{} – {}", self.from.shown(locale), self.to.shown(locale))
    }
}
