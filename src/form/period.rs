//! The period that a report is about, from the label by which officials call it.

use std::fmt;
use std::str::FromStr;

use crate::values::{Date, PartialDate, Period};

/// A year, a month, a quarter, or the first six or nine months of a year.
///
/// The days that it means here are only what the form is filled in with: the ministry's year runs from 15
/// December to 14 December, so the form asks for both days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportPeriod {
    Year(i16),
    /// 1 to 12.
    Month(i16, i8),
    /// 1 to 4.
    Quarter(i16, i8),
    /// From 1 January to the end of June or September.
    FirstMonths(i16, i8),
}

impl ReportPeriod {
    #[must_use]
    pub fn days(self) -> Period {
        let (year, first, last) = match self {
            Self::Year(year) => (year, 1, 12),
            Self::Month(year, month) => (year, month, month),
            Self::Quarter(year, quarter) => (year, quarter * 3 - 2, quarter * 3),
            Self::FirstMonths(year, last) => (year, 1, last),
        };
        Period {
            from: PartialDate::Month { year, month: first }.first_day(),
            to: PartialDate::Month { year, month: last }.last_day(),
        }
    }

    /// As it is written in a report: "6 tháng đầu năm 2025".
    #[must_use]
    pub fn shown(self) -> String {
        match self {
            Self::Year(year) => format!("năm {year}"),
            Self::Month(year, month) => format!("tháng {month} năm {year}"),
            Self::Quarter(year, quarter) => {
                let roman = match quarter {
                    1 => "I",
                    2 => "II",
                    3 => "III",
                    _ => "IV",
                };
                format!("quý {roman} năm {year}")
            }
            Self::FirstMonths(year, last) => format!("{last} tháng đầu năm {year}"),
        }
    }
}

/// The label: part of the name of the outcome file.
impl fmt::Display for ReportPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "thang-{month}-{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "quy-{quarter}-{year:04}"),
            Self::FirstMonths(year, last) => write!(f, "{last}-thang-{year:04}"),
        }
    }
}

/// `2025`, `thang-7-2025`, `quy-3-2025`, `6-thang-2025`, `9-thang-2025`; also `2025-07` and `2025-Q3`, as
/// content files write them.
impl FromStr for ReportPeriod {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some((year, quarter)) = text.split_once("-Q") {
            return Self::Quarter(four_digits(year)?, small(quarter, 4)?).checked();
        }
        match text.split('-').collect::<Vec<_>>().as_slice() {
            [year] => Self::Year(four_digits(year)?).checked(),
            [year, month] if month.len() == 2 => {
                Self::Month(four_digits(year)?, small(month, 12)?).checked()
            }
            ["thang", month, year] => Self::Month(four_digits(year)?, small(month, 12)?).checked(),
            ["quy", quarter, year] => {
                Self::Quarter(four_digits(year)?, small(quarter, 4)?).checked()
            }
            ["6", "thang", year] => Self::FirstMonths(four_digits(year)?, 6).checked(),
            ["9", "thang", year] => Self::FirstMonths(four_digits(year)?, 9).checked(),
            _ => Err(()),
        }
    }
}

impl ReportPeriod {
    /// A year that a calendar has.
    fn checked(self) -> Result<Self, ()> {
        let (Self::Year(year)
        | Self::Month(year, _)
        | Self::Quarter(year, _)
        | Self::FirstMonths(year, _)) = self;
        Date::new(year, 1, 1).map(|_| self).map_err(|_| ())
    }
}

fn four_digits(text: &str) -> Result<i16, ()> {
    let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().map_err(|_| ()) } else { Err(()) }
}

fn small(text: &str, most: i8) -> Result<i8, ()> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i8 = text.parse().map_err(|_| ())?;
    if plain && (1..=most).contains(&number) { Ok(number) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_and_written() {
        for (text, label, from, to) in [
            ("2025", "2025", "2025-01-01", "2025-12-31"),
            ("thang-2-2024", "thang-2-2024", "2024-02-01", "2024-02-29"),
            ("2025-07", "thang-7-2025", "2025-07-01", "2025-07-31"),
            ("2025-Q3", "quy-3-2025", "2025-07-01", "2025-09-30"),
            ("quy-4-2025", "quy-4-2025", "2025-10-01", "2025-12-31"),
            ("6-thang-2025", "6-thang-2025", "2025-01-01", "2025-06-30"),
            ("9-thang-2025", "9-thang-2025", "2025-01-01", "2025-09-30"),
        ] {
            let period: ReportPeriod = text.parse().unwrap();
            assert_eq!(period.to_string(), label);
            assert_eq!(period.days().from.to_string(), from, "{text}");
            assert_eq!(period.days().to.to_string(), to, "{text}");
        }
        for bad in [
            "",
            "25",
            "năm 2025",
            "2025-13",
            "2025-Q5",
            "7-thang-2025",
            "thang-0-2025",
            "../x",
            "+025",
        ] {
            assert!(bad.parse::<ReportPeriod>().is_err(), "{bad}");
        }
    }
}
