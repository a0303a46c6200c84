//! What the YAML reader says, put plainly for someone who edits YAML now and then.

/// A fault of form: what is wrong, and the line and column to look at where the reader's own are of
/// no help.
pub fn malformed(message: &str) -> (String, Option<(usize, usize)>) {
    let begins = || {
        let (_, place) = message.rsplit_once(" at line ")?;
        let (line, column) = place.split_once(" column ")?;
        Some((line.parse().ok()?, column.parse().ok()?))
    };
    if message.contains("while scanning a quoted scalar") {
        return ("the quote that begins here is not closed".to_owned(), begins());
    }
    let plain = [
        ("did not find expected '-' indicator", "the indentation does not fit the list above"),
        ("did not find expected key", "the indentation does not fit the lines above"),
        ("did not find expected ',' or", "a bracket or brace is not closed, or a comma is missing"),
        ("mapping values are not allowed", "there is a second `: ` in a text without quotes"),
        ("found character that cannot start any token", "no text may begin with this sign"),
        ("block sequence entries are not allowed", "a list may not begin on this line"),
    ];
    let found = plain.iter().find(|(words, _)| message.contains(words));
    (found.map_or_else(|| message.to_owned(), |(_, plain)| (*plain).to_owned()), None)
}

/// The name of a kind of value.
pub fn kind(words: &str) -> String {
    match words {
        "unit value" | "null" => "nothing".to_owned(),
        "sequence" | "a sequence" => "a list".to_owned(),
        "map" | "a map" => "a group of keys".to_owned(),
        "a string" => "a text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "u64" | "usize" | "u32" => "a whole number in digits".to_owned(),
        "a YAML tag starting with '!'" => "one of the words of a closed list".to_owned(),
        other if other.starts_with("struct ") => "a group of keys".to_owned(),
        other => other.replace("string \"", "the text \""),
    }
}

/// The word that was probably meant: the nearest by letters, if it is near.
pub fn closest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    known
        .iter()
        .map(|candidate| (similar::TextDiff::from_chars(word, *candidate).ratio(), *candidate))
        .filter(|(ratio, _)| *ratio > 0.6)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (String, Option<(usize, usize)>) {
        let fault = serde_yaml::from_str::<serde::de::IgnoredAny>(text).unwrap_err();
        malformed(&fault.to_string())
    }

    #[test]
    fn common_faults_are_put_plainly() {
        for (text, plain) in [
            ("a: 'b\nc: d\n", "the quote that begins here is not closed"),
            ("a:\n  - b: c\n   d: e\n", "the indentation does not fit the list above"),
            ("a: b\n c: d\n", "there is a second `: ` in a text without quotes"),
            ("a: b: c\n", "there is a second `: ` in a text without quotes"),
            ("a: {b: c\n", "a bracket or brace is not closed, or a comma is missing"),
            ("a:\n\t- b\n", "no text may begin with this sign"),
            ("a: @b\n", "no text may begin with this sign"),
            ("a: b\n  - c: d\ne\n", "there is a second `: ` in a text without quotes"),
        ] {
            assert_eq!(said(text).0, plain, "{text}");
        }
        assert_eq!(said("x: y\na: 'b\nc: d\n").1, Some((2, 4)));
    }

    #[test]
    fn a_near_word_is_found_and_a_far_one_not() {
        assert_eq!(closest("at-lest", &["at-most", "at-least"]), Some("at-least"));
        assert_eq!(closest("perhaps", &["at-most", "at-least"]), None);
    }
}
