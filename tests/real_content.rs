//! The real content: nothing is wrong with it, and the published data say what the decision says.
//!
//! What is expected here was counted in the decision by hand. The words are compared in a way of their
//! own, so that a fault of the program's alignment cannot hide itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use workshop::Workshop;

const RECEIVED: &str = "content/plans/qd-3322-2024/source/received.txt";

/// The published data of the real content.
fn plan() -> Value {
    let site = Workshop::real();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    serde_json::from_str(&site.public("data/plan.json").unwrap()).unwrap()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is no list"))
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` is no text in {value}"))
}

fn of_kind<'v>(plan: &'v Value, kind: &str) -> Vec<&'v Value> {
    list(plan, "items").iter().filter(|item| item["kind"] == kind).collect()
}

#[test]
fn nothing_is_said_about_it() {
    let run = Workshop::real().run(&["check", "--strict", "--json"]);
    assert_eq!(run.code, 0, "{}", run.answer);
    let report = run.json();
    assert_eq!(list(&report, "diagnostics").len(), 0, "{}", run.answer);
    let counts = &report["counts"];
    for (key, number) in
        [("aims", 8), ("targets", 37), ("tasks", 48), ("activities", 38), ("duties", 20)]
    {
        assert_eq!(counts[key], number, "{key}");
    }
    assert!(counts["outcomes"].as_u64().unwrap() >= 19, "{counts}");
}

#[test]
fn the_data_have_their_published_form() {
    let plan = plan();
    assert_eq!(plan["version"], "v1");
    assert_eq!(plan["as_of"], "2025-12-31");
    let items = list(&plan, "items");
    assert_eq!(items.len(), 8 + 37 + 48 + 38 + 20);
    let keys = [
        "id",
        "kind",
        "words",
        "title",
        "source_lines",
        "leads",
        "partners",
        "deadline",
        "budget",
        "measures",
        "standing",
        "outcomes",
    ];
    let mut ids: Vec<&str> = Vec::new();
    for item in items {
        for key in keys {
            assert!(item.get(key).is_some(), "{} has no `{key}`", item["id"]);
        }
        for key in ["words", "title"] {
            for locale in ["vi", "en"] {
                assert!(!text(&item[key], locale).is_empty(), "{}: {key}.{locale}", item["id"]);
            }
        }
        assert!(!list(item, "source_lines").is_empty(), "{} stands on no line", item["id"]);
        ids.push(text(item, "id"));
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len(), "an id is given twice");

    let agencies: Vec<&str> = list(&plan, "agencies").iter().map(|body| text(body, "id")).collect();
    let roles = items.iter().flat_map(|item| [list(item, "leads"), list(item, "partners")]);
    let mut seen = 0;
    for role in roles.flatten() {
        seen += 1;
        assert!(agencies.contains(&text(role, "agency")), "{role}");
    }
    assert!(seen > 100, "only {seen} roles");
    assert!(of_kind(&plan, "activity").iter().all(|row| !list(row, "leads").is_empty()));
}

#[test]
fn the_deadlines_of_the_annex_are_read() {
    let plan = plan();
    let mut precisions: BTreeMap<&str, usize> = BTreeMap::new();
    for row in of_kind(&plan, "activity") {
        let deadline = &row["deadline"];
        *precisions.entry(text(deadline, "precision")).or_default() += 1;
        let printed = text(&deadline["printed"], "vi");
        assert_eq!(printed == "Năm 2025", deadline["precision"] == "year", "{deadline}");
    }
    let expected =
        BTreeMap::from([("day", 10), ("each-body", 1), ("month", 1), ("quarter", 4), ("year", 22)]);
    assert_eq!(precisions, expected);
}

#[test]
fn the_budgets_of_the_annex_are_read() {
    let plan = plan();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut sum = 0;
    for row in of_kind(&plan, "activity") {
        let budget = &row["budget"];
        *kinds.entry(text(budget, "kind")).or_default() += 1;
        assert_eq!(budget["kind"] == "amount", budget["vnd"].is_u64(), "{budget}");
        assert_eq!(budget["kind"] == "empty", budget["printed"].is_null(), "{budget}");
        sum += budget["vnd"].as_u64().unwrap_or_default();
    }
    let expected = BTreeMap::from([("amount", 5), ("annual-estimate", 23), ("empty", 10)]);
    assert_eq!(kinds, expected);
    assert_eq!(sum, 35_609_000_000, "đồng");
}

/// The letters and marks of a text: no white space, no emphasis, composed.
fn letters(text: &str) -> String {
    text.replace("<b>", "")
        .replace("</b>", "")
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '*')
        .nfc()
        .collect()
}

/// The received copy: as it runs, and each column of the annex from top to bottom, which puts together
/// what the rows of a page break part. A shifted row has one cell more than the nine columns.
fn received() -> (String, Vec<String>) {
    let copy = fs::read_to_string(RECEIVED).unwrap();
    let mut running = String::new();
    let mut columns = vec![String::new(); 10];
    for line in copy.lines() {
        if line.contains('\t') {
            assert!([9, 10].contains(&line.split('\t').count()), "{line}");
            for (column, cell) in columns.iter_mut().zip(line.split('\t')) {
                column.push_str(&letters(cell));
            }
        } else {
            let line = line.trim_start_matches('#').trim();
            running.push_str(&letters(line.strip_prefix("- ").unwrap_or(line)));
        }
    }
    (running, columns)
}

#[test]
fn every_item_has_the_words_of_the_decision() {
    let plan = plan();
    let (running, columns) = received();
    for item in list(&plan, "items") {
        let words = letters(text(&item["words"], "vi"));
        let found = match text(item, "kind") {
            "activity" => columns.iter().any(|column| column.contains(&words)),
            _ => running.contains(&words),
        };
        assert!(found, "{} says what the decision does not: {}", item["id"], item["words"]["vi"]);
    }
}

#[test]
fn every_cell_of_the_annex_has_the_words_of_the_decision() {
    let plan = plan();
    let (_, columns) = received();
    let mut cells = 0;
    for row in of_kind(&plan, "activity") {
        let printed = [
            row["objective"]["vi"].as_str(),
            row["task"]["vi"].as_str(),
            row["product"]["vi"].as_str(),
            row["leads_printed"]["vi"].as_str(),
            row["partners_printed"]["vi"].as_str(),
            row["deadline"]["printed"]["vi"].as_str(),
            row["budget"]["printed"].as_str(),
        ];
        for cell in printed.into_iter().flatten() {
            cells += 1;
            let wanted = letters(cell);
            let found = columns.iter().any(|column| column.contains(&wanted));
            assert!(found, "{} has a cell that the decision has not: {cell}", row["id"]);
        }
    }
    assert!(cells > 200, "only {cells} cells");
}
