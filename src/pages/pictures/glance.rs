//! The plan at a glance: every item one mark, grouped by area and kind, each a link.

use serde::Serialize;

use crate::model::{AreaIx, Item, ItemIx, Kind, Plan, Standing};

use super::super::Reader;
use super::super::address::{plural, tail};
use super::super::counts::Reported;
use super::super::shared::{LinkView, StandingView, TextView};

#[derive(Debug, Serialize)]
pub struct Glance {
    /// The standings that occur, each with its shape and word.
    pub legend: Vec<StandingView>,
    pub rows: Vec<Row>,
}

/// An area, or the items of one kind that stand outside the areas.
#[derive(Debug, Serialize)]
pub struct Row {
    pub link: LinkView,
    pub groups: Vec<Group>,
    pub total: usize,
    pub with_reports: usize,
    /// Aims could not have a report, so none is counted.
    pub scored: bool,
}

#[derive(Debug, Serialize)]
pub struct Group {
    pub kind: &'static str,
    pub label: String,
    pub marks: Vec<Mark>,
}

#[derive(Debug, Serialize)]
pub struct Mark {
    pub href: String,
    /// The word of styles: `no-report`.
    pub standing: &'static str,
    pub number: String,
    pub title: TextView,
    pub standing_label: String,
}

pub fn glance(reader: &Reader, plan: &Plan) -> Glance {
    let mut by_area: Vec<Vec<(ItemIx, &Item)>> = plan.areas.indexes().map(|_| Vec::new()).collect();
    let mut outside: Vec<(ItemIx, &Item)> = Vec::new();
    let areas: Vec<AreaIx> = plan.areas.indexes().collect();
    for (at, item) in plan.items.iter() {
        let place = item.area.and_then(|area| areas.iter().position(|other| *other == area));
        match place.and_then(|place| by_area.get_mut(place)) {
            Some(row) => row.push((at, item)),
            None => outside.push((at, item)),
        }
    }
    let of_area = areas
        .iter()
        .zip(by_area)
        .map(|(area, items)| row(reader, plan, reader.area_link(plan, *area), &items));
    let of_kind = |kind: Kind| {
        let items: Vec<_> = outside.iter().filter(|(_, item)| item.kind == kind).copied().collect();
        let link = LinkView {
            href: reader.href(tail::of_plan(plan, &format!("kinds/{}", plural(kind)))),
            label: TextView::of_interface(reader.words.say(&format!("kind_{}", plural(kind)))),
        };
        (!items.is_empty()).then(|| row(reader, plan, link, &items))
    };
    let mut rows: Vec<Row> = of_area.filter(|row| !row.groups.is_empty()).collect();
    rows.extend(
        [Kind::Target, Kind::Task, Kind::Activity, Kind::Duty, Kind::Aim]
            .into_iter()
            .filter_map(of_kind),
    );
    let legend = Standing::ALL
        .into_iter()
        .filter_map(|standing| plan.items.values().find(|item| item.standing == standing))
        .map(|item| reader.standing(item))
        .collect();
    Glance { legend, rows }
}

fn row(reader: &Reader, plan: &Plan, link: LinkView, items: &[(ItemIx, &Item)]) -> Row {
    let reported = Reported::among(items.iter().map(|(_, item)| *item));
    let groups = Kind::ALL
        .into_iter()
        .map(|kind| Group {
            kind: kind.name(),
            label: reader.words.say(&format!("kind_{}", plural(kind))).to_owned(),
            marks: items
                .iter()
                .filter(|(_, item)| item.kind == kind)
                .map(|(_, item)| mark(reader, plan, item))
                .collect(),
        })
        .filter(|group| !group.marks.is_empty())
        .collect();
    Row { link, groups, total: reported.of, with_reports: reported.with, scored: reported.of > 0 }
}

fn mark(reader: &Reader, plan: &Plan, item: &Item) -> Mark {
    Mark {
        href: reader.item_href(plan, item),
        standing: item.standing.name(),
        number: item.number.clone(),
        title: reader.text(&item.title),
        standing_label: reader.standing(item).label,
    }
}
