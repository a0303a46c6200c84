//! Letters that nobody sees, and that make a text say something else than it shows.

/// The first such letter of a text, and where it stands, in bytes.
///
/// Marks that turn the direction of writing show words in another order than they are stored in ("Trojan
/// Source", CVE-2021-42574); letters without a width hide in words and numbers and are not found by who searches
/// for them; control characters mean something to a terminal. No Vietnamese or English text needs any.
#[must_use]
pub fn hidden_letter(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut first = bytes.iter().enumerate();
    first.find_map(|(at, byte)| {
        if !may_begin(*byte, || bytes.get(at + 1).copied()) {
            return None;
        }
        let letter = text.get(at..)?.chars().next()?;
        is_hidden(letter).then_some((at, letter))
    })
}

/// Whether a hidden letter may begin with a byte of UTF-8 that has another behind it. Nearly all bytes of a text tell
/// at once that none does; 0xe1 begins the Vietnamese letters with two marks, too.
fn may_begin(byte: u8, next: impl Fn() -> Option<u8>) -> bool {
    match byte {
        b' '..=0x7e | b'\n' | b'\t' => false,
        0xe1 => matches!(next(), Some(0x85 | 0xa0)),
        0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xe3 | 0xef | 0xf3 => true,
        _ => false,
    }
}

fn is_hidden(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        // Soft hyphens, fillers, joiners, marks of direction, tags, and what is no character.
        '\u{ad}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hidden_letter_is_found_behind_others() {
        for letter in ('\0'..=char::MAX).filter(|letter| is_hidden(*letter)) {
            let text = format!("Kế hoạch… {letter}.");
            let at = text.len() - 1 - letter.len_utf8();
            assert_eq!(hidden_letter(&text), Some((at, letter)), "{}", letter.escape_unicode());
        }
    }

    #[test]
    fn hidden_letters_are_found_and_vietnamese_is_plain() {
        for (text, at) in [("a\u{202e}b", 1), ("ệ\u{200b}", 3), ("\u{1b}[31m", 0), ("\u{feff}a", 0)]
        {
            assert_eq!(hidden_letter(text).map(|(at, _)| at), Some(at), "{text:?}");
        }
        for text in ["Đẩy mạnh cải cách – 80 % “hết”…", "a\tb\nc", "e\u{302}\u{323}", "1\u{a0}000"]
        {
            assert_eq!(hidden_letter(text), None, "{text:?}");
        }
    }
}
