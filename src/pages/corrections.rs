//! The public log of corrections, and the repairs and slips of the received copies.

use std::sync::Arc;

use serde::Serialize;

use super::following::{anchor_of_correction, correction_names};
use crate::model::Plan;
use crate::values::OutcomeId;

use super::address::tail;
use super::parts::passage_href;
use super::repair::{RepairView, of_repair};
use super::shared::{LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct CorrectionsView {
    pub corrections: Vec<CorrectionView>,
    pub repairs: Vec<LinkedRepair>,
    pub slips: Vec<LinkedRepair>,
}

#[derive(Debug, Serialize)]
pub struct CorrectionView {
    /// Feeds link to it.
    pub anchor: String,
    pub date: String,
    pub date_iso: String,
    pub about: Option<LinkView>,
    pub was: TextView,
    pub now: TextView,
    pub reason: TextView,
}

#[derive(Debug, Serialize)]
pub struct LinkedRepair {
    pub repair: RepairView,
    pub item: Option<LinkView>,
}

pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let corrections = reader
        .model
        .corrections
        .iter()
        .zip(correction_names(reader.model))
        .map(|(correction, name)| {
            let record = &correction.record;
            let target = match (&record.item, &record.page) {
                (Some(item), _) => Some(format!("item:{item}")),
                (None, Some(page)) => Some(format!("page:{page}")),
                (None, None) => None,
            };
            let of_outcome = record.outcome.as_ref().and_then(|id| result_link(reader, id));
            CorrectionView {
                anchor: anchor_of_correction(record, &name),
                date: record.date.shown(reader.locale),
                date_iso: record.date.to_string(),
                about: of_outcome.or_else(|| {
                    let target = target?;
                    Some(LinkView {
                        href: reader.internal(&target)?,
                        label: TextView::of_interface(target.split_once(':')?.1),
                    })
                }),
                was: reader.text(&record.was),
                now: reader.text(&record.now),
                reason: reader.text(&record.reason),
            }
        })
        .collect();
    let mut all: Vec<LinkedRepair> = Vec::new();
    for plan in &reader.model.plans {
        for repair in &plan.repairs {
            let id = repair.record.item.as_str();
            let item = match plan.items_by_id.get(id) {
                Some(at) => {
                    let item = plan.items.get(*at);
                    LinkView {
                        href: reader.item_href(plan, item),
                        label: TextView::of_interface(&item.number),
                    }
                }
                None => LinkView {
                    href: passage_href(reader, plan, &repair.record.item),
                    label: TextView::of_interface(reader.say("decision_title")),
                },
            };
            all.push(LinkedRepair { repair: of_repair(reader, &repair.record), item: Some(item) });
        }
    }
    let (slips, repairs) = all.into_iter().partition(|linked| linked.repair.kind == "slip");
    let title = TextView::of_interface(reader.say("corrections_title"));
    let view = CorrectionsView { corrections, repairs, slips };
    ("corrections", title, View::Corrections(view))
}

/// To a reported result, where it is still published.
fn result_link(reader: &Reader, id: &OutcomeId) -> Option<LinkView> {
    let is_it = |outcome: &&crate::model::Outcome| outcome.record.id == *id;
    let of = |plan: &&Arc<Plan>| plan.outcomes.values().any(|outcome| is_it(&outcome));
    let plan = reader.model.plans.iter().find(of)?;
    let page = reader.address(tail::of_plan(plan, "results"));
    Some(LinkView {
        href: reader.here.to_anchor(&page, &format!("result-{id}")),
        label: TextView::of_interface(id.as_str()),
    })
}
