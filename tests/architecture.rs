//! The arrows between the folders of `src/`: data never flows back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

use std::fs;

use walkdir::WalkDir;

/// Each stage, and the stages it may know of. To add an arrow, say why in docs/decisions.md.
const MAY_USE: &[(&str, &[&str])] = &[
    ("values", &[]),
    // What is said is a text in both languages, which is a value.
    ("diagnostic", &["values"]),
    ("content", &["values", "diagnostic"]),
    ("model", &["values", "diagnostic", "content"]),
    ("checks", &["values", "diagnostic", "content", "model"]),
    // Interface words are the only thing of the theme that a view may use.
    ("pages", &["values", "content", "model", "theme"]),
    // The theme checks that its word tables have what the views and standings use.
    ("theme", &["values", "diagnostic", "model", "pages"]),
    ("output", &["values", "diagnostic", "content", "model", "pages", "theme", "machine"]),
    ("preview", &["values", "diagnostic", "model", "pages", "theme", "output"]),
    // What comes from outside as a workbook, and the form on which bodies report.
    ("workbook", &["values", "diagnostic"]),
    ("form", &["values", "diagnostic", "content", "model", "workbook"]),
    // An annex as it was sent is read by the rules that its draft will have to pass.
    ("annex", &["values", "content", "checks", "workbook"]),
    // Keys and signatures know nothing of sites.
    ("signature", &["values"]),
    // A site that somebody published: what it was made from is not here.
    ("verify", &["values", "content", "output", "signature"]),
    (
        "cli",
        &[
            "values",
            "diagnostic",
            "content",
            "model",
            "pages",
            "theme",
            "output",
            "preview",
            "workbook",
            "form",
            "annex",
            "signature",
            "verify",
        ],
    ),
];

#[test]
fn data_never_flows_back() {
    let mut checked = 0;
    for (stage, may_use) in MAY_USE {
        for entry in WalkDir::new(format!("src/{stage}")) {
            let entry = entry.unwrap();
            if entry.path().extension().is_none_or(|end| end != "rs") {
                continue;
            }
            checked += 1;
            let text = fs::read_to_string(entry.path()).unwrap();
            for (other, _) in MAY_USE {
                if other == stage || may_use.contains(other) {
                    continue;
                }
                let path = format!("crate::{other}");
                assert!(!text.contains(&path), "{} uses {path}", entry.path().display());
            }
        }
    }
    assert!(checked > 60, "only {checked} files were found");
}

#[test]
fn the_folders_are_the_stages() {
    let mut folders: Vec<String> = fs::read_dir("src")
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut stages: Vec<&str> = MAY_USE.iter().map(|(stage, _)| *stage).collect();
    stages.sort_unstable();
    assert_eq!(folders, stages);
}

#[test]
fn only_the_ends_touch_the_disk_and_nothing_asks_the_clock() {
    let ends = [
        "src/content/folder.rs",
        "src/content/listing.rs",
        "src/content/fingerprint.rs",
        "src/theme/files.rs",
        "src/cli/locks.rs",
        "src/cli/fresh.rs",
        "src/cli/release.rs",
        "src/cli/schema.rs",
        "src/cli/form.rs",
        "src/cli/take.rs",
        "src/cli/sign.rs",
        "src/cli/verify.rs",
        "src/verify/folder.rs",
    ];
    for entry in WalkDir::new("src") {
        let entry = entry.unwrap();
        let name = entry.path().display().to_string();
        if entry.path().extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        if !ends.contains(&name.as_str()) && !name.starts_with("src/output/publish/") {
            assert!(!text.contains("fs::"), "{name} touches the disk");
        }
        assert!(!text.contains("SystemTime"), "{name} asks the clock");
        if name != "src/main.rs" {
            assert!(!text.contains("Instant::now"), "{name} asks the clock");
        }
        if name != "src/machine.rs" {
            assert!(!text.contains("std::env"), "{name} asks the environment");
        }
    }
}
