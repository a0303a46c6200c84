//! A table as CSV (RFC 4180, UTF-8), and the variant for Excel.

use crate::pages::{Cell, Table};

/// By this mark Excel knows UTF-8, and without it shows no Vietnamese.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Excel takes a text that begins so for a formula.
const BEGIN_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table with its header, lines ended by CR LF.
pub fn csv(table: &Table) -> Vec<u8> {
    written(table, ToString::to_string)
}

/// The same with a byte order mark. An apostrophe stands before a text that Excel would calculate.
pub fn csv_for_excel(table: &Table) -> Vec<u8> {
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    bytes.extend(written(table, |cell| match cell {
        Cell::Text(text) if text.starts_with(BEGIN_FORMULAS) => format!("'{text}"),
        Cell::Text(_)
        | Cell::Empty
        | Cell::Day(_)
        | Cell::Number(_)
        | Cell::Integer(_)
        | Cell::Boolean(_) => cell.to_string(),
    }));
    bytes
}

fn written(table: &Table, show: impl Fn(&Cell) -> String) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells as the header.
    let _ = writer.write_record(table.columns.iter().map(|column| &column.name));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(&show));
    }
    writer.into_inner().unwrap_or_default()
}
