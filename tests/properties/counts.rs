//! Counts always add up, on every page.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use congkhai::model::{Kind, Model};
use congkhai::pages;
use congkhai::theme::{self, Origin, Words};
use congkhai::values::{Localized, Share};
use proptest::option;
use proptest::prelude::any;
use serde_json::{Value, json};

use crate::outcomes::{sample_outcomes, standings, with_outcomes};
use crate::samples::{MANY, PLAN, check, files, holds, said, word};
use crate::workshop::tree;

/// Calls `law` with every list of counts that a page shows, wherever it stands.
fn counts(value: &Value, law: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(map) => {
            if map.contains_key("total") && map.contains_key("standings") {
                law(value);
            }
            map.values().for_each(|value| counts(value, law));
        }
        Value::Array(list) => list.iter().for_each(|value| counts(value, law)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn adds_up(model: &Model, words: &Localized<Words>) -> usize {
    let kinds = Kind::ALL.map(|kind| {
        let items = model.plans[0].items.values().filter(|item| item.kind == kind);
        (kind.name(), items.map(|item| item.standing.name()).collect::<Vec<_>>())
    });
    let kinds = BTreeMap::from(kinds);
    let mut seen = 0;
    for page in pages::lay_out(model, words) {
        let at = page.address.url();
        let view = serde_json::to_value(&page).unwrap();
        let mut in_page: BTreeMap<String, u64> = BTreeMap::new();
        counts(&view["view"], &mut |counts| {
            seen += 1;
            let total = counts["total"].as_u64().unwrap();
            let kind = counts["kind"].as_str().unwrap();
            let parts = counts["standings"].as_array().unwrap();
            let sum: u64 = parts.iter().map(|part| part["count"].as_u64().unwrap()).sum();
            assert_eq!(sum, total, "{at}: {counts}");
            assert!(total > 0 && parts.iter().all(|part| part["count"] != 0), "{at}: {counts}");
            // The bars are never longer than the line.
            let shares: f64 = parts
                .iter()
                .map(|part| {
                    part["share"].as_str().unwrap().trim_end_matches('%').parse::<f64>().unwrap()
                })
                .sum();
            assert!(shares <= 100.0 + 1e-9 && shares > 99.5, "{at}: {counts}");
            let names: BTreeSet<&str> =
                parts.iter().map(|part| part["name"].as_str().unwrap()).collect();
            assert_eq!(names.len(), parts.len(), "{at}: {counts}");
            let whole = &kinds[kind];
            for part in parts {
                let (name, count) =
                    (part["name"].as_str().unwrap(), part["count"].as_u64().unwrap());
                let there = whole.iter().filter(|standing| **standing == name).count() as u64;
                assert!(count <= there, "{at}: {counts}");
                if total == whole.len() as u64 {
                    assert_eq!(count, there, "{at}: {counts}");
                }
            }
            *in_page.entry(kind.to_owned()).or_default() += total;
        });
        // The first page and the plan's count every item, once.
        if matches!(page.kind, "home" | "plan") {
            for (kind, items) in &kinds {
                let counted = in_page.get(*kind).copied().unwrap_or_default();
                let times = if page.kind == "plan" {
                    counted.checked_div(items.len().max(1) as u64).unwrap()
                } else {
                    1
                };
                assert_eq!(counted, items.len() as u64 * times, "{at}: {kind}");
                assert!(items.is_empty() || times > 0, "{at}: {kind} is not counted");
            }
        }
    }
    seen
}

#[test]
fn counts_always_add_up() {
    let theme = theme::load(&Origin::Inside, true).unwrap();
    let base = files();
    let amended = option::of(word(&["superseded", "discontinued"]));
    let seen = RefCell::new(BTreeSet::new());
    holds(48, &(sample_outcomes(), amended), |(told, amended)| {
        let mut files = with_outcomes(&base, &[told]);
        if let Some(effect) = amended {
            let plan = String::from_utf8(files[&format!("{PLAN}/plan.yaml")].clone()).unwrap();
            let amendment = json!([{
                "effect": effect, "items": ["pl-i2"], "date": "2025-02-01", "number": "2/QĐ-UBND",
                "title": { "vi": "Quyết định mẫu", "en": "Sample decision" }, "url": "https://kiem-thu.vn/2",
            }]);
            let plan = format!("{plan}amendments: {amendment}\n");
            files.insert(format!("{PLAN}/plan.yaml"), plan.into_bytes());
        }
        let checked = check(files);
        let Some(model) = &checked.model else { panic!("{}", said(&checked)) };
        assert!(adds_up(model, &theme.words) > 8);
        seen.borrow_mut().extend(standings(model).into_values());
    });
    assert!(seen.borrow().len() > 8, "only {:?} came", seen.borrow());
    // And those of the real content.
    let real = tree(Path::new("content")).into_iter().collect();
    let checked = check(real);
    assert!(adds_up(checked.model.as_ref().unwrap(), &theme.words) > 20);
}

#[test]
fn parts_of_a_whole_are_never_more_than_it() {
    holds(MANY, &(any::<u32>(), any::<u32>()), |(part, whole)| {
        let (part, whole) = (part as usize, whole as usize);
        let share = Share::of_count(part.min(whole), whole);
        assert!(share.rest().rest() == share);
        // Nothing is rounded up to all of it.
        if part < whole {
            assert_ne!(share.to_string(), "100%");
        }
    });
}
