//! What a release has published says the same today, or a correction says why not.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::content::{Correction, ReleaseFile};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Model, Plan};
use crate::values::{Locale, Quantity, Said, said};

use super::compare::{Difference, differences};
use super::facts::facts;

/// More of a text than this is not told.
const LONGEST_TOLD: usize = 80;

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for release in &model.releases {
        // It was read before, so that it is JSON.
        let then: Value = serde_json::from_slice(&release.bytes).unwrap_or_default();
        let now = facts(&model.on(release.record.as_of));
        for difference in differences(then.get("data").unwrap_or(&Value::Null), &now) {
            let key = format!("{} {} {}", difference.section, difference.id, difference.path);
            let found = judged(model, release, &difference);
            // Later releases say it too.
            if let Some(found) = found
                && told.insert(key)
            {
                said.push(found);
            }
        }
    }
}

/// What is wrong with a difference; nothing where a correction tells of it.
fn judged(model: &Model, release: &ReleaseFile, found: &Difference) -> Option<Diagnostic> {
    let then = &release.record.data;
    let is_new = |correction: &&Correction| {
        !then.corrections.iter().any(|old| {
            old.date == correction.date
                && old.item == correction.item
                && old.outcome == correction.outcome
                && old.was == correction.was
                && old.now == correction.now
        })
    };
    let about: Vec<&Correction> = model
        .corrections
        .iter()
        .map(|placed| &placed.record)
        .filter(is_new)
        .filter(|correction| is_about(correction, found, release))
        .collect();
    if about.iter().any(|correction| tells_the_figures(correction, found)) {
        return None;
    }
    let what = match found.path.as_str() {
        "" => said!("`{}`", "`{}`", found.id),
        path => said!("`{path}` of `{}`", "`{path}` của `{}`", found.id),
    };
    let (was, label) = (shown(&found.was), &release.record.label);
    let message = match &found.now {
        None => Said {
            en: format!("{} is gone; release {label} has published it: {}", what.en, was.en),
            vi: format!("không còn {}; bản công bố {label} đã công bố: {}", what.vi, was.vi),
        },
        Some(now) if found.was.is_null() => {
            let now = shown(now);
            Said {
                en: format!(
                    "{} has {} now; release {label} has published it without",
                    what.en, now.en
                ),
                vi: format!(
                    "{} nay có {}; bản công bố {label} đã công bố không có",
                    what.vi, now.vi
                ),
            }
        }
        Some(now) => {
            let now = shown(now);
            Said {
                en: format!(
                    "{} is {} now; release {label} has published {}",
                    what.en, now.en, was.en
                ),
                vi: format!(
                    "{} nay là {}; bản công bố {label} đã công bố {}",
                    what.vi, now.vi, was.vi
                ),
            }
        }
    };
    let help = if about.is_empty() {
        let key = match found.section {
            "items" => "item",
            "plans" => "page",
            _ => "outcome",
        };
        said!(
            "restore it; or add to corrections.yaml what it was, what it is and why, with `{key}:`",
            "khôi phục lại; hoặc ghi vào corrections.yaml giá trị cũ, giá trị mới và lý do, kèm \
             `{key}:`"
        )
    } else {
        said!(
            "write the old figure under `was` and the new one under `now` of its correction, as \
             readers see them",
            "ghi số cũ ở `was` và số mới ở `now` của đính chính, đúng như người đọc thấy"
        )
        .to_owned()
    };
    Some(Diagnostic::new(Code::PastChanged, place(model, found), message, help))
}

fn is_about(correction: &Correction, found: &Difference, release: &ReleaseFile) -> bool {
    let then = &release.record.data;
    let item = correction.item.as_ref().map(crate::values::ItemId::as_str);
    let outcome = correction.outcome.as_ref().map(crate::values::OutcomeId::as_str);
    let tells_of = |id: &str| {
        outcome == Some(id)
            || then.outcomes.iter().any(|told| {
                told.id.as_str() == id && told.items.iter().any(|of| Some(of.as_str()) == item)
            })
    };
    match found.section {
        "outcomes" => tells_of(&found.id),
        "sources" => then
            .outcomes
            .iter()
            .filter(|told| told.source == found.id)
            .any(|told| tells_of(told.id.as_str())),
        "items" => {
            // What a report means for an item may be corrected under the name of either.
            let of_report =
                found.path.starts_with("outcomes[")
                    && then.items.iter().filter(|it| it.id.as_str() == found.id).any(|it| {
                        it.outcomes.iter().any(|report| Some(report.id.as_str()) == outcome)
                    });
            item == Some(found.id.as_str()) || of_report
        }
        _ => correction.page.is_some(),
    }
}

/// A correction of a figure has both figures as readers see them; other corrections are read by people.
fn tells_the_figures(correction: &Correction, found: &Difference) -> bool {
    let is_figure = matches!(found.path.rsplit('.').next(), Some("value" | "of"));
    let figure = |value: &Value| -> Option<Quantity> { value.as_str()?.parse().ok() };
    let (Some(was), Some(now)) = (figure(&found.was), found.now.as_ref().and_then(figure)) else {
        return true;
    };
    let says = |text: &str, value: &Quantity| text.contains(&value.shown(Locale::Vi));
    !is_figure || (says(correction.was.vi.as_str(), &was) && says(correction.now.vi.as_str(), &now))
}

fn shown(value: &Value) -> Said {
    let text = match value {
        Value::String(text) => format!("“{text}”"),
        Value::Null => return said!("nothing", "chỗ trống"),
        Value::Object(keys) => keys.get("words").and_then(|words| words.get("vi")).map_or_else(
            || value.to_string(),
            |words| format!("“{}”", words.as_str().unwrap_or_default()),
        ),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    };
    if text.chars().count() <= LONGEST_TOLD {
        return Said::same(&text);
    }
    let short: String = text.chars().take(LONGEST_TOLD).collect();
    Said::same(&format!("{short}…"))
}

/// Where the content says it now, or would say it.
fn place(model: &Model, found: &Difference) -> Place {
    let in_plan = |plan: &Plan| match found.section {
        "outcomes" => {
            let mut all = plan.outcomes.values();
            Some(all.find(|it| it.record.id.as_str() == found.id)?.place.clone())
        }
        "items" => {
            let item = plan.items.get(*plan.items_by_id.get(&found.id)?);
            // What reports mean for an item stands with the outcome.
            let (list, rest) = found.path.split_once('.').unwrap_or((&found.path, ""));
            let at = list.strip_prefix("outcomes[").and_then(|at| at.strip_suffix(']'));
            match at.and_then(|at| item.reports.get(at.parse::<usize>().ok()?)) {
                Some(report) => Some(report.place.below(rest)),
                None => Some(item.facts.clone()),
            }
        }
        "sources" => Some(plan.sources.values().find(|it| it.id == found.id)?.place.clone()),
        _ => (plan.record.slug.as_str() == found.id).then(|| plan.place.clone()),
    };
    let record = model.plans.iter().find_map(|plan| in_plan(plan));
    match record {
        Some(record) if found.path.is_empty() || found.path.starts_with("outcomes[") => record,
        Some(record) => record.below(&found.path),
        None => {
            let folder = model.plans.first().map_or("plans", |plan| plan.folder.as_str());
            let reported = matches!(found.section, "outcomes" | "sources");
            let below = if reported { "/outcomes" } else { "" };
            Place::whole(&format!("{folder}{below}").into())
        }
    }
}
