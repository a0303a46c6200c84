//! Lists of items: all of a plan, which a script may filter and sort, and one page for each kind and each
//! standing, so that the same lists are there without a script.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Item, ItemIx, Kind, Model, Plan, Standing};
use crate::values::PartialDate;

use super::address::{plural, tail};
use super::counts::Reported;
use super::shared::{ItemCard, LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct ListView {
    pub lead: String,
    pub items: Vec<ListedItem>,
    /// What the list may be filtered by; only on the page of all items.
    pub filters: Vec<Filter>,
    /// The lists that need no script.
    pub lists: Vec<ListLink>,
}

/// An item, and by what it can be found in the list.
#[derive(Debug, Serialize)]
pub struct ListedItem {
    pub card: ItemCard,
    pub area: String,
    /// The ids of all bodies that have a part in it, between spaces.
    pub bodies: String,
    /// `with` or `without`: whether a report was found; empty for aims, which could have none.
    pub report: &'static str,
    /// `2025-12`, or empty: the month of its last deadline.
    pub month: String,
    /// The last day in time for sorting; items without one come last.
    pub due: String,
    /// Its place when titles are sorted as the language sorts.
    pub by_title: usize,
}

/// A list of choices. `name` is its key in the address and in the interface words: `filter_area`.
#[derive(Debug, Serialize)]
pub struct Filter {
    pub name: &'static str,
    pub choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: TextView,
    pub count: usize,
}

#[derive(Debug, Serialize)]
pub struct ListLink {
    pub link: LinkView,
    pub count: usize,
}

/// Every item of the plan.
pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let items = listed(reader, plan, plan.items.iter());
    let of = Reported::among(plan.items.values()).of.to_string();
    let aims = plan.count(Kind::Aim).to_string();
    let lead = reader.words.fill("list_lead", &[("of", &of), ("aims", &aims)]);
    let filters = filters(reader, plan, &items);
    let view = ListView { lead, items, filters, lists: lists(reader, plan) };
    ("list", TextView::of_interface(reader.say("commitments_title")), View::List(view))
}

/// The items on which a report was found.
pub fn lay_out_reported(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let reported = Reported::among(plan.items.values());
    let here = plan.items.iter().filter(|(_, item)| item.is_reported());
    let items = listed(reader, plan, here);
    let lead = reader.words.fill(
        "with_report_lead",
        &[("with", &reported.with.to_string()), ("of", &reported.of.to_string())],
    );
    let view = ListView { lead, items, filters: Vec::new(), lists: lists(reader, plan) };
    ("list", TextView::of_interface(reader.say("with_report_title")), View::List(view))
}

/// The items of one kind.
pub fn lay_out_kind(reader: &Reader, plan: &Plan, kind: Kind) -> (&'static str, TextView, View) {
    let title = reader.words.say(&format!("kind_{}", plural(kind))).to_owned();
    let items = listed(reader, plan, plan.items_of(kind));
    let lead = reader.words.say(&format!("kind_{}_meaning", kind.name())).to_owned();
    let view = ListView { lead, items, filters: Vec::new(), lists: lists(reader, plan) };
    ("list", TextView::of_interface(&title), View::List(view))
}

/// The items that stand alike.
pub fn lay_out_standing(
    reader: &Reader,
    plan: &Plan,
    standing: Standing,
) -> (&'static str, TextView, View) {
    let here = plan.items.iter().filter(|(_, item)| item.standing == standing);
    let items = listed(reader, plan, here);
    let key = format!("standing_{}_meaning", standing.name().replace('-', "_"));
    let lead = reader.words.say(&key).to_owned();
    let view = ListView { lead, items, filters: Vec::new(), lists: lists(reader, plan) };
    ("list", TextView::of_interface(reader.standing_label(standing)), View::List(view))
}

fn listed<'p>(
    reader: &Reader,
    plan: &'p Plan,
    items: impl Iterator<Item = (ItemIx, &'p Item)>,
) -> Vec<ListedItem> {
    let mut listed: Vec<ListedItem> = items
        .map(|(at, item)| {
            let last = last_day(item);
            ListedItem {
                card: reader.card(plan, at),
                area: item
                    .area
                    .map_or_else(String::new, |area| plan.areas.get(area).number.to_string()),
                bodies: bodies(reader, item),
                report: match (item.kind, item.is_reported()) {
                    (Kind::Aim, _) => "",
                    (_, true) => "with",
                    (_, false) => "without",
                },
                month: last.map_or_else(String::new, |day| {
                    PartialDate::Month { year: day.year(), month: day.month() }.to_string()
                }),
                due: last.map_or_else(String::new, |day| day.to_string()),
                by_title: 0,
            }
        })
        .collect();
    let mut order: Vec<usize> = (0..listed.len()).collect();
    let title = |at: &usize| listed.get(*at).map_or("", |item| item.card.title.text.as_str());
    order.sort_by(|a, b| reader.compare(title(a), title(b)));
    for (place, at) in order.into_iter().enumerate() {
        if let Some(item) = listed.get_mut(at) {
            item.by_title = place;
        }
    }
    listed
}

/// The last of its deadlines, its bodies' own among them.
fn last_day(item: &Item) -> Option<crate::values::Date> {
    let own = item.roles.iter().filter_map(|role| role.deadline.as_ref());
    item.deadline.iter().chain(own).filter_map(|deadline| deadline.read.last_day()).max()
}

fn bodies(reader: &Reader, item: &Item) -> String {
    let ids: BTreeSet<&str> = item
        .roles
        .iter()
        .map(|role| reader.model.agencies.get(role.agency).record.id.as_str())
        .collect();
    ids.into_iter().collect::<Vec<_>>().join(" ")
}

fn filters(reader: &Reader, plan: &Plan, items: &[ListedItem]) -> Vec<Filter> {
    let count = |has: &dyn Fn(&ListedItem) -> bool| items.iter().filter(|item| has(item)).count();
    let areas = plan.areas.indexes().map(|at| {
        let number = plan.areas.get(at).number.to_string();
        let count = count(&|item| item.area == number);
        Choice { value: number, label: reader.area_name(plan.areas.get(at)), count }
    });
    let kinds = Kind::ALL.into_iter().map(|kind| Choice {
        value: kind.name().to_owned(),
        label: TextView::of_interface(reader.words.say(&format!("kind_{}", plural(kind)))),
        count: count(&|item| item.card.kind == kind.name()),
    });
    let reports =
        [("with", "report_with"), ("without", "report_without")].map(|(value, word)| Choice {
            value: value.to_owned(),
            label: TextView::of_interface(reader.say(word)),
            count: count(&|item| item.report == value),
        });
    let standings = Standing::ALL.into_iter().map(|standing| Choice {
        value: standing.name().to_owned(),
        label: TextView::of_interface(reader.standing_label(standing)),
        count: count(&|item| item.card.standing.name == standing.name()),
    });
    let mut per_body: BTreeMap<&str, usize> = BTreeMap::new();
    let mut per_month: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        for body in item.bodies.split_whitespace() {
            *per_body.entry(body).or_default() += 1;
        }
        if !item.month.is_empty() {
            *per_month.entry(&item.month).or_default() += 1;
        }
    }
    let mut bodies: Vec<Choice> = reader
        .model
        .agencies
        .values()
        .map(|agency| Choice {
            value: agency.record.id.to_string(),
            label: reader.text(&agency.name_on(plan.record.instrument.date).name),
            count: per_body.get(agency.record.id.as_str()).copied().unwrap_or(0),
        })
        .collect();
    bodies.sort_by(|a, b| reader.compare(&a.label.text, &b.label.text));
    let months = per_month.iter().filter_map(|(month, count)| {
        let shown = month.parse::<PartialDate>().ok()?.shown(reader.locale);
        Some(Choice {
            value: (*month).to_owned(),
            label: TextView::of_interface(&shown),
            count: *count,
        })
    });
    let all = [
        ("area", areas.collect::<Vec<_>>()),
        ("body", bodies),
        ("kind", kinds.collect()),
        ("report", reports.into()),
        ("standing", standings.collect()),
        ("month", months.collect()),
    ];
    all.into_iter()
        .map(|(name, choices)| Filter {
            name,
            choices: choices.into_iter().filter(|choice| choice.count > 0).collect(),
        })
        .collect()
}

/// The lists of kinds and standings that have an item.
fn lists(reader: &Reader, plan: &Plan) -> Vec<ListLink> {
    let mut lists = vec![ListLink {
        link: LinkView {
            href: reader.href(tail::of_plan(plan, REPORTED_PAGE)),
            label: TextView::of_interface(reader.say("with_report_title")),
        },
        count: Reported::among(plan.items.values()).with,
    }];
    for kind in kinds_of(plan) {
        lists.push(ListLink {
            link: LinkView {
                href: reader.href(tail::of_plan(plan, &kind_page(kind))),
                label: TextView::of_interface(reader.words.say(&format!("kind_{}", plural(kind)))),
            },
            count: plan.count(kind),
        });
    }
    for standing in standings_of(reader.model, plan) {
        lists.push(ListLink {
            link: LinkView {
                href: reader.href(tail::of_plan(plan, &standing_page(standing))),
                label: TextView::of_interface(reader.standing_label(standing)),
            },
            count: plan.items.values().filter(|item| item.standing == standing).count(),
        });
    }
    lists
}

/// The kinds that have an item.
pub fn kinds_of(plan: &Plan) -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| plan.count(*kind) > 0)
}

/// The standings that an item has, and those whose page was published when one had it: it stays.
pub fn standings_of(model: &Model, plan: &Plan) -> impl Iterator<Item = Standing> {
    Standing::ALL.into_iter().filter(|standing| {
        let page = format!("vi/{}", tail::of_plan(plan, &standing_page(*standing)));
        plan.items.values().any(|item| item.standing == *standing)
            || model.published.addresses.iter().any(|(address, _)| *address == page)
    })
}

/// The list of all items, filtered: `commitments/index.html?area=2`.
pub fn filtered(reader: &Reader, plan: &Plan, name: &str, value: &str) -> String {
    format!("{}?{name}={value}", reader.href(tail::of_plan(plan, "commitments")))
}

/// `with-report`: the page of the items on which a report was found.
pub const REPORTED_PAGE: &str = "with-report";

/// `kinds/targets`.
pub fn kind_page(kind: Kind) -> String {
    format!("kinds/{}", plural(kind))
}

/// `standings/no-report`.
pub fn standing_page(standing: Standing) -> String {
    format!("standings/{}", standing.name())
}
