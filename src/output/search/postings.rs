//! Documents → where each word stands, by its spelling, with how much it tells of the document.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::pages::SearchDocument;

use super::lexicon::{Lexicon, WordIx};
use super::tokens::{Token, tokens};

/// How much a word tells of a document, 1 to 9. The script ranks by it.
mod level {
    /// In a text so long that it has most words.
    pub const LONG_TEXT: u8 = 1;
    pub const TEXT: u8 = 2;
    /// Three times or more.
    pub const OFTEN: u8 = 3;
    /// The front of the document's number: `II.2.a` of II.2.a.8.
    pub const FRONT: u8 = 4;
    pub const TITLE: u8 = 6;
    pub const TITLE_AND_TEXT: u8 = 7;
    /// In a title of few words, each of them is much of it.
    pub const SHORT_TITLE: u8 = 8;
    /// A part of its number: `3322`.
    pub const PART_OF_NUMBER: u8 = 8;
    pub const NUMBER: u8 = 9;
}

/// Words from which on a text is long.
const LONG: usize = 400;

/// Parts of a number that are shorter say nothing: the `2` of II.2.a.8.
const SHORTEST_PART: usize = 3;

/// Words up to which a title is short.
const SHORT: usize = 3;

/// Word → spelling → documents in rising order, with the level.
#[derive(Debug, Default)]
pub struct Postings(BTreeMap<String, BTreeMap<String, Vec<(usize, u8)>>>);

impl Postings {
    pub fn of(documents: &[SearchDocument]) -> Self {
        let mut lexicon = Lexicon::default();
        let mut places: BTreeMap<WordIx, Vec<(usize, u8)>> = BTreeMap::new();
        for (at, document) in documents.iter().enumerate() {
            for (word, level) in levels(document, &mut lexicon) {
                places.entry(word).or_default().push((at, level));
            }
        }
        let mut postings = Self::default();
        for (word, places) in places {
            let (folded, spelled) = lexicon.get(word);
            let spellings = postings.0.entry(folded.to_owned()).or_default();
            spellings.insert(spelled.to_owned(), places);
        }
        postings
    }

    /// Words of letters only: those that a typing error can be corrected to. Codes are not among them,
    /// because their number grows with the site.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let only_letters = |word: &&str| word.chars().all(char::is_alphabetic);
        self.0.keys().map(String::as_str).filter(only_letters)
    }

    /// Word and, as JSON, its places: by spelling, or alone where it is only spelled without marks.
    pub fn entries(&self) -> impl Iterator<Item = (String, Value)> {
        self.0.iter().map(|(word, spellings)| {
            let places = match spellings.iter().next() {
                Some((spelled, places)) if spellings.len() == 1 && spelled == word => {
                    json!(packed(places))
                }
                _ => spellings
                    .iter()
                    .map(|(spelled, places)| (spelled.clone(), json!(packed(places))))
                    .collect(),
            };
            (word.clone(), places)
        })
    }
}

/// What can be looked up of one document, with its level.
fn levels(document: &SearchDocument, lexicon: &mut Lexicon) -> BTreeMap<WordIx, u8> {
    let mut levels: BTreeMap<WordIx, u8> = BTreeMap::new();
    let mut raise = |token: Token, level: u8| {
        let best = levels.entry(token.word()).or_default();
        *best = (*best).max(level);
    };
    let mut in_text: BTreeMap<Token, usize> = BTreeMap::new();
    for token in tokens(&document.text, lexicon) {
        *in_text.entry(token).or_default() += 1;
    }
    let is_long = in_text.values().sum::<usize>() > LONG;
    for (token, times) in &in_text {
        let level = match times {
            _ if is_long => level::LONG_TEXT,
            ..=2 => level::TEXT,
            _ => level::OFTEN,
        };
        raise(*token, level);
    }
    let title = tokens(&document.title, lexicon);
    let is_short = title.len() <= SHORT;
    for token in title {
        let level = match in_text.contains_key(&token) {
            _ if is_short => level::SHORT_TITLE,
            true => level::TITLE_AND_TEXT,
            false => level::TITLE,
        };
        raise(token, level);
    }
    for code in std::iter::once(&document.number).chain(&document.codes) {
        let tokens = tokens(code, lexicon);
        let is_code = tokens.iter().any(|token| matches!(token, Token::Code(_)));
        for token in tokens {
            let level = match &token {
                Token::Code(_) => level::NUMBER,
                Token::Front(_) => level::FRONT,
                Token::Word(_) if !is_code => level::NUMBER,
                Token::Word(word) if lexicon.get(*word).0.chars().count() >= SHORTEST_PART => {
                    level::PART_OF_NUMBER
                }
                Token::Word(_) => continue,
            };
            raise(token, level);
        }
    }
    levels
}

/// `3A12C`: for each document how far it is from the one before, in base 36 (nothing for 1), and its
/// level as a letter. About two bytes each.
fn packed(places: &[(usize, u8)]) -> String {
    let mut packed = String::new();
    let mut next = 0;
    for (document, level) in places {
        let step = document + 1 - next;
        if step > 1 {
            packed.push_str(&base_36(step));
        }
        // Writing to a string cannot fail.
        let _ = packed.write_char(char::from(b'A' + level.saturating_sub(1)));
        next = document + 1;
    }
    packed
}

fn base_36(mut number: usize) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        digits.extend(char::from_digit(digit, 36));
        number /= 36;
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `packed` wrote, as the script reads it.
    fn unpacked(packed: &str) -> Vec<(usize, u8)> {
        let mut places = Vec::new();
        let (mut digits, mut next) = (String::new(), 0);
        for c in packed.chars() {
            if c.is_ascii_uppercase() {
                let step =
                    if digits.is_empty() { 1 } else { usize::from_str_radix(&digits, 36).unwrap() };
                next += step;
                places.push((next - 1, c as u8 - b'A' + 1));
                digits.clear();
            } else {
                digits.push(c);
            }
        }
        places
    }

    #[test]
    fn packed_places_can_be_read_again() {
        for places in [
            vec![],
            vec![(0, 1)],
            vec![(0, 9), (1, 2), (2, 2)],
            vec![(35, 1), (36, 2), (1296, 3), (60_000, 9)],
        ] {
            assert_eq!(unpacked(&packed(&places)), places);
        }
        assert_eq!(packed(&[(0, 2), (1, 2), (14, 9)]), "BBdI");
    }

    #[test]
    fn a_title_tells_more_than_a_text_and_a_number_more_than_a_title() {
        let title = crate::pages::TextView::of_interface("Đường tốt cho dân");
        let document = SearchDocument::new("target", "vi/a/index.html".to_owned(), &title)
            .numbered("II.2.a.8")
            .known_as(["ii2-ct08"])
            .line("đường, Đường và dương")
            .line("đường");
        let mut lexicon = Lexicon::default();
        let levels = levels(&document, &mut lexicon);
        let of = |folded: &str, spelled: &str| {
            let spelled = crate::values::spelled(spelled);
            let is = |word: WordIx| lexicon.get(word) == (folded, spelled.as_str());
            levels.iter().find(|(word, _)| is(**word)).map(|(_, level)| *level)
        };
        assert_eq!(of("duong", "đường"), Some(level::TITLE_AND_TEXT));
        assert_eq!(of("duong", "dương"), Some(level::TEXT));
        assert_eq!(of("tot", "tốt"), Some(level::TITLE));
        assert_eq!(of("ii.2.a.8", "ii.2.a.8"), Some(level::NUMBER));
        assert_eq!(of("ii.2.a", "ii.2.a"), Some(level::FRONT));
        assert_eq!(of("ct08", "ct08"), Some(level::PART_OF_NUMBER));
        assert_eq!(of("8", "8"), None);
    }
}
