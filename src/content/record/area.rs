//! `areas/*/area.yaml`: the facts of one area, and its annex rows.

use serde::{Deserialize, Serialize};

use crate::values::{
    AgencyId, Comparator, Dong, ItemId, MeasureId, Quantity, Reading, Text, Translated, Unit,
};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// As printed in the document.
    pub number: Text,
    /// The annex group that is the same area.
    #[serde(default)]
    pub annex: Option<Text>,
    pub name: Translated,
    #[serde(default)]
    pub targets: Vec<Target>,
    #[serde(default)]
    pub tasks: Vec<Task>,
    #[serde(default)]
    pub annex_heading: Option<Translated>,
    #[serde(default)]
    pub objectives: Vec<Objective>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub id: ItemId,
    #[serde(default)]
    pub measures: Vec<Measure>,
    #[serde(default)]
    pub lacks: Vec<Lack>,
    #[serde(default)]
    pub lacks_note: Option<Translated>,
    /// Who leads it, where the document names a body for each target.
    #[serde(default)]
    pub leads: Vec<Body>,
    #[serde(default)]
    pub partners: Vec<Body>,
    #[serde(default)]
    pub budget: Option<Budget>,
    #[serde(default)]
    pub related: Vec<ItemId>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub id: MeasureId,
    pub what: Translated,
    pub comparator: Comparator,
    pub value: Quantity,
    /// The upper end of a range: "từ 70 đến 80%".
    #[serde(default)]
    pub to: Option<Quantity>,
    pub unit: Unit,
    pub population: Translated,
    #[serde(default)]
    pub scope: Option<Translated>,
    /// The wording in the sentence, verbatim.
    pub printed: Text,
    #[serde(default)]
    pub deadline: Option<Deadline>,
    #[serde(default)]
    pub conflicts_with: Vec<MeasureRef>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, schemars::JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureRef {
    pub item: ItemId,
    pub measure: MeasureId,
}

/// What a target would need to be measurable.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    Number,
    Unit,
    Population,
    Date,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    pub id: ItemId,
    /// Who leads it, where the document names a body for each task.
    #[serde(default)]
    pub leads: Vec<Body>,
    #[serde(default)]
    pub partners: Vec<Body>,
    #[serde(default)]
    pub budget: Option<Budget>,
    #[serde(default)]
    pub related: Vec<ItemId>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// The STT as printed; left out where the annex numbers each activity.
    #[serde(default)]
    pub number: Option<Text>,
    /// Left out where the annex has no such column.
    #[serde(default)]
    pub words: Option<Translated>,
    pub tasks: Vec<RowTask>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowTask {
    #[serde(default)]
    pub words: Option<Translated>,
    /// The cell is empty; the task above is read as spanning it.
    #[serde(default)]
    pub continues: bool,
    pub activities: Vec<Activity>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub id: ItemId,
    /// The STT as printed, where each activity has one.
    #[serde(default)]
    pub number: Option<Text>,
    pub title: Translated,
    pub words: Translated,
    #[serde(default)]
    pub product: Option<Translated>,
    #[serde(default)]
    pub lead: Option<Bodies>,
    #[serde(default)]
    pub partners: Option<Bodies>,
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// Left out where the annex has no column of money; an empty cell is `kind: empty`.
    #[serde(default)]
    pub budget: Option<Budget>,
    #[serde(default)]
    pub related: Vec<ItemId>,
}

/// A cell that names bodies.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    pub printed: Translated,
    pub bodies: Vec<Body>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub agency: AgencyId,
    #[serde(default)]
    pub scope: Option<Translated>,
    #[serde(default)]
    pub deadline: Option<Deadline>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub printed: Translated,
    pub read: Reading,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    pub kind: BudgetKind,
    /// Verbatim; left out when the cell is empty.
    #[serde(default)]
    pub printed: Option<Text>,
    /// Whole đồng; only for an amount.
    #[serde(default)]
    pub vnd: Option<Dong>,
}

/// Empty is not zero, and is not the annual estimate.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum BudgetKind {
    Amount,
    AnnualEstimate,
    Empty,
}
