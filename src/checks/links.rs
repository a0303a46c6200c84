//! Links of the texts into the site name something that exists.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, PAGES_OF_THE_PROGRAM};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    let pages = model.pages.iter().flat_map(|both| [&both.vi, &both.en]).flatten();
    let links =
        pages.flat_map(|page| &page.links).chain(model.plans.iter().flat_map(|plan| &plan.links));
    for link in links {
        if !leads_somewhere(model, &link.target) {
            said.push(Diagnostic::new(
                Code::LinkDead,
                link.place.clone(),
                format!("`{}` leads nowhere", link.target),
                "correct the name behind the colon",
            ));
        }
    }
    for correction in &model.corrections {
        let record = &correction.record;
        let item = record.item.as_ref().map(|item| ("item", item.to_string()));
        let page = record.page.as_ref().map(|page| ("page", page.to_string()));
        for (key, name) in item.into_iter().chain(page) {
            if !leads_somewhere(model, &format!("{key}:{name}")) {
                said.push(Diagnostic::new(
                    Code::LinkDead,
                    correction.place.below(key),
                    format!("there is no {key} `{name}`"),
                    "correct the name; an item by its id, a page by the name of its file",
                ));
            }
        }
    }
}

fn leads_somewhere(model: &Model, target: &str) -> bool {
    let Some((scheme, name)) = target.split_once(':') else {
        return false;
    };
    match scheme {
        "page" => {
            PAGES_OF_THE_PROGRAM.contains(&name)
                || model.pages.iter().flat_map(|both| &both.vi).any(|page| page.name == name)
        }
        "item" => model.plans.iter().any(|plan| plan.items_by_id.contains_key(name)),
        "agency" => model.agencies.values().any(|agency| agency.record.id.as_str() == name),
        _ => false,
    }
}
