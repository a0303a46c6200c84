//! Counts of standings per kind. They have their denominator and add up.

use serde::Serialize;

use crate::model::{Item, Kind, Standing};
use crate::values::Share;

use super::Reader;
use super::address::plural;

/// One kind of items: how many stand how.
#[derive(Debug, Serialize)]
pub struct KindCounts {
    pub kind: &'static str,
    pub label: String,
    pub total: usize,
    pub standings: Vec<StandingCount>,
}

#[derive(Debug, Serialize)]
pub struct StandingCount {
    pub name: &'static str,
    pub label: String,
    pub count: usize,
    /// Of the kind's total: for the bar beside the number.
    pub share: Share,
}

/// Aims come last: they are not scored.
const SHOWN: [Kind; 5] = [Kind::Target, Kind::Task, Kind::Activity, Kind::Duty, Kind::Aim];

/// Counts the items given; kinds without an item are left out.
pub fn of<'i>(reader: &Reader, items: impl Iterator<Item = &'i Item>) -> Vec<KindCounts> {
    let items: Vec<&Item> = items.collect();
    SHOWN
        .into_iter()
        .filter_map(|kind| {
            let of_kind = items.iter().filter(|item| item.kind == kind);
            let total = of_kind.clone().count();
            let standings: Vec<StandingCount> = Standing::ALL
                .into_iter()
                .map(|standing| {
                    let count = of_kind.clone().filter(|item| item.standing == standing).count();
                    StandingCount {
                        name: standing.name(),
                        label: reader.standing_label(standing).to_owned(),
                        count,
                        share: Share::of_count(count, total),
                    }
                })
                .filter(|standing| standing.count > 0)
                .collect();
            (total > 0).then(|| KindCounts {
                kind: kind.name(),
                label: reader.words.say(&format!("kind_{}", plural(kind))).to_owned(),
                total,
                standings,
            })
        })
        .collect()
}

/// How many could have a report, and on how many one was found. Aims could have none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reported {
    pub of: usize,
    pub with: usize,
}

impl Reported {
    pub fn among<'i>(items: impl Iterator<Item = &'i Item>) -> Self {
        items.filter(|item| item.kind != Kind::Aim).fold(Self::default(), |sum, item| Self {
            of: sum.of + 1,
            with: sum.with + usize::from(item.is_reported()),
        })
    }

    pub fn without(self) -> usize {
        self.of - self.with
    }

    /// One sentence.
    pub fn in_words(self, reader: &Reader) -> String {
        let numbers = [
            ("of", self.of.to_string()),
            ("with", self.with.to_string()),
            ("without", self.without().to_string()),
        ];
        let numbers: Vec<(&str, &str)> =
            numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
        reader.words.fill("reported_summary", &numbers)
    }
}
