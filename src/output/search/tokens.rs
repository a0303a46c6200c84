//! A text → what can be looked up of it: words, and codes such as `ii.2.a.8` and `468/qd-ttg`.
//!
//! `assets/search-core.js` of the theme takes a reader's query apart in the same way.

use super::lexicon::{Lexicon, WordIx};
use crate::values::folded;

/// Signs that hold a code together when letters or digits stand on both sides.
const JOINTS: [char; 3] = ['/', '.', '-'];

/// Nothing that a person would type is longer.
const LONGEST: usize = 40;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token {
    /// A word, or a part of a code.
    Word(WordIx),
    /// Something joined, whole and without its marks.
    Code(WordIx),
    /// The front of a code, up to a dot or a slash: `ii.2.a` of `ii.2.a.8`.
    Front(WordIx),
}

impl Token {
    pub fn word(self) -> WordIx {
        match self {
            Self::Word(at) | Self::Code(at) | Self::Front(at) => at,
        }
    }
}

/// In the order of the text, which is in NFC.
pub fn tokens(text: &str, lexicon: &mut Lexicon) -> Vec<Token> {
    let mut tokens = Vec::new();
    for run in runs(text) {
        if run.is_joined {
            joined(&run, lexicon, &mut tokens);
        } else {
            word(&run, run.text, lexicon, &mut tokens);
        }
    }
    tokens
}

fn joined(run: &Run, lexicon: &mut Lexicon, tokens: &mut Vec<Token>) {
    if is_code(run.text) {
        let code = folded(run.text);
        tokens.extend(fronts(&code).map(|front| Token::Front(lexicon.code(front))));
        tokens.push(Token::Code(lexicon.code(&code)));
    }
    for part in run.text.split(JOINTS) {
        word(run, part, lexicon, tokens);
    }
}

fn word(run: &Run, part: &str, lexicon: &mut Lexicon, tokens: &mut Vec<Token>) {
    // The s of "people's" is no word.
    let is_ending = run.after_apostrophe && part.len() == 1;
    if !is_ending && !is_longer(part, LONGEST) {
        tokens.push(Token::Word(lexicon.word(part)));
    }
}

/// Whether a text has more letters than that; few have even as many bytes.
fn is_longer(text: &str, letters: usize) -> bool {
    text.len() > letters && text.chars().count() > letters
}

/// Whether parts together name something: a number, or an abbreviation such as `QĐ-UBND` or `Hue-S`.
fn is_code(whole: &str) -> bool {
    !is_longer(whole, LONGEST)
        && (whole.contains('/')
            || whole.contains(char::is_numeric)
            || whole.split(JOINTS).any(|part| !is_longer(part, 2)))
}

/// `ii.2` and `ii.2.a` of `ii.2.a.8`. The first part alone is a word.
fn fronts(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices(['.', '/'])
        .map(|(at, _)| code.get(..at).unwrap_or_default())
        .filter(|front| front.contains(JOINTS))
}

struct Run<'t> {
    text: &'t str,
    after_apostrophe: bool,
    /// It has joints.
    is_joined: bool,
}

/// Letters and digits, with single joints between them.
fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let from = loop {
            let (at, c) = chars.next()?;
            if is_of_word(c) {
                break at;
            }
            before = c;
        };
        let after_apostrophe = matches!(before, '\'' | '’');
        let (mut to, mut is_joined) = (text.len(), false);
        while let Some((at, c)) = chars.next() {
            if is_of_word(c) {
                continue;
            }
            if JOINTS.contains(&c) && chars.peek().is_some_and(|(_, next)| is_of_word(*next)) {
                is_joined = true;
                continue;
            }
            (to, before) = (at, c);
            break;
        }
        Some(Run { text: text.get(from..to)?, after_apostrophe, is_joined })
    })
}

/// Whether a letter or a digit. Those of Vietnamese and English are told apart without a table.
fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        'À'..='ɏ' | 'Ḁ'..='ỿ' => true,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// The tones as signs that can be seen.
    fn seen(spelled: &str) -> String {
        let signs = [
            ('\u{300}', '`'),
            ('\u{301}', '\''),
            ('\u{303}', '~'),
            ('\u{309}', '?'),
            ('\u{323}', '.'),
        ];
        let sign = |c| signs.iter().find(|(tone, _)| *tone == c).map_or(c, |(_, sign)| *sign);
        spelled.chars().map(sign).collect()
    }

    /// Words as `folded=spelled` where they differ, codes in brackets, fronts in braces.
    fn shown(text: &str) -> String {
        let mut lexicon = Lexicon::default();
        let found = tokens(text, &mut lexicon);
        let show = |token: Token| match (token, lexicon.get(token.word())) {
            (Token::Word(_), (folded, spelled)) if folded == spelled => folded.to_owned(),
            (Token::Word(_), (folded, spelled)) => format!("{folded}={}", seen(spelled)),
            (Token::Code(_), (code, _)) => format!("[{code}]"),
            (Token::Front(_), (front, _)) => format!("{{{front}}}"),
        };
        found.into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    /// The same table is used by tests/browser/search.test.mjs on the script of the theme.
    #[test]
    fn the_table_of_tokens_holds() {
        let table = include_str!("../../../tests/search/tokens.json");
        let table: Vec<(String, String)> = serde_json::from_str(table).unwrap();
        assert!(table.len() > 15);
        for (text, expected) in table {
            let text: String = text.nfc().collect();
            assert_eq!(shown(&text), expected, "{text}");
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
