//! `congkhai accept-translation`: what it writes into translations.lock, and what it leaves alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::fs;

use workshop::Workshop;

const LOCK: &str = "content/plans/sample-1-2025/translations.lock";
const AREA: &str = "content/plans/sample-1-2025/areas/1-water/area.yaml";

fn lock(site: &Workshop) -> String {
    fs::read_to_string(site.path(LOCK)).unwrap()
}

#[test]
fn a_text_is_accepted_by_its_key_or_by_its_item() {
    for wanted in ["pl-i1.title", "pl-i1"] {
        let site = Workshop::small();
        let before = lock(&site);
        site.edit(AREA, "vi: Ống chính", "vi: Ống lớn");
        assert_eq!(site.run(&["check", "--strict"]).code, 1);
        let run = site.run(&["accept-translation", wanted]);
        assert_eq!(run.code, 0, "{}", run.said);
        assert_eq!(site.run(&["check", "--strict"]).code, 0);
        let after = lock(&site);
        let changed: Vec<&str> =
            after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert!(changed[0].starts_with("pl-i1.title "), "{changed:?}");
    }
}

#[test]
fn an_unknown_key_is_refused() {
    let site = Workshop::small();
    let before = lock(&site);
    let run = site.run(&["accept-translation", "pl-i77"]);
    assert_eq!(run.code, 2, "{}", run.said);
    assert!(run.said.contains("`pl-i77`"), "{}", run.said);
    assert_eq!(lock(&site), before);
}

#[test]
fn without_a_key_only_what_names_nothing_is_taken_out() {
    let site = Workshop::small();
    let before = lock(&site);
    site.write(LOCK, format!("{before}zz-ct01.words 0000000000000000\n"));
    site.edit(AREA, "vi: Ống chính", "vi: Ống lớn");
    assert_eq!(site.run(&["accept-translation"]).code, 0);
    assert_eq!(lock(&site), before, "the changed title is not accepted");
}

#[test]
fn nothing_is_accepted_while_a_file_cannot_be_read() {
    let site = Workshop::small();
    let before = lock(&site);
    site.edit(AREA, "comparator: at-least", "comparator: perhaps");
    let run = site.run(&["accept-translation", "--all"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("area.yaml:9:21"), "{}", run.said);
    assert_eq!(lock(&site), before);
}

#[test]
fn the_lock_does_not_depend_on_the_day() {
    let site = Workshop::small();
    let before = lock(&site);
    assert_eq!(site.run(&["accept-translation", "--all", "--as-of", "2025-01-01"]).code, 0);
    assert_eq!(lock(&site), before);
}
