//! The page of a plan: the instrument, its areas, aims and duties, and the legal acts it cites.

use serde::Serialize;

use crate::model::{Kind, Plan};

use super::act::{ActView, of_act};
use super::address::tail;
use super::counts::{self, KindCounts, Reported};
use super::pictures::{BudgetPicture, budget};
use super::shared::{AgencyView, ItemCard, LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct PlanView {
    pub instrument: InstrumentView,
    /// How much of it was reported.
    pub summary: String,
    pub counts: Vec<KindCounts>,
    pub areas: Vec<AreaSummary>,
    pub budget: Option<BudgetPicture>,
    pub aims: Vec<ItemCard>,
    pub duties: Vec<ItemCard>,
    pub acts: Vec<ActView>,
    pub acts_ended: usize,
    pub decision_href: String,
    pub side_by_side_href: String,
}

#[derive(Debug, Serialize)]
pub struct InstrumentView {
    pub kind: TextView,
    pub number: String,
    pub date: String,
    pub date_iso: String,
    pub title: TextView,
    pub issuer: AgencyView,
    pub signer: TextView,
    pub period: String,
    pub period_label: TextView,
}

#[derive(Debug, Serialize)]
pub struct AreaSummary {
    pub link: LinkView,
    pub counts: Vec<KindCounts>,
    pub total: usize,
    pub with_reports: usize,
}

pub fn instrument(reader: &Reader, plan: &Plan) -> InstrumentView {
    let record = &plan.record.instrument;
    InstrumentView {
        kind: reader.text(&record.kind),
        number: record.number.to_string(),
        date: record.date.in_words(reader.locale),
        date_iso: record.date.to_string(),
        title: reader.text(&record.title),
        issuer: reader.agency(plan, plan.issuer),
        signer: reader.text(&record.signer),
        period: plan.record.period.days().shown(reader.locale),
        period_label: reader.text(&plan.record.period.label),
    }
}

pub fn area_summaries(reader: &Reader, plan: &Plan) -> Vec<AreaSummary> {
    plan.areas
        .indexes()
        .map(|at| {
            let items = plan.items.values().filter(move |item| item.area == Some(at));
            let reported = Reported::among(items.clone());
            AreaSummary {
                link: reader.area_link(plan, at),
                counts: counts::of(reader, items),
                total: reported.of,
                with_reports: reported.with,
            }
        })
        .collect()
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let cards = |kind: Kind| reader.cards(plan, plan.items_of(kind).map(|(at, _)| at));
    let acts: Vec<ActView> = plan.record.acts.iter().map(|act| of_act(reader, act)).collect();
    let view = PlanView {
        instrument: instrument(reader, plan),
        summary: Reported::among(plan.items.values()).in_words(reader),
        counts: counts::of(reader, plan.items.values()),
        areas: area_summaries(reader, plan),
        budget: budget(reader, plan),
        aims: cards(Kind::Aim),
        duties: cards(Kind::Duty),
        acts_ended: acts.iter().filter(|act| act.ended.is_some()).count(),
        acts,
        decision_href: reader.href(tail::of_plan(plan, "decision")),
        side_by_side_href: reader.href(tail::of_plan(plan, "decision/side-by-side")),
    };
    ("plan", TextView::of_interface(&plan_title(reader, plan)), View::Plan(view))
}

/// "The plan of Decision 3322/QĐ-UBND": the document's own title says what is approved, not what this is.
pub fn plan_title(reader: &Reader, plan: &Plan) -> String {
    let instrument = &plan.record.instrument;
    let kind = reader.plain(&instrument.kind);
    // "The plan of Plan 9/KH-UBND" would say it twice.
    if instrument.kind.vi.as_str().to_lowercase() == "kế hoạch" {
        return format!("{kind} {}", instrument.number);
    }
    reader.words.fill("plan_title", &[("kind", &kind), ("number", instrument.number.as_str())])
}
