//! The home page: the plan at a glance, its areas, and what was reported last.

use serde::Serialize;

use super::address::tail;
use super::counts::{self, KindCounts};
use super::plan::{AreaSummary, InstrumentView, area_summaries, instrument};
use super::results::{ResultView, newest};
use super::share::commitments;
use super::shared::TextView;
use super::{Reader, View};

/// How many results the home page shows.
const NEWEST: usize = 5;

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
    pub areas: Vec<AreaSummary>,
    pub newest: Vec<ResultView>,
    pub silence_href: String,
    pub results_href: String,
    pub outcomes: usize,
}

pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let plans = reader
        .model
        .plans
        .iter()
        .map(|plan| {
            let (commitments, with_reports) = commitments(plan);
            PlanSummary {
                instrument: instrument(reader, plan),
                href: reader.href(tail::plan(plan)),
                silence_href: reader.href(tail::of_plan(plan, "no-report")),
                results_href: reader.href(tail::of_plan(plan, "results")),
                commitments,
                with_reports,
                without_reports: commitments - with_reports,
                counts: counts::of(reader, plan.items.values()),
                areas: area_summaries(reader, plan),
                newest: newest(reader, plan, NEWEST),
                outcomes: plan.outcomes.len(),
            }
        })
        .collect();
    let title = reader.text(&reader.model.site.record.title);
    ("home", title, View::Home(HomeView { plans }))
}
