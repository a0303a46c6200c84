//! The received copy → its words in reading order, each with its line and, in the annex, its column.
//!
//! Marks of emphasis, heading signs and the dash of a list item are form, not words; that they are
//! unchanged is watched by `source/received.lock`.

use std::collections::BTreeSet;

/// One word of the received copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    pub text: &'t str,
    /// 1-based.
    pub line: usize,
    /// In the annex: the cell's column, from 0.
    pub column: Option<usize>,
    /// An empty line stands before it, in a text.
    pub after_gap: bool,
}

/// Reads the copy. A row in `continued` (1-based lines) is a continuation: each of its cells belongs to
/// the last cell above that is not empty and stands in the same column.
#[must_use]
pub fn words<'t>(text: &'t str, continued: &BTreeSet<usize>) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    let mut rows: Vec<Vec<Word<'t>>> = Vec::new();
    let mut gap = false;
    for (at, line) in text.lines().enumerate() {
        let line_number = at + 1;
        if line.contains('\t') {
            let row = row_words(line, line_number);
            if continued.contains(&line_number) {
                continue_rows(&mut rows, row);
            } else {
                rows.push(row);
            }
            continue;
        }
        let content = line.trim_start_matches('#').trim();
        let content = content.strip_prefix("- ").unwrap_or(content);
        if content.is_empty() {
            gap = true;
            continue;
        }
        words.extend(rows.drain(..).flatten());
        for text in words_of(content) {
            words.push(Word {
                text,
                line: line_number,
                column: None,
                after_gap: std::mem::take(&mut gap),
            });
        }
    }
    words.extend(rows.into_iter().flatten());
    words
}

/// Without marks of emphasis, which part words as spaces do.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split("<b>").flat_map(|part| part.split("</b>"));
    parts.flat_map(|part| part.split('*')).flat_map(str::split_whitespace)
}

/// A line of dashes under or between cells is a drawn rule.
fn is_rule(text: &str) -> bool {
    text.len() > 1 && text.bytes().all(|byte| byte == b'-')
}

fn row_words(line: &str, line_number: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    if line.split_whitespace().all(is_rule) {
        return words;
    }
    for (column, cell) in line.split('\t').enumerate() {
        for text in words_of(cell) {
            words.push(Word { text, line: line_number, column: Some(column), after_gap: false });
        }
    }
    words
}

/// Puts each cell of a continuation behind the last cell above it.
fn continue_rows<'t>(rows: &mut [Vec<Word<'t>>], row: Vec<Word<'t>>) {
    for word in row {
        let above = rows.iter_mut().rev().find_map(|above| {
            above.iter().rposition(|w| w.column == word.column).map(|at| (above, at))
        });
        if let Some((above, at)) = above {
            above.insert(at + 1, word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'t>(words: &[Word<'t>]) -> Vec<&'t str> {
        words.iter().map(|word| word.text).collect()
    }

    #[test]
    fn marks_are_form() {
        let words = words("## **II. A**\n\n- b *c*\n<b>I</b>\td\n", &BTreeSet::new());
        assert_eq!(texts(&words), ["II.", "A", "b", "c", "I", "d"]);
        assert!(words.iter().any(|word| word.text == "b" && word.after_gap && word.line == 3));
        assert_eq!(words.last().and_then(|word| word.column), Some(1));
    }

    #[test]
    fn a_drawn_rule_is_form() {
        assert_eq!(texts(&words("1\ta\n---\t--\n-\tb\n", &BTreeSet::new())), ["1", "a", "-", "b"]);
    }

    #[test]
    fn a_continued_row_goes_behind_the_cells_above() {
        let text = "1\ta b\tc d\n\te\tf\n\n\tg\t\n2\th\ti\n";
        let words = words(text, &BTreeSet::from([4]));
        assert_eq!(texts(&words), ["1", "a", "b", "c", "d", "e", "g", "f", "2", "h", "i"]);
    }
}
