//! A deadline as it was read: an interval with its precision.

use std::fmt;
use std::str::FromStr;

use super::reading::{Unreadable, reads_from_text};
use super::said::said;
use super::{Date, Locale, PartialDate};

/// What was read from a printed deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// "Trước ngày D": the work is late from the day after D (DESIGN §4).
    Before(Date),
    /// A day, a month or a year.
    On(PartialDate),
    /// Whole quarters, both ends included, 1 to 4.
    Quarters { year: i16, first: i8, last: i8 },
    /// The cell names a deadline for each body.
    EachBody,
}

impl Reading {
    /// The first day of the interval; none where each body has its own.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        match self {
            Self::Before(date) => Some(date),
            Self::On(date) => Some(date.first_day()),
            Self::Quarters { year, first, .. } => {
                let month = first * 3 - 2;
                Some(PartialDate::Month { year, month }.first_day())
            }
            Self::EachBody => None,
        }
    }

    /// The last day on which the work is in time; none where each body has its own.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::Before(date) => Some(date),
            Self::On(date) => Some(date.last_day()),
            Self::Quarters { year, last, .. } => {
                let month = last * 3;
                Some(PartialDate::Month { year, month }.last_day())
            }
            Self::EachBody => None,
        }
    }

    /// How precise it is: a word of the published data.
    #[must_use]
    pub fn precision(self) -> &'static str {
        match self {
            Self::Before(_) | Self::On(PartialDate::Day(_)) => "day",
            Self::On(PartialDate::Month { .. }) => "month",
            Self::Quarters { .. } => "quarter",
            Self::On(PartialDate::Year(_)) => "year",
            Self::EachBody => "each-body",
        }
    }

    /// What was read, in words, for a reader.
    #[must_use]
    pub fn shown(self, locale: Locale) -> String {
        match (self, locale) {
            (Self::Before(date), Locale::Vi) => format!("trước ngày {}", date.shown(locale)),
            (Self::Before(date), Locale::En) => format!("before {}", date.shown(locale)),
            (Self::On(date), _) => date.shown(locale),
            (Self::Quarters { year, first, last }, _) => {
                let name = |q: i8| match (q, locale) {
                    (1, Locale::Vi) => "I",
                    (2, Locale::Vi) => "II",
                    (3, Locale::Vi) => "III",
                    (_, Locale::Vi) => "IV",
                    (1, Locale::En) => "Q1",
                    (2, Locale::En) => "Q2",
                    (3, Locale::En) => "Q3",
                    (_, Locale::En) => "Q4",
                };
                let quarters = if first == last {
                    name(first).to_owned()
                } else {
                    format!("{}–{}", name(first), name(last))
                };
                match locale {
                    Locale::Vi => format!("quý {quarters} năm {year}"),
                    Locale::En => format!("{quarters} {year}"),
                }
            }
            (Self::EachBody, Locale::Vi) => "mỗi cơ quan một thời hạn".to_owned(),
            (Self::EachBody, Locale::En) => "a deadline for each body".to_owned(),
        }
    }
}

fn quarter(text: &str, year: &str) -> Option<(i16, i8)> {
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = is_year.then(|| year.parse().ok()).flatten()?;
    match text {
        "Q1" => Some((year, 1)),
        "Q2" => Some((year, 2)),
        "Q3" => Some((year, 3)),
        "Q4" => Some((year, 4)),
        _ => None,
    }
}

impl FromStr for Reading {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        if text == "each-body" {
            return Ok(Self::EachBody);
        }
        if let Some(date) = text.strip_prefix("before ") {
            return date.parse().map(Self::Before);
        }
        if let Some((year, quarters)) = text.split_once("-Q") {
            let quarters = format!("Q{quarters}");
            let (first, last) = quarters.split_once("..").unwrap_or((&quarters, &quarters));
            return match (quarter(first, year), quarter(last, year)) {
                (Some((year, first)), Some((_, last))) if first <= last => {
                    Ok(Self::Quarters { year, first, last })
                }
                _ => Err(Unreadable::new(
                    said!("`{text}` names no quarters", "`{text}` không nêu quý nào"),
                    said!(
                        "write 2025-Q4, or 2025-Q2..Q3 for the second and the third",
                        "ghi 2025-Q4, hoặc 2025-Q2..Q3 cho quý II và quý III"
                    ),
                )),
            };
        }
        text.parse().map(Self::On).map_err(|fault: Unreadable| {
            Unreadable::new(
                fault.message,
                said!(
                    "write `before 2025-12-31`, 2025-12-31, 2025-12, 2025-Q4, 2025-Q2..Q3, 2025 \
                     or each-body",
                    "ghi `before 2025-12-31` (trước ngày), 2025-12-31, 2025-12, 2025-Q4, \
                     2025-Q2..Q3, 2025 hoặc each-body (mỗi cơ quan một thời hạn)"
                ),
            )
        })
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before(date) => write!(f, "before {date}"),
            Self::On(date) => date.fmt(f),
            Self::Quarters { year, first, last } if first == last => {
                write!(f, "{year:04}-Q{first}")
            }
            Self::Quarters { year, first, last } => write!(f, "{year:04}-Q{first}..Q{last}"),
            Self::EachBody => f.write_str("each-body"),
        }
    }
}

impl serde::Serialize for Reading {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

reads_from_text!(
    Reading,
    "a deadline, such as `before 2025-12-31`, 2025-Q4 or 2025",
    "một thời hạn, ví dụ `before 2025-12-31`, 2025-Q4 hoặc 2025"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_reads_and_writes_itself() {
        for (text, first, last, precision) in [
            ("before 2025-12-31", "2025-12-31", "2025-12-31", "day"),
            ("2025-12", "2025-12-01", "2025-12-31", "month"),
            ("2025-Q4", "2025-10-01", "2025-12-31", "quarter"),
            ("2025-Q2..Q3", "2025-04-01", "2025-09-30", "quarter"),
            ("2025", "2025-01-01", "2025-12-31", "year"),
        ] {
            let reading: Reading = text.parse().unwrap();
            assert_eq!(reading.to_string(), text);
            assert_eq!(reading.first_day().unwrap().to_string(), first);
            assert_eq!(reading.last_day().unwrap().to_string(), last);
            assert_eq!(reading.precision(), precision);
        }
        for bad in
            ["before 2025", "2025-Q5", "2025-Q3..Q2", "Quý IV", "", "before 2025-02-30", "25-Q1"]
        {
            assert!(bad.parse::<Reading>().is_err(), "{bad}");
        }
    }
}
