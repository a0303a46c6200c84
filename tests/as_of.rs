//! What is dated after as-of is in no file of the site at all, in no form.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use walkdir::WalkDir;
use workshop::{Workshop, last_day, tree};

/// Some results of the first edition are older than this day, some are newer.
const EARLIER: &str = "2025-08-01";

/// The longest stretch of a text that HTML, JSON and XML all write as it is.
fn plain_stretch(text: &str) -> Option<&str> {
    text.split(['&', '<', '>', '"', '\'', '\n', '\\'])
        .map(str::trim)
        .max_by_key(|part| part.chars().count())
        .filter(|part| part.chars().count() >= 20)
}

/// The texts of the content outside of `outcomes/`: what they say may be said on any day.
fn told_elsewhere() -> String {
    WalkDir::new("content")
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| !entry.path().components().any(|part| part.as_os_str() == "outcomes"))
        .map(|entry| fs::read_to_string(entry.path()).unwrap())
        .collect()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap()
}

/// Everything by which a reader could learn of a result or its source.
fn traces<'v>(outcome: &'v Value, source: Option<&'v Value>) -> Vec<&'v str> {
    let words = [&outcome["words"]["vi"], &outcome["words"]["en"], &outcome["quote"]["text"]];
    let of_source = source.map(|source| [&source["title"]["text"], &source["id"], &source["url"]]);
    words
        .into_iter()
        .chain(of_source.into_iter().flatten())
        .filter_map(Value::as_str)
        .filter_map(plain_stretch)
        .collect()
}

#[test]
fn a_later_result_is_in_no_file() {
    let site = Workshop::real();
    assert_eq!(site.run(&["build"]).code, 0);
    let whole: Value = serde_json::from_str(&site.public("data/plan.json").unwrap()).unwrap();
    let run = site.run(&["build", "--as-of", EARLIER, "--out", "earlier", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let earlier = fs::read_to_string(site.path("earlier/data/plan.json")).unwrap();
    let earlier: Value = serde_json::from_str(&earlier).unwrap();
    assert_eq!(earlier["as_of"], EARLIER);

    let (known, later): (Vec<&Value>, Vec<&Value>) =
        list(&whole, "outcomes").iter().partition(|outcome| last_day(outcome).as_str() <= EARLIER);
    assert!(known.len() >= 5 && later.len() >= 5, "{} and {}", known.len(), later.len());
    let ids = |outcomes: &[&Value]| -> BTreeSet<String> {
        outcomes.iter().map(|outcome| outcome["id"].to_string()).collect()
    };
    let published: Vec<&Value> = list(&earlier, "outcomes").iter().collect();
    assert_eq!(ids(&published), ids(&known));

    let elsewhere = told_elsewhere();
    let files = |folder: &str| -> Vec<(String, String)> {
        tree(&site.path(folder))
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
            .collect()
    };
    let (all, some) = (files("public"), files("earlier"));
    let mut looked_for = 0;
    for outcome in &later {
        let source =
            list(&whole, "sources").iter().find(|source| source["id"] == outcome["source"]);
        // A source may tell of an earlier result too.
        let source =
            source.filter(|source| known.iter().all(|outcome| outcome["source"] != source["id"]));
        for trace in traces(outcome, source) {
            if elsewhere.contains(trace) {
                continue;
            }
            looked_for += 1;
            let holds = |(_, text): &&(String, String)| text.contains(trace);
            // The search itself works: with the later as-of, there it is.
            assert!(all.iter().any(|file| holds(&file)), "“{trace}” was never published");
            if let Some((name, _)) = some.iter().find(holds) {
                panic!("{name} holds “{trace}” of {}", outcome["id"]);
            }
        }
        let anchor = format!("result-{}", outcome["id"].as_str().unwrap());
        for (name, text) in &some {
            let found = text.match_indices(&anchor).any(|(at, _)| {
                !text[at + anchor.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
            });
            assert!(!found, "{name} has the anchor {anchor}");
        }
    }
    assert!(looked_for > 20, "only {looked_for} traces were looked for");
}
