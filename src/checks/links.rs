//! Links of the texts into the site name something that exists.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Model, PAGES_OF_THE_PROGRAM};
use crate::values::{Said, said};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    let pages = model.pages.iter().flat_map(|both| [&both.vi, &both.en]).flatten();
    let links =
        pages.flat_map(|page| &page.links).chain(model.plans.iter().flat_map(|plan| &plan.links));
    for link in links {
        if !leads_somewhere(model, &link.target) {
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
            if !leads_somewhere(model, &format!("{key}:{name}")) {
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
