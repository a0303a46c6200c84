//! A page of `content/pages/`: about, method.

use serde::Serialize;

use crate::values::Locale;

use super::markdown::to_html;
use super::shared::TextView;
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct PageTextView {
    pub html: String,
    /// `vi` where the English is missing.
    pub lang: Option<&'static str>,
}

pub fn lay_out(reader: &Reader, at: usize) -> (&'static str, TextView, View) {
    let both = reader.model.pages.get(at);
    let english = both.and_then(|both| both.en.as_ref()).filter(|_| reader.locale == Locale::En);
    let vietnamese = both.and_then(|both| both.vi.as_ref());
    let (page, locale) = match english {
        Some(page) => (Some(page), Locale::En),
        None => (vietnamese, Locale::Vi),
    };
    let title = page.map_or_else(String::new, |page| page.title.clone());
    let html = page.map_or_else(String::new, |page| to_html(reader, &page.body, 0));
    let kind = match page.map(|page| page.name.as_str()) {
        Some("about") => "about",
        Some("method") => "method",
        _ => "text",
    };
    let lang = (locale != reader.locale).then(|| locale.code());
    (kind, TextView::new(&title, locale, reader.locale), View::Text(PageTextView { html, lang }))
}
