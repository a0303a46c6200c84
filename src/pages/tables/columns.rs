//! Columns with the cells that they take: one line of a table's definition is one call here.
//!
//! A name that ends in `_if` may be empty. Meanings are given in Vietnamese and in English.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde_json::Value;

use super::Row;
use super::cell::{Cell, Code, Column, Kind};
use crate::content::{Deadline, Foreign};
use crate::theme::Words;
use crate::values::kebab;
use crate::values::{Date, Localized, PartialDate, Quantity, Reading, Text, Translated};

type Take<'m, R> = Box<dyn Fn(&R) -> Cell<'m> + Sync + 'm>;
type About = [&'static str; 2];

pub struct Columns<'m, R> {
    words: &'m Localized<Words>,
    described: Vec<Column>,
    takes: Vec<Take<'m, R>>,
}

/// How precise a deadline is: the words of `Reading::precision`.
const PRECISIONS: &[&str] = &["day", "month", "quarter", "year", "each-body"];

impl<'m, T: 'm> Columns<'m, Row<'m, T>> {
    /// A table whose rows belong to a plan.
    pub fn in_plan(words: &'m Localized<Words>) -> Self {
        Self::new(words).id(
            "plan",
            [
                "Kế hoạch: phần của kế hoạch trong địa chỉ trang.",
                "The plan: its part of the addresses of pages.",
            ],
            |row| row.plan.record.slug.as_str(),
        )
    }
}

impl<'m, R: 'm> Columns<'m, R> {
    pub fn new(words: &'m Localized<Words>) -> Self {
        Self { words, described: Vec::new(), takes: Vec::new() }
    }

    /// The columns, and how the cells of a row are taken.
    pub fn finished(self) -> (Vec<Column>, impl Fn(&R) -> Vec<Cell<'m>> + Sync + 'm) {
        let Self { described, takes, .. } = self;
        (described, move |row: &R| takes.iter().map(|take| take(row)).collect())
    }

    fn add(
        mut self,
        name: impl Into<String>,
        kind: Kind,
        needed: bool,
        about: Localized<String>,
        take: impl Fn(&R) -> Cell<'m> + Sync + 'm,
    ) -> Self {
        self.described.push(Column { name: name.into(), kind, needed, about });
        self.takes.push(Box::new(take));
        self
    }

    pub fn id<T: Into<Cow<'m, str>> + 'm>(
        self,
        name: &str,
        about: About,
        get: fn(&R) -> T,
    ) -> Self {
        self.add(name, Kind::Id, true, both(about), move |row| Cell::Text(get(row).into()))
    }

    pub fn id_if<T: Into<Cow<'m, str>> + 'm>(
        self,
        name: &str,
        about: About,
        get: fn(&R) -> Option<T>,
    ) -> Self {
        self.add(name, Kind::Id, false, both(about), move |row| text_or_empty(get(row)))
    }

    pub fn text<T: Into<Cow<'m, str>> + 'm>(
        self,
        name: &str,
        about: About,
        get: fn(&R) -> T,
    ) -> Self {
        self.add(name, Kind::Text, true, both(about), move |row| Cell::Text(get(row).into()))
    }

    pub fn text_if<T: Into<Cow<'m, str>> + 'm>(
        self,
        name: &str,
        about: About,
        get: fn(&R) -> Option<T>,
    ) -> Self {
        self.add(name, Kind::Text, false, both(about), move |row| text_or_empty(get(row)))
    }

    pub fn web<T: Into<Cow<'m, str>> + 'm>(
        self,
        name: &str,
        about: About,
        get: fn(&R) -> T,
    ) -> Self {
        self.add(name, Kind::WebAddress, true, both(about), move |row| Cell::Text(get(row).into()))
    }

    pub fn web_if<T: Into<Cow<'m, str>> + 'm>(
        self,
        name: &str,
        about: About,
        get: fn(&R) -> Option<T>,
    ) -> Self {
        self.add(name, Kind::WebAddress, false, both(about), move |row| text_or_empty(get(row)))
    }

    pub fn day(self, name: &str, about: About, get: fn(&R) -> Date) -> Self {
        self.add(name, Kind::Day, true, both(about), move |row| Cell::Day(get(row)))
    }

    pub fn day_if(self, name: &str, about: About, get: fn(&R) -> Option<Date>) -> Self {
        self.add(name, Kind::Day, false, both(about), move |row| day_or_empty(get(row)))
    }

    /// A date as precise as it is known, and the first and the last day that it can mean.
    pub fn partial(self, name: &str, about: About, get: fn(&R) -> PartialDate) -> Self {
        self.partial_of(name, true, about, move |row| Some(get(row)))
    }

    pub fn partial_if(self, name: &str, about: About, get: fn(&R) -> Option<PartialDate>) -> Self {
        self.partial_of(name, false, about, get)
    }

    fn partial_of(
        self,
        name: &str,
        needed: bool,
        about: About,
        get: impl Fn(&R) -> Option<PartialDate> + Copy + Sync + 'm,
    ) -> Self {
        let first = ["Ngày đầu của ngày ghi ở cột trước.", "First day of the date before."];
        let last = ["Ngày cuối của ngày ghi ở cột trước.", "Last day of the date before."];
        self.add(name, Kind::PartialDate, needed, both(about), move |row| {
            text_or_empty(get(row).map(|date| date.to_string()))
        })
        .add(format!("{name}_first_day"), Kind::Day, needed, both(first), move |row| {
            day_or_empty(get(row).map(PartialDate::first_day))
        })
        .add(format!("{name}_last_day"), Kind::Day, needed, both(last), move |row| {
            day_or_empty(get(row).map(PartialDate::last_day))
        })
    }

    pub fn number(self, name: &str, about: About, get: fn(&R) -> &'m Quantity) -> Self {
        self.add(name, Kind::Number, true, both(about), move |row| Cell::Number(get(row)))
    }

    pub fn number_if(self, name: &str, about: About, get: fn(&R) -> Option<&'m Quantity>) -> Self {
        self.add(name, Kind::Number, false, both(about), move |row| {
            get(row).map_or(Cell::Empty, Cell::Number)
        })
    }

    pub fn count(self, name: &str, about: About, get: fn(&R) -> usize) -> Self {
        // Lists in memory are shorter than any u64.
        self.add(name, Kind::Integer, true, both(about), move |row| {
            Cell::Integer(u64::try_from(get(row)).unwrap_or(u64::MAX))
        })
    }

    pub fn integer_if(self, name: &str, about: About, get: fn(&R) -> Option<u64>) -> Self {
        self.add(name, Kind::Integer, false, both(about), move |row| {
            get(row).map_or(Cell::Empty, Cell::Integer)
        })
    }

    pub fn boolean(self, name: &str, about: About, get: fn(&R) -> bool) -> Self {
        self.add(name, Kind::Boolean, true, both(about), move |row| Cell::Boolean(get(row)))
    }

    pub fn boolean_if(self, name: &str, about: About, get: fn(&R) -> Option<bool>) -> Self {
        self.add(name, Kind::Boolean, false, both(about), move |row| {
            get(row).map_or(Cell::Empty, Cell::Boolean)
        })
    }

    /// A word of a closed list. `label` is what the keys of its interface words begin with.
    pub fn word<W: JsonSchema + serde::Serialize + 'm>(
        self,
        name: &str,
        label: &str,
        about: About,
        get: fn(&R) -> W,
    ) -> Self {
        let codes = self.codes(label, &words_of::<W>());
        self.add(name, Kind::Word(codes), true, both(about), move |row| {
            Cell::Text(kebab(&get(row)).into())
        })
    }

    pub fn word_if<W: JsonSchema + serde::Serialize + 'm>(
        self,
        name: &str,
        label: &str,
        about: About,
        get: fn(&R) -> Option<W>,
    ) -> Self {
        let codes = self.codes(label, &words_of::<W>());
        self.add(name, Kind::Word(codes), false, both(about), move |row| {
            text_or_empty(get(row).map(|word| kebab(&word)))
        })
    }

    /// A text in both languages: a column for each.
    pub fn both(self, name: &str, about: About, get: fn(&R) -> &'m Translated) -> Self {
        self.translated(name, true, about, move |row| Some(get(row)))
    }

    pub fn both_if(self, name: &str, about: About, get: fn(&R) -> Option<&'m Translated>) -> Self {
        self.translated(name, false, about, get)
    }

    fn translated(
        self,
        name: &str,
        needed: bool,
        about: About,
        get: impl Fn(&R) -> Option<&'m Translated> + Copy + Sync + 'm,
    ) -> Self {
        let Localized { vi, en } = both(about);
        let of_vi = Localized {
            vi: format!("{vi} Bằng tiếng Việt."),
            en: format!("{en} In Vietnamese, which governs."),
        };
        let of_en = Localized {
            vi: format!("{vi} Bằng tiếng Anh, bản dịch không chính thức."),
            en: format!("{en} In English, an unofficial translation."),
        };
        self.add(format!("{name}_vi"), Kind::Text, needed, of_vi, move |row| {
            text_or_empty(get(row).map(|text| text.vi.as_str()))
        })
        .add(format!("{name}_en"), Kind::Text, false, of_en, move |row| {
            text_or_empty(get(row).and_then(|text| text.en.as_ref()).map(Text::as_str))
        })
    }

    /// A text in the language of its source.
    pub fn quote_if(self, name: &str, about: About, get: fn(&R) -> Option<&'m Foreign>) -> Self {
        let lang = [
            "Ngôn ngữ của văn bản ở cột trước (BCP 47).",
            "The language of the text in the column before (BCP 47).",
        ];
        let machine = [
            "Bản thân nguồn là bản dịch máy.",
            "Whether the source itself is a machine translation.",
        ];
        self.add(name, Kind::Text, false, both(about), move |row| {
            text_or_empty(get(row).map(|quote| quote.text.as_str()))
        })
        .add(format!("{name}_lang"), Kind::Text, false, both(lang), move |row| {
            text_or_empty(get(row).map(|quote| quote.lang.as_str()))
        })
        .add(
            format!("{name}_machine_translated"),
            Kind::Boolean,
            false,
            both(machine),
            move |row| {
                get(row).map_or(Cell::Empty, |quote| Cell::Boolean(quote.machine_translated))
            },
        )
    }

    /// A deadline: as printed, and what was read from it.
    pub fn deadline(self, get: fn(&R) -> Option<&'m Deadline>) -> Self {
        let read = move |row: &R| get(row).map(|deadline| deadline.read);
        let codes = self.codes("code_precision_", PRECISIONS);
        self.translated(
            "deadline_printed",
            false,
            ["Thời hạn như văn bản ghi.", "The deadline as the decision words it."],
            move |row| get(row).map(|deadline| &deadline.printed),
        )
        .add(
            "deadline_read",
            Kind::Text,
            false,
            both([
                "Điều đọc được từ thời hạn: before 2025-12-31, 2025-12-31, 2025-12, 2025-Q4, 2025-Q2..Q3, 2025 \
                 hoặc each-body (mỗi cơ quan một thời hạn).",
                "What was read from it: before 2025-12-31, 2025-12-31, 2025-12, 2025-Q4, 2025-Q2..Q3, 2025 or \
                 each-body (a deadline for each body).",
            ]),
            move |row| text_or_empty(read(row).map(|read| read.to_string())),
        )
        .add(
            "deadline_precision",
            Kind::Word(codes),
            false,
            both(["Thời hạn chính xác đến đâu.", "How precise the deadline is."]),
            move |row| text_or_empty(read(row).map(Reading::precision)),
        )
        .add(
            "deadline_first_day",
            Kind::Day,
            false,
            both(["Ngày đầu của thời hạn.", "First day of the deadline."]),
            move |row| day_or_empty(read(row).and_then(Reading::first_day)),
        )
        .add(
            "deadline_last_day",
            Kind::Day,
            false,
            both(["Ngày cuối còn đúng hạn.", "The last day on which the work is in time."]),
            move |row| day_or_empty(read(row).and_then(Reading::last_day)),
        )
    }

    fn codes(&self, label: &str, words: &[impl AsRef<str>]) -> Vec<Code> {
        let code = |word: &str| {
            let key = format!("{label}{}", word.replace('-', "_"));
            Code {
                word: word.to_owned(),
                label: self.words.map(|words| words.say(&key).to_owned()),
            }
        };
        words.iter().map(|word| code(word.as_ref())).collect()
    }
}

/// The words of a closed list, read from its schema, so that none can be forgotten here.
pub fn words_of<W: JsonSchema>() -> Vec<String> {
    let schema = schemars::generate::SchemaSettings::default()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<W>();
    let schema = schema.to_value();
    let mut words = Vec::new();
    let several = schema.get("oneOf").and_then(Value::as_array);
    for part in several.map_or_else(|| vec![&schema], |parts| parts.iter().collect()) {
        words.extend(part.get("const").and_then(Value::as_str).map(str::to_owned));
        let list = part.get("enum").and_then(Value::as_array);
        words.extend(list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
    }
    words
}

fn both([vi, en]: About) -> Localized<String> {
    Localized { vi: vi.to_owned(), en: en.to_owned() }
}

fn text_or_empty<'m>(text: Option<impl Into<Cow<'m, str>>>) -> Cell<'m> {
    text.map_or(Cell::Empty, |text| Cell::Text(text.into()))
}

fn day_or_empty<'m>(day: Option<Date>) -> Cell<'m> {
    day.map_or(Cell::Empty, Cell::Day)
}
