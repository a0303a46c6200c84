//! What search finds in one language: plain documents, kind by kind.
//!
//! In: the model and the interface words. Out: texts and addresses from the site's root; how they are
//! looked up is the business of `output/search/`.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::model::Model;
use crate::pages::{Address, Reader, TextView};
use crate::theme::Words;
use crate::values::{Locale, Localized};

use super::{of_plan, of_site};

/// Everything that search finds in one language.
#[derive(Debug)]
pub struct Searchable {
    pub locale: Locale,
    /// In the order of the documents.
    pub kinds: Vec<SearchKind>,
    /// All of one kind stand together.
    pub documents: Vec<SearchDocument>,
    /// Names of the same thing, from the glossary: whoever looks for one of them finds them all.
    pub same: Vec<Vec<String>>,
}

#[derive(Debug)]
pub struct SearchKind {
    /// `target`: the word of styles.
    pub name: &'static str,
    pub one: String,
    pub many: String,
}

/// Something with an address. All its texts are in NFC.
#[derive(Debug)]
pub struct SearchDocument {
    pub kind: &'static str,
    /// From the site's root, with the place on the page.
    pub href: String,
    /// `II.2.a.8`, `3322/QĐ-UBND`; empty where there is none.
    pub number: String,
    pub title: String,
    /// `vi` on the English side where the English is missing.
    pub lang: Option<&'static str>,
    /// A line for each part that a passage may be taken from.
    pub text: String,
    /// Ids and numbers by which it is known besides `number`.
    pub codes: Vec<String>,
}

/// The kinds, in the order of the documents, with the interface words for one and for many.
const KINDS: [(&str, &str, &str); 12] = [
    ("aim", "kind_aim", "kind_aims"),
    ("target", "kind_target", "kind_targets"),
    ("task", "kind_task", "kind_tasks"),
    ("activity", "kind_activity", "kind_activities"),
    ("duty", "kind_duty", "kind_duties"),
    ("result", "found_result", "found_results"),
    ("area", "found_area", "found_areas"),
    ("agency", "found_agency", "found_agencies"),
    ("act", "found_act", "found_acts"),
    ("term", "found_term", "found_terms"),
    ("passage", "found_passage", "found_passages"),
    ("page", "found_page", "found_pages"),
];

/// What search finds in a language.
#[must_use]
pub fn searchable(model: &Model, words: &Localized<Words>, locale: Locale) -> Searchable {
    let home = Address::new(Some(locale), "");
    let reader = Reader::new(model, words.get(locale), locale, &home);
    let mut documents = Vec::new();
    for plan in &model.plans {
        of_plan::add(&reader, plan, &mut documents);
    }
    of_site::add(&reader, &mut documents);
    // Stable: inside a kind, the order of the document and of the lists stays.
    documents.sort_by_cached_key(|document: &SearchDocument| {
        KINDS.iter().position(|(name, ..)| *name == document.kind)
    });
    let kinds = KINDS
        .iter()
        .filter(|(name, ..)| documents.iter().any(|document| document.kind == *name))
        .map(|(name, one, many)| SearchKind {
            name,
            one: reader.say(one).to_owned(),
            many: reader.say(many).to_owned(),
        })
        .collect();
    Searchable { locale, kinds, documents, same: of_site::same(model) }
}

impl SearchDocument {
    #[must_use]
    pub fn new(kind: &'static str, href: String, title: &TextView) -> Self {
        Self {
            kind,
            href,
            number: String::new(),
            title: nfc(&title.text).into_owned(),
            lang: title.lang,
            text: String::new(),
            codes: Vec::new(),
        }
    }

    #[must_use]
    pub fn numbered(mut self, number: &str) -> Self {
        self.number = nfc(number).into_owned();
        self
    }

    #[must_use]
    pub fn known_as<'t>(mut self, codes: impl IntoIterator<Item = &'t str>) -> Self {
        self.codes.extend(codes.into_iter().map(|code| nfc(code).into_owned()));
        self
    }

    /// Adds a line, unless it says nothing new.
    #[must_use]
    pub fn line(mut self, line: &str) -> Self {
        for line in line.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let line = nfc(line);
            if line != self.title && !self.text.lines().any(|other| other == line) {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                self.text.push_str(&line);
            }
        }
        self
    }

    /// Adds one line made of several parts.
    #[must_use]
    pub fn row<'t>(self, parts: impl IntoIterator<Item = &'t str>) -> Self {
        let parts: Vec<String> =
            parts.into_iter().map(|part| part.lines().collect::<Vec<_>>().join(" ")).collect();
        self.line(&parts.join(" · "))
    }
}

/// Nearly every text is in NFC already.
fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { text.into() } else { text.nfc().collect() }
}
