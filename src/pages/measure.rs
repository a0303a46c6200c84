//! A measure of a target, and the other values that the document promises for the same thing.

use serde::Serialize;

use crate::model::{Item, Measure, Plan};

use super::Reader;
use super::pictures::{MeasureLine, measure_line};
use super::shared::{DeadlineView, TextView};
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct MeasureView {
    pub id: String,
    pub anchor: String,
    pub what: TextView,
    pub promise: String,
    pub comparator: String,
    pub population: TextView,
    pub scope: Option<TextView>,
    pub printed: String,
    pub deadline: Option<DeadlineView>,
    pub conflicts: Vec<ConflictView>,
    /// Where figures were reported.
    pub line: Option<MeasureLine>,
}

#[derive(Debug, Serialize)]
pub struct ConflictView {
    pub href: String,
    pub number: String,
    pub title: TextView,
    pub what: TextView,
    pub promise: String,
}

/// "ít nhất 80%", "từ 70 đến 80%", "năm 2030: ít nhất 95%".
pub fn promise(reader: &Reader, measure: &Measure) -> String {
    let value = measure.unit.of(&measure.value, reader.locale);
    let key = format!("comparator_{}", kebab(&measure.comparator).replace('-', "_"));
    let promise = match &measure.to {
        // The unit stands once, behind the upper end; and a range leaves no doubt of what is compared.
        Some(to) => {
            let from = measure.value.shown(reader.locale);
            let to = measure.unit.of(to, reader.locale);
            reader.words.fill("range", &[("from", &from), ("to", &to)])
        }
        None => reader.words.fill(&key, &[("value", &value)]),
    };
    // Where one sentence promises a value for each of several days, the day belongs to the value.
    match &measure.deadline {
        Some(deadline) => {
            let by = reader.reading(deadline.read);
            reader.words.fill("promise_by", &[("promise", &promise), ("deadline", &by)])
        }
        None => promise,
    }
}

pub fn of_measure(reader: &Reader, plan: &Plan, item: &Item, measure: &Measure) -> MeasureView {
    let line = measure_line(reader, plan, item, measure);
    let conflicts = measure
        .conflicts
        .iter()
        .filter_map(|(item, reference)| {
            let item = plan.items.get(*item);
            let other = item.measures().iter().find(|other| other.id == reference.measure)?;
            Some(ConflictView {
                href: reader.item_href(plan, item),
                number: item.number.clone(),
                title: reader.text(&item.title),
                what: reader.text(&other.what),
                promise: promise(reader, other),
            })
        })
        .collect();
    MeasureView {
        id: measure.id.to_string(),
        anchor: format!("measure-{}", measure.id),
        what: reader.text(&measure.what),
        promise: promise(reader, measure),
        comparator: kebab(&measure.comparator),
        population: reader.text(&measure.population),
        scope: reader.text_if(measure.scope.as_ref()),
        printed: measure.printed.to_string(),
        deadline: measure.deadline.as_ref().map(|deadline| reader.deadline(deadline)),
        conflicts,
        line,
    }
}
