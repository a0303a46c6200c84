//! `source/repairs.yaml` and `source/not-items.yaml`: what stands between the received copy and the site.

use serde::{Deserialize, Serialize};

use crate::values::{ItemId, Text, Translated};

/// An entry of the text that is no item, and why.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotItem {
    pub id: ItemId,
    pub reason: Translated,
}

#[derive(Debug, Clone, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// 1-based, in the received copy.
    pub line: usize,
    pub kind: RepairKind,
    pub item: ItemId,
    pub found: Text,
    /// For a slip: the likely reading.
    #[serde(default)]
    pub reading: Option<Text>,
    pub note: Translated,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, schemars::JsonSchema, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// A sentence that a page break cut, put together again.
    Joined,
    /// An annex row whose cells continue the row above.
    JoinedRow,
    /// An annex row whose cells stand in other columns than the heading says.
    ShiftedRow,
    /// A probable slip; the words stay as they are.
    Slip,
}
