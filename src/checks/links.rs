//! Links of the texts into the site name something that exists.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, PAGES_OF_THE_PROGRAM, Plan};
use crate::values::{Said, said};

pub fn rule<'m>(model: &'m Model, said: &mut Vec<Diagnostic>) {
    let known = Known::of(model);
    let pages = model.pages.iter().flat_map(|both| [&both.vi, &both.en]).flatten();
    // Most links of a plan lead to its own items, and need no look at those of all plans.
    let abroad = |plan: &'m Arc<Plan>| {
        let is_own = |target: &str| {
            target.strip_prefix("item:").is_some_and(|name| plan.items_by_id.contains_key(name))
        };
        plan.links.iter().filter(move |link| !is_own(&link.target))
    };
    let links = pages.flat_map(|page| &page.links).chain(model.plans.iter().flat_map(abroad));
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
    plans: &'m [Arc<Plan>],
    /// Made when the first link to an item is asked for.
    items: OnceCell<BTreeSet<&'m str>>,
    agencies: BTreeSet<&'m str>,
}

impl<'m> Known<'m> {
    fn of(model: &'m Model) -> Self {
        let pages = model.pages.iter().flat_map(|both| &both.vi).map(|page| page.name.as_str());
        let agencies = model.agencies.values().map(|agency| agency.record.id.as_str());
        Self {
            pages: PAGES_OF_THE_PROGRAM.into_iter().chain(pages).collect(),
            plans: &model.plans,
            items: OnceCell::new(),
            agencies: agencies.collect(),
        }
    }

    fn items(&self) -> &BTreeSet<&'m str> {
        self.items.get_or_init(|| {
            let items = self.plans.iter().flat_map(|plan| plan.items_by_id.keys());
            items.map(String::as_str).collect()
        })
    }

    fn leads_somewhere(&self, target: &str) -> bool {
        match target.split_once(':') {
            Some(("page", name)) => self.pages.contains(name),
            Some(("item", name)) => self.items().contains(name),
            Some(("agency", name)) => self.agencies.contains(name),
            _ => false,
        }
    }
}
