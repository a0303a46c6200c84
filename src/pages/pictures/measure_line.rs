//! A measure as a line with its promised value, and each reported figure in a row of its own below it, so
//! that figures that lie close never cover one another.

use serde::Serialize;

use crate::content::Figure;
use crate::model::{Item, Measure, Plan, Report};
use crate::values::{Quantity, Share, Unit};

use super::super::Reader;
use super::super::shared::TextView;
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct MeasureLine {
    /// Where the promised value stands; two where a range is promised.
    pub promised: Vec<Share>,
    /// The ends of the line, as they are written: `0%`, `100%`.
    pub from: String,
    pub to: String,
    /// None of the figures can be compared with what was promised.
    pub apart: bool,
    pub figures: Vec<FigureRow>,
}

#[derive(Debug, Serialize)]
pub struct FigureRow {
    pub at: Share,
    pub value: String,
    /// The definition of what was measured.
    pub what: TextView,
    pub date: String,
    pub date_iso: String,
    /// `#result-r5b`.
    pub href: String,
    pub source_kind: String,
    pub publisher: TextView,
    /// `exactly`, `more-than` or `nearly`.
    pub bound: String,
    /// `comparable` or `not-comparable`.
    pub bearing: String,
    pub bearing_short: String,
}

/// The line of a measure; none where no figure in its unit was reported, or a number is too long to draw.
pub fn measure_line(
    reader: &Reader,
    plan: &Plan,
    item: &Item,
    measure: &Measure,
) -> Option<MeasureLine> {
    let reported = figures_on(plan, item, measure);
    let end = end_of_line(measure, reported.iter().map(|(_, figure)| &figure.value))?;
    let rows: Option<Vec<FigureRow>> = reported
        .iter()
        .map(|(report, figure)| {
            let outcome = plan.outcomes.get(report.outcome);
            let source = plan.sources.get(outcome.source);
            let bearing = kebab(&report.about.bearing);
            Some(FigureRow {
                at: Share::of_quantity(&figure.value, &end)?,
                value: reader.figure(figure).value,
                bound: kebab(&figure.bound),
                what: reader.text(&figure.what),
                date: outcome.record.dated.shown(reader.locale),
                date_iso: outcome.record.dated.to_string(),
                href: format!("#result-{}", outcome.record.id),
                source_kind: reader
                    .words
                    .say(&format!("source_{}", kebab(&source.record.kind).replace('-', "_")))
                    .to_owned(),
                publisher: reader.text(&source.record.publisher),
                bearing_short: reader
                    .words
                    .say(&format!("bearing_short_{}", bearing.replace('-', "_")))
                    .to_owned(),
                bearing,
            })
        })
        .collect();
    let zero: Quantity = "0".parse().ok()?;
    let figures = rows.filter(|rows| !rows.is_empty())?;
    Some(MeasureLine {
        promised: promised(measure, &end)?,
        from: measure.unit.of(&zero, reader.locale),
        to: measure.unit.of(&end, reader.locale),
        apart: figures.iter().all(|figure| figure.bearing != "comparable"),
        figures,
    })
}

/// Where the promised value stands, or both ends of a range.
pub fn promised(measure: &Measure, end: &Quantity) -> Option<Vec<Share>> {
    [&measure.value]
        .into_iter()
        .chain(&measure.to)
        .map(|value| Share::of_quantity(value, end))
        .collect()
}

/// The figures that reports give for a measure, in its unit, oldest first. What merely concerns the item is
/// no figure of it.
pub fn figures_on<'p>(
    plan: &'p Plan,
    item: &'p Item,
    measure: &Measure,
) -> Vec<(&'p Report, &'p Figure)> {
    item.reports
        .iter()
        .filter(|report| report.counts() && report.about.measure.as_ref() == Some(&measure.id))
        .flat_map(|report| {
            let figures = &plan.outcomes.get(report.outcome).record.figures;
            figures.iter().map(move |figure| (report, figure))
        })
        .filter(|(_, figure)| figure.unit == measure.unit)
        .collect()
}

/// Shares end at 100; counts at the largest number there is. None where numbers are too long to compare.
pub fn end_of_line<'q>(
    measure: &'q Measure,
    figures: impl Iterator<Item = &'q Quantity>,
) -> Option<Quantity> {
    let least: Quantity = match measure.unit {
        Unit::Percent => "100".parse().ok()?,
        Unit::Count => measure.value.clone(),
    };
    figures.chain([&measure.value]).chain(&measure.to).try_fold(least, |largest, figure| {
        Some(if *figure > largest { figure.clone() } else { largest })
    })
}
