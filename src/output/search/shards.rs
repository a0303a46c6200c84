//! One long list → files of a size that loads at once.

/// The limits, in bytes before compression; a file compresses to about a third of it. A query loads a file
/// of places for each of its words, so those may be larger; on a large site each result lies in a file of
/// its own, so those are smaller. docs/performance.md has what was measured.
pub const MOST_BYTES_OF_PLACES: usize = 24 * 1024;
pub const MOST_BYTES_OF_DOCUMENTS: usize = 16 * 1024;

/// A list, split. An entry that is larger than the limit stands alone.
#[derive(Debug)]
pub struct Shards<N> {
    /// What the first entry of each shard is found by.
    pub names: Vec<N>,
    most: usize,
    /// Around the entries of a shard: those of an object or of a list.
    brackets: [u8; 2],
    full: Vec<Vec<u8>>,
    /// The last shard, without its end.
    open: Vec<u8>,
}

impl<N> Shards<N> {
    pub fn new(most: usize, open: char, close: char) -> Self {
        let bracket = |c: char| u8::try_from(c).unwrap_or_default();
        Self {
            names: Vec::new(),
            most,
            brackets: [bracket(open), bracket(close)],
            full: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Adds an entry, written as JSON.
    pub fn add(&mut self, entry: &[u8], name: impl FnOnce() -> N) {
        let [open, _] = self.brackets;
        if !self.open.is_empty() && self.open.len() + entry.len() + 2 > self.most {
            self.close();
        }
        if self.open.is_empty() {
            self.names.push(name());
            self.open.push(open);
        } else {
            self.open.push(b',');
        }
        self.open.extend_from_slice(entry);
    }

    fn close(&mut self) {
        let [_, close] = self.brackets;
        let mut shard = std::mem::replace(&mut self.open, Vec::with_capacity(self.most));
        shard.push(close);
        self.full.push(shard);
    }

    pub fn finished(mut self) -> (Vec<N>, Vec<Vec<u8>>) {
        if !self.open.is_empty() {
            self.close();
        }
        (self.names, self.full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split<N>(
        entries: impl IntoIterator<Item = (N, &'static str)>,
        most: usize,
        [open, close]: [char; 2],
    ) -> (Vec<N>, Vec<String>) {
        let mut shards = Shards::new(most, open, close);
        for (name, json) in entries {
            shards.add(json.as_bytes(), || name);
        }
        let (names, shards) = shards.finished();
        (names, shards.into_iter().map(|shard| String::from_utf8(shard).unwrap()).collect())
    }

    #[test]
    fn shards_keep_to_the_limit_and_lose_nothing() {
        assert_eq!(split::<()>([], 10, ['{', '}']), (vec![], vec![]));
        let words = [r#""a":1"#, r#""b":1"#, r#""c":1"#, r#""d":1"#, r#""e":1"#];
        let (names, shards) = split("abcde".chars().zip(words), 13, ['{', '}']);
        assert_eq!(names, ['a', 'c', 'e']);
        assert_eq!(shards, [r#"{"a":1,"b":1}"#, r#"{"c":1,"d":1}"#, r#"{"e":1}"#]);
    }

    #[test]
    fn what_is_too_large_stands_alone() {
        let words = [r#""a":1"#, r#""much-too-long":1"#, r#""b":1"#];
        let (names, shards) = split([1, 2, 3].into_iter().zip(words), 12, ['{', '}']);
        assert_eq!(names, [1, 2, 3]);
        assert_eq!(shards.len(), 3);
    }

    #[test]
    fn documents_are_found_by_position() {
        let (names, shards) = split((0..3).map(|at| (at, r#""xxxxxx""#)), 20, ['[', ']']);
        assert_eq!(names, [0, 2]);
        assert_eq!(shards, [r#"["xxxxxx","xxxxxx"]"#, r#"["xxxxxx"]"#]);
    }
}
