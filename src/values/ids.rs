//! Ids: short, frozen, ASCII. Ids of different things are different types.

use std::fmt;
use std::str::FromStr;

use super::reading::{Unreadable, reads_from_text};
use super::said::said;

/// The longest id, in characters: it has to fit an address and a line of a table.
const LONGEST: usize = 60;

fn check(text: &str) -> Result<(), Unreadable> {
    let help = || {
        said!(
            "write lower-case letters a to z, digits and single hyphens, beginning with a letter \
             or digit, for example `ii2-ct08` or `so-noi-vu`",
            "dùng chữ thường không dấu từ a đến z, chữ số và từng dấu gạch nối, bắt đầu bằng chữ \
             hoặc số, ví dụ `ii2-ct08` hoặc `so-noi-vu`"
        )
    };
    if text.is_empty() {
        return Err(Unreadable::new(said!("this id is empty", "mã này để trống"), help()));
    }
    if text.len() > LONGEST {
        return Err(Unreadable::new(
            said!("this id is longer than {LONGEST} characters", "mã này dài hơn {LONGEST} ký tự"),
            said!(
                "choose a shorter id; ids are never shown as titles",
                "chọn mã ngắn hơn; mã không bao giờ được hiển thị thay cho tiêu đề"
            ),
        ));
    }
    if let Some(wrong) =
        text.chars().find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-'))
    {
        return Err(Unreadable::new(
            said!(
                "`{text}` is no id: `{}` may not stand in one",
                "`{text}` không phải là mã hợp lệ: không được dùng `{}` trong mã",
                wrong.escape_debug()
            ),
            help(),
        ));
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Err(Unreadable::new(
            said!(
                "`{text}` is no id: a hyphen must stand between letters or digits",
                "`{text}` không phải là mã hợp lệ: dấu gạch nối phải đứng giữa các chữ hoặc số"
            ),
            help(),
        ));
    }
    Ok(())
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $en:literal, $vi:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Unreadable;
            fn from_str(text: &str) -> Result<Self, Unreadable> {
                check(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        reads_from_text!($name, $en, $vi);
    };
}

id!(
    /// An item of the plan (`ii2-ct08`), or another entry of its text (`legal-basis`).
    ItemId,
    "the id of an item, such as ii2-ct08",
    "mã của một cam kết, ví dụ ii2-ct08"
);
id!(
    /// A measure, unique inside its target (`m1`).
    MeasureId,
    "the id of a measure, such as m1",
    "mã của một thước đo, ví dụ m1"
);
id!(
    /// A public body (`so-noi-vu`).
    AgencyId,
    "the id of an agency, such as so-noi-vu",
    "mã của một cơ quan, ví dụ so-noi-vu"
);
id!(
    /// A reported fact (`r5a`).
    OutcomeId,
    "the id of an outcome, such as r5a",
    "mã của một kết quả, ví dụ r5a"
);
id!(
    /// A term of the glossary (`tthc`).
    TermId,
    "the id of a term, such as tthc",
    "mã của một thuật ngữ, ví dụ tthc"
);
id!(
    /// A legal act that the plan cites (`nd-42-2022`).
    ActId,
    "the id of a legal act, such as nd-42-2022",
    "mã của một văn bản pháp luật, ví dụ nd-42-2022"
);
id!(
    /// The plan's part of an address (`3322-2024`).
    PlanSlug,
    "the plan's part of an address, such as 3322-2024",
    "phần địa chỉ của kế hoạch, ví dụ 3322-2024"
);

id!(
    /// A release of the facts of a cut-off day (`2025-07`).
    ReleaseLabel,
    "the label of a release, such as 2025-07",
    "tên của một bản công bố, ví dụ 2025-07"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        for good in ["ii2-ct08", "m1", "3322-2024", "so-noi-vu"] {
            assert_eq!(good.parse::<ItemId>().unwrap().as_str(), good);
        }
        for bad in ["", "../etc", "II2", "a--b", "-a", "a-", "a b", "sở", "a/b", "a.b"] {
            assert!(bad.parse::<ItemId>().is_err(), "{bad}");
        }
    }
}
