//! What is seen of an .xlsx file before its reader is trusted with it: how much is packed in it, and whether
//! its cells have places that a sheet has.
//!
//! The reader multiplies letters and digits of a reference without a limit, and unpacks whatever is there.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Unread;
use crate::values::limits::{LARGEST_UNPACKED, MOST_PARTS};

/// The last row and column of any sheet: XFD1048576.
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// # Errors
/// When it is no workbook, or more is packed in it than any form holds.
pub fn check(bytes: &[u8]) -> Result<(), Unread> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    if zip.len() > MOST_PARTS {
        return Err(Unread::TooLarge);
    }
    let mut left = LARGEST_UNPACKED as u64;
    for number in 0..zip.len() {
        let part = zip.by_index(number).map_err(|_| Unread::Damaged)?;
        let mut text = Vec::new();
        // What a part says of its own size may be a lie, so it is unpacked.
        part.take(left + 1).read_to_end(&mut text).map_err(|_| Unread::Damaged)?;
        left = left.checked_sub(text.len() as u64).ok_or(Unread::TooLarge)?;
        // A sheet may have any name; a picture or a printer's settings are no XML.
        if let Ok(text) = std::str::from_utf8(&text)
            && text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        {
            places(text)?;
        }
    }
    Ok(())
}

/// Whether every place of a cell is one that a sheet has.
fn places(xml: &str) -> Result<(), Unread> {
    let mut reader = Reader::from_str(xml);
    // Whether it is well-formed is the reader's to say.
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().map_err(|_| Unread::Damaged)? {
            Event::Eof => return Ok(()),
            Event::Start(tag) | Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|_| Unread::Damaged)?;
                    let value = attribute.value.as_ref();
                    let sound = match (tag.local_name().as_ref(), attribute.key.as_ref()) {
                        ("c", "r") => is_cell(value),
                        ("row", "r") => number(value).is_some_and(|row| row <= LAST_ROW),
                        ("mergeCell" | "dimension", "ref") => value.split(':').all(is_cell),
                        _ => true,
                    };
                    if !sound {
                        return Err(Unread::Damaged);
                    }
                }
            }
            _ => {}
        }
    }
}

/// `A1` to `XFD1048576`.
fn is_cell(reference: &str) -> bool {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, digits) = reference.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    });
    column.is_some_and(|column| (1..=LAST_COLUMN).contains(&column))
        && number(digits).is_some_and(|row| (1..=LAST_ROW).contains(&row))
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_sheet() {
        for good in ["A1", "Z9", "AA10", "XFD1048576"] {
            assert!(is_cell(good), "{good}");
        }
        for bad in
            ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "ZZZZZZZ99999999999", "$A$1", "A1B"]
        {
            assert!(!is_cell(bad), "{bad}");
        }
    }
}
