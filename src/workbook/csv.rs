//! A .csv file → one sheet without a name.

use std::collections::BTreeMap;

use super::{Cell, Sheet, Unread};
use crate::values::limits::{LARGEST_WORKBOOK, MOST_CELLS};

/// Reads a table of comma, semicolon or tab separated values; every cell is text. Vietnamese settings of
/// Windows separate with semicolons, because the comma stands before decimals.
///
/// # Errors
/// When it is no text in UTF-8, or too large.
pub fn read_csv(bytes: &[u8]) -> Result<Sheet, Unread> {
    if bytes.len() > LARGEST_WORKBOOK {
        return Err(Unread::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::Damaged)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\0') {
        return Err(Unread::Damaged);
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut cells = BTreeMap::new();
    for (row, record) in (0_u32..).zip(reader.records()) {
        let record = record.map_err(|_| Unread::Damaged)?;
        for (column, field) in (0_u32..).zip(record.iter()) {
            if let Some(cell) = Cell::text(field) {
                cells.insert((row, column), cell);
            }
        }
        if cells.len() > MOST_CELLS {
            return Err(Unread::TooLarge);
        }
    }
    Ok(Sheet { cells, ..Sheet::default() })
}

/// The mark that stands most often in the first line that has one.
fn separator(text: &str) -> u8 {
    let count = |line: &str, mark: u8| line.bytes().filter(|byte| *byte == mark).count();
    text.lines()
        .find_map(|line| {
            let best = [b'\t', b';', b','].into_iter().max_by_key(|mark| count(line, *mark))?;
            (count(line, best) > 0).then_some(best)
        })
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_separator_is_seen() {
        for text in [
            "a,b\nc,\"d, e\"\n",
            "a;b\nc;d, e\n",
            "a\tb\r\nc\td, e\r\n",
            "\u{feff}a,b\nc,\"d,\n e\"",
        ] {
            let sheet = read_csv(text.as_bytes()).unwrap();
            assert_eq!(sheet.shown(0, 1), "b", "{text}");
            assert_eq!(sheet.shown(1, 1), "d, e", "{text}");
        }
        assert_eq!(read_csv(b"\xff\xfe").unwrap_err(), Unread::Damaged);
    }
}
