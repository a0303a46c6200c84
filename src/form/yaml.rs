//! An outcome file as its text: the keys in the order of docs/content.md.

use crate::content::{About, Figure, Hand, Outcome, OutcomeFile, Source};
use crate::values::kebab;

/// The text of the file.
#[must_use]
pub fn outcome_file(file: &OutcomeFile) -> String {
    let mut hand = Hand::default();
    hand.key(0, "source");
    source(&mut hand, &file.source);
    hand.key(0, "outcomes");
    for record in &file.outcomes {
        hand.element(2);
        outcome(&mut hand, record);
    }
    hand.text
}

/// The same text without its lines of English.
#[must_use]
pub fn without_english(text: &str) -> String {
    let mut kept = String::new();
    let mut dropped: Option<usize> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if dropped.is_some_and(|outer| indent > outer) {
            continue;
        }
        dropped = line.trim_start().starts_with("en:").then_some(indent);
        if dropped.is_none() {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn source(hand: &mut Hand, source: &Source) {
    hand.scalar(2, "kind", &kebab(&source.kind));
    hand.foreign(2, "title", source.title.as_ref());
    hand.translated(2, "description", source.description.as_ref());
    hand.translated(2, "publisher", Some(&source.publisher));
    hand.optional(2, "number", source.number.as_ref());
    hand.optional(2, "url", source.url.as_ref());
    hand.date(2, "published", source.published.as_ref());
    hand.translated(2, "published_note", source.published_note.as_ref());
    hand.date(2, "read", Some(&source.read));
    hand.translated(2, "read_note", source.read_note.as_ref());
}

fn outcome(hand: &mut Hand, outcome: &Outcome) {
    hand.scalar(4, "id", outcome.id.as_str());
    hand.scalar(4, "grade", &kebab(&outcome.grade));
    hand.date(4, "dated", Some(&outcome.dated));
    if let Some(period) = &outcome.period {
        hand.key(4, "period");
        hand.date(6, "from", Some(&period.from));
        hand.date(6, "to", Some(&period.to));
    }
    hand.translated(4, "body", outcome.body.as_ref());
    hand.optional(4, "agency", outcome.agency.as_ref());
    hand.translated(4, "missing", outcome.missing.as_ref());
    hand.translated(4, "words", Some(&outcome.words));
    hand.foreign(4, "quote", outcome.quote.as_ref());
    hand.translated(4, "scope", outcome.scope.as_ref());
    if !outcome.figures.is_empty() {
        hand.key(4, "figures");
    }
    for record in &outcome.figures {
        hand.element(6);
        figure(hand, record);
    }
    hand.key(4, "about");
    for record in &outcome.about {
        hand.element(6);
        about(hand, record);
    }
}

fn figure(hand: &mut Hand, figure: &Figure) {
    hand.translated(8, "what", Some(&figure.what));
    hand.quoted(8, "value", &figure.value);
    hand.scalar(8, "unit", &kebab(&figure.unit));
    hand.scalar(8, "bound", &kebab(&figure.bound));
    if let Some(of) = &figure.of {
        hand.quoted(8, "of", of);
    }
}

fn about(hand: &mut Hand, about: &About) {
    hand.scalar(8, "item", about.item.as_str());
    hand.optional(8, "measure", about.measure.as_ref());
    hand.scalar(8, "bearing", &kebab(&about.bearing));
    hand.translated(8, "because", Some(&about.because));
    if let Some(says) = about.says {
        hand.scalar(8, "says", &kebab(&says));
    }
    if let Some(parts) = about.parts {
        hand.key(8, "parts");
        hand.date(10, "done", Some(&parts.done));
        hand.date(10, "of", Some(&parts.of));
    }
    if let Some(product) = &about.product {
        hand.key(8, "product");
        hand.scalar(10, "text", product.text.as_str());
        hand.date(10, "date", product.date.as_ref());
    }
    if about.is_final {
        hand.date(8, "final", Some(&true));
    }
    if let Some(verdict) = about.verdict {
        hand.scalar(8, "verdict", &kebab(&verdict));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_taken_out_with_its_folded_lines() {
        let text = "a:\n  vi: x\n  en: >-\n    y\n    z\nb: c\n";
        assert_eq!(without_english(text), "a:\n  vi: x\nb: c\n");
    }
}
