//! `agencies.yaml`: every body that the plan names.

use serde::{Deserialize, Serialize};

use crate::values::{AgencyId, PartialDate, Text, Translated, WebAddress};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    pub id: AgencyId,
    pub kind: AgencyKind,
    #[serde(default)]
    pub abbreviation: Option<Text>,
    /// Every form in which the document prints the name.
    #[serde(default)]
    pub printed: Vec<Text>,
    /// In the order of time; the last has no end.
    pub names: Vec<DatedName>,
    #[serde(default)]
    pub end: Option<AgencyEnd>,
    #[serde(default)]
    pub successors: Vec<Successor>,
    /// For a group: the bodies that it holds.
    #[serde(default)]
    pub members: Vec<AgencyId>,
    /// For a body that ended without a single successor: what that means for its promises.
    #[serde(default)]
    pub no_successor: Option<Translated>,
    #[serde(default)]
    pub note: Option<Translated>,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    Committee,
    Council,
    Office,
    Department,
    Division,
    Board,
    Centre,
    Media,
    Ministry,
    Government,
    Party,
    Assembly,
    /// Not one body but a kind of bodies.
    Group,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedName {
    pub name: Translated,
    #[serde(default)]
    pub until: Option<PartialDate>,
    #[serde(default)]
    pub basis: Option<Translated>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgencyEnd {
    pub date: PartialDate,
    pub basis: Translated,
    #[serde(default)]
    pub source: Option<Link>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    pub agency: AgencyId,
    pub from: PartialDate,
    #[serde(default)]
    pub note: Option<Translated>,
}

/// Something that a reader can open.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub title: Text,
    pub url: WebAddress,
}
