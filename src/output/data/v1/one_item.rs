//! One item as a file of its own, beside its page: the item, and of the plan what it refers to.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::of::{of_agency, of_item, of_licence, of_outcome, of_source};
use super::{Agency, Item, Licence, Outcome, Source};
use crate::model::{self, AgencyIx, Model, Plan};
use crate::values::{Date, Text, Translated};

#[derive(Serialize, JsonSchema)]
pub struct ItemFile<'m> {
    #[schemars(extend("const" = "v1"))]
    version: &'static str,
    as_of: Date,
    /// The plan as a whole: the address of `plan.json`.
    plan_url: String,
    /// Of the legal document.
    plan_number: &'m Text,
    publisher: &'m Translated,
    licence: Licence<'m>,
    notice: &'m Translated,
    item: Item<'m>,
    /// Those that the item names, oldest first.
    outcomes: Vec<Outcome<'m>>,
    sources: Vec<Source<'m>>,
    agencies: Vec<Agency<'m>>,
}

pub fn one_item<'m>(model: &'m Model, plan: &'m Plan, item: &'m model::Item) -> ItemFile<'m> {
    let site = &model.site.record;
    let mut seen = BTreeSet::new();
    let reported: Vec<&model::Outcome> = item
        .reports
        .iter()
        .map(|report| report.outcome)
        .filter(|outcome| seen.insert(*outcome))
        .map(|outcome| plan.outcomes.get(outcome))
        .collect();
    let sources: BTreeSet<model::SourceIx> =
        reported.iter().map(|outcome| outcome.source).collect();
    let agencies: BTreeSet<AgencyIx> = item
        .roles
        .iter()
        .map(|role| role.agency)
        .chain(reported.iter().filter_map(|outcome| outcome.agency))
        .collect();
    ItemFile {
        version: "v1",
        as_of: model.site.as_of,
        plan_url: format!("{}data/plan.json", model.site.base_url),
        plan_number: &plan.record.instrument.number,
        publisher: &site.publisher,
        licence: of_licence(site),
        notice: &site.notice,
        item: of_item(model, plan, item),
        outcomes: reported.into_iter().map(|outcome| of_outcome(plan, outcome)).collect(),
        sources: sources.into_iter().map(|at| of_source(plan.sources.get(at))).collect(),
        agencies: agencies
            .into_iter()
            .map(|at| of_agency(&model.agencies.get(at).record))
            .collect(),
    }
}
