//! A commitment of the plan: anything with an id of its own that is an aim, target, task, activity or
//! duty.

use serde::Serialize;

use crate::content::{Budget, Deadline, Lack, MeasureRef};
use crate::diagnostic::Place;
use crate::values::{
    Comparator, ItemId, Localized, MeasureId, Quantity, Reading, Text, Translated, Unit,
};

use super::arena::index;
use super::{AgencyIx, AreaIx, Report, Standing};

index!(
    /// Names one `Item` of a plan.
    ItemIx
);

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Aim,
    Target,
    Task,
    Activity,
    Duty,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Aim, Self::Target, Self::Task, Self::Activity, Self::Duty];

    /// The word of templates, styles and data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Aim => "aim",
            Self::Target => "target",
            Self::Task => "task",
            Self::Activity => "activity",
            Self::Duty => "duty",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Item {
    pub id: ItemId,
    pub kind: Kind,
    pub area: Option<AreaIx>,
    /// The numbering of the document as text: `II.2.a.8`, `PL.VI.3`.
    pub number: String,
    /// The headings above it in the document.
    pub trail: Vec<Translated>,
    /// Ours.
    pub title: Translated,
    /// The document's words, without marks.
    pub words: Translated,
    /// The same as Markdown.
    pub body: Localized<Option<String>>,
    /// Where its words stand in the content.
    pub place: Place,
    /// Where its facts stand in the content.
    pub facts: Place,
    /// Lines of the received copy, as ranges with both ends included.
    pub source_lines: Vec<(usize, usize)>,

    pub roles: Vec<Role>,
    pub lead_printed: Option<Translated>,
    pub partners_printed: Option<Translated>,
    pub deadline: Option<Deadline>,
    pub related: Vec<ItemIx>,

    /// Activities: the number of the row, where each row prints one.
    pub row_number: Option<String>,
    /// Activities: the annex columns around it.
    pub objective: Option<Translated>,
    pub row_task: Option<Translated>,
    /// The task cell is empty and the one above is read as spanning it.
    pub row_task_continues: bool,
    pub product: Option<Translated>,
    pub budget: Option<Budget>,

    /// Targets.
    pub target: Option<TargetFacts>,

    /// What is reported up to as-of, oldest first.
    pub reports: Vec<Report>,
    pub standing: Standing,
}

impl Item {
    pub fn roles_of(&self, kind: RoleKind) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(move |role| role.kind == kind)
    }

    /// Whether a source reports on it, and not merely on something that concerns it.
    #[must_use]
    pub fn is_reported(&self) -> bool {
        self.reports.iter().any(Report::counts)
    }

    /// Whether a body has a part in it.
    #[must_use]
    pub fn names(&self, agency: AgencyIx) -> bool {
        self.roles.iter().any(|role| role.agency == agency)
    }

    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        self.target.as_ref().map_or(&[], |target| &target.measures)
    }

    /// What was read from its deadline.
    #[must_use]
    pub fn reading(&self) -> Option<Reading> {
        self.deadline.as_ref().map(|deadline| deadline.read)
    }
}

/// What a body has to do with an item.
#[derive(Debug, Clone)]
pub struct Role {
    pub kind: RoleKind,
    pub agency: AgencyIx,
    pub scope: Option<Translated>,
    pub deadline: Option<Deadline>,
    pub place: Place,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum RoleKind {
    Lead,
    Partner,
    /// The body to which a duty is assigned.
    Holder,
}

#[derive(Debug, Clone)]
pub struct TargetFacts {
    pub measures: Vec<Measure>,
    pub lacks: Vec<Lack>,
    pub lacks_note: Option<Translated>,
}

#[derive(Debug, Clone)]
pub struct Measure {
    pub id: MeasureId,
    pub what: Translated,
    pub comparator: Comparator,
    pub value: Quantity,
    /// The upper end, where a range is promised.
    pub to: Option<Quantity>,
    pub unit: Unit,
    pub population: Translated,
    pub scope: Option<Translated>,
    pub printed: Text,
    pub deadline: Option<Deadline>,
    /// Measures that promise another value of the same thing.
    pub conflicts: Vec<(ItemIx, MeasureRef)>,
    pub place: Place,
}
