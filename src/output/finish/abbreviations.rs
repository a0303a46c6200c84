//! The first use of each abbreviation on a page is marked and, for those who cannot point at it, listed.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Serialize;

use crate::model::Model;
use crate::pages::escaped;
use crate::values::{Locale, Localized, compare};

/// An abbreviation of a language, by its place in the list of that language.
pub type Use = (Locale, usize);

/// An abbreviation and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Expansion {
    pub short: String,
    pub long: String,
    /// `vi` or `en`: of both.
    pub lang: &'static str,
    /// In the page's language, where the abbreviation is of the other.
    pub translation: Option<String>,
}

/// The abbreviations of the glossary, ready to be looked for.
#[derive(Debug, Default)]
pub struct Abbreviations {
    of_language: Localized<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// None where there is nothing to look for.
    search: Option<AhoCorasick>,
    /// In the order of the patterns: short, long, and long in the other language.
    terms: Vec<(String, String, Option<String>)>,
}

impl Abbreviations {
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let mut vi = BTreeMap::new();
        let mut en = BTreeMap::new();
        for term in &model.terms {
            let record = &term.record;
            let Some(short) = &record.abbreviation else { continue };
            let english = record.term.en.as_ref().map(ToString::to_string);
            if let Some(short) = &short.vi {
                vi.insert(short.to_string(), (record.term.vi.to_string(), english.clone()));
            }
            if let (Some(short), Some(english)) = (&short.en, english) {
                en.insert(short.to_string(), (english, Some(record.term.vi.to_string())));
            }
        }
        Self { of_language: Localized { vi: Known::of(vi), en: Known::of(en) } }
    }

    /// Looks for those in a text that are used for the first time. `put` gets where each begins and ends, and
    /// what is to stand there instead.
    pub fn mark(
        &self,
        text: &str,
        locale: Locale,
        seen: &mut BTreeSet<Use>,
        put: &mut dyn FnMut(usize, usize, &str),
    ) {
        self.of_language.get(locale).mark(text, locale, seen, put);
    }

    /// What those that were used on a page stand for, sorted.
    #[must_use]
    pub fn expansions(&self, used: BTreeSet<Use>, page: Locale) -> Vec<Expansion> {
        let mut used: Vec<Expansion> = used
            .into_iter()
            .filter_map(|(locale, at)| {
                let (short, long, other) = self.of_language.get(locale).terms.get(at)?;
                Some(Expansion {
                    short: short.clone(),
                    long: long.clone(),
                    lang: locale.code(),
                    translation: other.clone().filter(|_| locale != page),
                })
            })
            .collect();
        used.sort_by(|a, b| compare(&a.short, &b.short, page));
        used
    }
}

impl Known {
    fn of(terms: BTreeMap<String, (String, Option<String>)>) -> Self {
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(terms.keys())
            .ok()
            .filter(|_| !terms.is_empty());
        let terms = terms.into_iter().map(|(short, (long, other))| (short, long, other)).collect();
        Self { search, terms }
    }

    fn mark(
        &self,
        text: &str,
        locale: Locale,
        seen: &mut BTreeSet<Use>,
        put: &mut dyn FnMut(usize, usize, &str),
    ) {
        for found in self.search.iter().flat_map(|search| search.find_iter(text)) {
            let at = found.pattern().as_usize();
            let (before, after) = (text.get(..found.start()), text.get(found.end()..));
            let alone = before.is_some_and(|before| !before.ends_with(is_part_of_a_word))
                && after.is_some_and(|after| !after.starts_with(is_part_of_a_word));
            let Some((short, long, _)) = self.terms.get(at).filter(|_| alone) else { continue };
            if seen.insert((locale, at)) {
                let mark = format!("<abbr title=\"{}\">{short}</abbr>", escaped(long));
                put(found.start(), found.end(), &mark);
            }
        }
    }
}

/// The UBND of "3322/QĐ-UBND" is part of a number, not a word.
fn is_part_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::super::pass::walk;
    use super::*;

    fn marked(html: &str, page: Locale) -> (String, Vec<Expansion>) {
        let walked = walk(html, page, &known(), Shape::Small, &mut |_| {});
        (walked.html, known().expansions(walked.used, page))
    }

    fn known() -> Abbreviations {
        let of = |terms: &[(&str, &str, &str)]| {
            Known::of(
                terms
                    .iter()
                    .map(|(short, long, other)| {
                        ((*short).to_owned(), ((*long).to_owned(), Some((*other).to_owned())))
                    })
                    .collect(),
            )
        };
        Abbreviations {
            of_language: Localized {
                vi: of(&[
                    ("QPPL", "quy phạm pháp luật", "legal norm"),
                    ("UBND", "ủy ban nhân dân", "People's Committee"),
                    ("VBQPPL", "văn bản quy phạm pháp luật", "legal document"),
                ]),
                en: of(&[("PAR", "public administration reform", "cải cách hành chính")]),
            },
        }
    }

    #[test]
    fn only_the_first_use_in_the_main_part_is_marked() {
        let html = "<p>UBND</p><main><p>UBND, UBND và VBQPPL</p></main>";
        let (html, used) = marked(html, Locale::Vi);
        assert_eq!(
            html,
            "<p>UBND</p><main><p><abbr title=\"ủy ban nhân dân\">UBND</abbr>, UBND và \
             <abbr title=\"văn bản quy phạm pháp luật\">VBQPPL</abbr></p></main>"
        );
        let short: Vec<&str> = used.iter().map(|term| term.short.as_str()).collect();
        assert_eq!(short, ["UBND", "VBQPPL"]);
        assert_eq!(used[0].translation, None);
    }

    #[test]
    fn numbers_choices_and_drawings_are_left_alone() {
        for html in [
            "<main>3322/QĐ-UBND</main>",
            "<main>UBNDX</main>",
            "<main><select><option>UBND</option></select></main>",
            "<main><svg><text>UBND</text></svg></main>",
            "<main title=\"UBND\"></main>",
        ] {
            assert_eq!(marked(html, Locale::Vi), (html.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn each_language_has_its_own() {
        let html = "<main>UBND PAR <q lang=\"vi\">UBND PAR</q></main>";
        let (html, used) = marked(html, Locale::En);
        assert_eq!(
            html,
            "<main>UBND <abbr title=\"public administration reform\">PAR</abbr> <q lang=\"vi\">\
             <abbr title=\"ủy ban nhân dân\">UBND</abbr> PAR</q></main>"
        );
        assert_eq!(used[1].translation.as_deref(), Some("People's Committee"));
    }
}
