//! Texts that were meant to be replaced.

/// Names reserved for examples (RFC 2606), and what people write when they do not know yet.
const MARKS: [&str; 9] = [
    "example.org",
    "example.com",
    "example.net",
    "example.vn",
    "todo",
    "tbd",
    "lorem ipsum",
    "xxx",
    "n/a",
];

/// The placeholder in a text, if it holds one as a word of its own.
#[must_use]
pub fn looks_like_a_placeholder(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    MARKS.into_iter().find(|mark| {
        text.match_indices(mark).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + mark.len()..).and_then(|after| after.chars().next());
            let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            ends(before) && ends(after)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_words_of_their_own() {
        for bad in ["https://example.org/", "TODO", "see todo list", "N/A", "a@example.com"] {
            assert!(looks_like_a_placeholder(bad).is_some(), "{bad}");
        }
        for good in
            ["Todos los santos", "https://hue.gov.vn", "methodology", "counterexample.organic"]
        {
            assert!(looks_like_a_placeholder(good).is_none(), "{good}");
        }
    }
}
