//! What is said to an editor: a code, a place, what is wrong, and what to do.
//!
//! In: a symbolic place (a file and a key or a stretch of text). Out: text for a person or JSON for a
//! program. Lines and columns are found only when a diagnostic is shown, so that checks stay cheap.

mod code;
mod consequence;
mod files;
mod locate;
mod place;
mod repetition;
mod show;
mod yaml_index;

pub use code::{Code, Severity};
pub use consequence::drop_consequences;
pub use files::Files;
pub use locate::Located;
pub use place::{CellSpot, Place, Spot, WordsSpot};
pub use repetition::shorten;
pub use show::{Shown, as_text, shown};
pub(crate) use yaml_index::YamlIndex;

use crate::values::Said;

/// One thing said to an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: Said,
    /// What to do, in the imperative.
    pub help: Said,
    /// Another place that belongs to it: the first of two equal ids, the other side of a comparison.
    pub also: Option<(Place, Said)>,
}

impl Diagnostic {
    #[must_use]
    pub fn new(code: Code, place: Place, message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self {
            code,
            severity: code.severity(),
            place,
            message: message.into(),
            help: help.into(),
            also: None,
        }
    }

    #[must_use]
    pub fn with(mut self, place: Place, label: impl Into<Said>) -> Self {
        self.also = Some((place, label.into()));
        self
    }

    /// Where it points.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        std::iter::once(&self.place).chain(self.also.as_ref().map(|(place, _)| place))
    }
}
