//! The figures on one measure over time, as small multiples: one small picture for each measure on which
//! two or more figures were reported. The points are not joined, because what was counted differs.

use serde::Serialize;

use crate::model::{Item, Measure, Plan};
use crate::values::{Date, Share};

use super::super::Reader;
use super::super::measure::promise;
use super::super::shared::{LinkView, TextView};
use super::measure_line::{MeasureLine, end_of_line, figures_on, measure_line, promised};
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct History {
    pub item: LinkView,
    pub number: String,
    pub what: TextView,
    pub promise: String,
    /// From the top.
    pub promised: Vec<Share>,
    pub points: Vec<Point>,
    /// The first and the last day of the picture.
    pub from: String,
    pub to: String,
    /// The same figures as a table.
    pub line: MeasureLine,
}

#[derive(Debug, Serialize)]
pub struct Point {
    /// From the left.
    pub x: Share,
    /// From the top.
    pub y: Share,
    /// `comparable` or `not-comparable`.
    pub bearing: String,
}

/// The histories of a plan, in the document's order.
pub fn histories(reader: &Reader, plan: &Plan) -> Vec<History> {
    plan.items
        .values()
        .flat_map(|item| item.measures().iter().map(move |measure| (item, measure)))
        .filter_map(|(item, measure)| history(reader, plan, item, measure))
        .collect()
}

fn history(reader: &Reader, plan: &Plan, item: &Item, measure: &Measure) -> Option<History> {
    let reported = figures_on(plan, item, measure);
    if reported.len() < 2 {
        return None;
    }
    let end = end_of_line(measure, reported.iter().map(|(_, figure)| &figure.value))?;
    let day = |at: usize| -> Option<Date> {
        let (report, _) = reported.get(at)?;
        Some(plan.outcomes.get(report.outcome).record.dated.last_day())
    };
    let period = plan.record.period.days();
    let days = (0..reported.len()).filter_map(day);
    let (from, to) =
        days.fold((period.from, period.to), |(from, to), day| (from.min(day), to.max(day)));
    let points: Option<Vec<Point>> = reported
        .iter()
        .enumerate()
        .map(|(at, (report, figure))| {
            Some(Point {
                x: Share::of_day(day(at)?, from, to),
                y: Share::of_quantity(&figure.value, &end)?.rest(),
                bearing: kebab(&report.about.bearing),
            })
        })
        .collect();
    Some(History {
        item: LinkView { href: reader.item_href(plan, item), label: reader.text(&item.title) },
        number: item.number.clone(),
        what: reader.text(&measure.what),
        promise: promise(reader, measure),
        promised: promised(measure, &end)?.into_iter().map(Share::rest).collect(),
        points: points?,
        from: from.shown(reader.locale),
        to: to.shown(reader.locale),
        line: measure_line(reader, plan, item, measure)?,
    })
}
