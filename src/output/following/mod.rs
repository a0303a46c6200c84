//! Feeds and calendars as files.
//!
//! In: the views of what can be followed. Out: path → bytes, Atom 1.0 (RFC 4287) and iCalendar (RFC 5545).

mod atom;
mod calendar;

use rayon::prelude::*;

use crate::model::{Model, Plan};
use crate::output::Sink;
use crate::pages::{self, Address, Reader};
use crate::theme::Words;
use crate::values::{Locale, Localized};

/// Makes every feed and calendar, in both languages. `to` tells where those of a plan go, and those of none;
/// nowhere, if they need not be made.
pub fn files<'s, S: Sink + 's>(
    model: &Model,
    words: &Localized<Words>,
    to: &(dyn Fn(Option<&Plan>) -> Option<&'s S> + Sync),
) {
    for locale in Locale::ALL {
        let reader = reader(model, words, locale);
        pages::channels(model).into_par_iter().for_each(|channel| {
            if let Some(to) = to(channel.plan()) {
                let path = channel.address(&reader).file();
                to.put(&path, atom::written(&pages::feed(&reader, channel)));
            }
        });
        pages::calendars(&reader).into_par_iter().for_each(|calendar| {
            if let Some(to) = to(calendar.plan()) {
                let path = calendar.address(&reader).file();
                to.put(&path, calendar::written(&pages::calendar(&reader, calendar)));
            }
        });
    }
}

/// One feed or calendar.
pub fn file(model: &Model, words: &Localized<Words>, path: &str) -> Option<Vec<u8>> {
    Locale::ALL.into_iter().find_map(|locale| {
        let reader = reader(model, words, locale);
        let mut channels = pages::channels(model).into_iter();
        let mut calendars = pages::calendars(&reader).into_iter();
        let channel = channels.find(|it| it.address(&reader).file() == path);
        let feed = channel.map(|it| atom::written(&pages::feed(&reader, it)));
        feed.or_else(|| {
            let calendar = calendars.find(|it| it.address(&reader).file() == path)?;
            Some(calendar::written(&pages::calendar(&reader, calendar)))
        })
    })
}

/// What they link to is absolute, so it does not matter where the reader stands.
fn reader<'m>(model: &'m Model, words: &'m Localized<Words>, locale: Locale) -> Reader<'m> {
    Reader::new(model, words.get(locale), locale, &Address::new(Some(locale), ""))
}

/// Whether a path is that of a feed or a calendar, if there is one.
pub fn is_one(path: &str) -> bool {
    path.ends_with(pages::FEED_FILE) || path.ends_with(pages::CALENDAR_FILE)
}
