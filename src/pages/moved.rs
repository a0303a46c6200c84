//! What stands at an address whose page has gone: what happened, and where to read on, in both languages.

use serde::Serialize;

use crate::content::Redirect;
use crate::values::{Locale, Localized};

use super::address::Address;
use super::shared::TextView;
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct MovedView {
    pub hrefs: Localized<String>,
    pub reasons: Localized<String>,
}

pub fn lay_out(reader: &Reader, redirect: &Redirect) -> (&'static str, TextView, View) {
    let to = |locale: Locale| reader.here.to(&Address::new(Some(locale), redirect.to.as_str()));
    let view = MovedView {
        hrefs: Localized { vi: to(Locale::Vi), en: to(Locale::En) },
        reasons: redirect.reason.in_both(),
    };
    ("moved", TextView::of_interface(reader.say("moved_title")), View::Moved(view))
}
