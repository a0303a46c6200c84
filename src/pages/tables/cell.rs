//! What stands in a cell, and what a column says of its cells.

use std::borrow::Cow;
use std::fmt;

use crate::values::{Date, Locale, Localized, Quantity};

/// A value of a table. Its text is the same in CSV and in JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'m> {
    /// Unknown, or does not apply; never zero.
    Empty,
    Text(Cow<'m, str>),
    Day(Date),
    Number(&'m Quantity),
    Integer(u64),
    Boolean(bool),
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Cell<'_> {
    /// Its text.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Boolean(true) => Cow::Borrowed("true"),
            Self::Boolean(false) => Cow::Borrowed("false"),
            Self::Day(day) => day.to_string().into(),
            Self::Number(number) => number.to_string().into(),
            Self::Integer(integer) => integer.to_string().into(),
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone)]
pub enum Kind {
    Text,
    /// Lower-case letters, digits and hyphens; frozen.
    Id,
    /// One of a closed list.
    Word(Vec<Code>),
    Day,
    /// A day, a month or a year, as precise as it is known.
    PartialDate,
    /// An exact decimal number.
    Number,
    Integer,
    Boolean,
    WebAddress,
}

impl Kind {
    /// The word for it in files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Word(_) => "word",
            Self::Day => "day",
            Self::PartialDate => "partial-date",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::WebAddress => "web-address",
        }
    }

    /// The word for it in interface words: `data_type_text`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Text => "data_type_text",
            Self::Id => "data_type_id",
            Self::Word(_) => "data_type_word",
            Self::Day => "data_type_day",
            Self::PartialDate => "data_type_partial_date",
            Self::Number => "data_type_number",
            Self::Integer => "data_type_integer",
            Self::Boolean => "data_type_boolean",
            Self::WebAddress => "data_type_web_address",
        }
    }
}

/// A word of a closed list, and what the site calls it.
#[derive(Debug, Clone)]
pub struct Code {
    pub word: String,
    pub label: Localized<String>,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    /// It is never empty.
    pub needed: bool,
    pub about: Localized<String>,
}

impl Column {
    /// What it means, with the words that may stand in it.
    #[must_use]
    pub fn explained(&self, locale: Locale) -> String {
        let about = self.about.get(locale);
        let Kind::Word(codes) = &self.kind else {
            return about.clone();
        };
        let one = |code: &Code| match code.label.get(locale) {
            label if *label == code.word => code.word.clone(),
            label => format!("{} ({label})", code.word),
        };
        let list: Vec<String> = codes.iter().map(one).collect();
        let one_of = match locale {
            Locale::Vi => "Một trong:",
            Locale::En => "One of:",
        };
        format!("{about} {one_of} {}.", list.join("; "))
    }
}
