//! What was reported, by date, newest first.

use serde::Serialize;

use crate::model::{Outcome, Plan};

use super::pictures::{History, histories};
use super::shared::{ItemCard, OutcomeView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct ResultsView {
    pub total: usize,
    pub sources: usize,
    /// Measures on which two or more figures were reported.
    pub histories: Vec<History>,
    pub results: Vec<ResultView>,
}

/// An outcome with the items that it speaks of.
#[derive(Debug, Serialize)]
pub struct ResultView {
    pub outcome: OutcomeView,
    pub items: Vec<ItemCard>,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let view = ResultsView {
        total: plan.outcomes.len(),
        sources: plan.sources.len(),
        histories: histories(reader, plan),
        results: newest(reader, plan, usize::MAX),
    };
    ("results", TextView::of_interface(reader.say("results_title")), View::Results(view))
}

/// The newest results, at most `most`.
pub fn newest(reader: &Reader, plan: &Plan, most: usize) -> Vec<ResultView> {
    let of = |outcome: &Outcome| ResultView {
        outcome: reader.outcome(plan, outcome),
        items: reader.cards(plan, outcome.items.iter().copied()),
    };
    let mut outcomes: Vec<&Outcome> = plan.outcomes.values().collect();
    // What is dated to a year only may be the oldest of it; it does not stand before what has a day.
    outcomes.sort_by_key(|outcome| std::cmp::Reverse(outcome.record.dated.first_day()));
    outcomes.into_iter().take(most).map(of).collect()
}
