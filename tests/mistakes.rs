//! One folder for each diagnostic: what is changed in the small sample site, and what a person reads.

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
use std::path::Path;

use congkhai::diagnostic::{Code, Severity};
use workshop::{Run, Workshop};

/// Codes that need more than changed files of the content to come up, and why; `tests/bad_input.rs` has
/// them, or `tests/form.rs`.
const ELSEWHERE: &[(Code, &str)] = &[
    (
        Code::FileMissing,
        "a folder laid over the sample can add and change files, not take one away",
    ),
    (Code::FileUnreadable, "the machine must refuse the file"),
    (Code::FileTooLarge, "the file would be larger than this repository"),
    (Code::LineTooLong, "the line would fill the repository's diffs"),
    (Code::MoreOfThese, "it is only told beside another"),
    (Code::FileSpecial, "links and pipes cannot be kept in every checkout"),
    (Code::WordsDiffer, "a theme is at fault, not the content"),
    // A form is at fault, not the content; `tests/form.rs` has these.
    (Code::WorkbookForeign, "the file is no form"),
    (Code::FormLocked, "a locked cell of a form was changed"),
    (Code::FormValue, "a cell of a form cannot be read"),
    (Code::FormMissing, "a cell of a form is empty"),
    (Code::FormClaim, "a row of a form claims what it cannot"),
    (Code::FormTaken, "a form contradicts what was taken before"),
];

fn folders() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir("tests/mistakes")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The codes that were said, in order.
fn codes(said: &str) -> Vec<&str> {
    said.lines()
        .filter_map(|line| line.strip_prefix("error[").or(line.strip_prefix("warning[")))
        .filter_map(|rest| rest.split_once(']'))
        .map(|(code, _)| code)
        .collect()
}

#[test]
fn every_mistake_is_told_with_its_place_and_its_cure() {
    for name in folders() {
        let site = Workshop::small();
        site.overlay(&Path::new("tests/mistakes").join(&name).join("content"));
        // A build, because a few faults are found only when pages are made.
        let run = site.run(&["build"]);
        let said = codes(&run.said);
        assert!(!said.is_empty(), "{name} was not said:\n{}", run.said);
        // What follows from a mistake is not told beside it.
        assert!(said.iter().all(|code| *code == name), "{name} is not alone:\n{}", run.said);
        let built = site.public("vi/index.html").is_some();
        let warning_only =
            name.parse::<Code>().is_ok_and(|code| code.severity() != Severity::Error);
        assert_eq!(run.code, i32::from(!warning_only), "{name}:\n{}", run.said);
        assert_eq!(built, warning_only, "{name}");
        insta::with_settings!({
            snapshot_path => format!("mistakes/{name}"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!("said", run.said_without_summary());
            insta::assert_snapshot!("said.vi", in_vietnamese(&site, &name).said_without_summary());
        });
    }
}

/// The same again in Vietnamese: the same places and codes, no message or help in English.
fn in_vietnamese(site: &Workshop, name: &str) -> Run {
    let run = site.run(&["build", "--lang", "vi"]);
    assert!(!run.said.contains("error") && !run.said.contains("help"), "{name}:\n{}", run.said);
    let report = site.run(&["build", "--lang", "vi", "--json"]).json();
    for said in report["diagnostics"].as_array().unwrap() {
        for key in ["message", "help"] {
            let (en, vi) = (&said[key], &said[format!("{key}_vi")]);
            assert!(vi.as_str().unwrap().len() > 3 && en != vi, "{name}: {en} {vi}");
        }
        assert!(run.said.contains(said["message_vi"].as_str().unwrap()), "{name}:\n{}", run.said);
    }
    run
}

#[test]
fn every_diagnostic_has_its_folder() {
    let folders: BTreeSet<String> = folders().into_iter().collect();
    let elsewhere = ["tests/bad_input.rs", "tests/form.rs"]
        .map(|file| fs::read_to_string(file).unwrap())
        .concat();
    for code in Code::ALL {
        let name = code.name();
        if ELSEWHERE.iter().any(|(other, _)| other == code) {
            assert!(!folders.contains(name), "{name} has a folder after all");
            assert!(
                elsewhere.contains(name),
                "neither tests/bad_input.rs nor tests/form.rs tries {name}"
            );
        } else {
            assert!(folders.contains(name), "tests/mistakes/{name} is missing");
        }
    }
    for name in folders {
        assert!(name.parse::<Code>().is_ok(), "tests/mistakes/{name} is no diagnostic");
    }
}
