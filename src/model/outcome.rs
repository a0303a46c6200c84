//! One reported fact from one source, and what it means for an item.

use std::sync::Arc;

use crate::content;
use crate::diagnostic::Place;

use super::arena::index;
use super::{AgencyIx, ItemIx};

index!(
    /// Names one `Outcome` of a plan.
    OutcomeIx
);
index!(
    /// Names one `Source` of a plan.
    SourceIx
);

#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name without its ending: stable, and part of the published data.
    pub id: String,
    pub record: content::Source,
    pub file: Arc<str>,
    pub place: Place,
}

#[derive(Debug, Clone)]
pub struct Outcome {
    pub record: content::Outcome,
    pub source: SourceIx,
    pub agency: Option<AgencyIx>,
    pub items: Vec<ItemIx>,
    pub place: Place,
}

/// An outcome as seen from one item.
#[derive(Debug, Clone)]
pub struct Report {
    pub outcome: OutcomeIx,
    pub about: content::About,
    pub place: Place,
}

impl Report {
    /// Whether it says something of the item itself, and does not merely concern it.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.about.counts()
    }
}
