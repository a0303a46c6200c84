//! The document in reading order: what the coverage check walks and the decision page shows.

use crate::content::AnnexColumn;
use crate::diagnostic::Place;
use crate::values::{ItemId, Localized, Translated};

use super::arena::index;
use super::{AreaIx, ItemIx};

index!(
    /// Names one `Entry` of a plan.
    EntryIx
);

/// A stretch of the text with a title of ours: an item's words, or what is listed as no item.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: ItemId,
    pub title: Translated,
    pub words: Translated,
    /// Markdown.
    pub body: Localized<Option<String>>,
    pub item: Option<ItemIx>,
    /// For what is no item: why.
    pub reason: Option<Translated>,
    pub place: Place,
    /// Lines of the received copy, as ranges with both ends included.
    pub source_lines: Vec<(usize, usize)>,
}

/// A block of the document.
#[derive(Debug, Clone)]
pub enum Block {
    Heading {
        level: u8,
        words: Translated,
        passage: Passage,
    },
    Entry {
        entry: EntryIx,
        passage: Passage,
    },
    /// An annex group's heading: number and name.
    Group {
        area: AreaIx,
        number: String,
        heading: Translated,
        passage: Passage,
    },
    /// A column of objectives that spans rows: its number and words, as far as they are printed.
    Objective {
        number: String,
        words: Option<Translated>,
        passages: Vec<Passage>,
    },
    RowTask {
        words: Option<Translated>,
        passage: Option<Passage>,
    },
    Activity {
        item: ItemIx,
        cells: Vec<(Cell, Passage)>,
    },
}

/// The Vietnamese words of one stretch, as the received copy must have them.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Without marks; a line break parts paragraphs.
    pub text: String,
    /// For Markdown: where a stretch of `text` begins, and where that stands in the file, in bytes.
    pub stretches: Vec<(usize, usize)>,
    pub place: Place,
    /// The column of the annex, from 0, where it is a cell.
    pub column: Option<usize>,
    pub owner: Owner,
}

/// Whose words a passage holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Entry(EntryIx),
    Activity(ItemIx),
    /// A heading, an objective or a task that spans several rows.
    Frame,
}

/// A column of the annex that belongs to one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// The number of the row.
    Number,
    Words,
    Product,
    Lead,
    Partners,
    Deadline,
    Budget,
}

impl Cell {
    /// The column of the annex that it stands in.
    #[must_use]
    pub fn column(self) -> AnnexColumn {
        match self {
            Self::Number => AnnexColumn::Number,
            Self::Words => AnnexColumn::Activity,
            Self::Product => AnnexColumn::Product,
            Self::Lead => AnnexColumn::Lead,
            Self::Partners => AnnexColumn::Partners,
            Self::Deadline => AnnexColumn::Deadline,
            Self::Budget => AnnexColumn::Budget,
        }
    }
}

impl Block {
    /// Its passages in reading order.
    #[must_use]
    pub fn passages(&self) -> Vec<&Passage> {
        match self {
            Self::Heading { passage, .. }
            | Self::Entry { passage, .. }
            | Self::Group { passage, .. } => {
                vec![passage]
            }
            Self::Objective { passages, .. } => passages.iter().collect(),
            Self::RowTask { passage, .. } => passage.iter().collect(),
            Self::Activity { cells, .. } => cells.iter().map(|(_, passage)| passage).collect(),
        }
    }
}

/// The printed number at the front of a heading: `II` of "II. NHIỆM VỤ", `a` of "a) Chỉ tiêu".
#[must_use]
pub fn leading_number(heading: &str) -> Option<String> {
    let end = heading.find(['.', ')'])?;
    let number = heading.get(..end)?;
    let fits = !number.is_empty()
        && number.len() <= 5
        && number.chars().all(|c| c.is_ascii_alphanumeric());
    fits.then(|| number.to_owned())
}
