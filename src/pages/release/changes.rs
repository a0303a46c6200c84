//! What changed from one release to the next: new results, changed standings, corrections, amendments.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::content::{
    ReleaseAmendment, ReleaseCorrection, ReleaseData, ReleaseFile, ReleaseItem, ReleaseOutcome,
};

use crate::values::OutcomeId;

use super::super::shared::{LinkView, OutcomeView, StandingView, TextView};
use super::super::{Reader, View};
use super::{ReleaseLink, item_link, link, outcome};

/// What a release says that the one before it did not.
#[derive(Debug, Default)]
pub struct Changes<'r> {
    /// Newest first.
    pub results: Vec<&'r ReleaseOutcome>,
    /// An item as it was and as it is.
    pub standings: Vec<(&'r ReleaseItem, &'r ReleaseItem)>,
    pub corrections: Vec<&'r ReleaseCorrection>,
    pub amendments: Vec<(&'r ReleaseItem, &'r ReleaseAmendment)>,
    /// Items that the one before did not have.
    pub items: Vec<&'r ReleaseItem>,
    /// Results that were withdrawn; a correction tells why.
    pub withdrawn: Vec<&'r ReleaseOutcome>,
}

impl Changes<'_> {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.results.is_empty()
            && self.standings.is_empty()
            && self.corrections.is_empty()
            && self.amendments.is_empty()
            && self.items.is_empty()
            && self.withdrawn.is_empty()
    }
}

/// From `before` to `now`.
#[must_use]
pub fn changes<'r>(before: &'r ReleaseData, now: &'r ReleaseData) -> Changes<'r> {
    let ids = |data: &'r ReleaseData| -> BTreeSet<&OutcomeId> {
        data.outcomes.iter().map(|told| &told.id).collect()
    };
    let (told_before, told_now) = (ids(before), ids(now));
    let mut changes = Changes {
        results: now.outcomes.iter().filter(|it| !told_before.contains(&it.id)).collect(),
        withdrawn: before.outcomes.iter().filter(|it| !told_now.contains(&it.id)).collect(),
        corrections: now
            .corrections
            .iter()
            .filter(|correction| !before.corrections.contains(correction))
            .collect(),
        ..Changes::default()
    };
    changes.results.sort_by_key(|it| std::cmp::Reverse(it.dated.first_day()));
    let key = |item: &'r ReleaseItem| (&item.plan, &item.id);
    let old_items: BTreeMap<_, _> = before.items.iter().map(|item| (key(item), item)).collect();
    for item in &now.items {
        let Some(old) = old_items.get(&key(item)) else {
            changes.items.push(item);
            continue;
        };
        if old.standing != item.standing {
            changes.standings.push((old, item));
        }
        let new = item.amendments.iter().filter(|it| !old.amendments.contains(it));
        changes.amendments.extend(new.map(|amendment| (item, amendment)));
    }
    changes
}

#[derive(Debug, Serialize)]
pub struct ChangesView {
    pub release: ReleaseLink,
    /// None for the first release.
    pub before: Option<ReleaseLink>,
    pub nothing: bool,
    pub results: Vec<ResultChange>,
    pub withdrawn: Vec<ResultChange>,
    pub standings: Vec<StandingChange>,
    pub corrections: Vec<CorrectionChange>,
    pub amendments: Vec<AmendmentChange>,
    pub items: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct ResultChange {
    pub outcome: OutcomeView,
    pub items: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct StandingChange {
    pub link: LinkView,
    pub was: StandingView,
    pub now: StandingView,
}

#[derive(Debug, Serialize)]
pub struct CorrectionChange {
    pub date: String,
    pub date_iso: String,
    pub was: TextView,
    pub now: TextView,
    pub reason: TextView,
}

#[derive(Debug, Serialize)]
pub struct AmendmentChange {
    pub link: LinkView,
    pub title: TextView,
    pub number: String,
    pub date: String,
    pub url: String,
}

pub fn lay_out(reader: &Reader, release: &ReleaseFile) -> (&'static str, TextView, View) {
    let before = before(reader, release);
    let now = &release.record.data;
    let found = before.map(|before| changes(&before.record.data, now)).unwrap_or_default();
    let of = |release: &ReleaseFile, told: &ReleaseOutcome| {
        let about = |item: &&ReleaseItem| told.items.contains(&item.id);
        let items = release.record.data.items.iter().filter(about);
        Some(ResultChange {
            outcome: outcome(reader, release, told)?,
            items: items.map(|item| item_link(reader, release, item)).collect(),
        })
    };
    let view = ChangesView {
        release: link(reader, release),
        before: before.map(|before| link(reader, before)),
        nothing: found.is_empty(),
        results: found.results.iter().filter_map(|told| of(release, told)).collect(),
        withdrawn: found.withdrawn.iter().filter_map(|told| of(before?, told)).collect(),
        standings: found
            .standings
            .iter()
            .map(|(old, new)| StandingChange {
                link: item_link(reader, release, new),
                was: reader.standing_named(old.standing.as_str()),
                now: reader.standing_named(new.standing.as_str()),
            })
            .collect(),
        corrections: found
            .corrections
            .iter()
            .map(|correction| CorrectionChange {
                date: correction.date.shown(reader.locale),
                date_iso: correction.date.to_string(),
                was: reader.text(&correction.was),
                now: reader.text(&correction.now),
                reason: reader.text(&correction.reason),
            })
            .collect(),
        amendments: found
            .amendments
            .iter()
            .map(|(item, amendment)| AmendmentChange {
                link: item_link(reader, release, item),
                title: reader.text(&amendment.title),
                number: amendment.number.to_string(),
                date: amendment.date.shown(reader.locale),
                url: amendment.url.to_string(),
            })
            .collect(),
        items: found.items.iter().map(|item| item_link(reader, release, item)).collect(),
    };
    let title = reader.words.fill("changes_title", &[("label", release.record.label.as_str())]);
    ("changes", TextView::of_interface(&title), View::Changes(view))
}

/// The release before it.
pub fn before<'m>(reader: &Reader<'m>, release: &ReleaseFile) -> Option<&'m ReleaseFile> {
    let named = release.record.before.as_ref()?;
    reader.model.releases.iter().find(|other| other.record.label == named.label)
}
