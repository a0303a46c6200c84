//! `plan.yaml`: the instrument, its period, and the legal acts around it.

use serde::{Deserialize, Serialize};

use crate::values::{
    ActId, AgencyId, Date, ItemId, PartialDate, Period, PlanSlug, Text, Translated, WebAddress,
};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub slug: PlanSlug,
    pub instrument: Instrument,
    pub period: PlanPeriod,
    /// Periods for which the publisher declared that all reports are in.
    #[serde(default)]
    pub closed_periods: Vec<PlanPeriod>,
    pub counts: Counts,
    /// The columns of the annex in the received copy, from the left.
    #[serde(default = "AnnexColumn::usual")]
    pub annex_columns: Vec<AnnexColumn>,
    #[serde(default)]
    pub acts: Vec<Act>,
    #[serde(default)]
    pub amendments: Vec<Amendment>,
}

/// A column of an annex. Which ones there are, and in which order, differs from plan to plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnnexColumn {
    /// STT: of the objective, or of each activity.
    Number,
    Objective,
    Task,
    Activity,
    Product,
    Lead,
    Partners,
    Deadline,
    Budget,
}

impl AnnexColumn {
    /// From the left, as the first plan has them.
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Objective,
        Self::Task,
        Self::Activity,
        Self::Product,
        Self::Lead,
        Self::Partners,
        Self::Deadline,
        Self::Budget,
    ];

    /// Those of the first plan.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        Self::ALL.to_vec()
    }
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub kind: Translated,
    pub number: Text,
    pub date: Date,
    pub title: Translated,
    pub issuer: AgencyId,
    pub signer: Translated,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanPeriod {
    pub from: Date,
    pub to: Date,
    pub label: Translated,
}

impl PlanPeriod {
    #[must_use]
    pub fn days(&self) -> Period {
        Period { from: self.from, to: self.to }
    }
}

/// How many items of each kind must come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    pub aims: usize,
    pub targets: usize,
    pub tasks: usize,
    pub activities: usize,
    pub duties: usize,
}

/// A legal act that the plan cites.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub id: ActId,
    #[serde(default)]
    pub number: Option<Text>,
    pub title: Translated,
    /// The items and entries that cite it.
    pub items: Vec<ItemId>,
    #[serde(default)]
    pub ended: Option<ActEnd>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActEnd {
    pub date: PartialDate,
    pub by: Translated,
    pub source: Text,
}

impl Plan {
    /// The legal documents that changed, replaced or stopped an item, up to a day.
    pub fn amendments_of(&self, item: &ItemId, as_of: Date) -> impl Iterator<Item = &Amendment> {
        self.amendments
            .iter()
            .filter(move |amendment| amendment.date <= as_of && amendment.items.contains(item))
    }
}

/// A legal document that changes, replaces or stops items.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    pub effect: AmendmentEffect,
    pub items: Vec<ItemId>,
    pub date: Date,
    pub number: Text,
    pub title: Translated,
    pub url: WebAddress,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, schemars::JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AmendmentEffect {
    Superseded,
    Discontinued,
}
