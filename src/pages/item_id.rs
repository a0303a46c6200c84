//! The pages that speak both languages: the permanent link of an item, and the greeting at the root.

use serde::Serialize;

use crate::model::{ItemIx, Plan};
use crate::values::{Locale, Localized};

use super::address::{Address, tail};
use super::shared::TextView;
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct ItemIdView {
    pub number: String,
    pub titles: Localized<String>,
    pub hrefs: Localized<String>,
}

#[derive(Debug, Serialize)]
pub struct GreetingView {
    pub titles: Localized<String>,
    pub notices: Localized<String>,
    pub hrefs: Localized<String>,
}

fn hrefs(reader: &Reader, tail: &str) -> Localized<String> {
    let to = |locale: Locale| reader.here.to(&Address::new(Some(locale), tail));
    Localized { vi: to(Locale::Vi), en: to(Locale::En) }
}

pub fn lay_out(reader: &Reader, plan: &Plan, at: ItemIx) -> (&'static str, TextView, View) {
    let item = plan.items.get(at);
    let view = ItemIdView {
        number: item.number.clone(),
        titles: item.title.in_both(),
        hrefs: hrefs(reader, &tail::item(plan, item)),
    };
    ("item-id", reader.text(&item.title), View::ItemId(view))
}

pub fn lay_out_greeting(reader: &Reader) -> (&'static str, TextView, View) {
    let record = &reader.model.site.record;
    let view = GreetingView {
        titles: record.title.in_both(),
        notices: record.notice.in_both(),
        hrefs: hrefs(reader, ""),
    };
    ("greeting", reader.text(&record.title), View::Greeting(view))
}
