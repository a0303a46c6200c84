//! Terms and abbreviations.

use serde::Serialize;

use crate::values::Locale;

use super::shared::TextView;
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct GlossaryView {
    pub terms: Vec<TermView>,
}

#[derive(Debug, Serialize)]
pub struct TermView {
    pub anchor: String,
    pub vi: String,
    pub en: Option<String>,
    pub abbreviation_vi: Option<String>,
    pub abbreviation_en: Option<String>,
    pub meaning: Option<TextView>,
    pub source: Option<String>,
}

pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let text = |text: &crate::values::Text| text.to_string();
    let mut terms: Vec<TermView> = reader
        .model
        .terms
        .iter()
        .map(|term| {
            let record = &term.record;
            let forms = record.abbreviation.as_ref();
            TermView {
                anchor: record.id.to_string(),
                vi: record.term.vi.to_string(),
                en: record.term.en.as_ref().map(text),
                abbreviation_vi: forms.and_then(|forms| forms.vi.as_ref()).map(text),
                abbreviation_en: forms.and_then(|forms| forms.en.as_ref()).map(text),
                meaning: reader.text_if(record.meaning.as_ref()),
                source: record.source.as_ref().map(text),
            }
        })
        .collect();
    // By what a reader looks for: the abbreviation where there is one.
    let sought = |term: &TermView| match reader.locale {
        Locale::Vi => term.abbreviation_vi.clone().unwrap_or_else(|| term.vi.clone()),
        Locale::En => term.en.clone().unwrap_or_else(|| term.vi.clone()),
    };
    terms.sort_by(|a, b| reader.compare(&sought(a), &sought(b)));
    let title = TextView::of_interface(reader.say("glossary_title"));
    ("glossary", title, View::Glossary(GlossaryView { terms }))
}
