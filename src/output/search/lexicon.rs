//! Every word that is met, once: as it stands in a text → a small number → without its marks, and as it is
//! spelled.
//!
//! A site has millions of words and few different ones, so each is taken apart once.
#![expect(clippy::disallowed_types, reason = "asked millions of times and never walked through")]

use std::collections::HashMap;

use crate::values::{folded, spelled};

/// A word or a code; two that are folded and spelled alike have the same number.
pub type WordIx = u32;

#[derive(Debug, Default)]
pub struct Lexicon {
    /// As it stands in a text.
    met: HashMap<Box<str>, WordIx>,
    known: HashMap<(String, String), WordIx>,
    words: Vec<(String, String)>,
}

impl Lexicon {
    /// A word as it stands in a text.
    pub fn word(&mut self, text: &str) -> WordIx {
        if let Some(at) = self.met.get(text) {
            return *at;
        }
        let at = self.intern((folded(text), spelled(text)));
        self.met.insert(text.into(), at);
        at
    }

    /// Something joined that has no marks any more.
    pub fn code(&mut self, folded: &str) -> WordIx {
        self.intern((folded.to_owned(), folded.to_owned()))
    }

    fn intern(&mut self, word: (String, String)) -> WordIx {
        if let Some(at) = self.known.get(&word) {
            return *at;
        }
        let at = WordIx::try_from(self.words.len()).unwrap_or(WordIx::MAX);
        self.words.push(word.clone());
        self.known.insert(word, at);
        at
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Every word, folded and spelled, in the order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|(folded, spelled)| (folded.as_str(), spelled.as_str()))
    }

    /// Folded and spelled.
    pub fn get(&self, at: WordIx) -> (&str, &str) {
        let word = usize::try_from(at).ok().and_then(|at| self.words.get(at));
        word.map_or(("", ""), |(folded, spelled)| (folded, spelled))
    }
}
