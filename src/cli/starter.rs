//! What `init` and `new` write, inside the binary: `starter/`.
//!
//! Comments for the editor stand in both languages there (`#vi …`, `#en …`); one of them is written.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;

use crate::values::Locale;

#[derive(RustEmbed)]
#[folder = "src/cli/starter"]
struct Embedded;

/// The files below a folder of `src/cli/starter/`, or the one file of that name: path below it to text.
pub fn files(folder: &str) -> BTreeMap<String, String> {
    let text = |name: &str| {
        Embedded::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned())
    };
    Embedded::iter()
        .filter_map(|name| {
            let below = name.strip_prefix(folder)?;
            let below = if below.is_empty() { below } else { below.strip_prefix('/')? };
            Some((below.to_owned(), text(&name)?))
        })
        .collect()
}

/// The text with its values put in and its comments in one language.
pub fn filled(text: &str, values: &[(&str, &str)], lang: Locale) -> String {
    let (ours, others) = match lang {
        Locale::Vi => ("#vi", "#en"),
        Locale::En => ("#en", "#vi"),
    };
    let mut filled = String::new();
    for line in text.lines().filter(|line| !line.starts_with(others)) {
        match line.strip_prefix(ours) {
            Some(comment) => {
                let words = comment.trim_start();
                // One space parts the mark from the comment; the rest is its indentation.
                let indent = (comment.len() - words.len()).saturating_sub(1);
                let indent = if indent > 0 { indent + 1 } else { 0 };
                filled.push_str(&" ".repeat(indent));
                filled.push_str("# ");
                filled.push_str(words);
            }
            None => filled.push_str(line),
        }
        filled.push('\n');
    }
    for (name, value) in values {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_comment_has_both_languages() {
        for (name, text) in files("new") {
            let said = |mark: &str| {
                let mut begun = 0;
                let mut before = false;
                for line in text.lines() {
                    let is = line.starts_with(mark);
                    // A comment of two lines is one comment.
                    begun += usize::from(is && !before);
                    before = is;
                }
                begun
            };
            assert_eq!(said("#vi"), said("#en"), "{name}");
        }
    }

    #[test]
    fn comments_of_one_language_are_indented_as_their_key() {
        let text = "#vi Một\n#en One\na:\n#vi  Hai\n#en  Two\n  b: {x}\n";
        assert_eq!(filled(text, &[("x", "1")], Locale::En), "# One\na:\n  # Two\n  b: 1\n");
        assert_eq!(filled(text, &[("x", "1")], Locale::Vi), "# Một\na:\n  # Hai\n  b: 1\n");
    }
}
