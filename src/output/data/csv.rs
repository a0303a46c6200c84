//! A table as CSV (RFC 4180, UTF-8), and the variant for Excel.

use std::borrow::Cow;

use crate::pages::{Cell, Table};

/// By this mark Excel knows UTF-8, and without it shows no Vietnamese.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Excel takes a text that begins so for a formula.
const BEGIN_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table as two files.
pub struct Csv {
    /// With its header, lines ended by CR LF.
    pub plain: Vec<u8>,
    /// The same with a byte order mark. An apostrophe stands before a text that Excel would calculate.
    pub excel: Vec<u8>,
}

/// Shows each row to `see` too, so that the rows are made once.
pub fn csv(table: &Table, mut see: impl FnMut(&[Cell])) -> Csv {
    let [mut plain, mut excel] = ["", BYTE_ORDER_MARK].map(|front| {
        csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(front.as_bytes().to_vec())
    });
    // Writing to memory cannot fail, and every row has as many cells as the header.
    for writer in [&mut plain, &mut excel] {
        let _ = writer.write_record(table.columns.iter().map(|column| &column.name));
    }
    for row in table.rows.iter() {
        see(&row);
        let texts: Vec<Cow<str>> = row.iter().map(Cell::shown).collect();
        let _ = plain.write_record(texts.iter().map(|text| text.as_bytes()));
        let guarded = row.iter().zip(texts).map(|(cell, text)| match cell {
            Cell::Text(text) if text.starts_with(BEGIN_FORMULAS) => format!("'{text}").into(),
            _ => text,
        });
        let guarded: Vec<Cow<str>> = guarded.collect();
        let _ = excel.write_record(guarded.iter().map(|text| text.as_bytes()));
    }
    let [plain, excel] = [plain, excel].map(|it| it.into_inner().unwrap_or_default());
    Csv { plain, excel }
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
