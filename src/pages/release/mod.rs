//! Releases: the facts of a cut-off day as they were published, and what changed between two of them.
//!
//! Everything here is shown from the files of the releases and never from today's facts.

mod changes;
mod item;
mod list;

pub use changes::{ChangesView, before, changes, lay_out as lay_out_changes};
pub use item::{ReleaseItemView, kind_label, lay_out as lay_out_item, leads};
pub use list::{ReleaseView, ReleasesView, lay_out, lay_out_all};

use serde::Serialize;

use crate::content::{ReleaseFile, ReleaseItem, ReleaseOutcome};
use crate::model::{Item, Plan};
use crate::values::ReleaseLabel;

use super::Reader;
use super::address::{Address, tail};
use super::shared::{LinkView, OutcomeView, StandingView, TextView};

/// A release in a few words.
#[derive(Debug, Serialize)]
pub struct ReleaseLink {
    pub label: String,
    pub as_of: String,
    pub as_of_iso: String,
    pub href: String,
    pub changes_href: String,
    pub sha256: String,
}

/// An item in a list of a release.
#[derive(Debug, Serialize)]
pub struct ReleaseRow {
    pub link: LinkView,
    pub standing: StandingView,
}

pub fn link(reader: &Reader, release: &ReleaseFile) -> ReleaseLink {
    let label = &release.record.label;
    ReleaseLink {
        label: label.to_string(),
        as_of: release.record.as_of.shown(reader.locale),
        as_of_iso: release.record.as_of.to_string(),
        href: reader.href(tail::release(label)),
        changes_href: reader.href(tail::changes(label)),
        sha256: release.sha256.clone(),
    }
}

fn row(reader: &Reader, release: &ReleaseFile, item: &ReleaseItem) -> ReleaseRow {
    ReleaseRow {
        link: item_link(reader, release, item),
        standing: reader.standing_named(item.standing.as_str()),
    }
}

/// To an item as it stood in the release.
pub fn item_link(reader: &Reader, release: &ReleaseFile, item: &ReleaseItem) -> LinkView {
    let title = reader.text(&item.title);
    LinkView {
        href: reader.href(tail::release_item(&release.record.label, item)),
        label: TextView { text: format!("{} {}", item.number, title.text), lang: title.lang },
    }
}

/// To the same item as it is now, where it still is.
pub fn item_now(reader: &Reader, item: &ReleaseItem) -> Option<String> {
    let plan = reader.model.plans.iter().find(|plan| plan.record.slug == item.plan)?;
    let at = plan.items_by_id.get(item.id.as_str())?;
    Some(reader.item_href(plan, plan.items.get(*at)))
}

/// What a release says that was reported. Every release holds the sources of its outcomes.
fn outcome(reader: &Reader, release: &ReleaseFile, told: &ReleaseOutcome) -> Option<OutcomeView> {
    let source = release.record.data.source(&told.source)?;
    Some(reader.outcome_of(&told.record(), reader.source_of(&source.id, &source.record())))
}

/// Where the facts of a release stand, from the site's root.
#[must_use]
pub fn release_file(label: &ReleaseLabel) -> String {
    format!("data/releases/{label}.json")
}

/// The permanent link of an item of a release.
pub fn permanent(item: &ReleaseItem) -> Address {
    Address::new(None, format!("id/{}-{}/", item.plan, item.id))
}

/// How an item stood in a release.
#[derive(Debug, Serialize)]
pub struct ReleaseState {
    pub release: ReleaseLink,
    pub href: String,
    pub standing: StandingView,
}

/// The item in each release that knows it, newest first.
pub fn releases_of(reader: &Reader, plan: &Plan, item: &Item) -> Vec<ReleaseState> {
    let state = |release: &ReleaseFile| {
        let found = release.item(&plan.record.slug, &item.id)?;
        Some(ReleaseState {
            release: link(reader, release),
            href: reader.href(tail::release_item(&release.record.label, found)),
            standing: reader.standing_named(found.standing.as_str()),
        })
    };
    reader.model.releases.iter().rev().filter_map(state).collect()
}
