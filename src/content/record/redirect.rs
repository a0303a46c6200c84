//! `redirects.yaml`: what became of addresses that were published and have no page of their own any more.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::{Text, Translated};

/// An address that was published, and where its readers find what they look for now. Both without the
/// language: `3322-2024/ii2-ct08/` stands for the page in each language and for the permanent link.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    pub from: Text,
    pub to: Text,
    /// What happened, for the readers of the page that stands at the old address.
    pub reason: Translated,
}
