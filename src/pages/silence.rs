//! What has no public report: shown as silence, never as failure.

use serde::Serialize;

use crate::model::{Kind, Plan};

use super::address::plural;
use super::shared::{ItemCard, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct SilenceView {
    pub total: usize,
    /// Of how many items that could have a report; aims could not.
    pub of: usize,
    pub kinds: Vec<SilentKind>,
}

#[derive(Debug, Serialize)]
pub struct SilentKind {
    pub kind: &'static str,
    pub label: String,
    pub total: usize,
    pub items: Vec<ItemCard>,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let kinds: Vec<SilentKind> = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Aim)
        .map(|kind| {
            let silent = plan.items_of(kind).filter(|(_, item)| !item.is_reported());
            SilentKind {
                kind: kind.name(),
                label: reader.words.say(&format!("kind_{}", plural(kind))).to_owned(),
                total: plan.count(kind),
                items: reader.cards(plan, silent.map(|(at, _)| at)),
            }
        })
        .collect();
    let view = SilenceView {
        total: kinds.iter().map(|kind| kind.items.len()).sum(),
        of: kinds.iter().map(|kind| kind.total).sum(),
        kinds,
    };
    ("silence", TextView::of_interface(reader.say("silence_title")), View::Silence(view))
}
