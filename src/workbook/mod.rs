//! A workbook of others → its cells, as plain values.
//!
//! In: the bytes of an .xlsx or .csv file. Out: for each sheet its cells by row and column, with dates as
//! days and numbers in the digits that a person sees; or why the file cannot be read. Nothing here knows
//! what the cells mean.

mod cells;
mod csv;
mod xlsx;

pub use self::csv::read_csv;
pub use cells::{Cell, Sheet};
pub use xlsx::read_xlsx;

/// The largest workbook, in bytes. A form of the first plan has 30 thousand.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;

/// More cells than this are no form and no annex that a person could go through.
const MOST_CELLS: usize = 100_000;

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no workbook of this kind, or it is damaged.
    Damaged,
    TooLarge,
}
