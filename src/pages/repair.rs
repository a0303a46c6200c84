//! Repairs and slips of the received copy.

use serde::Serialize;

use crate::model::{Item, Plan};

use super::Reader;
use super::shared::TextView;
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct RepairView {
    pub line: usize,
    /// `joined`, `slip` …
    pub kind: String,
    pub kind_label: String,
    pub found: String,
    pub reading: Option<String>,
    pub note: TextView,
}

pub fn repairs_of(reader: &Reader, plan: &Plan, item: &Item) -> Vec<RepairView> {
    plan.repairs
        .iter()
        .filter(|repair| repair.record.item == item.id)
        .map(|repair| of_repair(reader, &repair.record))
        .collect()
}

pub fn of_repair(reader: &Reader, repair: &crate::content::Repair) -> RepairView {
    let kind = kebab(&repair.kind);
    RepairView {
        line: repair.line,
        kind_label: reader.words.say(&format!("repair_{}", kind.replace('-', "_"))).to_owned(),
        kind,
        found: repair.found.to_string(),
        reading: repair.reading.as_ref().map(ToString::to_string),
        note: reader.text(&repair.note),
    }
}

/// "lines 94–96, 101", and "line 94" where it is one.
pub fn at_lines(reader: &Reader, ranges: &[(usize, usize)]) -> String {
    let count = ranges.iter().map(|(from, to)| to.saturating_sub(*from) + 1).sum();
    format!("{} {}", reader.words.count("lines", count), lines(ranges))
}

/// "94–96, 101".
pub fn lines(ranges: &[(usize, usize)]) -> String {
    let shown: Vec<String> = ranges
        .iter()
        .map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") })
        .collect();
    shown.join(", ")
}
