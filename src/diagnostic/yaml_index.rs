//! Where each key and element of a YAML file stands.
//!
//! The typed reader forgets places, and reading with places is several times slower, so this index is
//! made only for a file that has something said about it.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use crate::values::limits::DEEPEST_YAML;

#[derive(Debug, Default)]
pub struct YamlIndex {
    entries: BTreeMap<String, Entry>,
    /// Keys that stand twice in one mapping: their path, and where the second stands.
    pub repeated: Vec<(String, Range<usize>)>,
    /// Where an anchor or an alias stands.
    pub references: Vec<Range<usize>>,
    pub too_deep: Option<Range<usize>>,
}

/// Byte ranges of a key (its own, or its element's first character) and of its value.
#[derive(Debug, Clone)]
pub struct Entry {
    pub key: Range<usize>,
    pub value: Range<usize>,
    /// Whether it is inside `{…}` or `[…]`.
    pub in_flow: bool,
}

struct Level {
    path: String,
    kind: Kind,
    flow: bool,
    start: usize,
    /// Of the mapping or sequence itself in its parent.
    key: Range<usize>,
}

enum Kind {
    Sequence { next: usize },
    Mapping { key: Option<(String, Range<usize>)> },
}

impl YamlIndex {
    #[must_use]
    pub fn of(text: &str) -> Self {
        // The parser counts in characters; places are kept in bytes.
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let byte = |index: usize| bytes.get(index).copied().unwrap_or(text.len());
        let range = |span: &Span| {
            let start = byte(span.start.index());
            start..byte(span.end.index()).max(start)
        };
        let mut index = Self::default();
        let mut levels: Vec<Level> = Vec::new();
        for event in Parser::new_from_str(text) {
            let (event, span) = match event {
                Ok(told) => told,
                Err(fault) => {
                    // The parser reads ahead of what it tells: it gives up at 255 open brackets before
                    // it has told of the first.
                    let at = byte(fault.marker().index());
                    if open_brackets(text.get(..at).unwrap_or_default()) > DEEPEST_YAML {
                        index.too_deep = Some(at..at);
                    }
                    break;
                }
            };
            let at = range(&span);
            match event {
                Event::Scalar(value, _, anchor, _) => {
                    if anchor != 0 {
                        index.references.push(at.clone());
                    }
                    index.scalar(&mut levels, &value, at);
                }
                Event::Alias(_) => {
                    index.references.push(at.clone());
                    index.scalar(&mut levels, "", at);
                }
                Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                    if anchor != 0 {
                        index.references.push(at.clone());
                    }
                    if levels.len() >= DEEPEST_YAML {
                        index.too_deep = Some(at);
                        break;
                    }
                    let (path, key) = next_place(&mut levels, &at);
                    let opener = text.get(at.start..).and_then(|rest| rest.chars().next());
                    let mapping = matches!(event, Event::MappingStart(..));
                    let flow = levels.last().is_some_and(|level| level.flow)
                        || matches!((opener, mapping), (Some('{'), true) | (Some('['), false));
                    let kind = if mapping {
                        Kind::Mapping { key: None }
                    } else {
                        Kind::Sequence { next: 0 }
                    };
                    levels.push(Level { path, kind, flow, start: at.start, key });
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    if let Some(level) = levels.pop() {
                        let in_flow = levels.last().is_some_and(|parent| parent.flow);
                        index.entries.entry(level.path).or_insert(Entry {
                            key: level.key,
                            value: level.start..at.end.max(level.start),
                            in_flow,
                        });
                    }
                }
                Event::Nothing
                | Event::StreamStart
                | Event::StreamEnd
                | Event::DocumentStart(_)
                | Event::DocumentEnd => {}
            }
        }
        index
    }

    fn scalar(&mut self, levels: &mut [Level], value: &str, at: Range<usize>) {
        if let Some(Level { path, kind: Kind::Mapping { key }, .. }) = levels.last_mut()
            && key.is_none()
        {
            let full = joined(path, value);
            if self.entries.contains_key(&full) {
                self.repeated.push((full, at.clone()));
            }
            *key = Some((value.to_owned(), at));
            return;
        }
        let in_flow = levels.last().is_some_and(|level| level.flow);
        let (path, key) = next_place(levels, &at);
        // Of a repeated key, the first is the one to find.
        self.entries.entry(path).or_insert(Entry { key, value: at, in_flow });
    }

    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }
}

/// Brackets and braces that are opened and not closed.
fn open_brackets(text: &str) -> usize {
    text.bytes().fold(0, |open: usize, byte| match byte {
        b'[' | b'{' => open + 1,
        b']' | b'}' => open.saturating_sub(1),
        _ => open,
    })
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The path of the node that begins now, and where its key stands.
fn next_place(levels: &mut [Level], at: &Range<usize>) -> (String, Range<usize>) {
    match levels.last_mut() {
        None => (String::new(), at.clone()),
        Some(Level { path, kind: Kind::Sequence { next }, .. }) => {
            let element = format!("{path}[{next}]");
            *next += 1;
            (element, at.clone())
        }
        Some(Level { path, kind: Kind::Mapping { key }, .. }) => match key.take() {
            Some((name, range)) => (joined(path, &name), range),
            // A mapping or sequence as a key: no record has such keys; the reader refuses it.
            None => (joined(path, "?"), at.clone()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_elements_are_found_in_bytes() {
        let text = "tên: Sở\nlist:\n  - id: a\n    b: {c: d}\n  - id: é\n";
        let index = YamlIndex::of(text);
        let value = |path: &str| index.get(path).map(|entry| &text[entry.value.clone()]);
        assert_eq!(value("tên"), Some("Sở"));
        assert_eq!(value("list[1].id"), Some("é"));
        assert_eq!(value("list[0].b.c"), Some("d"));
        assert!(index.get("list[0].b.c").unwrap().in_flow);
        assert!(!index.get("list[0].b").unwrap().in_flow);
    }

    #[test]
    fn repeated_keys_and_depth_are_seen() {
        assert_eq!(YamlIndex::of("a: 1\na: 2\n").repeated.len(), 1);
        assert!(YamlIndex::of(&"[".repeat(100_000)).too_deep.is_some());
        assert_eq!(YamlIndex::of("a: &x 1\nb: *x\n").references.len(), 2);
    }
}
