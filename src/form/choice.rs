//! The closed lists of the form: the word that an official chooses, and what it means.

use crate::content::{Bearing, Bound, Says, SourceKind, Verdict};
use crate::values::{Unit, folded};

/// What a list chooses between: the words, in the order of the list.
pub trait Choice: Sized + Copy + PartialEq + 'static {
    const LIST: &'static [(&'static str, Self)];

    fn word(self) -> &'static str {
        Self::LIST.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// Reads a word whatever its case and spacing; marks count, because they tell words apart.
    fn chosen(text: &str) -> Option<Self> {
        let plain = |text: &str| text.trim().to_lowercase();
        Self::LIST.iter().find(|(word, _)| plain(word) == plain(text)).map(|(_, value)| *value)
    }

    fn words() -> Vec<&'static str> {
        Self::LIST.iter().map(|(word, _)| *word).collect()
    }
}

impl Choice for SourceKind {
    const LIST: &'static [(&'static str, Self)] = &[
        ("báo cáo chính thức", Self::OfficialReport),
        ("văn bản pháp lý", Self::LegalDocument),
        ("tập dữ liệu", Self::Dataset),
        ("kiểm tra độc lập", Self::IndependentCheck),
        ("báo chí", Self::Press),
    ];
}

impl Choice for Says {
    const LIST: &'static [(&'static str, Self)] = &[
        ("đã hoàn thành", Self::Done),
        ("hoàn thành một phần", Self::PartlyDone),
        ("đang thực hiện", Self::UnderWay),
        ("chưa thực hiện", Self::NotStarted),
        ("chưa hoàn thành", Self::NotDone),
    ];
}

impl Choice for Unit {
    const LIST: &'static [(&'static str, Self)] =
        &[("%", Self::Percent), ("số lượng", Self::Count)];
}

impl Choice for Bound {
    const LIST: &'static [(&'static str, Self)] =
        &[("đúng bằng", Self::Exactly), ("hơn", Self::MoreThan), ("gần", Self::Nearly)];
}

impl Choice for Verdict {
    const LIST: &'static [(&'static str, Self)] =
        &[("đạt", Self::Met), ("đạt một phần", Self::PartlyMet), ("không đạt", Self::NotMet)];
}

/// Yes or no.
impl Choice for bool {
    const LIST: &'static [(&'static str, Self)] = &[("có", true), ("không", false)];
}

/// The column "khớp với chỉ tiêu" of a published result.
#[must_use]
pub fn match_word(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Comparable => true.word(),
        Bearing::NotComparable => false.word(),
        Bearing::Context => "chỉ liên quan",
    }
}

/// What people write into a cell that asks for words when they have none.
const JUNK: [&str; 27] = [
    "n/a",
    "na",
    "khong",
    "khong co",
    "co",
    "dat",
    "khong dat",
    "roi",
    "da xong",
    "xong",
    "da bao cao",
    "xem mo ta",
    "xem bao cao",
    "xem file",
    "xem tep",
    "xem phu luc",
    "nhu tren",
    "tuong tu",
    "dang cap nhat",
    "ok",
    "yes",
    "no",
    "hoan thanh",
    "da hoan thanh",
    "chua co",
    "chua",
    "tot",
];

/// Whether a text says nothing: a word of the list above, or no letters at all.
#[must_use]
pub fn is_junk(text: &str) -> bool {
    let folded = folded(text);
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    JUNK.contains(&plain) || !plain.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_one_thing() {
        assert_eq!(Says::chosen(" Đang thực hiện "), Some(Says::UnderWay));
        assert_eq!(Says::chosen("dang thuc hien"), None);
        assert_eq!(bool::chosen("Có"), Some(true));
        assert_eq!(Verdict::Met.word(), "đạt");
    }

    #[test]
    fn what_says_nothing_is_known() {
        for junk in
            ["N/A", "đạt", "xem mô tả", "có", "100", "100%", "-", "…", "Đã hoàn thành.", "như trên"]
        {
            assert!(is_junk(junk), "{junk}");
        }
        assert!(!is_junk("Sở đã ban hành Kế hoạch số 5"));
    }
}
