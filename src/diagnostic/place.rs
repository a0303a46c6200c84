//! Where a diagnostic points, before lines and columns are known.

use std::ops::Range;
use std::sync::Arc;

/// A file, named relative to the content folder with `/` between its parts, and a spot in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub file: Arc<str>,
    pub spot: Spot,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    Whole,
    /// A line, 1-based.
    Line(usize),
    /// A stretch of the file's text, in bytes.
    Bytes(Range<usize>),
    /// A key or element of a YAML file, such as `targets[3].measures[0].value`.
    Key(Arc<str>),
    /// Words inside the text of such a key. There are many places, and few of this kind and the next.
    Words(Box<WordsSpot>),
    /// A cell of a workbook.
    Cell(Box<CellSpot>),
}

/// Words inside the text of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsSpot {
    pub key: Arc<str>,
    /// How many words stand before them.
    pub before: usize,
    pub words: String,
}

/// A cell of a workbook, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellSpot {
    /// Empty for a file that has no sheets.
    pub sheet: Arc<str>,
    /// Which sheet of the workbook it is.
    pub number: usize,
    pub row: u32,
    pub column: u32,
}

impl CellSpot {
    /// As the program that shows the sheet writes it: `Kết quả!F12`.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut letters = String::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        let mark = if self.sheet.is_empty() { "" } else { "!" };
        format!("{}{mark}{letters}{}", self.sheet, self.row + 1)
    }
}

impl Place {
    #[must_use]
    pub fn whole(file: &Arc<str>) -> Self {
        Self::at(file, Spot::Whole)
    }

    #[must_use]
    pub fn line(file: &Arc<str>, line: usize) -> Self {
        Self::at(file, Spot::Line(line))
    }

    #[must_use]
    pub fn bytes(file: &Arc<str>, bytes: Range<usize>) -> Self {
        Self::at(file, Spot::Bytes(bytes))
    }

    #[must_use]
    pub fn key(file: &Arc<str>, path: impl Into<Arc<str>>) -> Self {
        Self::at(file, Spot::Key(path.into()))
    }

    #[must_use]
    pub fn cell(file: &Arc<str>, cell: CellSpot) -> Self {
        Self::at(file, Spot::Cell(Box::new(cell)))
    }

    fn at(file: &Arc<str>, spot: Spot) -> Self {
        Self { file: Arc::clone(file), spot }
    }

    /// A key below this one; for other spots the place itself.
    #[must_use]
    pub fn below(&self, key: &str) -> Self {
        match &self.spot {
            Spot::Key(path) if path.is_empty() => Self::key(&self.file, key),
            Spot::Key(path) => Self::key(&self.file, format!("{path}.{key}")),
            Spot::Whole | Spot::Line(_) | Spot::Bytes(_) | Spot::Words(_) | Spot::Cell(_) => {
                self.clone()
            }
        }
    }

    /// Words inside the text of this key; for other spots the place itself.
    #[must_use]
    pub fn words(&self, before: usize, words: impl Into<String>) -> Self {
        match &self.spot {
            Spot::Key(key) => {
                let spot = WordsSpot { key: Arc::clone(key), before, words: words.into() };
                Self::at(&self.file, Spot::Words(Box::new(spot)))
            }
            Spot::Whole | Spot::Line(_) | Spot::Bytes(_) | Spot::Words(_) | Spot::Cell(_) => {
                self.clone()
            }
        }
    }

    /// An element of the list under `key` below this place.
    #[must_use]
    pub fn element(&self, key: &str, index: usize) -> Self {
        self.below(&format!("{key}[{index}]"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_sheets_name_them() {
        let shown = |sheet: &str, row, column| {
            CellSpot { sheet: sheet.into(), number: 0, row, column }.shown()
        };
        assert_eq!(shown("Kết quả", 11, 5), "Kết quả!F12");
        assert_eq!(shown("", 0, 25), "Z1");
        assert_eq!(shown("", 0, 26), "AA1");
        assert_eq!(shown("", 1, 702), "AAA2");
    }
}
