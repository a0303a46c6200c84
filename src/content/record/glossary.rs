//! `glossary.yaml`: terms and abbreviations.

use serde::Deserialize;

use crate::values::{TermId, Text, Translated};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: TermId,
    pub term: Translated,
    #[serde(default)]
    pub abbreviation: Option<TermForms>,
    #[serde(default)]
    pub meaning: Option<Translated>,
    /// Where the English comes from.
    #[serde(default)]
    pub source: Option<Text>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermForms {
    #[serde(default)]
    pub vi: Option<Text>,
    #[serde(default)]
    pub en: Option<Text>,
}
