//! A public body, and what it is called on a day.

use crate::content;
use crate::diagnostic::Place;
use crate::values::{Date, PartialDate, Translated};

use super::arena::index;

index!(
    /// Names one `Agency` of the model.
    AgencyIx
);

#[derive(Debug, Clone)]
pub struct Agency {
    pub record: content::Agency,
    /// The last of the record's names; a body without any is refused.
    pub last_name: content::DatedName,
    pub place: Place,
    pub successors: Vec<Successor>,
    pub members: Vec<AgencyIx>,
    /// Bodies of which it is a successor.
    pub predecessors: Vec<AgencyIx>,
}

#[derive(Debug, Clone)]
pub struct Successor {
    pub agency: AgencyIx,
    pub from: PartialDate,
    pub note: Option<Translated>,
}

impl Agency {
    /// The name it had on `day`: the first that had not ended.
    #[must_use]
    pub fn name_on(&self, day: Date) -> &content::DatedName {
        self.record
            .names
            .iter()
            .find(|name| name.until.is_none_or(|until| until.last_day() >= day))
            .unwrap_or_else(|| self.last_name())
    }

    /// The last name it had.
    #[must_use]
    pub fn last_name(&self) -> &content::DatedName {
        &self.last_name
    }

    /// Whether it had ended on `day`. A date known to the month or year only counts from its last day.
    #[must_use]
    pub fn ended_by(&self, day: Date) -> bool {
        self.record.end.as_ref().is_some_and(|end| end.date.last_day() <= day)
    }
}
