//! An .xlsx file → its sheets.
//!
//! Cells are taken one by one: a single cell in the last row of a sheet would otherwise ask for the memory
//! of the whole rectangle.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx};

use super::{Cell, Sheet, Unread, sound};
use crate::values::Date;
use crate::values::limits::{LARGEST_WORKBOOK, MOST_CELLS};

/// # Errors
/// When it is no workbook, or too large.
pub fn read_xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Unread> {
    if bytes.len() > LARGEST_WORKBOOK {
        return Err(Unread::TooLarge);
    }
    sound::check(bytes)?;
    // The reader was seen to panic at the reference of a cell that no sheet has (`ZZZZZZZ99999999999`). These are
    // refused above; should there be another such place, a form that comes in must not end the program.
    std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(Unread::Damaged))
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unread> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    let mut sheets = Vec::new();
    for (number, name) in book.sheet_names().into_iter().enumerate() {
        let mut sheet = Sheet { name: name.as_str().into(), number, ..Sheet::default() };
        read_cells(&mut book, &name, &mut sheet)?;
        let merged = book.merge_cells_by_sheet_name(&name).map_err(|_| Unread::Damaged)?;
        sheet.merged = merged.into_iter().map(|region| (region.start, region.end)).collect();
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn read_cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, sheet: &mut Sheet) -> Result<(), Unread> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| Unread::Damaged)?;
    let percents: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Unread::Damaged)? {
        let percent = percents.get(style).copied().unwrap_or(false);
        if let Some(value) = value(cell.get_value(), percent) {
            sheet.cells.insert(cell.get_position(), value);
        }
        if sheet.cells.len() > MOST_CELLS {
            return Err(Unread::TooLarge);
        }
    }
    Ok(())
}

fn is_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

fn value(data: &DataRef, percent: bool) -> Option<Cell> {
    match data {
        DataRef::Empty => None,
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(number) => Some(Cell::Number { digits: number.to_string(), percent }),
        // The shortest digits that mean this number are those that were typed.
        DataRef::Float(number) => Some(Cell::Number { digits: number.to_string(), percent }),
        DataRef::Bool(true) => Some(Cell::Other("TRUE".to_owned())),
        DataRef::Bool(false) => Some(Cell::Other("FALSE".to_owned())),
        DataRef::DateTime(time) => {
            Some(day(*time).map_or_else(|| Cell::Other(time.as_f64().to_string()), Cell::Day))
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            Some(day.map_or_else(|| Cell::Other(text.clone()), Cell::Day))
        }
        DataRef::DurationIso(text) => Some(Cell::Other(text.clone())),
        DataRef::Error(fault) => Some(Cell::Other(fault.to_string())),
    }
}

/// The day of a cell that shows a date; none for a bare time of day.
fn day(time: ExcelDateTime) -> Option<Date> {
    if !time.is_datetime() || time.as_f64() < 1.0 {
        return None;
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
