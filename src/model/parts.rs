//! The document cut into parts, each a page: what stands before the areas, each area, the text that
//! follows them, and each group of the annex.
//!
//! In: where the walk through the document began something new. Out: the parts in reading order, which
//! together are the whole script, and for each id the part that holds it.
//!
//! The cuts follow the document's structure and never its length, so that an address that was published
//! stays what it was when a word is put right.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::values::{ItemId, Translated};

use super::arena::index;
use super::script::leading_number;
use super::{AreaIx, Arena, Block, Entry, EntryIx, Item, ItemIx};

index!(
    /// Names one `Part` of a plan's document.
    PartIx
);

/// What a part of the document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// Everything before the areas. It is always there, as the document's first page.
    Opening,
    /// The text of one area.
    Area(AreaIx),
    /// Text after the areas or the annex; most documents have one such part, the first is 1.
    Closing(usize),
    /// One group of the annex.
    Annex(AreaIx),
}

#[derive(Debug, Clone)]
pub struct Part {
    pub kind: PartKind,
    /// Its blocks in the script.
    pub blocks: Range<usize>,
    /// How many headings stand before it: headings are counted through the whole document.
    pub headings_before: usize,
    /// The headings of the document above it, with their levels. Those of the first area and of the
    /// first annex group are among its own blocks.
    pub above: Vec<(u8, Translated)>,
    /// Whether `above` stands in an earlier part, so that a reader has to be told again.
    pub continues: bool,
    /// Its highest headings, as far as they are numbered: `I. MỤC TIÊU, YÊU CẦU`.
    pub headings: Vec<Translated>,
}

/// Where a part begins.
#[derive(Debug, Clone)]
struct Cut {
    kind: PartKind,
    /// The number of its first block.
    at: usize,
    above: Vec<(u8, Translated)>,
    continues: bool,
}

/// Where the parts begin, as the walk through the document finds them; the opening goes without saying.
#[derive(Debug, Clone, Default)]
pub(super) struct Cuts {
    list: Vec<Cut>,
    /// Where the heading stands that announces the areas or the annex, until the first of them comes.
    announced: Option<usize>,
}

impl Cuts {
    /// A heading outside the areas. After an area or an annex group it begins a part.
    pub fn at_heading(&mut self, block: usize, above: Vec<(u8, Translated)>, announces: bool) {
        self.announced = announces.then_some(block);
        let is_text = |cut: &&Cut| matches!(cut.kind, PartKind::Closing(_));
        if self.list.last().is_some_and(|last| !is_text(&last)) {
            let kind = PartKind::Closing(self.list.iter().filter(is_text).count() + 1);
            self.list.push(Cut { kind, at: block, above, continues: true });
        }
    }

    /// An area or an annex group. What announces the first of them belongs to its part.
    pub fn at(&mut self, block: usize, kind: PartKind, above: Vec<(u8, Translated)>) {
        let announced = self.announced.take();
        let at = announced.unwrap_or(block);
        // The heading that announces it was no text of its own.
        self.list.pop_if(|last| matches!(last.kind, PartKind::Closing(_)) && last.at == at);
        self.list.push(Cut { kind, at, above, continues: announced.is_none() });
    }
}

/// The parts, and where everything stands. Made once for each plan.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    list: Arena<PartIx, Part>,
    by_id: BTreeMap<ItemId, PartIx>,
    by_kind: BTreeMap<PartKind, PartIx>,
}

impl Parts {
    pub(super) fn of(
        cuts: Cuts,
        script: &[Block],
        entries: &Arena<EntryIx, Entry>,
        items: &Arena<ItemIx, Item>,
    ) -> Self {
        let opening = Cut { kind: PartKind::Opening, at: 0, above: Vec::new(), continues: false };
        let mut parts = Self::default();
        let mut headings_before = 0;
        let mut cuts = std::iter::once(opening).chain(cuts.list).peekable();
        while let Some(cut) = cuts.next() {
            let end = cuts.peek().map_or(script.len(), |next| next.at);
            let blocks = cut.at..end;
            // A cut at the place of the next one holds nothing; only the opening may be empty.
            if blocks.is_empty() && cut.kind != PartKind::Opening {
                continue;
            }
            let inside = script.get(blocks.clone()).unwrap_or_default();
            let at = parts.list.push(Part {
                kind: cut.kind,
                headings_before,
                above: cut.above,
                continues: cut.continues,
                headings: numbered(inside),
                blocks,
            });
            parts.by_kind.insert(cut.kind, at);
            for block in inside {
                match block {
                    Block::Heading { .. } => headings_before += 1,
                    Block::Entry { entry, .. } => {
                        parts.by_id.insert(entries.get(*entry).id.clone(), at);
                    }
                    Block::Activity { item, .. } => {
                        parts.by_id.insert(items.get(*item).id.clone(), at);
                    }
                    Block::Group { .. } | Block::Objective { .. } | Block::RowTask { .. } => {}
                }
            }
        }
        parts
    }

    #[must_use]
    pub fn get(&self, at: PartIx) -> &Part {
        self.list.get(at)
    }

    /// In reading order; the first is the opening.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (PartIx, &Part)> + Clone {
        self.list.iter()
    }

    #[must_use]
    pub fn before(&self, at: PartIx) -> Option<PartIx> {
        self.list.before(at)
    }

    #[must_use]
    pub fn after(&self, at: PartIx) -> Option<PartIx> {
        self.list.after(at)
    }

    /// The part that holds an item or another entry of the text.
    #[must_use]
    pub fn of_id(&self, id: &ItemId) -> Option<PartIx> {
        self.by_id.get(id).copied()
    }

    /// The part that begins with an area's text; for an area that has none, its annex group.
    #[must_use]
    pub fn of_area(&self, area: AreaIx) -> Option<PartIx> {
        let of = |kind| self.by_kind.get(&kind).copied();
        of(PartKind::Area(area)).or_else(|| of(PartKind::Annex(area)))
    }
}

/// The numbered headings of the highest level among these blocks.
fn numbered(blocks: &[Block]) -> Vec<Translated> {
    let headings = || {
        blocks.iter().filter_map(|block| match block {
            Block::Heading { level, words, .. } => {
                leading_number(words.vi.as_str()).map(|_| (*level, words))
            }
            Block::Entry { .. }
            | Block::Group { .. }
            | Block::Objective { .. }
            | Block::RowTask { .. }
            | Block::Activity { .. } => None,
        })
    };
    let highest = headings().map(|(level, _)| level).min();
    headings()
        .filter(|(level, _)| Some(*level) == highest)
        .map(|(_, words)| words.clone())
        .collect()
}
