//! What was reported, by date, newest first.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Outcome, OutcomeIx, Plan};

use super::pictures::{History, histories};
use super::shared::{ItemCard, OutcomeView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct ResultsView {
    pub total: usize,
    pub sources: usize,
    /// How many are taken as a report on a commitment.
    pub counted: usize,
    /// Measures on which two or more figures were reported.
    pub histories: Vec<History>,
    pub results: Vec<ResultView>,
}

/// An outcome with the items that it speaks of.
#[derive(Debug, Serialize)]
pub struct ResultView {
    pub outcome: OutcomeView,
    /// Whether it is taken as a report on one of the items, and does not merely concern them.
    pub counts: bool,
    pub items: Vec<ItemCard>,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let results = newest(reader, plan);
    let view = ResultsView {
        total: results.len(),
        sources: plan.sources.len(),
        counted: results.iter().filter(|result| result.counts).count(),
        histories: histories(reader, plan),
        results,
    };
    ("results", TextView::of_interface(reader.say("results_title")), View::Results(view))
}

/// The results, the newest first.
pub fn newest(reader: &Reader, plan: &Plan) -> Vec<ResultView> {
    let counted: BTreeSet<OutcomeIx> = plan
        .items
        .values()
        .flat_map(|item| &item.reports)
        .filter(|report| report.counts())
        .map(|report| report.outcome)
        .collect();
    let of = |(at, outcome): (OutcomeIx, &Outcome)| ResultView {
        outcome: reader.outcome(plan, outcome),
        counts: counted.contains(&at),
        items: reader.cards(plan, outcome.items.iter().copied()),
    };
    let mut outcomes: Vec<(OutcomeIx, &Outcome)> = plan.outcomes.iter().collect();
    // What is dated to a year only may be the oldest of it; it does not stand before what has a day.
    outcomes.sort_by_key(|(_, outcome)| std::cmp::Reverse(outcome.record.dated.first_day()));
    outcomes.into_iter().map(of).collect()
}
