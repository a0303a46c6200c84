//! A table as CSV (RFC 4180, UTF-8), and the variant for Excel.

use crate::pages::{Cell, Table};

use super::room;

/// By this mark Excel knows UTF-8, and without it shows no Vietnamese.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Excel takes a text that begins so for a formula.
const BEGIN_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

const LINE_END: &[u8] = b"\r\n";

/// A table as two files.
pub struct Csv {
    /// With its header, lines ended by CR LF.
    pub plain: Vec<u8>,
    /// The same with a byte order mark. An apostrophe stands before a text that Excel would calculate.
    pub excel: Vec<u8>,
}

/// Shows each row to `see` too, so that the rows are made once.
pub fn csv(table: &Table, mut see: impl FnMut(&[Cell])) -> Csv {
    let mut plain = Vec::new();
    record(table.columns.iter().map(|column| ("", column.name.as_str())), &mut plain);
    let mut excel = [BYTE_ORDER_MARK.as_bytes(), &plain].concat();
    for (at, row) in (1..).zip(table.rows.iter()) {
        see(&row);
        let texts: Vec<_> = row.iter().map(Cell::shown).collect();
        let before = plain.len();
        record(texts.iter().map(|text| ("", &**text)), &mut plain);
        let written = plain.get(before..).unwrap_or_default();
        if row.iter().any(begins_formula) {
            let guard = |cell| if begins_formula(cell) { "'" } else { "" };
            record(row.iter().map(guard).zip(texts.iter().map(|text| &**text)), &mut excel);
        } else {
            excel.extend_from_slice(written);
        }
        room::make(&mut plain, at, table.rows.count());
        room::make(&mut excel, at, table.rows.count());
    }
    Csv { plain, excel }
}

fn begins_formula(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.starts_with(BEGIN_FORMULAS))
}

/// A line of fields, each with what stands before its text.
fn record<'t>(fields: impl Iterator<Item = (&'t str, &'t str)>, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    for (at, (front, text)) in fields.enumerate() {
        if at > 0 {
            bytes.push(b',');
        }
        let is_quoted =
            memchr::memchr3(b',', b'"', b'\n', text.as_bytes()).is_some() || text.contains('\r');
        if is_quoted {
            bytes.push(b'"');
            bytes.extend_from_slice(front.as_bytes());
            for (at, part) in text.split('"').enumerate() {
                if at > 0 {
                    bytes.extend_from_slice(b"\"\"");
                }
                bytes.extend_from_slice(part.as_bytes());
            }
            bytes.push(b'"');
        } else {
            bytes.extend_from_slice(front.as_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
    }
    // An empty line would be no record.
    if bytes.len() == start {
        bytes.extend_from_slice(b"\"\"");
    }
    bytes.extend_from_slice(LINE_END);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::Rows;
    use crate::values::Localized;

    /// Both files of a table with one row.
    fn written(row: &[Cell<'static>]) -> [String; 2] {
        let column = |at| crate::pages::Column {
            name: format!("c{at}"),
            kind: crate::pages::ColumnKind::Text,
            needed: false,
            about: Localized { vi: String::new(), en: String::new() },
        };
        let table = Table {
            name: "sample",
            title: Localized { vi: "Mẫu", en: "Sample" },
            about: Localized { vi: "Mẫu.", en: "A sample." },
            columns: (0..row.len()).map(column).collect(),
            key: &[],
            foreign: Vec::new(),
            rows: Rows::new(1, |_| row.to_vec()),
        };
        let Csv { plain, excel } = csv(&table, |_| {});
        [plain, excel].map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_reader_of_csv_gets_every_text_back() {
        let texts = ["", "một", "a,b", "a \"b\"", "\"", "a\r\nb", "\r", "=1+1", "@a, \"b\"", "\tc"];
        let row: Vec<Cell> = texts.iter().map(|text| Cell::Text((*text).into())).collect();
        let [plain, excel] = written(&row);
        let read = |text: &str| -> Vec<String> {
            let mut reader = ::csv::Reader::from_reader(text.as_bytes());
            let row = reader.records().next().unwrap().unwrap();
            row.iter().map(str::to_owned).collect()
        };
        assert_eq!(read(&plain), texts);
        let guarded =
            ["", "một", "a,b", "a \"b\"", "\"", "a\r\nb", "'\r", "'=1+1", "'@a, \"b\"", "'\tc"];
        assert_eq!(read(excel.strip_prefix(BYTE_ORDER_MARK).unwrap()), guarded);
    }

    #[test]
    fn only_a_text_is_guarded_against_formulas() {
        let number: &'static crate::values::Quantity = Box::leak(Box::new("-1.5".parse().unwrap()));
        let [plain, excel] = written(&[Cell::Number(number), Cell::Boolean(true), Cell::Empty]);
        assert_eq!(plain, "c0,c1,c2\r\n-1.5,true,\r\n");
        assert_eq!(excel, format!("{BYTE_ORDER_MARK}{plain}"));
    }

    #[test]
    fn a_row_with_nothing_is_a_row() {
        assert_eq!(written(&[Cell::Empty])[0], "c0\r\n\"\"\r\n");
    }
}
