//! The records of the YAML files, field by field as docs/content.md shows them.
//!
//! One file of records for each file of content. Every record refuses unknown keys. Records avoid
//! serde's `flatten`, `untagged` and `tag`, because those lose the place of a fault.

mod agency;
mod area;
mod correction;
mod decision;
mod glossary;
mod outcome;
mod plan;
mod redirect;
mod release;
mod site;
mod source;

pub use agency::{Agency, AgencyEnd, AgencyKind, DatedName, Link, Successor};
pub use area::{
    Activity, Area, Bodies, Body, Budget, BudgetKind, Deadline, Lack, Measure, MeasureRef,
    Objective, RowTask, Target, Task,
};
pub use correction::Correction;
pub use decision::{Aim, Decision, Duty};
pub use glossary::{Term, TermForms};
pub use outcome::{
    About, Bearing, Bound, Figure, Foreign, Grade, Outcome, OutcomeFile, OutcomePeriod, PartsDone,
    ProductShown, Says, Source, SourceKind, Verdict,
};
pub use plan::{
    Act, ActEnd, Amendment, AmendmentEffect, AnnexColumn, Counts, Instrument, Plan, PlanPeriod,
};
pub use redirect::Redirect;
pub use release::{
    Release, ReleaseAgency, ReleaseAmendment, ReleaseBefore, ReleaseCorrection, ReleaseData,
    ReleaseItem, ReleaseOutcome, ReleasePlan, ReleaseReport, ReleaseRole, ReleaseSource,
};
pub use site::{Contact, Licence, Site};
pub use source::{NotItem, Repair, RepairKind};

use crate::diagnostic::Place;

/// A record and where it stands.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    pub place: Place,
    pub record: T,
}
