//! A table, filled: its columns, its keys and its rows.

use super::cell::{Cell, Column};
use super::columns::Columns;
use crate::values::Localized;

#[derive(Debug, Clone)]
pub struct Table {
    /// Of the file and of the sheet: `items`.
    pub name: &'static str,
    pub title: Localized<&'static str>,
    /// What one row is.
    pub about: Localized<&'static str>,
    pub columns: Vec<Column>,
    /// Columns whose values together name a row.
    pub key: &'static [&'static str],
    pub foreign: Vec<Foreign>,
    pub rows: Vec<Vec<Cell>>,
}

/// Columns whose values name a row of another table.
#[derive(Debug, Clone, Copy)]
pub struct Foreign {
    pub columns: &'static [&'static str],
    pub table: &'static str,
    pub to: &'static [&'static str],
}

impl Table {
    /// `title` and `about` in Vietnamese and English.
    pub(super) fn new<R>(
        name: &'static str,
        title: [&'static str; 2],
        about: [&'static str; 2],
        key: &'static [&'static str],
        columns: Columns<'_, R>,
        rows: &[R],
    ) -> Self {
        let [vi, en] = title;
        let [about_vi, about_en] = about;
        Self {
            name,
            title: Localized { vi, en },
            about: Localized { vi: about_vi, en: about_en },
            key,
            foreign: Vec::new(),
            rows: rows.iter().map(|row| columns.cells(row)).collect(),
            columns: columns.finished(),
        }
    }

    #[must_use]
    pub(super) fn refers(
        mut self,
        columns: &'static [&'static str],
        table: &'static str,
        to: &'static [&'static str],
    ) -> Self {
        self.foreign.push(Foreign { columns, table, to });
        self
    }

    /// The file, relative to the folder `data/`.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
}
