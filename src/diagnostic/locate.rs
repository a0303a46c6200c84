//! From a symbolic place to a line and a column.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Files, Place, Spot, YamlIndex};

/// A place as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// The stretch in the file's text, in bytes.
    pub bytes: Range<usize>,
}

/// Finds places; remembers the index of each YAML file that it had to read again.
pub struct Locator<'a> {
    files: &'a Files,
    indexes: BTreeMap<Arc<str>, YamlIndex>,
}

impl<'a> Locator<'a> {
    pub fn new(files: &'a Files) -> Self {
        Self { files, indexes: BTreeMap::new() }
    }

    pub fn locate(&mut self, place: &Place) -> Located {
        if let Spot::Cell(cell) = &place.spot {
            let counted = |from_zero: u32| usize::try_from(from_zero).unwrap_or_default() + 1;
            return Located { line: counted(cell.row), column: counted(cell.column), bytes: 0..0 };
        }
        let Some(text) = self.files.texts.get(&place.file) else {
            return Located { line: 1, column: 1, bytes: 0..0 };
        };
        let bytes = match &place.spot {
            Spot::Whole | Spot::Cell(_) => 0..0,
            Spot::Line(line) => line_bytes(text, *line),
            Spot::Bytes(bytes) => bytes.clone(),
            Spot::Key(path) => self.key_bytes(place, text, path),
            Spot::Words(spot) => {
                let value = self.key_bytes(place, text, &spot.key);
                words_bytes(text, &value, spot.before, &spot.words).unwrap_or(value)
            }
        };
        at(text, bytes)
    }

    fn key_bytes(&mut self, place: &Place, text: &str, path: &str) -> Range<usize> {
        let index =
            self.indexes.entry(Arc::clone(&place.file)).or_insert_with(|| YamlIndex::of(text));
        key_bytes(index, path)
    }
}

/// The value's first line, or the key where the value is a block; the nearest that exists if a key of
/// the path is not written.
fn key_bytes(index: &YamlIndex, path: &str) -> Range<usize> {
    let mut path = path;
    loop {
        if let Some(entry) = index.get(path) {
            return entry.value.clone();
        }
        match path.rfind(['.', '[']) {
            Some(end) => path = path.get(..end).unwrap_or_default(),
            None if path.is_empty() => return 0..0,
            None => path = "",
        }
    }
}

/// The words in a value that may run over several lines; none where the file writes them otherwise.
fn words_bytes(
    text: &str,
    value: &Range<usize>,
    before: usize,
    words: &str,
) -> Option<Range<usize>> {
    let written = text.get(value.clone())?;
    let mut wanted = words.split_whitespace();
    let mut at = 0;
    let mut found: Option<Range<usize>> = None;
    for (number, word) in written.split_whitespace().enumerate() {
        let start = at + written.get(at..)?.find(word)?;
        at = start + word.len();
        if number < before {
            continue;
        }
        let Some(wanted) = wanted.next() else { break };
        // A quote at either end of the value belongs to YAML.
        if word.trim_matches(['"', '\'']) != wanted.trim_matches(['"', '\'']) {
            return None;
        }
        let from = found.map_or(value.start + start, |found| found.start);
        found = Some(from..value.start + at);
    }
    found
}

fn line_bytes(text: &str, line: usize) -> Range<usize> {
    let mut start = 0;
    for (at, content) in text.split('\n').enumerate() {
        if at + 1 == line {
            return start..start + content.len();
        }
        start += content.len() + 1;
    }
    text.len()..text.len()
}

fn at(text: &str, bytes: Range<usize>) -> Located {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(bytes.start);
    let before = text.get(..start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    // Only the first line of a long stretch is marked: the rest is the same fault.
    let line_end =
        text.get(start..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| start + at);
    let end = floor(bytes.end).clamp(start, line_end);
    Located {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
        bytes: start..end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_a_folded_text() {
        let text = "a:\n  vi: >-\n    một hai\n    ba bốn\n  en: 'x y'\n";
        let files = Files {
            root: String::new(),
            texts: BTreeMap::from([(Arc::from("f"), Arc::from(text))]),
        };
        let mut locator = Locator::new(&files);
        let mut locate = |key: &str, before: usize, words: &str| {
            let at = locator.locate(&Place::key(&Arc::from("f"), key).words(before, words));
            (at.line, at.column, &text[at.bytes])
        };
        assert_eq!(locate("a.vi", 2, "ba"), (4, 5, "ba"));
        assert_eq!(locate("a.vi", 1, "hai ba"), (3, 9, "hai"));
        assert_eq!(locate("a.en", 1, "y"), (5, 10, "y'"));
        // What the file writes otherwise is named as a whole.
        assert_eq!(locate("a.vi", 0, "hai").0, 3);
    }
}
