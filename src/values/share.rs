//! How far along a line something stands: for drawing, never for judging.

use std::fmt;

use super::{Date, Dong, Quantity};

/// All of it, in hundredths of a percent.
const WHOLE: u32 = 10_000;

/// A part of a whole in hundredths of a percent, from nothing to all of it; written as SVG writes lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

impl Share {
    /// `part` of `whole`; nothing where the whole is nothing. More than the whole counts as all of it.
    #[must_use]
    pub fn of_count(part: usize, whole: usize) -> Self {
        Self::of_number(part as i128, whole as i128)
    }

    /// Exact numbers may be too long to compare; then there is no place for them on a line.
    #[must_use]
    pub fn of_quantity(part: &Quantity, whole: &Quantity) -> Option<Self> {
        let digits = part.decimals().max(whole.decimals());
        Some(Self::of_number(part.scaled(digits)?, whole.scaled(digits)?))
    }

    #[must_use]
    pub fn of_money(part: Dong, whole: Dong) -> Self {
        Self::of_number(i128::from(part.0), i128::from(whole.0))
    }

    /// Where a day stands between two others; both days are part of the line.
    #[must_use]
    pub fn of_day(day: Date, from: Date, to: Date) -> Self {
        Self::of_number(i128::from(from.days_until(day)), i128::from(from.days_until(to) + 1))
    }

    /// The rest of the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(WHOLE - self.0)
    }

    /// So much before here; nothing where that leads before the beginning.
    #[must_use]
    pub fn less(self, part: Self) -> Self {
        Self(self.0.saturating_sub(part.0))
    }

    /// From here to `end`; nothing where the end comes first.
    #[must_use]
    pub fn until(self, end: Self) -> Self {
        Self(end.0.saturating_sub(self.0))
    }

    fn of_number(part: i128, whole: i128) -> Self {
        if whole <= 0 {
            return Self(0);
        }
        let share = part.saturating_mul(i128::from(WHOLE)) / whole;
        Self(u32::try_from(share.clamp(0, i128::from(WHOLE))).unwrap_or(WHOLE))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}%"),
            rest => write!(f, "{whole}.{rest:02}%"),
        }
    }
}

impl serde::Serialize for Share {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_lengths() {
        assert_eq!(Share::of_count(1, 8).to_string(), "12.50%");
        assert_eq!(Share::of_count(2, 3).to_string(), "66.66%");
        assert_eq!(Share::of_count(0, 0).to_string(), "0%");
        assert_eq!(Share::of_count(9, 3).to_string(), "100%");
        let (part, whole): (Quantity, Quantity) =
            ("75.78".parse().unwrap(), "100".parse().unwrap());
        assert_eq!(Share::of_quantity(&part, &whole).unwrap().to_string(), "75.78%");
        let below: Quantity = "-5".parse().unwrap();
        assert_eq!(Share::of_quantity(&below, &whole).unwrap().to_string(), "0%");
        assert_eq!(Share::of_count(1, 4).rest().to_string(), "75%");
        assert_eq!(Share::of_count(1, 4).until(Share::of_count(3, 4)).to_string(), "50%");
        assert_eq!(Share::of_count(1, 4).less(Share::of_count(1, 2)).to_string(), "0%");
    }

    #[test]
    fn days_stand_where_they_are() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let (from, to) = (day("2025-01-01"), day("2025-12-31"));
        assert_eq!(Share::of_day(from, from, to).to_string(), "0%");
        assert_eq!(Share::of_day(day("2024-05-01"), from, to).to_string(), "0%");
        assert_eq!(Share::of_day(day("2026-05-01"), from, to).to_string(), "100%");
        assert_eq!(Share::of_day(day("2025-07-02"), from, to).to_string(), "49.86%");
    }
}
