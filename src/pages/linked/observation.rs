//! Figures that were reported on an item as `Observation`.
//!
//! Each says what was measured in its own words. Whether it may be compared with what was promised is for
//! people to read: schema.org has no word for that, so no figure is tied to a promised value here.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::content::{Bound, Figure};
use crate::model::{Item, Outcome, Plan};
use crate::pages::Reader;
use crate::pages::address::tail;
use crate::values::Unit;

use super::{item_name, text, with};

/// The figures of the reports that count; nothing where there are none.
pub fn of_item(reader: &Reader, plan: &Plan, item: &Item) -> Option<Value> {
    let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
    // An outcome may report on several measures of the item: its figures are the same.
    for report in
        item.reports.iter().filter(|report| report.counts() && seen.insert(report.outcome))
    {
        let outcome = plan.outcomes.get(report.outcome);
        let figures = outcome.record.figures.iter().enumerate();
        all.extend(figures.map(|(at, figure)| of_figure(reader, plan, item, outcome, at, figure)));
    }
    (!all.is_empty()).then(|| json!({ "@graph": all }))
}

fn of_figure(
    reader: &Reader,
    plan: &Plan,
    item: &Item,
    outcome: &Outcome,
    at: usize,
    figure: &Figure,
) -> Value {
    let record = &outcome.record;
    let page = reader.absolute(&reader.address(tail::item(plan, item)));
    let about = item_name(reader, plan, item);
    let value = json!(figure.value);
    let (exact, least, most) = match figure.bound {
        Bound::Exactly => (Some(value), None, None),
        Bound::MoreThan => (None, Some(value), None),
        Bound::Nearly => (None, None, Some(value)),
    };
    let days = record.period.as_ref().map(|period| period.from.days_until(period.to) + 1);
    let source = reader.source(plan, outcome);
    let thing = json!({
        "@type": "Observation",
        // Figures of an outcome are only ever added at its end.
        "@id": format!("{about}#{}-{}", record.id, at + 1),
        "url": format!("{page}#result-{}", record.id),
        "name": text(&reader.text(&figure.what)),
        "description": reader.figure(figure).value,
        "observationDate": record.dated,
        "observationAbout": { "@id": about, "name": text(&reader.text(&item.title)) },
        "subjectOf": with(
            json!({
                "@type": "CreativeWork",
                "publisher": { "@type": "Organization", "name": text(&source.publisher) },
            }),
            [
                ("name", source.title.map(|title| json!({ "@language": source.title_lang, "@value": title }))),
                ("url", source.url.map(|url| json!(url))),
            ],
        ),
    });
    with(
        thing,
        [
            ("value", exact),
            ("minValue", least),
            ("maxValue", most),
            (
                "unitText",
                match figure.unit {
                    Unit::Percent => Some(json!("%")),
                    Unit::Count => None,
                },
            ),
            ("observationPeriod", days.map(|days| json!(format!("P{days}D")))),
        ],
    )
}
