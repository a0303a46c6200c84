//! The received copy → its words in reading order, each with its line and, in the annex, its column.
//!
//! Marks of emphasis, heading signs and the dash of a list item are form, not words; that they are
//! unchanged is watched by `source/received.lock`.

use std::collections::BTreeSet;

/// One word of the received copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub text: String,
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
pub fn words(text: &str, continued: &BTreeSet<usize>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut rows: Vec<Vec<Word>> = Vec::new();
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
        for text in without_marks(content).split_whitespace() {
            words.push(Word {
                text: text.to_owned(),
                line: line_number,
                column: None,
                after_gap: std::mem::take(&mut gap),
            });
        }
    }
    words.extend(rows.into_iter().flatten());
    words
}

fn without_marks(text: &str) -> String {
    text.replace("<b>", " ").replace("</b>", " ").replace('*', " ")
}

/// A line of dashes under or between cells is a drawn rule.
fn is_rule(text: &str) -> bool {
    text.len() > 1 && text.bytes().all(|byte| byte == b'-')
}

fn row_words(line: &str, line_number: usize) -> Vec<Word> {
    let mut words = Vec::new();
    if line.split_whitespace().all(is_rule) {
        return words;
    }
    for (column, cell) in line.split('\t').enumerate() {
        for text in without_marks(cell).split_whitespace() {
            words.push(Word {
                text: text.to_owned(),
                line: line_number,
                column: Some(column),
                after_gap: false,
            });
        }
    }
    words
}

/// Puts each cell of a continuation behind the last cell above it.
fn continue_rows(rows: &mut [Vec<Word>], row: Vec<Word>) {
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

    fn texts(words: &[Word]) -> Vec<&str> {
        words.iter().map(|word| word.text.as_str()).collect()
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
