//! Counts of standings per kind. They have their denominator and add up.

use serde::Serialize;

use crate::model::{Item, Kind, Standing};

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
}

/// Counts the items given; kinds without an item are left out.
pub fn of<'i>(reader: &Reader, items: impl Iterator<Item = &'i Item>) -> Vec<KindCounts> {
    let items: Vec<&Item> = items.collect();
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let of_kind = items.iter().filter(|item| item.kind == kind);
            let total = of_kind.clone().count();
            let standings: Vec<StandingCount> = Standing::ALL
                .into_iter()
                .map(|standing| StandingCount {
                    name: standing.name(),
                    label: reader
                        .words
                        .say(&format!("standing_{}", standing.name().replace('-', "_")))
                        .to_owned(),
                    count: of_kind.clone().filter(|item| item.standing == standing).count(),
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
