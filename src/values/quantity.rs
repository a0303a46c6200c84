//! Exact decimal numbers, and how a promise compares with one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Locale;
use super::language::number;
use super::reading::{Unreadable, reads_from_text};
use super::said::said;

/// The most digits a number may have; more than any statistic needs, and exact in an `i128`.
const MOST_DIGITS: usize = 30;

/// An exact decimal number. It is kept in the digits in which it was written: 91.10 stays 91.10.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Quantity {
    /// `1.234,5` (vi) or `1,234.5` (en).
    #[must_use]
    pub fn shown(&self, locale: Locale) -> String {
        let shown = number(&self.to_string(), locale);
        // The minus sign of typography, which is as wide as a digit.
        shown.replace('-', "−")
    }

    /// How many digits stand behind the mark.
    #[must_use]
    pub fn decimals(&self) -> usize {
        self.fraction.len()
    }

    /// The value in units of 10^-`digits`, for comparing; none if it does not fit.
    #[must_use]
    pub fn scaled(&self, digits: usize) -> Option<i128> {
        let mut fraction = self.fraction.clone();
        if fraction.len() > digits {
            return None;
        }
        while fraction.len() < digits {
            fraction.push('0');
        }
        let value: i128 = format!("{}{fraction}", self.whole).parse().ok()?;
        Some(if self.negative { -value } else { value })
    }
}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let digits = self.decimals().max(other.decimals());
        self.scaled(digits)?.partial_cmp(&other.scaled(digits)?)
    }
}

impl FromStr for Quantity {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let unreadable = || {
            Unreadable::new(
                said!("`{text}` is no exact number", "`{text}` không phải là một số chính xác"),
                said!(
                    "write digits with a dot before the decimals and nothing between thousands, \
                     in quotes, for example \"88.93\" or \"44825\"",
                    "ghi bằng chữ số, dùng dấu chấm trước phần thập phân, không ngăn cách hàng \
                     nghìn, đặt trong dấu ngoặc kép, ví dụ \"88.93\" hoặc \"44825\""
                ),
            )
        };
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(unreadable()),
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || !all_digits(whole)
            || !all_digits(fraction)
            || (whole.len() > 1 && whole.starts_with('0'))
            || whole.len() + fraction.len() > MOST_DIGITS
        {
            return Err(unreadable());
        }
        Ok(Self { negative, whole: whole.to_owned(), fraction: fraction.to_owned() })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        write!(f, "{sign}{}", self.whole)?;
        if !self.fraction.is_empty() {
            write!(f, ".{}", self.fraction)?;
        }
        Ok(())
    }
}

impl Serialize for Quantity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

reads_from_text!(
    Quantity,
    "an exact number in quotes, such as \"88.93\"",
    "một số chính xác đặt trong dấu ngoặc kép, ví dụ \"88.93\""
);

/// How a promise compares with its number, as the document words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Comparator {
    AtLeast,
    AtMost,
    Exactly,
    /// No comparator is written: "100% VBQPPL … được rà soát".
    Unstated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Percent,
    Count,
}

impl Unit {
    /// The number with its unit, as it is written after a figure.
    #[must_use]
    pub fn of(self, value: &Quantity, locale: Locale) -> String {
        match self {
            Self::Percent => format!("{}%", value.shown(locale)),
            Self::Count => value.shown(locale),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_shown_in_the_reader_s_way() {
        let number: Quantity = "1234567.50".parse().unwrap();
        assert_eq!(number.to_string(), "1234567.50");
        assert_eq!(number.shown(Locale::Vi), "1.234.567,50");
        assert_eq!(number.shown(Locale::En), "1,234,567.50");
        for bad in ["", ".5", "5.", "1,5", "1e3", "0x1F", "01", "1 000", "1_000", "NaN", "+1"] {
            assert!(bad.parse::<Quantity>().is_err(), "{bad}");
        }
    }

    #[test]
    fn numbers_compare_by_value() {
        let (a, b): (Quantity, Quantity) = ("88.93".parse().unwrap(), "90".parse().unwrap());
        assert!(a < b);
        assert!("90.0".parse::<Quantity>().unwrap() >= b);
    }
}
