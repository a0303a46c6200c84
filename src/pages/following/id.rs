//! Names that never change, for programs that remember what they have shown: tags (RFC 4151) and the
//! UIDs of events.
//!
//! They are made from the host, the plan and frozen ids, never from a title or a position that can move.

use std::collections::BTreeMap;

use crate::content;
use crate::model::{Model, Outcome, Plan};
use crate::pages::Reader;
use crate::values::ItemId;

/// `tag:hue.gov.vn,2024-12-25:3322-2024/r9/vi`. The day is that of the decision.
pub fn of_outcome(reader: &Reader, plan: &Plan, outcome: &Outcome) -> String {
    format!(
        "tag:{},{}:{}/{}/{}",
        reader.model.site.base_url.host(),
        plan.record.instrument.date,
        plan.record.slug,
        outcome.record.id,
        reader.locale.code()
    )
}

/// `tag:hue.gov.vn,2026-02-03:corrections/ii2-ct08-1/vi`. `name` is one of `correction_names`.
pub fn of_correction(reader: &Reader, record: &content::Correction, name: &str) -> String {
    format!(
        "tag:{},{}:corrections/{name}/{}",
        reader.model.site.base_url.host(),
        record.date,
        reader.locale.code()
    )
}

/// `tag:hue.gov.vn,2025-12-31:ky/2025-12/result-r9/vi`: what a release says that the one before did not.
pub fn of_change(reader: &Reader, release: &content::ReleaseFile, name: &str) -> String {
    format!(
        "tag:{},{}:ky/{}/{name}/{}",
        reader.model.site.base_url.host(),
        release.record.as_of,
        release.record.label,
        reader.locale.code()
    )
}

/// `3322-2024-pl-i2-so-noi-vu-vi@hue.gov.vn`. `part` is the id of the body or the measure whose
/// own deadline it is.
pub fn of_event(reader: &Reader, plan: &Plan, item: &ItemId, part: Option<&str>) -> String {
    let part = part.map(|part| format!("-{part}")).unwrap_or_default();
    format!(
        "{}-{item}{part}-{}@{}",
        plan.record.slug,
        reader.locale.code(),
        reader.model.site.base_url.host()
    )
}

/// The correction's place on its page.
#[must_use]
pub fn anchor_of_correction(record: &content::Correction, name: &str) -> String {
    format!("correction-{}-{name}", record.date)
}

/// A name for each correction, unique among those of one day: what it is about, and which one
/// on that. The log grows at its beginning, so it is counted from its end.
#[must_use]
pub fn correction_names(model: &Model) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut names: Vec<String> = model
        .corrections
        .iter()
        .rev()
        .map(|correction| {
            let record = &correction.record;
            let about = match (&record.item, &record.outcome, &record.page) {
                (Some(item), ..) => item.to_string(),
                (None, Some(outcome), _) => format!("result-{outcome}"),
                (None, None, Some(page)) => format!("page-{page}"),
                (None, None, None) => "site".to_owned(),
            };
            let count = seen.entry(format!("{} {about}", record.date)).or_default();
            *count += 1;
            format!("{about}-{count}")
        })
        .collect();
    names.reverse();
    names
}
