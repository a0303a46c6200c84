//! One folder for each diagnostic: what is changed in the small sample site, and what a person reads.

mod workshop;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use congkhai::diagnostic::Code;
use workshop::Workshop;

/// Codes that need more than changed files to come up; `tests/bad_input.rs` has them.
const ELSEWHERE: &[Code] = &[
    Code::FileMissing,
    Code::FileUnreadable,
    Code::FileTooLarge,
    Code::FileSpecial,
    Code::WordsDiffer,
];

fn folders() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir("tests/mistakes")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_mistake_is_told_with_its_place_and_its_cure() {
    for name in folders() {
        let folder = Path::new("tests/mistakes").join(&name);
        let site = Workshop::small();
        site.overlay(&folder.join("content"));
        // A build, because a few faults are found only when pages are made.
        let run = site.run(&["build"]);
        assert!(run.said.contains(&format!("[{name}]")), "{name} was not said:\n{}", run.said);
        let built = site.public("vi/index.html").is_some();
        let warning_only = name
            .parse::<Code>()
            .is_ok_and(|code| code.severity() != congkhai::diagnostic::Severity::Error);
        assert_eq!(run.code, i32::from(!warning_only), "{name}:\n{}", run.said);
        assert_eq!(built, warning_only, "{name}");
        insta::with_settings!({
            snapshot_path => format!("mistakes/{name}"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!("said", run.said_without_summary());
        });
    }
}

#[test]
fn every_diagnostic_has_its_folder() {
    let folders: BTreeSet<String> = folders().into_iter().collect();
    for code in Code::ALL {
        let has = folders.contains(code.name());
        assert_eq!(has, !ELSEWHERE.contains(code), "{}", code.name());
    }
    for name in folders {
        assert!(name.parse::<Code>().is_ok(), "tests/mistakes/{name} is no diagnostic");
    }
}
