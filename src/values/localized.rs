//! A thing in both languages.

use serde::{Deserialize, Serialize};

use super::{Locale, Text};

/// One `T` for each language; both are there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, schemars::JsonSchema)]
pub struct Localized<T> {
    pub vi: T,
    pub en: T,
}

impl<T> Localized<T> {
    pub fn get(&self, locale: Locale) -> &T {
        match locale {
            Locale::Vi => &self.vi,
            Locale::En => &self.en,
        }
    }

    pub fn map<U>(&self, change: impl Fn(&T) -> U) -> Localized<U> {
        Localized { vi: change(&self.vi), en: change(&self.en) }
    }
}

/// A text whose Vietnamese is always there and whose English may still be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    pub vi: Text,
    #[serde(default)]
    pub en: Option<Text>,
}

impl Translated {
    /// The text for readers of each language; where the English is missing, the Vietnamese stands for it.
    #[must_use]
    pub fn in_both(&self) -> Localized<String> {
        let read = |locale| self.read(locale).0.to_owned();
        Localized { vi: read(Locale::Vi), en: read(Locale::En) }
    }

    /// The text for a reader of `locale`, and the language that it is really in.
    #[must_use]
    pub fn read(&self, locale: Locale) -> (&str, Locale) {
        match (locale, &self.en) {
            (Locale::En, Some(en)) => (en.as_str(), Locale::En),
            (Locale::En, None) | (Locale::Vi, _) => (self.vi.as_str(), Locale::Vi),
        }
    }
}
