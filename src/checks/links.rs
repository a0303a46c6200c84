//! Links of the texts into the site name something that exists.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, PAGES_OF_THE_PROGRAM};
use crate::values::{Said, said};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    let known = Known::of(model);
    let pages = model.pages.iter().flat_map(|both| [&both.vi, &both.en]).flatten();
    let links =
        pages.flat_map(|page| &page.links).chain(model.plans.iter().flat_map(|plan| &plan.links));
    for link in links {
        if !known.leads_somewhere(&link.target) {
            said.push(Diagnostic::new(
                Code::LinkDead,
                link.place.clone(),
                said!("`{}` leads nowhere", "`{}` không dẫn đến đâu", link.target),
                said!("correct the name behind the colon", "sửa tên sau dấu hai chấm"),
            ));
        }
    }
    for correction in &model.corrections {
        let record = &correction.record;
        let item =
            record.item.as_ref().map(|item| ("item", said!("item", "cam kết"), item.to_string()));
        let page =
            record.page.as_ref().map(|page| ("page", said!("page", "trang"), page.to_string()));
        for (key, kind, name) in item.into_iter().chain(page) {
            if !known.leads_somewhere(&format!("{key}:{name}")) {
                said.push(Diagnostic::new(
                    Code::LinkDead,
                    correction.place.below(key),
                    Said {
                        en: format!("there is no {} `{name}`", kind.en),
                        vi: format!("không có {} `{name}`", kind.vi),
                    },
                    said!(
                        "correct the name; an item by its id, a page by the name of its file",
                        "sửa lại tên; cam kết theo mã, trang theo tên tệp"
                    ),
                ));
            }
        }
    }
}

/// What a text may link to, by name.
struct Known<'m> {
    pages: BTreeSet<&'m str>,
    items: BTreeSet<&'m str>,
    agencies: BTreeSet<&'m str>,
}

impl<'m> Known<'m> {
    fn of(model: &'m Model) -> Self {
        let pages = model.pages.iter().flat_map(|both| &both.vi).map(|page| page.name.as_str());
        let items = model.plans.iter().flat_map(|plan| plan.items_by_id.keys());
        let agencies = model.agencies.values().map(|agency| agency.record.id.as_str());
        Self {
            pages: PAGES_OF_THE_PROGRAM.into_iter().chain(pages).collect(),
            items: items.map(String::as_str).collect(),
            agencies: agencies.collect(),
        }
    }

    fn leads_somewhere(&self, target: &str) -> bool {
        match target.split_once(':') {
            Some(("page", name)) => self.pages.contains(name),
            Some(("item", name)) => self.items.contains(name),
            Some(("agency", name)) => self.agencies.contains(name),
            _ => false,
        }
    }
}
