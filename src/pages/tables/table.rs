//! A table: its columns, its keys and its rows, each of which is made when it is asked for.

use std::fmt;

use super::cell::{Cell, Column};
use super::columns::Columns;
use crate::values::Localized;

#[derive(Debug)]
pub struct Table<'m> {
    /// Of the file and of the sheet: `items`.
    pub name: &'static str,
    pub title: Localized<&'static str>,
    /// What one row is.
    pub about: Localized<&'static str>,
    pub columns: Vec<Column>,
    /// Columns whose values together name a row.
    pub key: &'static [&'static str],
    pub foreign: Vec<Foreign>,
    pub rows: Rows<'m>,
}

/// The rows of a table. Only what they are made of is in memory: with a cell for each, the tables of a large
/// site would be as large as the site.
pub struct Rows<'m> {
    count: usize,
    row: Box<dyn Fn(usize) -> Vec<Cell<'m>> + Sync + 'm>,
}

impl<'m> Rows<'m> {
    /// `row` gets positions below `count`.
    #[must_use]
    pub fn new(count: usize, row: impl Fn(usize) -> Vec<Cell<'m>> + Sync + 'm) -> Self {
        Self { count, row: Box::new(row) }
    }

    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The cells of each row.
    pub fn iter(&self) -> impl Iterator<Item = Vec<Cell<'m>>> {
        (0..self.count).map(&self.row)
    }
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Columns whose values name a row of another table.
#[derive(Debug, Clone, Copy)]
pub struct Foreign {
    pub columns: &'static [&'static str],
    pub table: &'static str,
    pub to: &'static [&'static str],
}

impl<'m> Table<'m> {
    /// `title` and `about` in Vietnamese and English.
    pub(super) fn new<R: Sync + 'm>(
        name: &'static str,
        title: [&'static str; 2],
        about: [&'static str; 2],
        key: &'static [&'static str],
        columns: Columns<'m, R>,
        rows: Vec<R>,
    ) -> Self {
        let [vi, en] = title;
        let [about_vi, about_en] = about;
        let count = rows.len();
        let (columns, cells) = columns.finished();
        let of_row = move |at: usize| rows.get(at).map(&cells).unwrap_or_default();
        Self {
            name,
            title: Localized { vi, en },
            about: Localized { vi: about_vi, en: about_en },
            key,
            foreign: Vec::new(),
            columns,
            rows: Rows::new(count, of_row),
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
