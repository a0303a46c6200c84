//! Promises that differ on the same thing, and reports that differ on the same item. Both are shown;
//! the site does not choose.

use serde::Serialize;

use crate::model::Plan;

use super::measure::promise;
use super::report::{ReportView, of_report};
use super::shared::{ItemCard, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct ConflictsView {
    pub promises: Vec<[PromiseView; 2]>,
    pub reports: Vec<DifferingReports>,
}

#[derive(Debug, Serialize)]
pub struct PromiseView {
    pub item: ItemCard,
    pub what: TextView,
    pub promise: String,
    pub printed: String,
}

/// An item on which several figures were reported.
#[derive(Debug, Serialize)]
pub struct DifferingReports {
    pub item: ItemCard,
    pub reports: Vec<ReportView>,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let mut promises = Vec::new();
    for (at, item) in plan.items.iter() {
        for measure in item.measures() {
            for (other_at, reference) in &measure.conflicts {
                // Each pair once: from the one that stands first in the document.
                if *other_at < at {
                    continue;
                }
                let other = plan.items.get(*other_at);
                if let Some(found) =
                    other.measures().iter().find(|other| other.id == reference.measure)
                {
                    let view = |at, measure: &crate::model::Measure| PromiseView {
                        item: reader.card(plan, at),
                        what: reader.text(&measure.what),
                        promise: promise(reader, measure),
                        printed: measure.printed.to_string(),
                    };
                    promises.push([view(at, measure), view(*other_at, found)]);
                }
            }
        }
    }
    let mut reports = Vec::new();
    for (at, item) in plan.items.iter() {
        let with_figures: Vec<_> = item
            .reports
            .iter()
            .filter(|report| {
                report.counts() && !plan.outcomes.get(report.outcome).record.figures.is_empty()
            })
            .collect();
        if with_figures.len() > 1 {
            reports.push(DifferingReports {
                item: reader.card(plan, at),
                reports: with_figures
                    .iter()
                    .map(|report| of_report(reader, plan, item, report))
                    .collect(),
            });
        }
    }
    let title = TextView::of_interface(reader.say("conflicts_title"));
    ("conflicts", title, View::Conflicts(ConflictsView { promises, reports }))
}
