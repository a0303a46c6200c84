//! The form on which a body reports, and what is taken from it when it comes back.
//!
//! In: the model, a body and a period; later the cells of the form. Out: a workbook; later the outcome file
//! that an official would have written, or everything that is wrong with the cells, each by its name.
//!
//! Architecture invariant: both directions ask the same list of columns and the same list of rows, so what
//! is written locked is what is compared when it comes back. Nothing here reads or writes a file.

mod columns;
mod labels;
mod period;
mod rows;
mod said;
mod told;

mod sheets;

mod answer;
mod choice;
mod claim;
mod meta;
mod source;
mod take;

mod yaml;

pub use meta::{as_of, is_form};
pub use period::ReportPeriod;
pub use rows::{Form, Unmade};
pub use said::{Said, diagnostic};
pub use sheets::workbook;
pub use take::{Taken, take};
pub use told::{Told, told};
pub use yaml::outcome_file;
