//! `outcomes/*.yaml`: one file for each source, with what it reports.

use serde::{Deserialize, Serialize};

use crate::values::{
    AgencyId, Date, ItemId, MeasureId, OutcomeId, PartialDate, Quantity, Text, Translated, Unit,
    WebAddress,
};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeFile {
    pub source: Source,
    pub outcomes: Vec<Outcome>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub kind: SourceKind,
    /// The page's or document's own title, in its own language.
    #[serde(default)]
    pub title: Option<Foreign>,
    /// Ours, where the title is not known.
    #[serde(default)]
    pub description: Option<Translated>,
    pub publisher: Translated,
    #[serde(default)]
    pub number: Option<Text>,
    #[serde(default)]
    pub url: Option<WebAddress>,
    #[serde(default)]
    pub published: Option<PartialDate>,
    #[serde(default)]
    pub published_note: Option<Translated>,
    pub read: PartialDate,
    #[serde(default)]
    pub read_note: Option<Translated>,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    OfficialReport,
    LegalDocument,
    Dataset,
    IndependentCheck,
    Press,
}

/// A text in the language of its source.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Foreign {
    pub text: Text,
    /// BCP 47.
    pub lang: Text,
    #[serde(default)]
    pub machine_translated: bool,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub id: OutcomeId,
    pub grade: Grade,
    pub dated: PartialDate,
    #[serde(default)]
    pub period: Option<OutcomePeriod>,
    /// Who states it, in words.
    #[serde(default)]
    pub body: Option<Translated>,
    #[serde(default)]
    pub agency: Option<AgencyId>,
    #[serde(default)]
    pub missing: Option<Translated>,
    /// The fact in one sentence, ours.
    pub words: Translated,
    #[serde(default)]
    pub quote: Option<Foreign>,
    #[serde(default)]
    pub scope: Option<Translated>,
    #[serde(default)]
    pub figures: Vec<Figure>,
    pub about: Vec<About>,
}

/// Whether the source states value, date or period, and body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, schemars::JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    Stated,
    Incomplete,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomePeriod {
    pub from: Date,
    pub to: Date,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The definition of what was measured.
    pub what: Translated,
    pub value: Quantity,
    pub unit: Unit,
    #[serde(default)]
    pub bound: Bound,
    /// The denominator, a count, where the source gives it.
    #[serde(default)]
    pub of: Option<Quantity>,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    #[default]
    Exactly,
    MoreThan,
    Nearly,
}

/// What an outcome means for one item.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub item: ItemId,
    #[serde(default)]
    pub measure: Option<MeasureId>,
    pub bearing: Bearing,
    pub because: Translated,
    #[serde(default)]
    pub says: Option<Says>,
    #[serde(default)]
    pub parts: Option<PartsDone>,
    #[serde(default)]
    pub product: Option<ProductShown>,
    /// The value is the final one for the period.
    #[serde(default, rename = "final")]
    pub is_final: bool,
    #[serde(default)]
    pub verdict: Option<Verdict>,
}

impl About {
    /// Whether it says something of the item itself, and does not merely concern it.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.bearing != Bearing::Context || self.says.is_some()
    }
}

/// Whether scope, period and definition match what the item promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, schemars::JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    Comparable,
    NotComparable,
    /// The fact merely concerns the item; it is no report on it.
    Context,
}

/// From what promises most to what promises least.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    Done,
    PartlyDone,
    UnderWay,
    NotStarted,
    NotDone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, schemars::JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PartsDone {
    pub done: u32,
    pub of: u32,
}

/// The product that the plan names, cited.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductShown {
    pub text: Text,
    #[serde(default)]
    pub date: Option<PartialDate>,
}

/// From what promises most to what promises least.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Met,
    PartlyMet,
    NotMet,
}
