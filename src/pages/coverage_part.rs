//! One part of the received copy, passage by passage: the item that each became, or why it is none.

use serde::Serialize;

use crate::model::{Block, Item, PartIx, Plan};

use super::decision::item_link;
use super::parts::{self, Form, PartsView};
use super::repair::at_lines;
use super::shared::{LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct CoveragePartView {
    pub parts: PartsView,
    pub passages: Vec<PassageView>,
}

#[derive(Debug, Serialize)]
pub struct PassageView {
    /// "lines 94–96" of the received copy; empty for a heading.
    pub lines: String,
    pub words: String,
    /// What it became: an item, or what is no item and why; neither for a heading.
    pub item: Option<LinkView>,
    pub reason: Option<TextView>,
    pub heading: bool,
}

pub fn lay_out(reader: &Reader, plan: &Plan, at: PartIx) -> (&'static str, TextView, View) {
    let part = plan.parts.get(at);
    let blocks = plan.script.get(part.blocks.clone()).unwrap_or_default();
    let view = CoveragePartView {
        parts: parts::view(reader, plan, Form::Coverage, at),
        passages: blocks.iter().filter_map(|block| passage(reader, plan, block)).collect(),
    };
    let title = parts::title(reader, plan, Form::Coverage, at);
    ("coverage-part", title, View::CoveragePart(view))
}

/// None for a cell that is empty because the one above spans it.
fn passage(reader: &Reader, plan: &Plan, block: &Block) -> Option<PassageView> {
    let of_item = |words: String, item: &Item| PassageView {
        lines: at_lines(reader, &item.source_lines),
        words,
        item: Some(item_link(reader, plan, item)),
        reason: None,
        heading: false,
    };
    let words = match block {
        Block::Heading { words, .. } => words.vi.to_string(),
        Block::RowTask { words, .. } => words.as_ref()?.vi.to_string(),
        Block::Group { number, heading, .. } => format!("{number} {}", heading.vi),
        Block::Objective { number, words, .. } => {
            let words = words.as_ref().map(|words| words.vi.as_str()).unwrap_or_default();
            format!("{number} {words}").trim().to_owned()
        }
        Block::Activity { item, cells } => {
            let words: Vec<&str> = cells.iter().map(|(_, cell)| cell.text.as_str()).collect();
            return Some(of_item(words.join(" · "), plan.items.get(*item)));
        }
        Block::Entry { entry, .. } => {
            let entry = plan.entries.get(*entry);
            let words = entry.words.vi.to_string();
            return Some(match entry.item {
                Some(item) => of_item(words, plan.items.get(item)),
                None => PassageView {
                    lines: at_lines(reader, &entry.source_lines),
                    words,
                    item: None,
                    reason: reader.text_if(entry.reason.as_ref()),
                    heading: false,
                },
            });
        }
    };
    Some(PassageView { lines: String::new(), words, item: None, reason: None, heading: true })
}
