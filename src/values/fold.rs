//! Letters without their marks, so that `duong` finds "đường".
//!
//! In: any text. Out: what of it stays the same however it was typed. `assets/search-core.js` of the
//! theme does the same to what a reader types; tests/search/tokens.json holds both to one table.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The five tones of Vietnamese as marks of their own: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Lower case, without marks, đ as d: "Cải cách" becomes "cai cach".
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Lower case with all marks, the tone at the end: "hoà" and "hòa" are spelled alike.
///
/// Two habits of placing the tone live side by side, often in one document; they are the same word.
#[must_use]
pub fn spelled(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase).nfd();
    let (tones, rest): (String, String) = letters.partition(|c| TONES.contains(c));
    rest.nfc().chain(tones.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_are_folded() {
        for (text, plain) in [
            ("Đường", "duong"),
            ("ĐẤT ĐAI", "dat dai"),
            ("Cải cách", "cai cach"),
            ("Ca\u{309}i ca\u{301}ch", "cai cach"),
            ("3322/QĐ-UBND", "3322/qd-ubnd"),
            ("", ""),
        ] {
            assert_eq!(folded(text), plain);
        }
    }

    #[test]
    fn the_place_of_the_tone_does_not_matter() {
        for (one, other) in [("hoà", "hòa"), ("thủy", "thuỷ"), ("QUÝ", "qúy"), ("khoẻ", "khỏe")]
        {
            assert_eq!(spelled(one), spelled(other));
        }
        for (one, other) in [("đúng", "dung"), ("dụng", "dùng"), ("đường", "dương"), ("ơn", "on")]
        {
            assert_ne!(spelled(one), spelled(other));
        }
        assert_eq!(spelled("đươ\u{300}ng"), spelled("Đường"));
    }
}
