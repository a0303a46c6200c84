//! Deadlines by month, by their last day.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::Plan;
use crate::values::{Date, PartialDate};

use super::pictures::{Ribbon, ribbon};
use super::shared::{DeadlineView, ItemCard, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct DeadlinesView {
    pub ribbon: Option<Ribbon>,
    pub months: Vec<MonthView>,
    pub without: usize,
}

#[derive(Debug, Serialize)]
pub struct MonthView {
    pub anchor: String,
    pub label: String,
    pub due: Vec<DueView>,
}

#[derive(Debug, Serialize)]
pub struct DueView {
    pub item: ItemCard,
    pub deadline: DeadlineView,
    /// Where the deadline is one body's own.
    pub body: Option<TextView>,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let mut due: BTreeMap<(Date, usize), DueView> = BTreeMap::new();
    let mut without = 0;
    for (number, (at, item)) in plan.items.iter().enumerate() {
        let mut own = 0;
        for role in &item.roles {
            if let Some(deadline) = &role.deadline
                && let Some(last) = deadline.read.last_day()
            {
                own += 1;
                let agency = reader.model.agencies.get(role.agency);
                let view = DueView {
                    item: reader.card(plan, at),
                    deadline: reader.deadline(deadline),
                    body: Some(reader.text(&agency.name_on(plan.record.instrument.date).name)),
                };
                due.insert((last, number * 100 + own), view);
            }
        }
        // The days of a target's values, each once.
        let mut horizons: BTreeSet<Date> = BTreeSet::new();
        for deadline in item.measures().iter().filter_map(|measure| measure.deadline.as_ref()) {
            if let Some(last) = deadline.read.last_day()
                && horizons.insert(last)
            {
                own += 1;
                let view = DueView {
                    item: reader.card(plan, at),
                    deadline: reader.deadline(deadline),
                    body: None,
                };
                due.insert((last, number * 100 + own), view);
            }
        }
        match item
            .deadline
            .as_ref()
            .and_then(|deadline| Some((deadline, deadline.read.last_day()?)))
        {
            Some((deadline, last)) => {
                let view = DueView {
                    item: reader.card(plan, at),
                    deadline: reader.deadline(deadline),
                    body: None,
                };
                due.insert((last, number * 100), view);
            }
            None if own == 0 => without += 1,
            None => {}
        }
    }
    let mut months: Vec<MonthView> = Vec::new();
    for ((day, _), due) in due {
        let month = PartialDate::Month { year: day.year(), month: day.month() };
        let anchor = format!("m-{month}");
        if months.last().is_none_or(|last| last.anchor != anchor) {
            months.push(MonthView {
                anchor,
                label: reader.words.fill("month_named", &[("month", &month.shown(reader.locale))]),
                due: Vec::new(),
            });
        }
        if let Some(last) = months.last_mut() {
            last.due.push(due);
        }
    }
    let printed = plan.items.values().flat_map(|item| {
        let of_bodies = item.roles.iter().filter_map(|role| role.deadline.as_ref());
        let of_values = item.measures().iter().filter_map(|measure| measure.deadline.as_ref());
        item.deadline.iter().chain(of_bodies).chain(of_values)
    });
    let ribbon = ribbon(reader, plan, printed);
    let title = TextView::of_interface(reader.say("deadlines_title"));
    ("deadlines", title, View::Deadlines(DeadlinesView { ribbon, months, without }))
}
