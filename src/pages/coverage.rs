//! The proof that nothing is left out: the counts, part by part, and what is no item and why.

use serde::Serialize;

use crate::model::{Block, Entry, Kind, Part, PartIx, Plan};

use super::address::plural;
use super::parts::{self, Form, passage_href};
use super::repair::{RepairView, at_lines, of_repair};
use super::shared::{LinkView, TextView};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct CoverageView {
    pub sha256: Option<String>,
    pub received_href: Option<String>,
    pub kinds: Vec<KindTotal>,
    pub parts: Vec<PartTotal>,
    pub whole: Fates,
    pub no_items: Vec<NoItemView>,
    pub repairs: Vec<RepairView>,
}

#[derive(Debug, Serialize)]
pub struct KindTotal {
    pub label: String,
    pub stated: usize,
    pub found: usize,
}

/// A part of the document, and what its passages became.
#[derive(Debug, Serialize)]
pub struct PartTotal {
    pub link: LinkView,
    pub fates: Fates,
}

/// How many passages became what.
#[derive(Debug, Default, Clone, Copy, Serialize)]
pub struct Fates {
    pub items: usize,
    pub no_items: usize,
    /// Headings, and cells of the annex that several rows share.
    pub headings: usize,
}

/// A passage that is no item.
#[derive(Debug, Serialize)]
pub struct NoItemView {
    pub words: String,
    pub reason: Option<TextView>,
    /// To the passage in the decision, named by its lines.
    pub link: LinkView,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
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
        received_href: parts::received_href(reader, plan),
        kinds,
        parts: plan.parts.iter().map(|(at, part)| of_part(reader, plan, at, part)).collect(),
        whole: fates(plan, &plan.script),
        no_items: plan
            .entries
            .values()
            .filter(|entry| entry.item.is_none())
            .map(|entry| of_no_item(reader, plan, entry))
            .collect(),
        repairs: plan.repairs.iter().map(|repair| of_repair(reader, &repair.record)).collect(),
    };
    ("coverage", TextView::of_interface(reader.say("coverage_title")), View::Coverage(view))
}

fn of_part(reader: &Reader, plan: &Plan, at: PartIx, part: &Part) -> PartTotal {
    PartTotal {
        link: LinkView {
            href: reader.href(parts::tail_of(plan, Form::Coverage, at)),
            label: parts::label(reader, plan, part),
        },
        fates: fates(plan, plan.script.get(part.blocks.clone()).unwrap_or_default()),
    }
}

fn fates(plan: &Plan, blocks: &[Block]) -> Fates {
    let mut fates = Fates::default();
    for block in blocks {
        match block {
            Block::Entry { entry, .. } if plan.entries.get(*entry).item.is_none() => {
                fates.no_items += 1;
            }
            Block::Entry { .. } | Block::Activity { .. } => fates.items += 1,
            Block::RowTask { words: None, .. } => {}
            Block::Heading { .. }
            | Block::Group { .. }
            | Block::Objective { .. }
            | Block::RowTask { words: Some(_), .. } => fates.headings += 1,
        }
    }
    fates
}

fn of_no_item(reader: &Reader, plan: &Plan, entry: &Entry) -> NoItemView {
    NoItemView {
        words: entry.words.vi.to_string(),
        reason: reader.text_if(entry.reason.as_ref()),
        link: LinkView {
            href: passage_href(reader, plan, &entry.id),
            label: TextView::of_interface(&at_lines(reader, &entry.source_lines)),
        },
    }
}
