//! The proof that nothing is left out: the received copy, passage by passage, with its item.

use serde::Serialize;

use crate::model::{Block, Kind, Plan};

use super::address::plural;
use super::repair::{RepairView, lines, of_repair};
use super::shared::TextView;
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct CoverageView {
    pub sha256: Option<String>,
    pub passages: Vec<PassageView>,
    pub not_items: usize,
    pub kinds: Vec<KindTotal>,
    pub repairs: Vec<RepairView>,
}

#[derive(Debug, Serialize)]
pub struct KindTotal {
    pub label: String,
    pub stated: usize,
    pub found: usize,
}

#[derive(Debug, Serialize)]
pub struct PassageView {
    /// Lines of the received copy.
    pub lines: String,
    pub words: String,
    /// What it became: an item, or what is no item and why.
    pub item_href: Option<String>,
    pub item_number: Option<String>,
    pub item_kind: Option<String>,
    pub reason: Option<TextView>,
    pub heading: bool,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let mut passages = Vec::new();
    for block in &plan.script {
        let heading = |words: &str| PassageView {
            lines: String::new(),
            words: words.to_owned(),
            item_href: None,
            item_number: None,
            item_kind: None,
            reason: None,
            heading: true,
        };
        let of_item = |words: &str, item: &crate::model::Item| PassageView {
            lines: lines(&item.source_lines),
            words: words.to_owned(),
            item_href: Some(reader.item_href(plan, item)),
            item_number: Some(item.number.clone()),
            item_kind: Some(reader.words.say(&format!("kind_{}", item.kind.name())).to_owned()),
            reason: None,
            heading: false,
        };
        passages.push(match block {
            Block::Heading { words, .. } | Block::RowTask { words: Some(words), .. } => {
                heading(words.vi.as_str())
            }
            Block::Group { number, heading: words, .. } => {
                heading(&format!("{number} {}", words.vi))
            }
            Block::Objective { number, words, .. } => heading(&format!("{number} {}", words.vi)),
            Block::RowTask { words: None, .. } => continue,
            Block::Activity { item, cells } => {
                let words: Vec<&str> =
                    cells.iter().map(|(_, passage)| passage.text.as_str()).collect();
                of_item(&words.join(" · "), plan.items.get(*item))
            }
            Block::Entry { entry, .. } => {
                let entry = plan.entries.get(*entry);
                match entry.item {
                    Some(item) => of_item(entry.words.vi.as_str(), plan.items.get(item)),
                    None => PassageView {
                        lines: lines(&entry.source_lines),
                        reason: reader.text_if(entry.reason.as_ref()),
                        heading: false,
                        ..heading(entry.words.vi.as_str())
                    },
                }
            }
        });
    }
    let counts = plan.record.counts;
    let kinds = Kind::ALL
        .into_iter()
        .zip([counts.aims, counts.targets, counts.tasks, counts.activities, counts.duties])
        .map(|(kind, stated)| KindTotal {
            label: reader.words.say(&format!("kind_{}", plural(kind))).to_owned(),
            stated,
            found: plan.count(kind),
        })
        .collect();
    let view = CoverageView {
        sha256: plan.received.as_ref().map(|received| received.sha256.clone()),
        not_items: passages.iter().filter(|passage| passage.reason.is_some()).count(),
        passages,
        kinds,
        repairs: plan.repairs.iter().map(|repair| of_repair(reader, &repair.record)).collect(),
    };
    ("coverage", TextView::of_interface(reader.say("coverage_title")), View::Coverage(view))
}
