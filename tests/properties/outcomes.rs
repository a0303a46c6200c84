//! Outcomes about the items of the sample plan, as cases.

use std::collections::BTreeMap;

use congkhai::model::{Model, Standing};
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::{collection, sample};
use serde_json::{Value, json};

use crate::samples::{Files, PLAN, word};

/// Outcomes about the items of the sample plan, as an official would write them.
pub fn sample_outcomes() -> impl Strategy<Value = Vec<Value>> {
    let of_target = (word(&["comparable", "not-comparable", "context"]), any::<bool>()).prop_map(
        |(bearing, last)| {
            let mut about = json!({ "item": "i1-ct01", "measure": "m1", "bearing": bearing });
            if last && bearing == "comparable" {
                about["final"] = json!(true);
                about["verdict"] = json!("met");
            }
            about
        },
    );
    let work = word(&["i1-nv01", "pl-i1", "pl-i2", "iii1-1"]);
    let says = word(&["done", "under-way", "not-started"]);
    let of_work = (work, says, any::<bool>()).prop_map(|(item, says, shown)| {
        let mut about = json!({ "item": item, "bearing": "comparable", "says": says });
        if shown && item != "i1-nv01" {
            about["says"] = json!("done");
            about["product"] = json!({ "text": "Quyết định mẫu số 5", "date": "2025-06-10" });
        }
        about
    });
    let about = prop_oneof![1 => of_target, 3 => of_work];
    let day = sample::select(vec!["2025-03-31", "2025-06-15", "2025-06-15", "2025-12-31"]);
    collection::vec((day, about), 0..8).prop_map(|told| {
        (100..)
            .zip(told)
            .map(|(number, (day, mut about))| {
                about["because"] = json!({ "vi": "Dữ liệu mẫu của kiểm thử.", "en": "Sample data." });
                json!({
                    "id": format!("r{number}"), "grade": "stated", "dated": day,
                    "words": { "vi": "Câu mẫu của kiểm thử.", "en": "A sample sentence." },
                    "quote": { "text": "mẫu", "lang": "vi" },
                    "figures": [{ "what": { "vi": "hộ mẫu", "en": "sample households" }, "value": "81", "unit": "percent" }],
                    "about": [about],
                })
            })
            .collect()
    })
}

/// A file of outcomes for each list, under names that sort as they are given.
pub fn with_outcomes(files: &Files, parts: &[Vec<Value>]) -> Files {
    let mut files = files.clone();
    for (number, outcomes) in parts.iter().enumerate().filter(|(_, part)| !part.is_empty()) {
        let file = json!({
            "source": {
                "kind": "official-report", "title": { "text": "Báo cáo mẫu", "lang": "vi" },
                "publisher": { "vi": "Phòng Nước", "en": "Water Division" },
                "url": "https://kiem-thu.vn/bao-cao", "published": "2025-12-31", "read": "2025-12-31",
            },
            "outcomes": outcomes,
        });
        let path = format!("{PLAN}/outcomes/2025-12-3{number}-a.yaml");
        files.insert(path, serde_yaml::to_string(&file).unwrap().into_bytes());
    }
    files
}

pub fn standings(model: &Model) -> BTreeMap<String, Standing> {
    let items = model.plans.iter().flat_map(|plan| plan.items.values());
    items.map(|item| (item.id.to_string(), item.standing)).collect()
}
