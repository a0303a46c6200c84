//! `decision.yaml`: the facts of the items in `decision.*.md`.

use serde::Deserialize;

use super::{Body, Deadline};
use crate::values::{ItemId, Text};

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    #[serde(default)]
    pub aims: Vec<Aim>,
    #[serde(default)]
    pub duties: Vec<Duty>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    pub id: ItemId,
    #[serde(default)]
    pub related: Vec<ItemId>,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    pub id: ItemId,
    /// The number of the body as printed.
    pub body: Text,
    pub agencies: Vec<Body>,
    #[serde(default)]
    pub deadline: Option<Deadline>,
    #[serde(default)]
    pub related: Vec<ItemId>,
}
