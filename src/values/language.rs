//! How each language sorts and writes numbers, as the Unicode locale data say (CLDR, by ICU4X). What
//! Vietnamese administration writes otherwise than CLDR, such as dates, stands with its value.

use std::cmp::Ordering;
use std::str::FromStr;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::locale;

use super::{Locale, Localized};

type Collators = Localized<Option<CollatorBorrowed<'static>>>;
type Formatters = Localized<Option<DecimalFormatter>>;

static COLLATORS: LazyLock<Collators> = LazyLock::new(|| {
    let of = |locale| Collator::try_new(locale, CollatorOptions::default()).ok();
    Localized { vi: of(locale!("vi").into()), en: of(locale!("en").into()) }
});

thread_local! {
    // The formatter cannot be shared between threads; each makes its own once.
    static FORMATTERS: Formatters = {
        let of = |locale| DecimalFormatter::try_new(locale, DecimalFormatterOptions::default()).ok();
        Localized { vi: of(locale!("vi").into()), en: of(locale!("en").into()) }
    };
}

/// Sorts as a dictionary of the language does: a < ă < â, d < đ, and tones after letters.
#[must_use]
pub fn compare(one: &str, other: &str, locale: Locale) -> Ordering {
    match COLLATORS.get(locale) {
        Some(collator) => collator.compare(one, other).then_with(|| one.cmp(other)),
        None => one.cmp(other),
    }
}

/// `1.234,50` (vi) or `1,234.50` (en). `number` has a dot before its decimals; digits stay as they are.
#[must_use]
pub(super) fn number(number: &str, locale: Locale) -> String {
    FORMATTERS.with(|formatters| match (Decimal::from_str(number), formatters.get(locale)) {
        (Ok(decimal), Some(formatter)) => formatter.format(&decimal).to_string(),
        _ => number.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_sorted_as_vietnamese() {
        let mut words = vec![
            "đất",
            "dân",
            "ăn",
            "an",
            "ân",
            "Sở Y tế",
            "Sở Nội vụ",
            "ở",
            "ô",
            "o",
            "ạ",
            "à",
            "á",
            "ã",
            "ả",
            "a",
        ];
        words.sort_by(|a, b| compare(a, b, Locale::Vi));
        assert_eq!(
            words,
            [
                "a",
                "à",
                "ả",
                "ã",
                "á",
                "ạ",
                "an",
                "ăn",
                "ân",
                "dân",
                "đất",
                "o",
                "ô",
                "ở",
                "Sở Nội vụ",
                "Sở Y tế"
            ]
        );
    }

    #[test]
    fn every_language_has_its_data() {
        for locale in Locale::ALL {
            assert!(COLLATORS.get(locale).is_some());
            FORMATTERS.with(|formatters| assert!(formatters.get(locale).is_some()));
        }
    }
}
