//! The deadlines on the ribbon of the plan's year: one row for each stretch of time that is promised.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::Deadline;
use crate::model::Plan;
use crate::values::{Date, PartialDate, Share};

use super::super::Reader;

/// The least width of a mark: a single day of a year would be a hair.
const LEAST: (usize, usize) = (1, 90);

#[derive(Debug, Serialize)]
pub struct Ribbon {
    pub months: Vec<Month>,
    pub rows: Vec<Stretch>,
    /// The cut-off day, where it lies on the ribbon.
    pub as_of: Share,
}

#[derive(Debug, Serialize)]
pub struct Month {
    pub at: Share,
    /// `1` to `12`; on a long ribbon the year.
    pub label: String,
}

#[derive(Debug, Serialize)]
pub struct Stretch {
    pub at: Share,
    pub width: Share,
    /// What was read: "quý III–IV năm 2025".
    pub label: String,
    pub count: usize,
    /// `#m-2025-12`: the month of the last day.
    pub href: String,
    pub passed: bool,
}

/// Of the deadlines given; none where there is none.
pub fn ribbon<'d>(
    reader: &Reader,
    plan: &Plan,
    deadlines: impl Iterator<Item = &'d Deadline>,
) -> Option<Ribbon> {
    let mut stretches: BTreeMap<(Date, Date, String), (usize, &Deadline)> = BTreeMap::new();
    for deadline in deadlines {
        if let (Some(first), Some(last)) = (deadline.read.first_day(), deadline.read.last_day()) {
            let label = reader.reading(deadline.read);
            stretches.entry((last, first, label)).or_insert((0, deadline)).0 += 1;
        }
    }
    let period = plan.record.period.days();
    let (from, to) =
        stretches.keys().fold((period.from, period.to), |(from, to), (last, first, _)| {
            (from.min(*first), to.max(*last))
        });
    let rows: Vec<Stretch> = stretches
        .into_iter()
        .map(|((last, first, label), (count, deadline))| {
            let end = Share::of_day(last.tomorrow(), from, to);
            let width =
                Share::of_day(first, from, to).until(end).max(Share::of_count(LEAST.0, LEAST.1));
            let shown = reader.deadline(deadline);
            let month = PartialDate::Month { year: last.year(), month: last.month() };
            Stretch {
                at: end.less(width),
                width,
                label,
                count,
                href: format!("#m-{month}"),
                passed: shown.passed,
            }
        })
        .collect();
    let as_of = Share::of_day(reader.model.site.as_of, from, to);
    (!rows.is_empty()).then(|| Ribbon { months: months(from, to), rows, as_of })
}

/// Two years of months can be told apart on a telephone; what is longer is marked by the year.
const MOST_MONTHS: usize = 24;

/// The first day of each month on the ribbon, or of each year where it is a long one.
fn months(from: Date, to: Date) -> Vec<Month> {
    let months = all_months(from, to);
    if months.len() <= MOST_MONTHS {
        return months;
    }
    (from.year()..=to.year())
        .filter_map(|year| Date::new(year, 1, 1).ok())
        .filter(|day| *day >= from)
        .map(|day| Month { at: Share::of_day(day, from, to), label: day.year().to_string() })
        .collect()
}

fn all_months(from: Date, to: Date) -> Vec<Month> {
    let mut months = Vec::new();
    let mut month = PartialDate::Month { year: from.year(), month: from.month() }.first_day();
    while month <= to {
        if month >= from {
            months.push(Month {
                at: Share::of_day(month, from, to),
                label: month.month().to_string(),
            });
        }
        month = month.last_of_month().tomorrow();
    }
    months
}
