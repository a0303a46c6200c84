//! Days, and dates that are known to the day, the month or the year only.

use std::fmt;
use std::str::FromStr;

use super::reading::{Unreadable, reads_from_text};
use super::said::said;
use super::{Locale, Said};

/// A day of the Gregorian calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// # Errors
    /// When there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, Unreadable> {
        jiff::civil::Date::new(year, month, day).map(Self).map_err(|_| {
            Unreadable::new(
                said!(
                    "the day {year:04}-{month:02}-{day:02} does not exist",
                    "ngày {year:04}-{month:02}-{day:02} không tồn tại"
                ),
                said!(
                    "check the day and the month against a calendar",
                    "đối chiếu ngày và tháng với lịch"
                ),
            )
        })
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day after; the last day that can be written stays itself.
    #[must_use]
    pub fn tomorrow(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(self.0))
    }

    /// The day before; the first day that can be written stays itself.
    #[must_use]
    pub fn yesterday(self) -> Self {
        Self(self.0.yesterday().unwrap_or(self.0))
    }

    /// Days from this day to another; negative where that one is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// The last day of the month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// `25/12/2024` and `01/7/2025` for vi, `25 December 2024` for en.
    #[must_use]
    pub fn shown(self, locale: Locale) -> String {
        match locale {
            Locale::Vi => {
                format!("{:02}/{}/{:04}", self.day(), vietnamese_month(self.month()), self.year())
            }
            Locale::En => format!("{} {} {}", self.day(), english_month(self.month()), self.year()),
        }
    }

    /// `ngày 25 tháng 12 năm 2024` for vi, `25 December 2024` for en: the form of running text.
    #[must_use]
    pub fn in_words(self, locale: Locale) -> String {
        match locale {
            Locale::Vi => format!(
                "ngày {:02} tháng {} năm {}",
                self.day(),
                vietnamese_month(self.month()),
                self.year()
            ),
            Locale::En => self.shown(locale),
        }
    }
}

/// Decree 30/2020/NĐ-CP: days below 10 and the months 1 and 2 are written with a zero. The decision writes
/// its dates so.
fn vietnamese_month(month: i8) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

fn english_month(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        // Dates are checked when they are made; 12 is all that is left.
        _ => "December",
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

fn help() -> Said {
    said!(
        "write the date as year-month-day, for example 2025-12-31",
        "ghi ngày theo thứ tự năm-tháng-ngày, ví dụ 2025-12-31"
    )
}

impl FromStr for Date {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        match PartialDate::from_str(text) {
            Ok(PartialDate::Day(date)) => Ok(date),
            Ok(PartialDate::Month { .. } | PartialDate::Year(_)) => Err(Unreadable::new(
                said!("`{text}` names no day", "`{text}` không nêu ngày nào"),
                help(),
            )),
            Err(fault) => Err(fault),
        }
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

reads_from_text!(Date, "a date, such as 2025-12-31", "một ngày, ví dụ 2025-12-31");

/// A date as precisely as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    Day(Date),
    Month { year: i16, month: i8 },
    Year(i16),
}

impl PartialDate {
    /// The first day that it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { year, month } => Date(jiff::civil::date(year, month, 1)),
            Self::Year(year) => Date(jiff::civil::date(year, 1, 1)),
        }
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month { .. } => self.first_day().last_of_month(),
            Self::Year(year) => Date(jiff::civil::date(year, 12, 31)),
        }
    }

    #[must_use]
    pub fn shown(self, locale: Locale) -> String {
        match (self, locale) {
            (Self::Day(date), _) => date.shown(locale),
            (Self::Month { year, month }, Locale::Vi) => {
                format!("tháng {}/{year}", vietnamese_month(month))
            }
            (Self::Month { year, month }, Locale::En) => format!("{} {year}", english_month(month)),
            (Self::Year(year), Locale::Vi) => format!("năm {year}"),
            (Self::Year(year), Locale::En) => year.to_string(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let unreadable = || {
            Unreadable::new(
                said!("`{text}` is no date", "`{text}` không phải là ngày tháng"),
                help(),
            )
        };
        let number = |part: &str, digits: usize| -> Result<i16, Unreadable> {
            if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| unreadable())
            } else {
                Err(unreadable())
            }
        };
        let small = |part: &str| -> Result<i8, Unreadable> {
            i8::try_from(number(part, 2)?).map_err(|_| unreadable())
        };
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] => {
                let year = number(year, 4)?;
                Date::new(year, 1, 1)?;
                Ok(Self::Year(year))
            }
            [year, month] => {
                let (year, month) = (number(year, 4)?, small(month)?);
                if !(1..=12).contains(&month) {
                    return Err(Unreadable::new(
                        said!("there is no month {month}", "không có tháng {month}"),
                        help(),
                    ));
                }
                Ok(Self::Month { year, month })
            }
            [year, month, day] => {
                Date::new(number(year, 4)?, small(month)?, small(day)?).map(Self::Day)
            }
            _ => Err(unreadable()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

reads_from_text!(
    PartialDate,
    "a date, such as 2025-12-31, 2025-12 or 2025",
    "một ngày, tháng hoặc năm, ví dụ 2025-12-31, 2025-12 hoặc 2025"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_exist_or_are_refused() {
        assert!("2024-02-29".parse::<Date>().is_ok());
        for bad in [
            "2025-02-29",
            "2025-2-3",
            "20251231",
            "2025-W01-1",
            "2025-13-01",
            "2025-00-01",
            "2025-12-31T00:00:00",
            "31/12/2025",
            "",
            "2025-12-32",
            "2025",
            " 2025-12-31",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn partial_dates_keep_their_precision() {
        let month: PartialDate = "2025-02".parse().unwrap();
        assert_eq!(month.first_day().to_string(), "2025-02-01");
        assert_eq!(month.last_day().to_string(), "2025-02-28");
        assert_eq!(month.to_string(), "2025-02");
        let year: PartialDate = "2025".parse().unwrap();
        assert_eq!(year.last_day().to_string(), "2025-12-31");
        assert!("2025-13".parse::<PartialDate>().is_err());
        assert!("25".parse::<PartialDate>().is_err());
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let day: Date = "2025-02-05".parse().unwrap();
        assert_eq!(day.shown(Locale::Vi), "05/02/2025");
        assert_eq!(day.shown(Locale::En), "5 February 2025");
        assert_eq!(day.in_words(Locale::Vi), "ngày 05 tháng 02 năm 2025");
        let day: Date = "2025-07-01".parse().unwrap();
        assert_eq!(day.shown(Locale::Vi), "01/7/2025");
        let day: Date = "2024-12-25".parse().unwrap();
        assert_eq!(day.in_words(Locale::Vi), "ngày 25 tháng 12 năm 2024");
    }
}
