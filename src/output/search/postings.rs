//! Documents → where each word stands, by its spelling, with how much it tells of the document.

use std::cmp::Reverse;

use crate::pages::SearchDocument;

use super::lexicon::{Lexicon, WordIx};
use super::shards::{MOST_BYTES_OF_PLACES, Shards};
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

/// Where every word stands.
#[derive(Debug, Default)]
pub struct Postings {
    lexicon: Lexicon,
    /// By word.
    places: Vec<Places>,
}

/// `3A12C`: for each document how far it is from the one before, in base 36 (nothing for 1), and its
/// level as a letter. About two bytes each.
#[derive(Debug, Default)]
struct Places {
    packed: Vec<u8>,
    /// After the last document.
    next: usize,
}

impl Postings {
    pub fn of(documents: &[SearchDocument]) -> Self {
        let mut postings = Self::default();
        let Self { lexicon, places } = &mut postings;
        for (at, document) in documents.iter().enumerate() {
            let levels = levels(document, lexicon);
            places.resize_with(lexicon.len(), Places::default);
            for (word, level) in levels {
                if let Some(places) = places.get_mut(word as usize) {
                    places.add(at, level);
                }
            }
        }
        postings
    }

    /// Words of letters only: those that a typing error can be corrected to. Codes are not among them,
    /// because their number grows with the site.
    pub fn words(&self) -> Vec<&str> {
        let only_letters = |word: &&str| word.chars().all(char::is_alphabetic);
        let mut words: Vec<&str> =
            self.sorted().into_iter().map(|(word, ..)| word).filter(only_letters).collect();
        words.dedup();
        words
    }

    /// Word, spelling and places, in the order of the words.
    fn sorted(&self) -> Vec<(&str, &str, &[u8])> {
        let mut sorted: Vec<_> = self
            .lexicon
            .words()
            .zip(&self.places)
            .filter(|(_, places)| !places.packed.is_empty())
            .map(|((word, spelled), places)| (word, spelled, &*places.packed))
            .collect();
        sorted.sort_unstable();
        sorted
    }

    /// Word by word, `"word":` and its places: by spelling, or alone where it is only spelled without marks.
    pub fn shards(&self) -> Shards<String> {
        let mut shards = Shards::new(MOST_BYTES_OF_PLACES, '{', '}');
        let mut entry = Vec::new();
        for spellings in self.sorted().chunk_by(|(one, ..), (other, ..)| one == other) {
            let Some((word, spelled, places)) = spellings.first() else { continue };
            entry.clear();
            quote(word, &mut entry);
            entry.push(b':');
            if spellings.len() == 1 && spelled == word {
                quote_plain(places, &mut entry);
            } else {
                for (at, (_, spelled, places)) in spellings.iter().enumerate() {
                    entry.push(if at == 0 { b'{' } else { b',' });
                    quote(spelled, &mut entry);
                    entry.push(b':');
                    quote_plain(places, &mut entry);
                }
                entry.push(b'}');
            }
            shards.add(&entry, || (*word).to_owned());
        }
        shards
    }
}

/// Text as JSON.
fn quote(text: &str, json: &mut Vec<u8>) {
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(json, text);
}

/// Letters and digits as JSON.
fn quote_plain(text: &[u8], json: &mut Vec<u8>) {
    json.push(b'"');
    json.extend_from_slice(text);
    json.push(b'"');
}

/// What can be looked up of one document, with its level: each word once.
fn levels(document: &SearchDocument, lexicon: &mut Lexicon) -> Vec<(WordIx, u8)> {
    let mut levels: Vec<(WordIx, u8)> = Vec::new();
    let mut in_text = tokens(&document.text, lexicon);
    in_text.sort_unstable();
    let is_long = in_text.len() > LONG;
    for same in in_text.chunk_by(|one, other| one == other) {
        let level = match same.len() {
            _ if is_long => level::LONG_TEXT,
            ..=2 => level::TEXT,
            _ => level::OFTEN,
        };
        levels.extend(same.first().map(|token| (token.word(), level)));
    }
    let title = tokens(&document.title, lexicon);
    let is_short = title.len() <= SHORT;
    for token in title {
        let level = match in_text.binary_search(&token).is_ok() {
            _ if is_short => level::SHORT_TITLE,
            true => level::TITLE_AND_TEXT,
            false => level::TITLE,
        };
        levels.push((token.word(), level));
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
            levels.push((token.word(), level));
        }
    }
    // The best of each word comes first.
    levels.sort_unstable_by_key(|(word, level)| (*word, Reverse(*level)));
    levels.dedup_by_key(|(word, _)| *word);
    levels
}

impl Places {
    /// Documents come in rising order.
    fn add(&mut self, document: usize, level: u8) {
        let step = document + 1 - self.next;
        if step > 1 {
            push_base_36(step, &mut self.packed);
        }
        self.packed.push(b'A' + level.saturating_sub(1));
        self.next = document + 1;
    }
}

fn push_base_36(number: usize, to: &mut Vec<u8>) {
    if number >= 36 {
        push_base_36(number / 36, to);
    }
    let digit = u32::try_from(number % 36).ok().and_then(|digit| char::from_digit(digit, 36));
    to.extend(digit.and_then(|digit| u8::try_from(digit).ok()));
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

    fn packed(documents: &[(usize, u8)]) -> String {
        let mut places = Places::default();
        for (document, level) in documents {
            places.add(*document, *level);
        }
        String::from_utf8(places.packed).unwrap()
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
            levels.iter().find(|(word, _)| is(*word)).map(|(_, level)| *level)
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
