//! All tables as one XLSX workbook, with a sheet on the edition and one that explains every column.
//!
//! The day of creation that stands in the file is the cut-off day, so the bytes depend on the content only.
//!
//! The library that writes workbooks keeps every cell in memory until the end, and more than once. So it
//! writes one whose tables have no rows (here), and `filled` puts the rows into it. A test holds the result
//! to what the library would have written of all cells.

mod filled;
mod rows;
mod strings;
mod value;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::edition::Edition;
use crate::pages::{ColumnKind, Table};
use crate::values::{Date, Locale};

pub use value::Styles;

/// What Excel holds on one sheet.
const MOST_ROWS: usize = 1_048_576;

/// `styles` has those of each table.
pub fn workbook(
    edition: &Edition,
    tables: &[Table],
    styles: &[Styles],
) -> Result<Vec<u8>, XlsxError> {
    let empty = without_rows(edition, tables, styles)?;
    filled::filled(&empty, tables, styles)
}

fn without_rows(
    edition: &Edition,
    tables: &[Table],
    styles: &[Styles],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = begun(edition, tables)?;
    for (table, styles) in tables.iter().zip(styles) {
        let sheet = workbook.add_worksheet();
        head(sheet, table)?;
        // Only a cell makes its format known: these stand where the rows will be put.
        for (at, style) in (0u16..).zip(styles.used()) {
            sheet.write_number_with_format(1, at, 0, &style.format())?;
        }
    }
    workbook.save_to_buffer()
}

/// With the sheets that stand before those of the tables.
fn begun(edition: &Edition, tables: &[Table]) -> Result<Workbook, XlsxError> {
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
    Ok(workbook)
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

/// What a sheet has beside its rows.
fn head(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    let bold = bold();
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, &bold)?;
        sheet.set_column_width(at, width(&column.name, &column.kind))?;
    }
    let last_row = u32::try_from(table.rows.count().min(MOST_ROWS - 1)).unwrap_or(u32::MAX);
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
    use super::value::Value;
    use super::*;
    use crate::pages::{Cell, Rows};
    use crate::values::Localized;

    fn edition() -> Edition {
        let both = || Localized { vi: "Dữ liệu <mẫu>".to_owned(), en: " Sample ".to_owned() };
        Edition {
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
        }
    }

    fn table<'m>(name: &'static str, kinds: Vec<ColumnKind>, rows: Rows<'m>) -> Table<'m> {
        let columns = (1..).zip(kinds).map(|(at, kind)| crate::pages::Column {
            name: format!("column_{at}"),
            kind,
            needed: false,
            about: Localized { vi: "cột".to_owned(), en: "column".to_owned() },
        });
        Table {
            name,
            title: Localized { vi: "Mẫu", en: "Sample" },
            about: Localized { vi: "Mẫu.", en: "A sample." },
            columns: columns.collect(),
            key: &["column_1"],
            foreign: Vec::new(),
            rows,
        }
    }

    fn styles(tables: &[Table]) -> Vec<Styles> {
        let of = |table: &Table| {
            let mut styles = Styles::default();
            table.rows.iter().for_each(|row| styles.see(&row));
            styles
        };
        tables.iter().map(of).collect()
    }

    /// What the library makes of every cell.
    fn by_the_library(edition: &Edition, tables: &[Table]) -> Vec<u8> {
        let mut workbook = begun(edition, tables).unwrap();
        for table in tables {
            let sheet = workbook.add_worksheet();
            head(sheet, table).unwrap();
            for (row, cells) in (1..).zip(table.rows.iter()) {
                for (at, cell) in (0..).zip(cells) {
                    match Value::of(cell) {
                        Value::Nothing => {}
                        Value::Text(text) => _ = sheet.write_string(row, at, text).unwrap(),
                        Value::Truth(is) => _ = sheet.write_boolean(row, at, is).unwrap(),
                        Value::Number(number, style) => {
                            let format = style.format();
                            sheet.write_number_with_format(row, at, number, &format).unwrap();
                        }
                    }
                }
            }
        }
        workbook.save_to_buffer().unwrap()
    }

    /// Each file of a workbook.
    fn files(workbook: &[u8]) -> Vec<(String, String)> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
        let count = archive.len();
        let one = |at: usize| {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            (name, std::io::read_to_string(&mut file).unwrap())
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn the_bytes_are_those_that_the_library_makes_of_every_cell() {
        let kinds = || vec![ColumnKind::Text; 30];
        let numbers = ["91.10", "-3", "0.5", "12345678901234567890"];
        let numbers = numbers.map(|number| number.parse().unwrap());
        let texts = [
            "",
            "một",
            "a & b",
            "<r>x</r>y",
            " trước",
            "sau\n",
            "_x0041_",
            "\u{1}\u{B}",
            "\"",
            "=1+1",
        ];
        let cell = |row: usize, at: usize| match (row * 7 + at * 3) % 11 {
            0 => Cell::Empty,
            1 => Cell::Day(Date::new(2025, 1, 1 + i8::try_from(row % 28).unwrap()).unwrap()),
            2 => Cell::Number(&numbers[row % numbers.len()]),
            3 => Cell::Integer(1000 * u64::try_from(row).unwrap()),
            4 => Cell::Boolean(row.is_multiple_of(2)),
            5 => Cell::Text(format!("row {row}").into()),
            other => Cell::Text(texts[(row + other) % texts.len()].into()),
        };
        let sparse = |row: usize| match row {
            3..40 | 55 => vec![Cell::Empty, Cell::Text("".into())],
            _ => vec![Cell::Empty, Cell::Boolean(true)],
        };
        let tables = [
            table("full", kinds(), Rows::new(70, |row| (0..30).map(|at| cell(row, at)).collect())),
            table("nothing", kinds(), Rows::new(0, |_| Vec::new())),
            table("one", kinds(), Rows::new(1, |row| vec![cell(row, 5)])),
            table("sparse", vec![ColumnKind::Text; 2], Rows::new(56, sparse)),
        ];
        let made = workbook(&edition(), &tables, &styles(&tables)).unwrap();
        let expected = by_the_library(&edition(), &tables);
        for (made, expected) in files(&made).into_iter().zip(files(&expected)) {
            assert_eq!(made, expected);
        }
        assert!(made == expected);
    }

    #[test]
    fn what_excel_cannot_hold_is_written_as_far_as_it_can() {
        let long = "Ệ".repeat(40_000);
        let number = "123456789012345678901234567890".parse().unwrap();
        let row = |_| {
            vec![
                Cell::Text(long.as_str().into()),
                Cell::Day(Date::new(1802, 6, 1).unwrap()),
                Cell::Number(&number),
                Cell::Integer(u64::MAX),
            ]
        };
        let kinds =
            vec![ColumnKind::Text, ColumnKind::Day, ColumnKind::Number, ColumnKind::Integer];
        let tables = [table("extremes", kinds, Rows::new(1, row))];
        let made = workbook(&edition(), &tables, &styles(&tables)).unwrap();
        let (_, strings) = files(&made).into_iter().find(|(name, _)| name.contains("Str")).unwrap();
        for text in
            ["Ệ…</t>", ">1802-06-01<", ">123456789012345678901234567890<", ">18446744073709551615<"]
        {
            assert!(strings.contains(text), "{text}");
        }
    }
}
