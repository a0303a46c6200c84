//! A part of the decision: each passage linked to its item; in one language, or both side by side.

use serde::Serialize;

use crate::content::{Budget, BudgetKind};
use crate::model::{Block, Entry, Item, Part, PartIx, PartKind, Plan};
use crate::theme::Words;
use crate::values::{Locale, Localized, Translated};

use super::markdown::{escaped, paragraphs, to_html};
use super::parts::{self, Form, PartsView};
use super::plan::{InstrumentView, instrument};
use super::shared::{LinkView, TextView};
use super::{Reader, View};

/// The word for the one budget that is printed and is no number.
pub const ESTIMATE: &str = "budget_annual_estimate";

#[derive(Debug, Serialize)]
pub struct DecisionView {
    pub parts: PartsView,
    /// On the first page.
    pub instrument: Option<InstrumentView>,
    pub blocks: Vec<BlockView>,
}

/// A block of the document, in each language that the page shows.
#[derive(Debug, Serialize)]
pub struct BlockView {
    /// `heading`, `entry`, `group`, `objective`, `row-task`, `activity`.
    pub kind: &'static str,
    /// Empty where nothing links to it.
    pub anchor: String,
    /// 2 to 4: the heading's level on the page.
    pub level: u8,
    /// A heading of an earlier part, under which this one stands too.
    pub continued: bool,
    pub html: Localized<String>,
    /// The English is missing.
    pub untranslated: bool,
    pub number: Option<String>,
    /// To the item's page, named by kind and number; the words themselves say the rest.
    pub link: Option<LinkView>,
    pub cells: Vec<CellView>,
}

/// A cell of an annex row.
#[derive(Debug, Serialize)]
pub struct CellView {
    /// `product`, `lead`, `partners`, `deadline`, `budget`.
    pub column: &'static str,
    pub text: Localized<String>,
}

pub fn lay_out(
    reader: &Reader,
    words: &Localized<Words>,
    plan: &Plan,
    form: Form,
    at: PartIx,
) -> (&'static str, TextView, View) {
    let kind = if form == Form::SideBySide { "side-by-side" } else { "decision" };
    let part = plan.parts.get(at);
    let view = DecisionView {
        parts: parts::view(reader, plan, form, at),
        instrument: (part.kind == PartKind::Opening).then(|| instrument(reader, plan)),
        blocks: blocks(reader, words.en.say(ESTIMATE), plan, part),
    };
    (kind, parts::title(reader, plan, form, at), View::Decision(view))
}

fn blocks(reader: &Reader, estimate: &str, plan: &Plan, part: &Part) -> Vec<BlockView> {
    // What is printed once above many areas or rows is told again on each of their pages.
    let above = part.above.iter().filter(|_| part.continues).map(|(level, words)| BlockView {
        level: level + 1,
        continued: true,
        ..plain("heading", String::new(), words)
    });
    let mut headings = part.headings_before;
    let own = plan.script.get(part.blocks.clone()).unwrap_or_default().iter();
    let own = own.filter_map(|block| match block {
        Block::Heading { level, words, .. } => {
            headings += 1;
            let anchor = format!("heading-{headings}");
            Some(BlockView { level: level + 1, ..plain("heading", anchor, words) })
        }
        Block::Entry { entry, .. } => Some(of_entry(reader, plan, plan.entries.get(*entry))),
        Block::Group { area, number, heading, .. } => {
            let anchor = format!("annex-{}", number.to_lowercase());
            Some(BlockView {
                level: 3,
                link: Some(reader.area_link(plan, *area)),
                ..plain("group", anchor, &numbered(number, heading))
            })
        }
        Block::Objective { number, words, .. } => words.as_ref().map(|words| BlockView {
            number: Some(number.clone()),
            ..plain("objective", String::new(), words)
        }),
        Block::RowTask { words, .. } => {
            words.as_ref().map(|words| plain("row-task", String::new(), words))
        }
        Block::Activity { item, .. } => {
            Some(of_activity(reader, estimate, plan, plan.items.get(*item)))
        }
    });
    above.chain(own).collect()
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
        continued: false,
        html: words.in_both().map(|words| escaped(words)),
        untranslated: words.en.is_none(),
        number: None,
        link: None,
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
    BlockView { link: Some(item_link(reader, plan, item)), ..block }
}

/// "Chỉ tiêu II.2.a.8": short, and like no other link of the document.
pub fn item_link(reader: &Reader, plan: &Plan, item: &Item) -> LinkView {
    let kind = reader.words.say(&format!("kind_{}", item.kind.name())).to_owned();
    LinkView {
        href: reader.item_href(plan, item),
        label: TextView::of_interface(&format!("{kind} {}", item.number)),
    }
}

fn of_activity(reader: &Reader, estimate: &str, plan: &Plan, item: &Item) -> BlockView {
    BlockView {
        number: item.row_number.clone(),
        cells: cells(item, estimate),
        ..linked(reader, plan, plain("activity", item.id.to_string(), &item.words), Some(item))
    }
}

/// The cells of an annex row that stand after the activity itself; none for other items. `estimate` is
/// the English of the one budget that is printed and is no number: the words table has it.
pub fn cells(item: &Item, estimate: &str) -> Vec<CellView> {
    let mut cells = Vec::new();
    let mut add = |column: &'static str, text: Option<&Translated>| {
        if let Some(text) = text {
            cells.push(CellView { column, text: text.in_both() });
        }
    };
    add("product", item.product.as_ref());
    add("lead", item.lead_printed.as_ref());
    add("partners", item.partners_printed.as_ref());
    add("deadline", item.deadline.as_ref().map(|deadline| &deadline.printed));
    if let Some(Budget { printed: Some(printed), kind, .. }) = &item.budget {
        let english = match kind {
            BudgetKind::AnnualEstimate => estimate.to_owned(),
            BudgetKind::Amount | BudgetKind::Empty => printed.to_string(),
        };
        let text = Localized { vi: printed.to_string(), en: english };
        cells.push(CellView { column: "budget", text });
    }
    cells
}
