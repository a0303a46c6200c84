//! A workbook of others → its cells, as plain values.
//!
//! In: the bytes of an .xlsx or .csv file. Out: for each sheet its cells by row and column, with dates as
//! days and numbers in the digits that a person sees; or why the file cannot be read. Nothing here knows
//! what the cells mean.

mod cells;
mod csv;
mod sound;
mod xlsx;

pub use self::csv::read_csv;
pub use cells::{Cell, Sheet};
pub use xlsx::read_xlsx;

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no workbook of this kind, or it is damaged.
    Damaged,
    TooLarge,
}
