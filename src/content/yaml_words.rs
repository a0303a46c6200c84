//! What the YAML reader says, put plainly for someone who edits YAML now and then.

use crate::values::{Said, of_one_line, said};

/// A fault of form: what is wrong, and the line and column to look at where the reader's own are of
/// no help.
pub fn malformed(message: &str) -> (Option<Said>, Option<(usize, usize)>) {
    let begins = || {
        let (_, place) = message.rsplit_once(" at line ")?;
        let (line, column) = place.split_once(" column ")?;
        Some((line.parse().ok()?, column.parse().ok()?))
    };
    if message.contains("while scanning a quoted scalar") {
        let plain = said!(
            "the quote that begins here is not closed",
            "dấu ngoặc kép mở ở đây chưa được đóng"
        );
        return (Some(plain), begins());
    }
    let plain: [(&str, Said); 6] = [
        (
            "did not find expected '-' indicator",
            said!(
                "the indentation does not fit the list above",
                "thụt lề không khớp với danh sách phía trên"
            ),
        ),
        (
            "did not find expected key",
            said!(
                "the indentation does not fit the lines above",
                "thụt lề không khớp với các dòng phía trên"
            ),
        ),
        (
            "did not find expected ',' or",
            said!(
                "a bracket or brace is not closed, or a comma is missing",
                "ngoặc chưa được đóng, hoặc thiếu dấu phẩy"
            ),
        ),
        (
            "mapping values are not allowed",
            said!(
                "there is a second `: ` in a text without quotes",
                "có dấu `: ` thứ hai trong văn bản không đặt trong dấu ngoặc kép"
            ),
        ),
        (
            "found character that cannot start any token",
            said!(
                "no text may begin with this sign",
                "văn bản không được bắt đầu bằng ký hiệu này"
            ),
        ),
        (
            "block sequence entries are not allowed",
            said!("a list may not begin on this line", "danh sách không được bắt đầu ở dòng này"),
        ),
    ];
    (plain.into_iter().find(|(words, _)| message.contains(words)).map(|(_, plain)| plain), None)
}

/// The name of a kind of value.
pub fn kind(words: &str) -> Said {
    match words {
        "unit value" | "null" => said!("nothing", "chỗ trống"),
        "sequence" | "a sequence" => said!("a list", "một danh sách"),
        "map" | "a map" => said!("a group of keys", "một nhóm khóa"),
        "a string" => said!("a text", "một văn bản"),
        "a boolean" => said!("true or false", "true (có) hoặc false (không)"),
        "u64" | "usize" | "u32" => said!("a whole number in digits", "một số nguyên bằng chữ số"),
        "a YAML tag starting with '!'" => {
            said!("one of the words of a closed list", "một từ trong danh sách cố định")
        }
        other if other.starts_with("struct ") => said!("a group of keys", "một nhóm khóa"),
        other => of_kind(other),
    }
}

/// A value that is told with its kind (`string "a"`), or what a value of ours expects.
fn of_kind(words: &str) -> Said {
    let kinds = [
        ("string \"", said!("the text \"", "văn bản \"")),
        ("integer `", said!("the number `", "số `")),
        ("floating point `", said!("the number `", "số `")),
        ("boolean `", said!("the word `", "từ `")),
    ];
    for (kind, plain) in kinds {
        if let Some(rest) = words.strip_prefix(kind) {
            return Said { en: plain.en + rest, vi: plain.vi + rest };
        }
    }
    of_one_line(words)
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

    fn told(text: &str) -> (Option<Said>, Option<(usize, usize)>) {
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
            assert_eq!(told(text).0.unwrap().en, plain, "{text}");
        }
        assert_eq!(told("x: y\na: 'b\nc: d\n").1, Some((2, 4)));
    }

    #[test]
    fn a_near_word_is_found_and_a_far_one_not() {
        assert_eq!(closest("at-lest", &["at-most", "at-least"]), Some("at-least"));
        assert_eq!(closest("perhaps", &["at-most", "at-least"]), None);
    }
}
