//! What Excel keeps of a cell, and how it shows it.

use std::borrow::Cow;

use rust_xlsxwriter::Format;

use super::excel_day;
use crate::pages::Cell;

/// What Excel holds in one cell, in characters.
const LONGEST_CELL: usize = 32_767;

/// Excel keeps this many digits of a number; a longer one is written as text.
const EXACT_DIGITS: usize = 15;

pub enum Value<'m> {
    Nothing,
    Text(Cow<'m, str>),
    Number(f64, Style),
    Truth(bool),
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Day,
    Whole,
    /// With the digits that it is written with: 91.10 stays 91.10.
    Decimals(usize),
}

impl<'m> Value<'m> {
    pub fn of(cell: Cell<'m>) -> Self {
        match cell {
            Cell::Empty => Self::Nothing,
            Cell::Text(text) if text.is_empty() => Self::Nothing,
            Cell::Text(text) => Self::Text(shortened(text)),
            Cell::Day(day) => match excel_day(day) {
                Ok(serial) => Self::Number(serial.to_excel(), Style::Day),
                // Excel knows no day before 1900.
                Err(_) => Self::Text(day.to_string().into()),
            },
            Cell::Number(number) => {
                number_or_text(number.to_string(), Style::Decimals(number.decimals()))
            }
            Cell::Integer(integer) => number_or_text(integer.to_string(), Style::Whole),
            Cell::Boolean(boolean) => Self::Truth(boolean),
        }
    }
}

/// A number where Excel keeps all its digits.
fn number_or_text<'m>(digits: String, style: Style) -> Value<'m> {
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    match digits.parse() {
        Ok(number) if count <= EXACT_DIGITS => Value::Number(number, style),
        _ => Value::Text(digits.into()),
    }
}

/// What fits into a cell; the CSV file has all of it.
fn shortened(text: Cow<'_, str>) -> Cow<'_, str> {
    // A character has at least as many bytes as Excel counts for it.
    if text.len() <= LONGEST_CELL || text.encode_utf16().count() <= LONGEST_CELL {
        return text;
    }
    // A character takes at most two of Excel's.
    let mut short: String = text.chars().take(LONGEST_CELL / 2 - 1).collect();
    short.push('…');
    short.into()
}

impl Style {
    pub fn format(self) -> Format {
        let format = match self {
            Self::Day => "yyyy-mm-dd".to_owned(),
            Self::Whole => "#,##0".to_owned(),
            Self::Decimals(0) => "0".to_owned(),
            Self::Decimals(places) => format!("0.{}", "0".repeat(places)),
        };
        Format::new().set_num_format(format)
    }
}

/// The styles of a table, in the order in which they come first.
#[derive(Debug, Default)]
pub struct Styles(Vec<Style>);

impl Styles {
    /// Looks at one row after the other.
    pub fn see(&mut self, row: &[Cell]) {
        for cell in row {
            // A text needs none, and is not taken apart for it.
            let (Cell::Day(_) | Cell::Number(_) | Cell::Integer(_)) = cell else { continue };
            if let Value::Number(_, style) = Value::of(cell.clone())
                && !self.0.contains(&style)
            {
                self.0.push(style);
            }
        }
    }

    pub fn used(&self) -> &[Style] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        let long = "Ệ".repeat(40_000);
        let short = shortened(long.as_str().into());
        assert!(short.ends_with('…'));
        assert!(short.encode_utf16().count() <= LONGEST_CELL);
        assert_eq!(shortened("=1+1".into()), "=1+1");
    }
}
