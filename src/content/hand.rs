//! A content file as its text, in the hand in which content is written: two spaces, long texts folded, and
//! quotes only where YAML would read something else.

use std::fmt::{Arguments, Display, Write as _};

use crate::values::Translated;

/// The longest line, in characters.
const WIDTH: usize = 112;

/// A YAML text that grows line by line.
#[derive(Debug, Default)]
pub struct Hand {
    pub text: String,
    /// The dash of a list's element, which the next key follows on its line.
    dash: Option<usize>,
}

impl Hand {
    /// Writing to a string cannot fail.
    fn put(&mut self, words: Arguments) {
        let _ = self.text.write_fmt(words);
    }

    fn indent(&mut self, indent: usize) {
        match self.dash.take() {
            Some(at) => self.put(format_args!("{}- ", " ".repeat(at))),
            None => self.text.push_str(&" ".repeat(indent)),
        }
    }

    /// The next key begins an element of a list.
    pub fn element(&mut self, indent: usize) {
        self.dash = Some(indent);
    }

    /// A key whose values stand under it.
    pub fn key(&mut self, indent: usize, key: &str) {
        self.indent(indent);
        self.text.push_str(key);
        self.text.push_str(":\n");
    }

    /// A comment in a line of its own.
    pub fn comment(&mut self, indent: usize, words: &str) {
        // A comment ends with its line, whatever it quotes.
        let words: String = words.chars().filter(|c| !is_no_letter(*c)).collect();
        self.put(format_args!("{}# {words}\n", " ".repeat(indent)));
    }

    /// What is no text, such as an empty list.
    pub fn as_is(&mut self, indent: usize, key: &str, value: &str) {
        self.date(indent, key, Some(&value));
    }

    /// A date, a number, true or false: as it stands.
    pub fn date(&mut self, indent: usize, key: &str, value: Option<&impl Display>) {
        if let Some(value) = value {
            self.indent(indent);
            self.put(format_args!("{key}: {value}\n"));
        }
    }

    /// A number that is kept digit by digit, or whatever stands where one belongs.
    pub fn quoted(&mut self, indent: usize, key: &str, value: &impl Display) {
        let value = in_quotes(&value.to_string());
        self.indent(indent);
        self.put(format_args!("{key}: {value}\n"));
    }

    pub fn optional(&mut self, indent: usize, key: &str, value: Option<&impl Display>) {
        if let Some(value) = value {
            self.scalar(indent, key, &value.to_string());
        }
    }

    pub fn translated(&mut self, indent: usize, key: &str, text: Option<&Translated>) {
        if let Some(text) = text {
            self.key(indent, key);
            self.scalar(indent + 2, "vi", text.vi.as_str());
            self.optional(indent + 2, "en", text.en.as_ref());
        }
    }

    pub fn foreign(&mut self, indent: usize, key: &str, text: Option<&super::Foreign>) {
        if let Some(text) = text {
            self.key(indent, key);
            self.scalar(indent + 2, "text", text.text.as_str());
            self.scalar(indent + 2, "lang", text.lang.as_str());
            if text.machine_translated {
                self.date(indent + 2, "machine_translated", Some(&true));
            }
        }
    }

    /// A text: on the line of its key where it fits, else folded.
    pub fn scalar(&mut self, indent: usize, key: &str, text: &str) {
        let is_letter = |c: &char| !is_no_letter(*c);
        let words = text.split_whitespace().map(|word| word.chars().filter(is_letter).collect());
        let words: Vec<String> = words.filter(|word: &String| !word.is_empty()).collect();
        let text = words.join(" ");
        let written = if is_plain(&text) { text.clone() } else { in_quotes(&text) };
        self.indent(indent);
        let fits = indent + key.len() + 2 + written.chars().count() <= WIDTH;
        // A text without a space cannot be folded.
        if fits || words.len() < 2 {
            self.put(format_args!("{key}: {written}\n"));
            return;
        }
        self.put(format_args!("{key}: >-\n"));
        let mut line = String::new();
        for word in words {
            let length = indent + 2 + line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && length > WIDTH {
                self.put(format_args!("{}{line}\n", " ".repeat(indent + 2)));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        self.put(format_args!("{}{line}\n", " ".repeat(indent + 2)));
    }
}

/// Whether a text can stand without quotes and is read back as this text.
fn is_plain(text: &str) -> bool {
    let starts_well = text.chars().next().is_some_and(char::is_alphanumeric);
    let word = text.to_ascii_lowercase();
    let looks_like_a_number = text.chars().all(|c| c.is_ascii_digit() || "+-_.,:/eE".contains(c))
        || ["0x", "0o", "0b"].iter().any(|start| word.starts_with(start));
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"];
    starts_well
        && !looks_like_a_number
        && !reserved.contains(&word.as_str())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.chars().any(is_no_letter)
}

/// What the reader of YAML refuses, or takes for the end of a line.
fn is_no_letter(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

fn in_quotes(text: &str) -> String {
    let text: String = text.chars().filter(|c| !is_no_letter(*c)).collect();
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        let long = "một hai ba bốn năm sáu bảy tám chín mười: ".repeat(9) + "# “hết” \"x\" \\n";
        for text in [
            "Sở Nội vụ",
            "3241/QĐ-UBND",
            "75.78",
            "2025-07-01",
            "no",
            "a: b",
            "a #b",
            "- a",
            "\"a\" b",
            "\\",
            "'",
            "100% xong",
            "%",
            "*a",
            "&a",
            "{a}",
            "[a]",
            "a:",
            "> b",
            "| c",
            "? d",
            "!e",
            "@f",
            "`g",
            "=",
            "~",
            &long,
        ] {
            let mut hand = Hand::default();
            hand.scalar(0, "k", text);
            let back: std::collections::BTreeMap<String, String> = serde_yaml::from_str(&hand.text)
                .unwrap_or_else(|fault| panic!("{fault}: {}", hand.text));
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(back["k"], words.join(" "), "{}", hand.text);
            assert!(hand.text.lines().all(|line| line.chars().count() <= WIDTH), "{}", hand.text);
        }
    }

    /// Found by fuzzing: only short texts were without them.
    #[test]
    fn what_yaml_refuses_is_left_out_of_long_texts_too() {
        for words in ["một\u{1d} hai \u{4} ba", "\u{4}"] {
            for text in [words.to_owned(), words.to_owned() + &" bốn".repeat(60)] {
                let mut hand = Hand::default();
                hand.scalar(0, "k", &text);
                assert!(hand.text.chars().all(|c| c == '\n' || !is_no_letter(c)), "{}", hand.text);
                let back: std::collections::BTreeMap<String, String> =
                    serde_yaml::from_str(&hand.text).unwrap();
                let words = text.replace(['\u{1d}', '\u{4}'], "");
                assert_eq!(back["k"], words.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
}
