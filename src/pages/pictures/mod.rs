//! What people would rather look at than read: drawn by the templates from places computed here.
//!
//! In: the model. Out: views whose places are shares of a line (`"75.78%"`), so that a picture has no
//! size of its own, needs no style attribute, and its words stay text. Each has its table beside it.

mod budget;
mod glance;
mod history;
mod measure_line;
mod ribbon;

pub use budget::{BudgetPicture, budget};
pub use glance::{Glance, glance};
pub use history::{History, histories};
pub use measure_line::{MeasureLine, figures_on, measure_line};
pub use ribbon::{Ribbon, ribbon};
