//! The model as it would be on an earlier cut-off day, for comparing with what was published then.
//!
//! In: the model and a day not after its own. Out: the same as from the content with that day: tests hold
//! the two equal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::values::Date;

use super::resolve::reports::find_standings;
use super::{Arena, Model, OutcomeIx, Plan, SourceIx};

impl Model {
    /// Only what is dated up to `day`.
    #[must_use]
    pub fn on(&self, day: Date) -> Self {
        let mut past = self.clone();
        past.site.as_of = day;
        past.corrections.retain(|correction| correction.record.date <= day);
        past.releases.retain(|release| release.record.as_of <= day);
        for plan in &mut past.plans {
            keep_until(Arc::make_mut(plan), day);
        }
        past
    }
}

fn keep_until(plan: &mut Plan, day: Date) {
    let mut outcomes = Arena::default();
    let mut sources = Arena::default();
    let mut moved_source: BTreeMap<SourceIx, SourceIx> = BTreeMap::new();
    let mut moved: BTreeMap<OutcomeIx, OutcomeIx> = BTreeMap::new();
    let known = || plan.outcomes.iter().filter(|(_, it)| it.record.dated.last_day() <= day);
    // A source is known when one of its outcomes is.
    let told: BTreeSet<SourceIx> = known().map(|(_, outcome)| outcome.source).collect();
    for (at, source) in plan.sources.iter().filter(|(at, _)| told.contains(at)) {
        moved_source.insert(at, sources.push(source.clone()));
    }
    for (at, outcome) in known() {
        let mut outcome = outcome.clone();
        if let Some(source) = moved_source.get(&outcome.source) {
            outcome.source = *source;
            moved.insert(at, outcomes.push(outcome));
        }
    }
    for at in plan.items.indexes().collect::<Vec<_>>() {
        let reports = &mut plan.items.get_mut(at).reports;
        reports.retain_mut(|report| match moved.get(&report.outcome) {
            Some(now) => {
                report.outcome = *now;
                true
            }
            None => false,
        });
    }
    find_standings(&mut plan.items, &outcomes, &plan.record, day);
    plan.outcomes = outcomes;
    plan.sources = sources;
}
