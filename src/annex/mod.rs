//! The annex table of a plan, as an office sends it → drafts of `area.yaml` for a person to complete.
//!
//! In: the cells of a workbook or a .csv file, and the printed names of the bodies that are known. Out: one
//! draft for each group of the annex. Every printed form stands as it was received; what was joined, put
//! right or could not be read is marked with `# XEM LẠI`. Nothing is left out: a row that fits nowhere
//! stands in the draft as a comment.

mod draft;
mod rows;
mod table;

pub use draft::{Draft, Names, drafts};
pub use rows::{Group, groups, year};
pub use table::{Table, table};
