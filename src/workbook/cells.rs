//! The cells of one sheet.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{CellSpot, Place};
use crate::values::Date;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// In NFC, with every run of white space as one space.
    Text(String),
    /// The digits, with a dot before the decimals. `percent`: the cell shows it times 100 with a % sign.
    Number {
        digits: String,
        percent: bool,
    },
    Day(Date),
    /// True or false; the error of a formula; a time of day: nothing that a person is asked for.
    Other(String),
}

impl Cell {
    /// A text; none where only white space stands.
    #[must_use]
    pub fn text(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let text: String = words.join(" ").nfc().collect();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// As a person would read it aloud.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Other(text) => text.clone(),
            Self::Number { digits, percent: false } => digits.clone(),
            Self::Number { digits, percent: true } => format!("{digits} (%)"),
            Self::Day(day) => day.to_string(),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub name: Arc<str>,
    /// Its place in the workbook, from 0.
    pub number: usize,
    /// By row and column, from 0. Empty cells are not in it.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Cells that were merged into one: first and last row, first and last column.
    pub merged: Vec<((u32, u32), (u32, u32))>,
}

impl Sheet {
    #[must_use]
    pub fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.cells.get(&(row, column))
    }

    /// What stands there as text; empty where nothing does.
    #[must_use]
    pub fn shown(&self, row: u32, column: u32) -> String {
        self.get(row, column).map(Cell::shown).unwrap_or_default()
    }

    /// The last row that holds anything.
    #[must_use]
    pub fn last_row(&self) -> u32 {
        self.cells.last_key_value().map_or(0, |((row, _), _)| *row)
    }

    /// The cells of a row, from the left.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), cell)| (*column, cell))
    }

    #[must_use]
    pub fn place(&self, file: &Arc<str>, row: u32, column: u32) -> Place {
        let sheet = Arc::clone(&self.name);
        Place::cell(file, CellSpot { sheet, number: self.number, row, column })
    }
}
