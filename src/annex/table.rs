//! The cells → the rows of the annex table, each cell under its heading.
//!
//! Looks for the heading row, skips its repetitions after page breaks, gives merged cells their value in
//! every row that they span, and moves a row back that merged cells pushed to the right.

use crate::content::AnnexColumn;
use crate::values::folded;
use crate::workbook::Sheet;

/// The words by which its heading is known, without marks.
fn headings(column: AnnexColumn) -> &'static [&'static str] {
    match column {
        AnnexColumn::Number => &["stt", "tt", "so thu tu"],
        AnnexColumn::Objective => &["muc tieu"],
        AnnexColumn::Task => &["nhiem vu"],
        AnnexColumn::Activity => &["hoat dong"],
        AnnexColumn::Product => &["san pham", "ket qua"],
        AnnexColumn::Lead => &["chu tri"],
        AnnexColumn::Partners => &["phoi hop"],
        AnnexColumn::Deadline => &["thoi gian", "thoi han"],
        AnnexColumn::Budget => &["kinh phi"],
    }
}

/// A row of the table.
#[derive(Debug, Clone, Default)]
pub struct TableRow {
    /// Counted from 1, as the sheet shows it.
    pub number: u32,
    cells: [String; 9],
    /// Cells stood one column too far to the right and were moved back.
    pub shifted: bool,
    /// Cells whose value comes from a merged cell that began in a row above.
    pub spanned: Vec<AnnexColumn>,
    /// What stands to the right of the table.
    pub beyond: Vec<String>,
}

impl TableRow {
    #[must_use]
    pub fn get(&self, column: AnnexColumn) -> &str {
        self.cells.get(column as usize).map_or("", String::as_str)
    }

    fn set(&mut self, column: AnnexColumn, text: String) {
        if let Some(cell) = self.cells.get_mut(column as usize) {
            *cell = text;
        }
    }

    /// The words of the cells that hold any, from the left.
    pub fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(String::as_str).filter(|text| !text.is_empty())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty) && self.beyond.is_empty()
    }
}

#[derive(Debug, Default)]
pub struct Table {
    pub rows: Vec<TableRow>,
}

/// The annex table of the first sheet that has one.
#[must_use]
pub fn table(sheets: &[Sheet]) -> Option<Table> {
    sheets.iter().find_map(|sheet| {
        (0..=sheet.last_row()).find_map(|row| {
            let columns = columns(sheet, row);
            is_heading(&columns).then(|| read(sheet, row, &columns))
        })
    })
}

/// Whether at least six of the nine headings stand in a row.
fn is_heading(columns: &[(AnnexColumn, u32)]) -> bool {
    columns.len() >= 6
}

/// The headings of a row, each with its place from the left. Headings are short; a sentence that names a word
/// is none.
fn columns(sheet: &Sheet, row: u32) -> Vec<(AnnexColumn, u32)> {
    const LONGEST: usize = 40;
    let cells: Vec<(u32, String)> = sheet
        .row(row)
        .map(|(at, cell)| {
            let text = folded(&cell.shown());
            (at, text.trim_start_matches(|c: char| !c.is_alphabetic()).to_owned())
        })
        .filter(|(_, text)| text.chars().count() <= LONGEST)
        .collect();
    let of = |column: AnnexColumn| {
        let is_it = |(_, text): &&(u32, String)| {
            headings(column).iter().any(|heading| match column {
                AnnexColumn::Number => text == heading,
                AnnexColumn::Objective
                | AnnexColumn::Task
                | AnnexColumn::Activity
                | AnnexColumn::Product
                | AnnexColumn::Lead
                | AnnexColumn::Partners
                | AnnexColumn::Deadline
                | AnnexColumn::Budget => text.contains(heading),
            })
        };
        Some((column, cells.iter().find(is_it)?.0))
    };
    AnnexColumn::ALL.into_iter().filter_map(of).collect()
}

fn read(sheet: &Sheet, heading: u32, columns: &[(AnnexColumn, u32)]) -> Table {
    let last = columns.iter().map(|(_, at)| *at).max().unwrap_or_default();
    let mut rows = Vec::new();
    for number in heading + 1..=sheet.last_row() {
        if is_heading(&self::columns(sheet, number)) || is_column_numbers(sheet, number) {
            continue;
        }
        let mut row = TableRow { number: number + 1, ..TableRow::default() };
        for (column, at) in columns {
            let (text, spanned) = value(sheet, number, *at, *column);
            if spanned {
                row.spanned.push(*column);
            }
            row.set(*column, text);
        }
        row.beyond =
            sheet.row(number).filter(|(at, _)| *at > last).map(|(_, cell)| cell.shown()).collect();
        if row.is_empty() {
            continue;
        }
        rows.push(put_right(row));
    }
    Table { rows }
}

/// The value of a cell. A merged cell keeps its value in its first row only; the cells of one activity
/// that span several rows belong to each of them, while an objective or a task is read once.
fn value(sheet: &Sheet, row: u32, at: u32, column: AnnexColumn) -> (String, bool) {
    let own = without_marks(&sheet.shown(row, at));
    if !own.is_empty() || column <= AnnexColumn::Task {
        return (own, false);
    }
    let above = sheet
        .merged
        .iter()
        .find(|(first, last)| first.0 < row && row <= last.0 && first.1 == at && last.1 == at);
    match above {
        Some((first, _)) => (without_marks(&sheet.shown(first.0, first.1)), true),
        None => (own, false),
    }
}

/// `<b>…</b>` and `**…**` are how other programs mark bold words; they are no words.
fn without_marks(text: &str) -> String {
    let mut text = text.to_owned();
    for mark in ["<b>", "</b>", "<i>", "</i>", "**"] {
        text = text.replace(mark, "");
    }
    text.trim().to_owned()
}

/// A row of "(1) (2) (3)" under the heading.
fn is_column_numbers(sheet: &Sheet, row: u32) -> bool {
    let mut cells = sheet.row(row).map(|(_, cell)| cell.shown());
    let is_number = |text: String| {
        text.trim_matches(['(', ')', '.']).parse::<u8>().is_ok_and(|number| number < 20)
    };
    let several = sheet.row(row).count() >= 6;
    several && cells.all(is_number)
}

/// Moves a row back whose cells stand one column too far to the right: its deadline is then found in the
/// column of the budget.
fn put_right(mut row: TableRow) -> TableRow {
    let is_shifted = !looks_like_a_deadline(row.get(AnnexColumn::Deadline))
        && looks_like_a_deadline(row.get(AnnexColumn::Budget))
        && row.get(AnnexColumn::Task).is_empty();
    if !is_shifted {
        return row;
    }
    let from_left: Vec<String> =
        row.cells.iter().skip(AnnexColumn::Activity as usize).cloned().collect();
    let beyond = std::mem::take(&mut row.beyond);
    let columns = AnnexColumn::ALL.into_iter().skip(AnnexColumn::Task as usize);
    let texts = from_left.into_iter().chain(std::iter::once(beyond.join(" ")));
    for (column, text) in columns.zip(texts) {
        row.set(column, text);
    }
    row.shifted = true;
    row
}

/// "Trước ngày 31/12/2025", "Quý IV", "Tháng 12/2025", "Năm 2025", "Thường xuyên".
#[must_use]
pub fn looks_like_a_deadline(text: &str) -> bool {
    let text = folded(text);
    ["truoc ", "quy ", "thang ", "nam 2", "ca nam", "thuong xuyen", "hang nam", "hang quy"]
        .iter()
        .any(|start| text.starts_with(start))
}
