//! `corrections.yaml`: the public log.

use serde::Deserialize;

use crate::values::{Date, ItemId, OutcomeId, Text, Translated};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    pub date: Date,
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The reported fact that was corrected.
    #[serde(default)]
    pub outcome: Option<OutcomeId>,
    #[serde(default)]
    pub page: Option<Text>,
    pub was: Translated,
    pub now: Translated,
    pub reason: Translated,
}
