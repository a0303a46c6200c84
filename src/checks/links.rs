//! Links of the texts into the site name something that exists.

use crate::content::InternalLink;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, PAGES_OF_THE_PROGRAM};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    let pages = model.pages.iter().flat_map(|both| [&both.vi, &both.en]).flatten();
    let links =
        pages.flat_map(|page| &page.links).chain(model.plans.iter().flat_map(|plan| &plan.links));
    for link in links {
        if !leads_somewhere(model, link) {
            said.push(Diagnostic::new(
                Code::LinkDead,
                link.place.clone(),
                format!("`{}` leads nowhere", link.target),
                "correct the name behind the colon",
            ));
        }
    }
}

fn leads_somewhere(model: &Model, link: &InternalLink) -> bool {
    let Some((scheme, name)) = link.target.split_once(':') else {
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
