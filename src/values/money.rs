//! Money in whole đồng (VND). There is no smaller unit in use, so there are no fractions.

use std::str::FromStr;

use super::language::number;
use super::reading::{Unreadable, reads_from_text};
use super::said::said;
use super::{Locale, Quantity};

/// An amount in whole đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Dong(pub u64);

impl Dong {
    /// `4.455.000.000 đồng` (vi) or `4,455,000,000 VND` (en).
    #[must_use]
    pub fn shown(self, locale: Locale) -> String {
        let digits = number(&self.0.to_string(), locale);
        match locale {
            Locale::Vi => format!("{digits} đồng"),
            Locale::En => format!("{digits} VND"),
        }
    }

    /// `4.455 triệu đồng` (vi) or `4,455 million VND` (en), exactly, with decimals where needed.
    #[must_use]
    pub fn shown_in_millions(self, locale: Locale) -> String {
        let (whole, rest) = (self.0 / 1_000_000, self.0 % 1_000_000);
        let text = format!("{whole}.{rest:06}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let shown = text.parse::<Quantity>().map_or_else(|_| text.to_owned(), |q| q.shown(locale));
        match locale {
            Locale::Vi => format!("{shown} triệu đồng"),
            Locale::En => format!("{shown} million VND"),
        }
    }
}

impl FromStr for Dong {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        // Digits only: the reader of YAML would take 0x1F and 1e9 for numbers, a person would not.
        let plain = !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && (text == "0" || !text.starts_with('0'));
        match text.parse() {
            Ok(amount) if plain => Ok(Self(amount)),
            _ => Err(Unreadable::new(
                said!(
                    "`{text}` is no amount in whole đồng",
                    "`{text}` không phải là số tiền nguyên bằng đồng"
                ),
                said!(
                    "write digits only, without marks between thousands, for example 4455000000",
                    "chỉ ghi chữ số, không ngăn cách hàng nghìn, ví dụ 4455000000"
                ),
            )),
        }
    }
}

reads_from_text!(
    Dong,
    "whole đồng in digits, such as 4455000000",
    "số đồng nguyên bằng chữ số, ví dụ 4455000000"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        let amount = Dong(4_455_000_000);
        assert_eq!(amount.shown(Locale::Vi), "4.455.000.000 đồng");
        assert_eq!(amount.shown_in_millions(Locale::Vi), "4.455 triệu đồng");
        assert_eq!(amount.shown_in_millions(Locale::En), "4,455 million VND");
        assert_eq!(Dong(1_500_000).shown_in_millions(Locale::En), "1.5 million VND");
        for bad in ["", "4,455", "0x1F", "1e3", "-1", "01", "4455.0"] {
            assert!(bad.parse::<Dong>().is_err(), "{bad}");
        }
        assert_eq!(Dong(0).shown_in_millions(Locale::En), "0 million VND");
    }
}
