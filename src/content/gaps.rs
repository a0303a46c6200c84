//! What is still to be filled in: `[[like this]]`, as `congkhai new` writes it.
//!
//! A file with gaps is not read any further: what would be said of it beside its gaps is no help to the
//! person who has yet to fill them in.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::Notices;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::said;

/// Says where the gaps of a file are; whether there are any.
pub fn say(file: &Arc<str>, text: &str, notices: &mut Notices) -> bool {
    let gaps = find(file, text);
    for gap in &gaps {
        let shown = text.get(gap.clone()).unwrap_or_default();
        notices.say(Diagnostic::new(
            Code::Placeholder,
            Place::bytes(file, gap.clone()),
            said!("{shown} is still to be filled in", "{shown} còn phải điền"),
            said!(
                "write what it asks for in its place, without the square brackets",
                "ghi nội dung được hỏi vào chỗ đó, không có dấu ngoặc vuông"
            ),
        ));
    }
    !gaps.is_empty()
}

fn find(file: &str, text: &str) -> Vec<Range<usize>> {
    // A received copy may hold anything; only as `new` wrote it is it a gap.
    if file.contains("/source/received.") && !text.starts_with("[[") {
        return Vec::new();
    }
    let has_comments = Path::new(file).extension().is_none_or(|end| end != "md");
    let mut gaps = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !(has_comments && line.trim_start().starts_with('#')) {
            gaps.extend(in_line(line).map(|gap| gap.start + start..gap.end + start));
        }
        start += line.len();
    }
    gaps
}

fn in_line(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + line.get(from..)?.find("[[")?;
            let inside = line.get(start + 2..)?;
            from = start + 2;
            // A list in a list begins so too, and means something.
            let words = inside.chars().next().is_some_and(char::is_alphanumeric);
            if words && let Some(end) = inside.find("]]") {
                from = start + end + 4;
                return Some(start..from);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_found_and_lists_are_not() {
        let text = "# [[x]]\na: \"[[số]]\" [[b c]]\nd: [[[[1]]]]\ne: [[\n";
        let found: Vec<&str> = find("a.yaml", text).into_iter().map(|gap| &text[gap]).collect();
        assert_eq!(found, ["[[số]]", "[[b c]]", "[[1]]"]);
        assert!(find("p/source/received.txt", "a\n[[x]]\n").is_empty());
        assert_eq!(find("a.md", "### [[x]] {#a}").len(), 1);
    }
}
