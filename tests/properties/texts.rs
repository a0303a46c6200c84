//! Texts in the hand in which records are written: whatever they hold, they are read back as they were.

use congkhai::content::Hand;
use congkhai::values::Text;
use proptest::prelude::{Strategy, prop_oneof};
use proptest::{collection, sample};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

use crate::samples::{MANY, holds};

/// Pieces of text that YAML, spreadsheets and programs take for something else.
const PIECES: &[&str] = &[
    "a",
    "Sở",
    "Nội vụ",
    " ",
    " ",
    " ",
    ": ",
    ":",
    " #",
    "# ",
    "- ",
    "-",
    "? ",
    "! ",
    "& ",
    "* ",
    "'",
    "\"",
    "\\",
    "\\n",
    "{",
    "}",
    "[",
    "]",
    ",",
    "%",
    "@",
    "`",
    "|",
    ">",
    "=",
    "~",
    "null",
    "yes",
    "no",
    "1e3",
    "0x1F",
    "1_000",
    "01",
    ".5",
    "2025-07-01",
    "12:30",
    "<b>",
    "&amp;",
    "---",
    "...",
    "<<",
    "!!str",
    "\u{a0}",
    "\t",
    "đạt",
    "=1+1",
    "+1",
    "\u{1f600}",
    "\u{301}",
    "%YAML 1.2",
    "\u{d7ff}",
    "\u{e000}",
    "\u{fffd}",
    "0",
    "+",
    "-.inf",
    ".nan",
    "0b1",
    "0o7",
    "٣",
    "²",
];

/// A text that a record may hold: whatever has no hidden letter and says something.
pub fn text() -> impl Strategy<Value = Text> {
    let of_pieces = collection::vec(sample::select(PIECES), 1..24).prop_map(|it| it.concat());
    let long = collection::vec(sample::select(PIECES), 60..120).prop_map(|it| it.concat());
    prop_oneof![4 => of_pieces, 1 => long, 2 => ".{1,40}"].prop_filter_map("no text", |text| {
        // As records are read: in NFC, and white space is one space.
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").nfc().collect::<String>().parse().ok()
    })
}

#[test]
fn whatever_is_written_into_a_record_is_read_back() {
    holds(MANY, &(text(), text()), |(one, other)| {
        let mut hand = Hand::default();
        hand.key(0, "list");
        hand.element(2);
        hand.scalar(4, "one", one.as_str());
        hand.scalar(4, "other", other.as_str());
        hand.element(2);
        hand.quoted(4, "one", &other);
        hand.comment(0, one.as_str());
        hand.scalar(0, "last", one.as_str());
        let read: Value = serde_yaml::from_str(&hand.text)
            .unwrap_or_else(|fault| panic!("{fault}: {}", hand.text));
        let (one, other) = (one.as_str(), other.as_str());
        let wanted =
            json!({ "list": [{ "one": one, "other": other }, { "one": other }], "last": one });
        assert_eq!(read, wanted, "{}", hand.text);
    });
}
