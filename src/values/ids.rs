//! Ids: short, frozen, ASCII. Ids of different things are different types.

use std::fmt;
use std::str::FromStr;

use super::reading::{Unreadable, reads_from_text};

/// The longest id, in characters: it has to fit an address and a line of a table.
const LONGEST: usize = 60;

fn check(text: &str) -> Result<(), Unreadable> {
    let help = "write lower-case letters a to z, digits and single hyphens, beginning with a letter or digit, \
                for example `ii2-ct08` or `so-noi-vu`";
    if text.is_empty() {
        return Err(Unreadable::new("this id is empty", help));
    }
    if text.len() > LONGEST {
        return Err(Unreadable::new(
            format!("this id is longer than {LONGEST} characters"),
            "choose a shorter id; ids are never shown as titles",
        ));
    }
    if let Some(wrong) =
        text.chars().find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-'))
    {
        return Err(Unreadable::new(
            format!("`{text}` is no id: `{}` may not stand in one", wrong.escape_debug()),
            help,
        ));
    }
    if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
        return Err(Unreadable::new(
            format!("`{text}` is no id: a hyphen must stand between letters or digits"),
            help,
        ));
    }
    Ok(())
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $expecting:literal) => {
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

        reads_from_text!($name, $expecting);
    };
}

id!(
    /// An item of the plan (`ii2-ct08`), or another entry of its text (`legal-basis`).
    ItemId,
    "the id of an item, such as ii2-ct08"
);
id!(
    /// A measure, unique inside its target (`m1`).
    MeasureId,
    "the id of a measure, such as m1"
);
id!(
    /// A public body (`so-noi-vu`).
    AgencyId,
    "the id of an agency, such as so-noi-vu"
);
id!(
    /// A reported fact (`r5a`).
    OutcomeId,
    "the id of an outcome, such as r5a"
);
id!(
    /// A term of the glossary (`tthc`).
    TermId,
    "the id of a term, such as tthc"
);
id!(
    /// A legal act that the plan cites (`nd-42-2022`).
    ActId,
    "the id of a legal act, such as nd-42-2022"
);
id!(
    /// The plan's part of an address (`3322-2024`).
    PlanSlug,
    "the plan's part of an address, such as 3322-2024"
);

id!(
    /// A release of the facts of a cut-off day (`2025-07`).
    ReleaseLabel,
    "the label of a release, such as 2025-07"
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
