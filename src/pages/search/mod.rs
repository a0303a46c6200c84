//! The page of the search, and what search finds.
//!
//! The page itself holds no results: a script of the theme puts them in. Without a script it names the
//! lists in which everything can be found.

mod document;
mod of_plan;
mod of_site;

use serde::Serialize;

use super::address::tail;
use super::plan::plan_title;
use super::shared::{LinkView, TextView};
use super::{Reader, View};

pub use document::{SearchDocument, SearchKind, Searchable, searchable};

#[derive(Debug, Serialize)]
pub struct SearchView {
    /// Lists that hold what search would find.
    pub lists: Vec<LinkView>,
}

pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let link = |tail: String, key: &'static str| LinkView {
        href: reader.href(tail),
        label: TextView::of_interface(reader.say(key)),
    };
    let mut lists = Vec::new();
    for plan in &reader.model.plans {
        lists.push(LinkView {
            href: reader.href(tail::plan(plan)),
            label: TextView::of_interface(&plan_title(reader, plan)),
        });
        lists.push(link(tail::of_plan(plan, "commitments"), "commitments_title"));
        lists.push(link(tail::of_plan(plan, "decision"), "decision_title"));
    }
    lists.push(link("agencies/".to_owned(), "agencies_title"));
    lists.push(link("glossary/".to_owned(), "glossary_title"));
    lists.push(link("sitemap/".to_owned(), "sitemap_title"));
    let title = TextView::of_interface(reader.say("search_title"));
    ("search", title, View::Search(SearchView { lists }))
}
