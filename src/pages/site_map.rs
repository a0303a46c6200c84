//! The site map as a tree of links for people.

use serde::Serialize;

use crate::model::Kind;

use super::address::{PAGES_OF_A_PLAN, RELEASES, tail};
use super::parts::{Form, label, tail_of};
use super::plan::plan_title;
use super::shared::{LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct SiteMapView {
    pub pages: Vec<LinkView>,
    /// The parts of the decisions.
    pub parts: Vec<LinkView>,
    pub areas: Vec<Branch>,
    pub aims: Vec<LinkView>,
    pub duties: Vec<LinkView>,
    pub agencies: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct Branch {
    pub link: LinkView,
    pub items: Vec<LinkView>,
}

pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let model = reader.model;
    let link = |tail: String, label: TextView| LinkView { href: reader.href(tail), label };
    let word = |key: &'static str| TextView::of_interface(reader.words.say(key));
    let mut pages = vec![link(String::new(), word("home_title"))];
    let (mut parts, mut areas) = (Vec::new(), Vec::new());
    let (mut aims, mut duties) = (Vec::new(), Vec::new());
    for plan in &model.plans {
        let item = |item: &crate::model::Item| LinkView {
            href: reader.item_href(plan, item),
            label: TextView {
                text: format!("{} {}", item.number, reader.text(&item.title).text),
                lang: reader.text(&item.title).lang,
            },
        };
        pages.push(link(tail::plan(plan), TextView::of_interface(&plan_title(reader, plan))));
        for (page, key) in PAGES_OF_A_PLAN {
            pages.push(link(tail::of_plan(plan, page), word(key)));
        }
        parts.extend(plan.parts.iter().map(|(at, part)| {
            link(tail_of(plan, Form::OneLanguage, at), label(reader, plan, part))
        }));
        for at in plan.areas.indexes() {
            areas.push(Branch {
                link: reader.area_link(plan, at),
                items: plan.items.values().filter(|i| i.area == Some(at)).map(item).collect(),
            });
        }
        aims.extend(plan.items_of(Kind::Aim).map(|(_, i)| item(i)));
        duties.extend(plan.items_of(Kind::Duty).map(|(_, i)| item(i)));
    }
    for both in &model.pages {
        if let Some(page) = &both.vi {
            let title = match (&both.en, reader.locale) {
                (Some(en), crate::values::Locale::En) => &en.title,
                _ => &page.title,
            };
            pages.push(link(format!("{}/", page.name), TextView::of_interface(title)));
        }
    }
    if !model.releases.is_empty() {
        pages.push(link(RELEASES.to_owned(), word("releases_title")));
    }
    for (page, key) in [
        ("corrections/", "corrections_title"),
        ("glossary/", "glossary_title"),
        ("agencies/", "agencies_title"),
        ("search/", "search_title"),
        ("follow/", "follow_title"),
        ("data/", "data_title"),
    ] {
        pages.push(link(page.to_owned(), word(key)));
    }
    let agencies = model
        .agencies
        .values()
        .map(|agency| link(tail::agency(agency), reader.text(&agency.last_name().name)))
        .collect();
    let view = SiteMapView { pages, parts, areas, aims, duties, agencies };
    ("sitemap", TextView::of_interface(reader.say("sitemap_title")), View::SiteMap(view))
}
