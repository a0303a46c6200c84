//! One cell → one answer, or what is wrong with it.

use std::sync::Arc;

use crate::content::looks_like_a_placeholder;
use crate::diagnostic::Diagnostic;
use crate::values::{Date, Locale, Quantity, Text, WebAddress};
use crate::workbook::{Cell, Sheet};

use super::choice::{Choice, is_junk};
use super::said::{Said, diagnostic};

/// A sheet that is read cell by cell; what is wrong gathers beside it.
#[derive(Debug)]
pub struct Answers<'a> {
    pub file: &'a Arc<str>,
    pub sheet: &'a Sheet,
    pub said: Vec<Diagnostic>,
}

/// What a cell answers. A refused cell was spoken of already: nothing more is said for its sake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Got<T> {
    Nothing,
    Refused,
    Is(T),
}

impl<T> Got<T> {
    pub fn value(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Nothing | Self::Refused => None,
        }
    }

    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Nothing | Self::Refused => None,
        }
    }

    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// How many words a text must have at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// A name, a number, the words of a source.
    Any,
    /// A sentence of ours.
    Sentence,
}

const SHORTEST_SENTENCE: usize = 4;

/// More digits than a person types from a report: what a formula leaves.
const MOST_DECIMALS: usize = 6;

impl Answers<'_> {
    pub fn say(&mut self, said: Said, (row, column): (u32, u32), values: &[&str]) {
        let place = self.sheet.place(self.file, row, column);
        self.said.push(diagnostic(said, place, values));
    }

    /// Whether anything stands in a cell.
    pub fn holds(&self, (row, column): (u32, u32)) -> bool {
        self.sheet.get(row, column).is_some()
    }

    fn refuse<T>(&mut self, said: Said, at: (u32, u32), values: &[&str]) -> Got<T> {
        self.say(said, at, values);
        Got::Refused
    }

    pub fn words(&mut self, at: (u32, u32), length: Length) -> Got<Text> {
        let text = match self.sheet.get(at.0, at.1) {
            None => return Got::Nothing,
            Some(Cell::Text(text)) => text,
            Some(Cell::Number { digits, .. }) => return self.refuse(Said::Junk, at, &[digits]),
            Some(Cell::Day(_) | Cell::Other(_)) => {
                let shown = self.sheet.shown(at.0, at.1);
                return self.refuse(Said::Broken, at, &[&shown]);
            }
        };
        if is_junk(text) {
            return self.refuse(Said::Junk, at, &[text]);
        }
        if let Some(mark) = looks_like_a_placeholder(text) {
            return self.refuse(Said::Placeholder, at, &[mark]);
        }
        if length == Length::Sentence && text.split(' ').count() < SHORTEST_SENTENCE {
            return self.refuse(Said::TooShort, at, &[text]);
        }
        match text.parse() {
            Ok(text) => Got::Is(text),
            Err(_) => self.refuse(Said::LetterHidden, at, &[]),
        }
    }

    pub fn address(&mut self, at: (u32, u32)) -> Got<WebAddress> {
        let shown = self.sheet.shown(at.0, at.1);
        if shown.is_empty() {
            return Got::Nothing;
        }
        if let Some(mark) = looks_like_a_placeholder(&shown) {
            return self.refuse(Said::Placeholder, at, &[mark]);
        }
        match shown.parse() {
            Ok(address) => Got::Is(address),
            Err(_) => self.refuse(Said::NoAddress, at, &[&shown]),
        }
    }

    pub fn day(&mut self, at: (u32, u32)) -> Got<Date> {
        match self.sheet.get(at.0, at.1) {
            None => Got::Nothing,
            Some(Cell::Day(day)) => Got::Is(*day),
            Some(Cell::Text(text)) => {
                let said = match typed_day(text) {
                    Some(true) => Said::DateAsText,
                    Some(false) => Said::NoSuchDay,
                    None => Said::NoDate,
                };
                self.refuse(said, at, &[text])
            }
            Some(Cell::Number { .. } | Cell::Other(_)) => {
                let shown = self.sheet.shown(at.0, at.1);
                self.refuse(Said::NoDate, at, &[&shown])
            }
        }
    }

    pub fn number(&mut self, at: (u32, u32)) -> Got<Quantity> {
        let digits = match self.sheet.get(at.0, at.1) {
            None => return Got::Nothing,
            Some(Cell::Number { digits, percent: true }) => {
                let left = digits.parse::<Quantity>();
                let left = left.map_or_else(|_| digits.clone(), |left| left.shown(Locale::Vi));
                return self.refuse(Said::PercentTyped, at, &[&left]);
            }
            Some(Cell::Number { digits, percent: false }) => digits,
            Some(Cell::Text(text)) => {
                let in_digits = text.chars().all(|c| c.is_ascii_digit() || ",. ".contains(c));
                let said = if in_digits && text.contains([',', '.']) {
                    Said::NumberMark
                } else {
                    Said::NumberAsText
                };
                return self.refuse(said, at, &[text]);
            }
            Some(Cell::Day(_) | Cell::Other(_)) => {
                let shown = self.sheet.shown(at.0, at.1);
                return self.refuse(Said::Broken, at, &[&shown]);
            }
        };
        if digits.starts_with('-') {
            return self.refuse(Said::NegativeNumber, at, &[digits]);
        }
        match digits.parse::<Quantity>() {
            Ok(number) if number.decimals() <= MOST_DECIMALS => Got::Is(number),
            Ok(_) | Err(_) => self.refuse(Said::TooManyDigits, at, &[digits]),
        }
    }

    pub fn whole(&mut self, at: (u32, u32)) -> Got<u32> {
        let shown = self.sheet.shown(at.0, at.1);
        match self.sheet.get(at.0, at.1) {
            None => Got::Nothing,
            Some(Cell::Number { digits, percent: false }) => match digits.parse() {
                Ok(number) => Got::Is(number),
                Err(_) => self.refuse(Said::NotWhole, at, &[&shown]),
            },
            Some(Cell::Number { .. } | Cell::Text(_) | Cell::Day(_) | Cell::Other(_)) => {
                self.refuse(Said::NotWhole, at, &[&shown])
            }
        }
    }

    pub fn choice<T: Choice>(&mut self, at: (u32, u32)) -> Got<T> {
        let shown = self.sheet.shown(at.0, at.1);
        if shown.is_empty() {
            return Got::Nothing;
        }
        T::chosen(&shown).map_or_else(
            || self.refuse(Said::NotInList, at, &[&shown, &T::words().join(", ")]),
            Got::Is,
        )
    }
}

/// Whether a text has the form of a day, and if so, whether there is such a day.
fn typed_day(text: &str) -> Option<bool> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let number = |part: &str| -> Option<i16> {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok())?
    };
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let small = |number: i16| i8::try_from(number).unwrap_or(i8::MAX);
    Some(Date::new(year, small(month), small(day)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_typed_as_text_are_told_from_days_that_do_not_exist() {
        assert_eq!(typed_day("31/12/2025"), Some(true));
        assert_eq!(typed_day("2025-12-31"), Some(true));
        assert_eq!(typed_day("30/02/2025"), Some(false));
        assert_eq!(typed_day("1/130/2025"), Some(false));
        assert_eq!(typed_day("cuối năm"), None);
        assert_eq!(typed_day("tháng 12/2025"), None);
    }
}
