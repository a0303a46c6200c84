//! What one source reports about one item, and why it does or does not bear on it.

use serde::Serialize;

use crate::content::{About, Bearing};
use crate::model::{Item, Plan};

use super::Reader;
use super::shared::{OutcomeView, TextView};
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct ReportView {
    pub outcome: OutcomeView,
    pub measure: Option<TextView>,
    /// `comparable`, `not-comparable` or `context`.
    pub bearing: String,
    pub bearing_label: String,
    pub because: TextView,
    pub says: Option<String>,
    pub parts: Option<String>,
    pub product: Option<String>,
    pub product_date: Option<String>,
}

pub fn of_report(
    reader: &Reader,
    plan: &Plan,
    item: &Item,
    report: &crate::model::Report,
) -> ReportView {
    let about = &report.about;
    let measure = about
        .measure
        .as_ref()
        .and_then(|id| item.measures().iter().find(|measure| measure.id == *id))
        .map(|measure| reader.text(&measure.what));
    of_about(reader, about, measure, reader.outcome(plan, plan.outcomes.get(report.outcome)))
}

/// The same from what the editor wrote of an outcome.
pub fn of_about(
    reader: &Reader,
    about: &About,
    measure: Option<TextView>,
    outcome: OutcomeView,
) -> ReportView {
    let bearing = kebab(&about.bearing);
    ReportView {
        outcome,
        measure,
        bearing_label: match about.bearing {
            // What merely concerns an item counts when its source says how far the work has come.
            Bearing::Context if about.counts() => reader.say("bearing_context_counts").to_owned(),
            Bearing::Comparable | Bearing::NotComparable | Bearing::Context => {
                reader.words.say(&format!("bearing_{}", bearing.replace('-', "_"))).to_owned()
            }
        },
        bearing,
        because: reader.text(&about.because),
        says: about.says.map(|says| {
            reader.words.say(&format!("says_{}", kebab(&says).replace('-', "_"))).to_owned()
        }),
        parts: about.parts.map(|parts| format!("{}/{}", parts.done, parts.of)),
        product: about.product.as_ref().map(|product| product.text.to_string()),
        product_date: about
            .product
            .as_ref()
            .and_then(|product| product.date)
            .map(|date| date.shown(reader.locale)),
    }
}
