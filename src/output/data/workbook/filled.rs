//! A workbook whose tables have no rows yet → the same with its rows.

use std::io::{Cursor, Write, read_to_string};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::Styles;
use super::rows::{Written, column_name, rows};
use super::strings::Strings;
use super::value::Style;
use crate::pages::Table;

/// Sheets before those of the tables.
const SHEETS_BEFORE: usize = 2;

const SHEET: &str = "xl/worksheets/sheet";
const STRINGS: &str = "xl/sharedStrings.xml";

pub fn filled(empty: &[u8], tables: &[Table], styles: &[Styles]) -> Result<Vec<u8>, XlsxError> {
    let mut archive = ZipArchive::new(Cursor::new(empty))?;
    let there = read_to_string(archive.by_name(STRINGS)?)?;
    let mut strings = Strings::read(&there).ok_or_else(|| unknown(STRINGS))?;
    let mut file = Vec::new();
    let mut zip = ZipWriter::new_stream(&mut file);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at)?;
        let name = part.name()?.into_owned();
        let xml = read_to_string(&mut part)?;
        zip.start_file(name.as_str(), options())?;
        let table = table_of(&name);
        let table = table.and_then(|at| tables.get(at).zip(styles.get(at)));
        if let Some((table, styles)) = table {
            let sheet = Sheet::read(&xml).ok_or_else(|| unknown(&name))?;
            let numbers = sheet.styles(styles.used()).ok_or_else(|| unknown(&name))?;
            zip.write_all(&sheet.with(table, rows(table, &numbers, &mut strings)?))?;
        } else if name == STRINGS {
            let (opening, _) = xml.split_once(" count=").ok_or_else(|| unknown(&name))?;
            zip.write_all(&strings.file(opening))?;
        } else {
            zip.write_all(xml.as_bytes())?;
        }
    }
    zip.finish()?;
    Ok(file)
}

/// As the library writes the parts of a workbook.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o600)
        .last_modified_time(DateTime::default())
}

/// Which table is on the sheet of this name.
fn table_of(name: &str) -> Option<usize> {
    let number: usize = name.strip_prefix(SHEET)?.strip_suffix(".xml")?.parse().ok()?;
    number.checked_sub(SHEETS_BEFORE + 1)
}

fn unknown(part: &str) -> XlsxError {
    XlsxError::ParameterError(format!("{part} is not as it was expected"))
}

/// A sheet without rows, in pieces.
struct Sheet<'x> {
    /// Up to the cells that it has.
    before: &'x str,
    /// After that, with the header.
    header: &'x str,
    /// A cell in each style.
    styled: &'x str,
    after: &'x str,
}

impl<'x> Sheet<'x> {
    fn read(xml: &'x str) -> Option<Self> {
        let (before, rest) = split_after(xml, "<dimension ref=\"")?;
        let rest = rest.get(rest.find('"')?..)?;
        let (header, rest) = split_after(rest, "</row>")?;
        let (styled, after) = rest.split_at_checked(rest.find("</sheetData>")?)?;
        Some(Self { before, header, styled, after })
    }

    /// Each style with its number.
    fn styles(&self, used: &[Style]) -> Option<Vec<(Style, u32)>> {
        let cells = self.styled.split(" s=\"").skip(1);
        let numbers: Option<Vec<u32>> =
            cells.map(|cell| cell.split_once('"')?.0.parse().ok()).collect();
        let numbers = numbers.filter(|numbers| numbers.len() == used.len())?;
        Some(used.iter().copied().zip(numbers).collect())
    }

    fn with(&self, table: &Table, rows: Written) -> Vec<u8> {
        let last_column = column_name(table.columns.len().saturating_sub(1));
        let front = format!("{}A1:{last_column}{}{}", self.before, rows.last, self.header);
        let mut xml = rows.xml;
        xml.splice(0..0, front.into_bytes());
        xml.extend_from_slice(self.after.as_bytes());
        xml
    }
}

fn split_after<'x>(xml: &'x str, piece: &str) -> Option<(&'x str, &'x str)> {
    xml.split_at_checked(xml.find(piece)? + piece.len())
}
