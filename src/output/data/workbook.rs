//! All tables as one XLSX workbook, with a sheet on the edition and one that explains every column.
//!
//! The day of creation that stands in the file is the cut-off day, so the bytes depend on the content only.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::edition::Edition;
use crate::pages::{Cell, ColumnKind, Table};
use crate::values::{Date, Locale, Quantity};

/// What Excel holds in one cell, in characters, and on one sheet, in rows.
const LONGEST_CELL: usize = 32_767;
const MOST_ROWS: usize = 1_048_576;

/// Excel keeps this many digits of a number; a longer one is written as text.
const EXACT_DIGITS: usize = 15;

pub fn workbook(edition: &Edition, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&edition.title.vi)
            .set_subject(&edition.title.en)
            .set_author(&edition.publisher.vi)
            .set_comment(&edition.licence_url)
            .set_creation_datetime(&excel_day(edition.as_of)?),
    );
    about(workbook.add_worksheet(), edition, tables)?;
    explain(workbook.add_worksheet(), tables)?;
    for table in tables {
        fill(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

/// The edition, and what each sheet holds.
fn about(sheet: &mut Worksheet, edition: &Edition, tables: &[Table]) -> Result<(), XlsxError> {
    sheet.set_name("about")?;
    let [bold, wrapped] = [bold(), wrapped()];
    let facts = [
        ["", "Tiếng Việt", "English"],
        ["title", &edition.title.vi, &edition.title.en],
        ["publisher", &edition.publisher.vi, &edition.publisher.en],
        ["notice", &edition.notice.vi, &edition.notice.en],
        ["licence", &edition.licence.vi, &edition.licence.en],
        ["licence_url", &edition.licence_url, &edition.licence_url],
        ["address", &edition.base_url, &edition.base_url],
    ];
    let mut row = 0;
    for [name, vi, en] in facts {
        sheet.write_string_with_format(row, 0, name, &bold)?;
        sheet.write_string_with_format(row, 1, vi, if row == 0 { &bold } else { &wrapped })?;
        sheet.write_string_with_format(row, 2, en, if row == 0 { &bold } else { &wrapped })?;
        row += 1;
    }
    sheet.write_string_with_format(row, 0, "as_of", &bold)?;
    let day = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
    for column in [1, 2] {
        sheet.write_datetime_with_format(row, column, excel_day(edition.as_of)?, &day)?;
    }
    row += 2;
    for table in tables {
        sheet.write_string_with_format(row, 0, table.name, &bold)?;
        let vi = format!("{}. {}", table.title.vi, table.about.vi);
        sheet.write_string_with_format(row, 1, vi, &wrapped)?;
        let en = format!("{}. {}", table.title.en, table.about.en);
        sheet.write_string_with_format(row, 2, en, &wrapped)?;
        row += 1;
    }
    sheet.set_column_width(0, 18)?.set_column_width(1, 70)?.set_column_width(2, 70)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Every column of every table.
fn explain(sheet: &mut Worksheet, tables: &[Table]) -> Result<(), XlsxError> {
    sheet.set_name("columns")?;
    let [bold, wrapped] = [bold(), wrapped()];
    let header = ["sheet", "column", "type", "key", "never_empty", "vi", "en"];
    for (at, name) in (0u16..).zip(header) {
        sheet.write_string_with_format(0, at, name, &bold)?;
    }
    let mut row = 1;
    for table in tables {
        for column in &table.columns {
            sheet.write_string_with_format(row, 0, table.name, &wrapped)?;
            sheet.write_string_with_format(row, 1, &column.name, &wrapped)?;
            sheet.write_string_with_format(row, 2, column.kind.name(), &wrapped)?;
            sheet.write_boolean(row, 3, table.key.contains(&column.name.as_str()))?;
            sheet.write_boolean(row, 4, column.needed)?;
            sheet.write_string_with_format(row, 5, column.explained(Locale::Vi), &wrapped)?;
            sheet.write_string_with_format(row, 6, column.explained(Locale::En), &wrapped)?;
            row += 1;
        }
    }
    for (at, width) in (0u16..).zip([16, 26, 14, 8, 14, 70, 70]) {
        sheet.set_column_width(at, width)?;
    }
    sheet.set_freeze_panes(1, 0)?.autofilter(0, 0, row - 1, 6)?;
    Ok(())
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    let bold = bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let whole = Format::new().set_num_format("#,##0");
    // A number is shown with the digits that it is written with: 91.10 stays 91.10.
    let mut decimals: BTreeMap<usize, Format> = BTreeMap::new();
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, &bold)?;
        sheet.set_column_width(at, width(&column.name, &column.kind))?;
    }
    for (row, cells) in (1u32..).zip(table.rows.iter().take(MOST_ROWS - 1)) {
        for (at, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => _ = sheet.write_string(row, at, shortened(text))?,
                Cell::Day(date) => match excel_day(*date) {
                    Ok(date) => _ = sheet.write_datetime_with_format(row, at, date, &day)?,
                    // Excel knows no day before 1900.
                    Err(_) => _ = sheet.write_string(row, at, date.to_string())?,
                },
                Cell::Number(number) => match exact(number) {
                    Some(value) => {
                        let format = decimals.entry(number.decimals()).or_insert_with(|| {
                            let places = "0".repeat(number.decimals());
                            let format =
                                if places.is_empty() { "0".into() } else { format!("0.{places}") };
                            Format::new().set_num_format(format)
                        });
                        sheet.write_number_with_format(row, at, value, format)?;
                    }
                    None => _ = sheet.write_string(row, at, number.to_string())?,
                },
                Cell::Integer(integer) => match exact_text(&integer.to_string()) {
                    Some(value) => _ = sheet.write_number_with_format(row, at, value, &whole)?,
                    None => _ = sheet.write_string(row, at, integer.to_string())?,
                },
                Cell::Boolean(boolean) => _ = sheet.write_boolean(row, at, *boolean)?,
            }
        }
    }
    let last_row = u32::try_from(table.rows.len().min(MOST_ROWS - 1)).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn bold() -> Format {
    Format::new().set_bold()
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    let year = u16::try_from(day.year()).unwrap_or(0);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

/// The number where Excel keeps all its digits.
fn exact(number: &Quantity) -> Option<f64> {
    exact_text(&number.to_string())
}

fn exact_text(digits: &str) -> Option<f64> {
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    digits.parse().ok().filter(|_| count <= EXACT_DIGITS)
}

/// What fits into a cell; the CSV file has all of it.
fn shortened(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_CELL {
        return text.to_owned();
    }
    // A character takes at most two of Excel's.
    let mut short: String = text.chars().take(LONGEST_CELL / 2 - 1).collect();
    short.push('…');
    short
}

/// In characters: wide enough to read, narrow enough to see several columns.
fn width(name: &str, kind: &ColumnKind) -> u32 {
    let room = match kind {
        ColumnKind::Text if name.ends_with("_vi") || name.ends_with("_en") => 48,
        ColumnKind::Text => 20,
        ColumnKind::Id | ColumnKind::Word(_) => 18,
        ColumnKind::Day | ColumnKind::PartialDate => 12,
        ColumnKind::Number | ColumnKind::Integer | ColumnKind::Boolean => 10,
        ColumnKind::WebAddress => 40,
    };
    // The header, and the button of its filter.
    room.max(u32::try_from(name.len()).unwrap_or(room) + 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Localized;

    #[test]
    fn what_excel_cannot_hold_is_written_as_far_as_it_can() {
        let column = |name: &str, kind| crate::pages::Column {
            name: name.to_owned(),
            kind,
            needed: false,
            about: Localized { vi: "cột".to_owned(), en: "column".to_owned() },
        };
        let long = "Ệ".repeat(40_000);
        let table = Table {
            name: "extremes",
            title: Localized { vi: "Mẫu", en: "Sample" },
            about: Localized { vi: "Mẫu.", en: "A sample." },
            columns: vec![
                column("text", ColumnKind::Text),
                column("day", ColumnKind::Day),
                column("number", ColumnKind::Number),
                column("integer", ColumnKind::Integer),
            ],
            key: &["text"],
            foreign: Vec::new(),
            rows: vec![vec![
                Cell::Text(long.clone()),
                Cell::Day(Date::new(1802, 6, 1).unwrap()),
                Cell::Number("123456789012345678901234567890".parse().unwrap()),
                Cell::Integer(u64::MAX),
            ]],
        };
        let both = || Localized { vi: String::new(), en: String::new() };
        let edition = Edition {
            title: both(),
            publisher: both(),
            notice: both(),
            licence: both(),
            licence_id: String::new(),
            licence_url: String::new(),
            base_url: String::new(),
            as_of: Date::new(2025, 12, 31).unwrap(),
            period: None,
            plans: Vec::new(),
        };
        let first = workbook(&edition, std::slice::from_ref(&table)).unwrap();
        assert_eq!(first, workbook(&edition, &[table]).unwrap());
        assert!(shortened(&long).ends_with('…'));
        assert!(shortened(&long).encode_utf16().count() <= LONGEST_CELL);
        assert_eq!(shortened("=1+1"), "=1+1");
    }
}
