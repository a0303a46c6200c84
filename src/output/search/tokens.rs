//! A text → what can be looked up of it: words, and codes such as `ii.2.a.8` and `468/qd-ttg`.
//!
//! `assets/search-core.js` of the theme takes a reader's query apart in the same way.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

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

/// In the order of the text.
pub fn tokens(text: &str, lexicon: &mut Lexicon) -> Vec<Token> {
    let text: Cow<str> = if is_nfc(text) { text.into() } else { text.nfc().collect() };
    let mut tokens = Vec::new();
    for run in runs(&text) {
        let parts: Vec<&str> = run.text.split(JOINTS).collect();
        if is_code(&parts, run.text) {
            let code = folded(run.text);
            tokens.extend(fronts(&code).map(|front| Token::Front(lexicon.code(front))));
            tokens.push(Token::Code(lexicon.code(&code)));
        }
        // The s of "people's" is no word.
        let parts = parts.into_iter().filter(|part| !(run.after_apostrophe && part.len() == 1));
        tokens.extend(
            parts
                .filter(|part| part.chars().count() <= LONGEST)
                .map(|part| Token::Word(lexicon.word(part))),
        );
    }
    tokens
}

/// Whether the parts together name something: a number, or an abbreviation such as `QĐ-UBND` or `Hue-S`.
fn is_code(parts: &[&str], whole: &str) -> bool {
    parts.len() > 1
        && whole.chars().count() <= LONGEST
        && (whole.contains('/')
            || whole.contains(char::is_numeric)
            || parts.iter().any(|part| part.chars().count() <= 2))
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
}

/// Letters and digits, with single joints between them.
fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut start = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_inside =
            || chars.clone().peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if c.is_alphanumeric() {
            start = start.or(Some((at, matches!(before, '\'' | '’'))));
        } else if start.is_some() && JOINTS.contains(&c) && next_is_inside() {
            // The joint belongs to the run.
        } else if let Some((from, after_apostrophe)) = start.take() {
            runs.push(Run { text: text.get(from..at).unwrap_or_default(), after_apostrophe });
        }
        before = c;
    }
    if let Some((from, after_apostrophe)) = start {
        runs.push(Run { text: text.get(from..).unwrap_or_default(), after_apostrophe });
    }
    runs
}

#[cfg(test)]
mod tests {
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
            assert_eq!(shown(&text), expected, "{text}");
        }
    }
}
