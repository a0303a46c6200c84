//! What the program says to a person, in both languages.
//!
//! Both are written side by side where they are said, from the same names, so that neither can drift.

use super::{Locale, Localized};

/// A message, a help or a label. English is also what programs read (`--json`).
pub type Said = Localized<String>;

/// `said!("the entry `{}` has no words", "mục `{}` không có nội dung", entry.id)`: English, Vietnamese,
/// then what is put into both, as for `format!`.
macro_rules! said {
    ($en:literal, $vi:literal $(,)?) => {
        $crate::values::Said { en: format!($en), vi: format!($vi) }
    };
    ($en:literal, $vi:literal, $($with:tt)+) => {
        $crate::values::Said { en: format!($en, $($with)+), vi: format!($vi, $($with)+) }
    };
}
pub(crate) use said;

impl Said {
    /// What is the same in every language: a name, a number, what another program said.
    pub fn same(text: &(impl ToString + ?Sized)) -> Self {
        let text = text.to_string();
        Self { vi: text.clone(), en: text }
    }

    /// The language in which a machine speaks to the person before it, by the settings of its locale in
    /// the order in which they count (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`): the first that is set
    /// decides. Whatever is not Vietnamese is English.
    #[must_use]
    pub fn language_of<'s>(settings: impl IntoIterator<Item = &'s str>) -> Locale {
        let first = settings.into_iter().find(|setting| !setting.is_empty()).unwrap_or_default();
        let language = first.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("vi") { Locale::Vi } else { Locale::En }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_s_language_is_vietnamese_only_where_it_says_so() {
        for vi in [&["vi_VN.UTF-8"][..], &["", "vi"], &["", "", "VI_VN"], &["vi.UTF-8", "C", "C"]] {
            assert_eq!(Said::language_of(vi.iter().copied()), Locale::Vi, "{vi:?}");
        }
        for en in [&[][..], &["", "", ""], &["C", "vi_VN", "vi_VN"], &["ve_ZA"], &["POSIX"]] {
            assert_eq!(Said::language_of(en.iter().copied()), Locale::En, "{en:?}");
        }
    }

    #[test]
    fn both_languages_take_the_same_values() {
        let said = said!("{} of {}", "{1} có {0}", 1, 2);
        assert_eq!((said.en.as_str(), said.vi.as_str()), ("1 of 2", "2 có 1"));
    }
}
