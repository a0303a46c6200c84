//! The pages of the bodies: what each promised, also those that have ended.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::model::{AgencyIx, Item, ItemIx, Plan, RoleKind};

use super::counts::{self, KindCounts, Reported};
use super::list;
use super::shared::{ItemCard, LinkView, TextView};
use super::{Reader, View};
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct AgenciesView {
    pub agencies: Vec<AgencyRow>,
    /// Bodies that the text names without giving them a part.
    pub others: Vec<AgencyRow>,
}

#[derive(Debug, Serialize)]
pub struct AgencyRow {
    pub href: String,
    pub name: TextView,
    pub now: Option<TextView>,
    pub ended: Option<String>,
    pub leads: usize,
    pub shares: usize,
    pub holds: usize,
    /// Its commitments that could have a report, and on how many one was found.
    pub of: usize,
    pub with_reports: usize,
    pub without_reports: usize,
}

#[derive(Debug, Serialize)]
pub struct AgencyView {
    pub id: String,
    /// `department`, `group` …
    pub kind: String,
    /// What it promised, and how much of that was reported.
    pub summary: String,
    /// Its items in the list that can be filtered.
    pub filter_href: Option<String>,
    pub abbreviation: Option<String>,
    pub printed: Vec<String>,
    pub names: Vec<NameView>,
    pub ended: Option<String>,
    pub ended_basis: Option<TextView>,
    pub ended_source_title: Option<String>,
    pub ended_source_url: Option<String>,
    pub successors: Vec<SuccessorView>,
    pub predecessors: Vec<LinkView>,
    pub no_successor: Option<TextView>,
    pub note: Option<TextView>,
    pub members: Vec<LinkView>,
    pub counts: Vec<KindCounts>,
    pub leads: Vec<ItemCard>,
    pub shares: Vec<ItemCard>,
    pub holds: Vec<ItemCard>,
    /// What its predecessors promised.
    pub inherited: Vec<ItemCard>,
}

#[derive(Debug, Serialize)]
pub struct NameView {
    pub name: TextView,
    pub until: Option<String>,
    pub basis: Option<TextView>,
}

#[derive(Debug, Serialize)]
pub struct SuccessorView {
    pub link: LinkView,
    pub from: String,
    pub note: Option<TextView>,
}

fn items_with(plan: &Plan, agency: AgencyIx, kind: RoleKind) -> Vec<ItemIx> {
    plan.items_of_body(agency)
        .filter(|(_, item)| item.roles_of(kind).any(|role| role.agency == agency))
        .map(|(at, _)| at)
        .collect()
}

/// What of all plans names a body.
fn items_of<'m>(reader: &Reader<'m>, at: AgencyIx) -> impl Iterator<Item = &'m Item> {
    reader.model.plans.iter().flat_map(move |plan| plan.items_of_body(at)).map(|(_, item)| item)
}

pub fn lay_out_all(reader: &Reader) -> (&'static str, TextView, View) {
    let mut agencies = Vec::new();
    let mut others = Vec::new();
    for at in reader.model.agencies.indexes() {
        let agency = reader.model.agencies.get(at);
        let count = |kind: RoleKind| -> usize {
            reader.model.plans.iter().map(|plan| items_with(plan, at, kind).len()).sum()
        };
        let first_plan = reader.model.plans.first();
        let shown = first_plan.map(|plan| reader.agency(plan, at));
        let reported = Reported::among(items_of(reader, at));
        let row = AgencyRow {
            href: reader.agency_href(agency),
            name: shown
                .as_ref()
                .map_or_else(|| reader.text(&agency.last_name().name), |shown| shown.name.clone()),
            now: shown.as_ref().and_then(|shown| shown.now.clone()),
            ended: shown.and_then(|shown| shown.ended),
            leads: count(RoleKind::Lead),
            shares: count(RoleKind::Partner),
            holds: count(RoleKind::Holder),
            of: reported.of,
            with_reports: reported.with,
            without_reports: reported.without(),
        };
        if row.leads + row.shares + row.holds > 0 {
            agencies.push(row);
        } else {
            others.push(row);
        }
    }
    for list in [&mut agencies, &mut others] {
        list.sort_by(|a, b| reader.compare(&a.name.text, &b.name.text));
    }
    (
        "agencies",
        TextView::of_interface(reader.say("agencies_title")),
        View::Agencies(AgenciesView { agencies, others }),
    )
}

pub fn lay_out(reader: &Reader, at: AgencyIx) -> (&'static str, TextView, View) {
    let agency = reader.model.agencies.get(at);
    let link = |at: AgencyIx| {
        let agency = reader.model.agencies.get(at);
        LinkView { href: reader.agency_href(agency), label: reader.text(&agency.last_name().name) }
    };
    let cards = |agency: AgencyIx, kind: RoleKind| -> Vec<ItemCard> {
        let of_plan = |plan: &Arc<Plan>| reader.cards(plan, items_with(plan, agency, kind));
        reader.model.plans.par_iter().flat_map_iter(of_plan).collect()
    };
    let counts = reader
        .model
        .plans
        .iter()
        .flat_map(|plan| counts::of(reader, plan.items_of_body(at).map(|(_, item)| item)))
        .collect();
    let end = agency.record.end.as_ref();
    let (leads, shares, holds) =
        (cards(at, RoleKind::Lead), cards(at, RoleKind::Partner), cards(at, RoleKind::Holder));
    let inherited: Vec<ItemCard> = agency
        .predecessors
        .iter()
        .flat_map(|at| {
            let mut all = cards(*at, RoleKind::Lead);
            all.extend(cards(*at, RoleKind::Holder));
            all
        })
        .collect();
    let view = AgencyView {
        id: agency.record.id.to_string(),
        kind: kebab(&agency.record.kind),
        abbreviation: agency.record.abbreviation.as_ref().map(ToString::to_string),
        printed: agency.record.printed.iter().map(ToString::to_string).collect(),
        names: agency
            .record
            .names
            .iter()
            .map(|name| NameView {
                name: reader.text(&name.name),
                until: name.until.map(|until| until.shown(reader.locale)),
                basis: reader.text_if(name.basis.as_ref()),
            })
            .collect(),
        ended: end.map(|end| end.date.shown(reader.locale)),
        ended_basis: end.map(|end| reader.text(&end.basis)),
        ended_source_title: end
            .and_then(|end| end.source.as_ref())
            .map(|source| source.title.to_string()),
        ended_source_url: end
            .and_then(|end| end.source.as_ref())
            .map(|source| source.url.to_string()),
        successors: agency
            .successors
            .iter()
            .map(|successor| SuccessorView {
                link: link(successor.agency),
                from: successor.from.shown(reader.locale),
                note: reader.text_if(successor.note.as_ref()),
            })
            .collect(),
        predecessors: agency.predecessors.iter().map(|at| link(*at)).collect(),
        no_successor: reader.text_if(agency.record.no_successor.as_ref()),
        note: reader.text_if(agency.record.note.as_ref()),
        members: agency.members.iter().map(|at| link(*at)).collect(),
        counts,
        summary: summary(reader, at, [leads.len(), shares.len(), holds.len()], inherited.len()),
        filter_href: reader
            .model
            .plans
            .iter()
            .find(|plan| plan.items_by_body.contains_key(&at))
            .map(|plan| list::filtered(reader, plan, "body", agency.record.id.as_str())),
        leads,
        shares,
        holds,
        inherited,
    };
    let title = match reader.model.plans.first() {
        Some(plan) => reader.agency(plan, at).name,
        None => reader.text(&agency.last_name().name),
    };
    ("agency", title, View::Agency(view))
}

/// One or two sentences; none of them for a body without a part.
fn summary(reader: &Reader, at: AgencyIx, parts: [usize; 3], inherited: usize) -> String {
    if parts == [0; 3] && inherited == 0 {
        return reader.say("agency_without_part").to_owned();
    }
    let [leads, shares, holds] = parts.map(|number| number.to_string());
    let numbers = [("leads", leads.as_str()), ("shares", &shares), ("holds", &holds)];
    let reported = Reported::among(items_of(reader, at));
    let inherited = match inherited {
        0 => String::new(),
        n => format!(" {}", reader.words.fill("agency_inherits", &[("n", &n.to_string())])),
    };
    format!(
        "{} {}{inherited}",
        reader.words.fill("agency_summary", &numbers),
        reported.in_words(reader)
    )
}
