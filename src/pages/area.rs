//! The page of an area: its targets, tasks and activities.

use serde::Serialize;

use crate::model::{AreaIx, Kind, Plan};

use super::counts::{self, KindCounts, Reported};
use super::list;
use super::parts::area_href;
use super::shared::{ItemCard, LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct AreaView {
    pub number: String,
    pub annex: Option<String>,
    /// How much of it was reported.
    pub summary: String,
    pub counts: Vec<KindCounts>,
    pub targets: Vec<ItemCard>,
    pub tasks: Vec<ItemCard>,
    pub activities: Vec<ItemCard>,
    /// The same items in the list that can be filtered.
    pub filter_href: String,
    pub decision_href: String,
    pub others: Vec<LinkView>,
}

pub fn lay_out(reader: &Reader, plan: &Plan, at: AreaIx) -> (&'static str, TextView, View) {
    let area = plan.areas.get(at);
    let cards = |kind: Kind| {
        let here = plan.items_of(kind).filter(|(_, item)| item.area == Some(at));
        reader.cards(plan, here.map(|(at, _)| at))
    };
    let here = || plan.items.values().filter(|item| item.area == Some(at));
    let view = AreaView {
        number: area.number.to_string(),
        annex: area.annex.as_ref().map(ToString::to_string),
        summary: Reported::among(here()).in_words(reader),
        counts: counts::of(reader, here()),
        filter_href: list::filtered(reader, plan, "area", area.number.as_str()),
        targets: cards(Kind::Target),
        tasks: cards(Kind::Task),
        activities: cards(Kind::Activity),
        decision_href: area_href(reader, plan, at),
        others: plan
            .areas
            .indexes()
            .filter(|other| *other != at)
            .map(|other| reader.area_link(plan, other))
            .collect(),
    };
    ("area", reader.area_name(area), View::Area(view))
}
