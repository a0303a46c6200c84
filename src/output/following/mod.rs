//! Feeds and calendars as files.
//!
//! In: the views of what can be followed. Out: path → bytes, Atom 1.0 (RFC 4287) and iCalendar (RFC 5545).

mod atom;
mod calendar;

use std::collections::BTreeMap;

use crate::model::Model;
use crate::pages::{self, Address, Reader};
use crate::theme::Words;
use crate::values::{Locale, Localized};

/// Every feed and calendar, in both languages.
pub fn files(model: &Model, words: &Localized<Words>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for locale in Locale::ALL {
        // What they link to is absolute, so it does not matter where the reader stands.
        let reader = Reader::new(model, words.get(locale), locale, &Address::new(Some(locale), ""));
        for channel in pages::channels(model) {
            let path = channel.address(&reader).file();
            files.insert(path, atom::written(&pages::feed(&reader, channel)));
        }
        for calendar in pages::calendars(&reader) {
            let path = calendar.address(&reader).file();
            files.insert(path, calendar::written(&pages::calendar(&reader, calendar)));
        }
    }
    files
}

/// Whether a path is that of a feed or a calendar, if there is one.
pub fn is_one(path: &str) -> bool {
    path.ends_with(pages::FEED_FILE) || path.ends_with(pages::CALENDAR_FILE)
}
