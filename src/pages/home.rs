//! The home page: the plan at a glance, its areas, and what was reported last.

use serde::Serialize;

use super::address::tail;
use super::counts::{self, KindCounts, Reported};
use super::list;
use super::pictures::{Glance, glance};
use super::plan::{InstrumentView, instrument};
use super::results::{ResultView, newest};
use super::shared::TextView;
use super::{Reader, View};

/// How many results the home page shows.
const NEWEST: usize = 4;

#[derive(Debug, Serialize)]
pub struct HomeView {
    pub plans: Vec<PlanSummary>,
}

#[derive(Debug, Serialize)]
pub struct PlanSummary {
    pub instrument: InstrumentView,
    pub href: String,
    /// Items that could have a report; aims could not.
    pub commitments: usize,
    pub with_reports: usize,
    pub without_reports: usize,
    pub counts: Vec<KindCounts>,
    pub glance: Glance,
    pub newest: Vec<ResultView>,
    pub silence_href: String,
    pub commitments_href: String,
    pub deadlines_href: String,
    pub decision_href: String,
    pub results_href: String,
    pub reported_href: String,
    pub outcomes: usize,
}

pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let plans = reader
        .model
        .plans
        .iter()
        .map(|plan| {
            let reported = Reported::among(plan.items.values());
            PlanSummary {
                instrument: instrument(reader, plan),
                href: reader.href(tail::plan(plan)),
                commitments_href: reader.href(tail::of_plan(plan, "commitments")),
                deadlines_href: reader.href(tail::of_plan(plan, "deadlines")),
                decision_href: reader.href(tail::of_plan(plan, "decision")),
                silence_href: reader.href(tail::of_plan(plan, "no-report")),
                reported_href: reader.href(tail::of_plan(plan, list::REPORTED_PAGE)),
                results_href: reader.href(tail::of_plan(plan, "results")),
                commitments: reported.of,
                with_reports: reported.with,
                without_reports: reported.without(),
                counts: counts::of(reader, plan.items.values()),
                glance: glance(reader, plan),
                newest: newest(reader, plan)
                    .into_iter()
                    .filter(|result| result.counts)
                    .take(NEWEST)
                    .collect(),
                outcomes: plan.outcomes.len(),
            }
        })
        .collect();
    let title = reader.text(&reader.model.site.record.title);
    ("home", title, View::Home(HomeView { plans }))
}
