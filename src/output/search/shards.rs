//! One long list → files of a size that loads at once.

use serde::Serialize;
use serde_json::Value;

/// The limits, in bytes before compression; a file compresses to about a third of it. A query loads a file
/// of places for each of its words, so those may be larger; on a large site each result lies in a file of
/// its own, so those are smaller. docs/performance.md has what was measured.
pub const MOST_BYTES_OF_PLACES: usize = 24 * 1024;
pub const MOST_BYTES_OF_DOCUMENTS: usize = 16 * 1024;

/// How a list is written: pairs as an object, or values as a list.
pub trait Entry {
    /// What a shard is found by.
    type Name: Serialize;
    const OPEN: char;
    const CLOSE: char;
    fn name(&self) -> Self::Name;
    fn json(&self) -> String;
}

/// By word.
impl Entry for (String, Value) {
    type Name = String;
    const OPEN: char = '{';
    const CLOSE: char = '}';
    fn name(&self) -> String {
        self.0.clone()
    }
    fn json(&self) -> String {
        format!("{}:{}", Value::from(self.0.as_str()), self.1)
    }
}

/// By position.
impl Entry for (usize, Value) {
    type Name = usize;
    const OPEN: char = '[';
    const CLOSE: char = ']';
    fn name(&self) -> usize {
        self.0
    }
    fn json(&self) -> String {
        self.1.to_string()
    }
}

/// The first name of each shard, and the shards. An entry that is larger than the limit stands alone.
pub fn split<E: Entry>(
    entries: impl Iterator<Item = E>,
    most: usize,
) -> (Vec<E::Name>, Vec<String>) {
    let (mut names, mut shards) = (Vec::new(), Vec::new());
    let mut open = String::new();
    for entry in entries {
        let json = entry.json();
        if !open.is_empty() && open.len() + json.len() + 2 > most {
            open.push(E::CLOSE);
            shards.push(std::mem::take(&mut open));
        }
        if open.is_empty() {
            names.push(entry.name());
            open.push(E::OPEN);
        } else {
            open.push(',');
        }
        open.push_str(&json);
    }
    if !open.is_empty() {
        open.push(E::CLOSE);
        shards.push(open);
    }
    (names, shards)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_words(words: &[&str], most: usize) -> (Vec<String>, Vec<String>) {
        split(words.iter().map(|word| ((*word).to_owned(), Value::from(1))), most)
    }

    #[test]
    fn shards_keep_to_the_limit_and_lose_nothing() {
        assert_eq!(split_words(&[], 10), (vec![], vec![]));
        let (names, shards) = split_words(&["a", "b", "c", "d", "e"], 13);
        assert_eq!(names, ["a", "c", "e"]);
        assert_eq!(shards, [r#"{"a":1,"b":1}"#, r#"{"c":1,"d":1}"#, r#"{"e":1}"#]);
    }

    #[test]
    fn what_is_too_large_stands_alone() {
        let (names, shards) = split_words(&["a", "much-too-long", "b"], 12);
        assert_eq!(names, ["a", "much-too-long", "b"]);
        assert_eq!(shards.len(), 3);
    }

    #[test]
    fn documents_are_found_by_position() {
        let documents = (0..3).map(|at| (at, Value::from("x".repeat(6))));
        let (names, shards) = split(documents, 20);
        assert_eq!(names, [0, 2]);
        assert_eq!(shards, [r#"["xxxxxx","xxxxxx"]"#, r#"["xxxxxx"]"#]);
    }
}
