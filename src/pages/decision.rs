//! The decision in full: each passage linked to its item; and both languages side by side.

use serde::Serialize;

use crate::content::Budget;
use crate::model::{Block, Entry, Item, Plan};
use crate::values::{Locale, Localized, Translated};

use super::address::tail;
use super::markdown::{escaped, paragraphs, to_html};
use super::plan::{InstrumentView, instrument};
use super::shared::TextView;
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct DecisionView {
    pub instrument: InstrumentView,
    pub blocks: Vec<BlockView>,
    pub contents: Vec<ContentsLine>,
    pub one_language_href: String,
    pub side_by_side_href: String,
    pub coverage_href: String,
}

/// A block of the document, in each language that the page shows.
#[derive(Debug, Serialize)]
pub struct BlockView {
    /// `heading`, `entry`, `group`, `objective`, `row-task`, `activity`.
    pub kind: &'static str,
    pub anchor: String,
    /// 2 to 4: the heading's level on the page.
    pub level: u8,
    pub html: Localized<String>,
    /// The English is missing.
    pub untranslated: bool,
    pub number: Option<String>,
    pub item_href: Option<String>,
    pub item_number: Option<String>,
    pub item_title: Option<TextView>,
    pub item_kind: Option<&'static str>,
    pub cells: Vec<CellView>,
}

/// A cell of an annex row.
#[derive(Debug, Serialize)]
pub struct CellView {
    /// `product`, `lead`, `partners`, `deadline`, `budget`.
    pub column: &'static str,
    pub text: Localized<String>,
}

#[derive(Debug, Serialize)]
pub struct ContentsLine {
    pub level: u8,
    pub anchor: String,
    pub label: TextView,
}

pub fn lay_out(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let title = TextView::of_interface(reader.say("decision_title"));
    ("decision", title, View::Decision(view(reader, plan)))
}

pub fn lay_out_side_by_side(reader: &Reader, plan: &Plan) -> (&'static str, TextView, View) {
    let title = TextView::of_interface(reader.say("side_by_side_title"));
    ("side-by-side", title, View::Decision(view(reader, plan)))
}

fn view(reader: &Reader, plan: &Plan) -> DecisionView {
    let mut contents = Vec::new();
    let mut blocks = Vec::new();
    let mut headings = 0;
    for block in &plan.script {
        let shown = match block {
            Block::Heading { level, words, .. } => {
                headings += 1;
                let anchor = format!("heading-{headings}");
                let level = level + 1;
                if level <= 3 {
                    contents.push(ContentsLine {
                        level,
                        anchor: anchor.clone(),
                        label: reader.text(words),
                    });
                }
                BlockView { level, ..plain("heading", anchor, words) }
            }
            Block::Entry { entry, .. } => of_entry(reader, plan, plan.entries.get(*entry)),
            Block::Group { area, number, heading, .. } => {
                let anchor = format!("annex-{}", number.to_lowercase());
                let words = numbered(number, heading);
                contents.push(ContentsLine {
                    level: 3,
                    anchor: anchor.clone(),
                    label: reader.text(&words),
                });
                BlockView {
                    level: 3,
                    item_href: Some(reader.href(tail::area(plan, plan.areas.get(*area)))),
                    ..plain("group", anchor, &words)
                }
            }
            Block::Objective { number, words, .. } => BlockView {
                number: Some(number.clone()),
                ..plain("objective", String::new(), words)
            },
            Block::RowTask { words: Some(words), .. } => plain("row-task", String::new(), words),
            Block::RowTask { words: None, .. } => continue,
            Block::Activity { item, .. } => of_activity(reader, plan, plan.items.get(*item)),
        };
        blocks.push(shown);
    }
    DecisionView {
        instrument: instrument(reader, plan),
        blocks,
        contents,
        one_language_href: reader.href(tail::of_plan(plan, "decision")),
        side_by_side_href: reader.href(tail::of_plan(plan, "decision/side-by-side")),
        coverage_href: reader.href(tail::of_plan(plan, "coverage")),
    }
}

fn numbered(number: &str, heading: &Translated) -> Translated {
    let with = |text: &crate::values::Text| {
        format!("{number} {text}").parse().unwrap_or_else(|_| text.clone())
    };
    Translated { vi: with(&heading.vi), en: heading.en.as_ref().map(with) }
}

/// A block of plain words.
fn plain(kind: &'static str, anchor: String, words: &Translated) -> BlockView {
    BlockView {
        kind,
        anchor,
        level: 0,
        html: Localized {
            vi: escaped(words.read(Locale::Vi).0),
            en: escaped(words.read(Locale::En).0),
        },
        untranslated: words.en.is_none(),
        number: None,
        item_href: None,
        item_number: None,
        item_title: None,
        item_kind: None,
        cells: Vec::new(),
    }
}

fn of_entry(reader: &Reader, plan: &Plan, entry: &Entry) -> BlockView {
    let item = entry.item.map(|item| plan.items.get(item));
    let html = |locale: Locale| match entry.body.get(locale) {
        Some(markdown) => to_html(reader, markdown, 3),
        None => paragraphs(entry.words.read(locale).0),
    };
    BlockView {
        html: Localized {
            vi: html(Locale::Vi),
            en: if entry.body.en.is_some() { html(Locale::En) } else { html(Locale::Vi) },
        },
        ..linked(reader, plan, plain("entry", entry.id.to_string(), &entry.words), item)
    }
}

fn linked(reader: &Reader, plan: &Plan, block: BlockView, item: Option<&Item>) -> BlockView {
    let Some(item) = item else { return block };
    BlockView {
        item_href: Some(reader.item_href(plan, item)),
        item_number: Some(item.number.clone()),
        item_title: Some(reader.text(&item.title)),
        item_kind: Some(item.kind.name()),
        ..block
    }
}

fn of_activity(reader: &Reader, plan: &Plan, item: &Item) -> BlockView {
    BlockView {
        cells: cells(reader, item),
        ..linked(reader, plan, plain("activity", item.id.to_string(), &item.words), Some(item))
    }
}

/// The cells of an annex row that stand after the activity itself; none for other items.
pub fn cells(reader: &Reader, item: &Item) -> Vec<CellView> {
    let mut cells = Vec::new();
    let mut add = |column: &'static str, text: Option<&Translated>| {
        if let Some(text) = text {
            cells.push(CellView {
                column,
                text: Localized {
                    vi: text.read(Locale::Vi).0.to_owned(),
                    en: text.read(Locale::En).0.to_owned(),
                },
            });
        }
    };
    add("product", item.product.as_ref());
    add("lead", item.lead_printed.as_ref());
    add("partners", item.partners_printed.as_ref());
    add("deadline", item.deadline.as_ref().map(|deadline| &deadline.printed));
    if let Some(Budget { printed: Some(printed), .. }) = &item.budget {
        // The words table has the English of the one wording that is no number.
        let english = match item.budget.as_ref().map(|budget| budget.kind) {
            Some(crate::content::BudgetKind::AnnualEstimate) if reader.locale == Locale::En => {
                reader.say("budget_annual_estimate").to_owned()
            }
            _ => printed.to_string(),
        };
        cells.push(CellView {
            column: "budget",
            text: Localized { vi: printed.to_string(), en: english },
        });
    }
    cells
}
