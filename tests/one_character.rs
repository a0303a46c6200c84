//! One character changed anywhere in the received copy or in a verbatim passage of the real content is
//! an error at that line.

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

use serde_json::Value;
use workshop::Workshop;

const PLAN: &str = "content/plans/qd-3322-2024";

/// Changes one character of a line, keeping its form: a letter near its middle becomes another.
fn changed(line: &str) -> String {
    let middle = line.chars().count() / 2;
    let mut done = false;
    let changed: String = line
        .chars()
        .enumerate()
        .map(|(at, c)| {
            if !done && at >= middle && c.is_alphabetic() {
                done = true;
                if c == 'x' { 'y' } else { 'x' }
            } else {
                c
            }
        })
        .collect();
    assert!(done, "no letter in the second half of: {line}");
    changed
}

/// What is said when line `number` (1-based) of a file is changed; the file is then put back.
fn said(site: &Workshop, file: &str, number: usize, change: impl Fn(&str) -> String) -> Value {
    let before = fs::read_to_string(site.path(file)).unwrap();
    let mut lines: Vec<String> = before.split('\n').map(str::to_owned).collect();
    let line = &mut lines[number - 1];
    let new = change(line);
    assert_ne!(*line, new);
    *line = new;
    site.write(file, lines.join("\n"));
    let run = site.run(&["check", "--json"]);
    site.write(file, before);
    assert_eq!(run.code, 1, "{file}:{number} may be changed:\n{}", run.answer);
    run.json()
}

/// Whether an error with this code names the place, as its own or as the other side.
fn names(report: &Value, code: &str, file: &str, line: usize) -> bool {
    let at = |place: &Value| place["file"] == file && place["line"] == line;
    report["diagnostics"].as_array().unwrap().iter().any(|said| {
        said["code"] == code && said["severity"] == "error" && (at(said) || at(&said["also"]))
    })
}

/// The numbers of the lines that `wanted` picks, thinned to every `step`th, with the first and last.
fn sample(site: &Workshop, file: &str, step: usize, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    let text = fs::read_to_string(site.path(file)).unwrap();
    let all: Vec<usize> =
        text.lines().enumerate().filter(|(_, line)| wanted(line)).map(|(at, _)| at + 1).collect();
    let mut some: Vec<usize> = all.iter().copied().step_by(step).collect();
    some.extend(all.last());
    some.dedup();
    some
}

fn has_words(line: &str) -> bool {
    let half = line.chars().count() / 2;
    line.chars().skip(half).any(char::is_alphabetic)
}

#[test]
fn a_letter_of_the_received_copy() {
    let site = Workshop::real();
    let file = format!("{PLAN}/source/received.txt");
    let lines = sample(&site, &file, 12, has_words);
    assert!(lines.len() > 20, "{lines:?}");
    for number in lines {
        let report = said(&site, &file, number, changed);
        assert!(names(&report, "source-changed", &file, number), "{file}:{number}: {report}");
    }
}

#[test]
fn a_space_or_an_empty_line_of_the_received_copy() {
    let site = Workshop::real();
    let file = format!("{PLAN}/source/received.txt");
    for number in sample(&site, &file, 90, str::is_empty) {
        let report = said(&site, &file, number, |_| " ".to_owned());
        assert!(names(&report, "source-changed", &file, number), "{file}:{number}: {report}");
    }
    for number in sample(&site, &file, 90, |line| line.contains(", ")) {
        let report = said(&site, &file, number, |line| line.replacen(", ", ",  ", 1));
        assert!(names(&report, "source-changed", &file, number), "{file}:{number}: {report}");
    }
}

#[test]
fn a_letter_of_the_text() {
    let site = Workshop::real();
    let areas = fs::read_dir(site.path(&format!("{PLAN}/areas"))).unwrap();
    let mut files: Vec<String> = areas
        .map(|area| area.unwrap().file_name().into_string().unwrap())
        .map(|area| format!("{PLAN}/areas/{area}/area.vi.md"))
        .collect();
    assert_eq!(files.len(), 7);
    files.push(format!("{PLAN}/decision.vi.md"));
    // Our short titles are no words of the decision; its headings and paragraphs are.
    let verbatim = |line: &str| !line.starts_with("###") && has_words(line);
    for file in files {
        let lines = sample(&site, &file, 9, verbatim);
        assert!(lines.len() > 1, "{file}: {lines:?}");
        for number in lines {
            let report = said(&site, &file, number, |line| match line.split_once(" {#") {
                Some((words, id)) => format!("{} {{#{id}", changed(words)),
                None => changed(line),
            });
            assert!(
                names(&report, "coverage-mismatch", &file, number),
                "{file}:{number}: {report}"
            );
        }
    }
}

#[test]
fn a_letter_of_an_annex_cell() {
    let site = Workshop::real();
    for area in ["1-institutions", "2-administrative-procedures", "7-direction"] {
        let file = format!("{PLAN}/areas/{area}/area.yaml");
        let text = fs::read_to_string(site.path(&file)).unwrap();
        // The lines of the Vietnamese of cells, folded ones too.
        let mut cells: Vec<usize> = Vec::new();
        let (mut key, mut folded) = ("", false);
        for (at, line) in text.lines().enumerate() {
            let line = line.trim_start_matches([' ', '-']);
            match line.split_once(':') {
                Some((name @ ("words" | "product" | "printed" | "title" | "what"), "")) => {
                    (key, folded) = (name, false);
                }
                Some(("vi", " >-")) => folded = true,
                Some(("vi", words)) if has_words(words) && matches!(key, "words" | "product") => {
                    cells.push(at + 1);
                }
                Some(("en", _)) => (key, folded) = ("", false),
                _ if folded && has_words(line) && matches!(key, "words" | "product") => {
                    cells.push(at + 1);
                }
                _ => {}
            }
        }
        assert!(cells.len() > 3, "{file}: {cells:?}");
        for number in cells.iter().step_by(4) {
            let report = said(&site, &file, *number, |line| match line.split_once("vi: ") {
                Some((key, words)) => format!("{key}vi: {}", changed(words)),
                None => changed(line),
            });
            let found = names(&report, "coverage-mismatch", &file, *number);
            assert!(found, "{file}:{number}: {report}");
        }
    }
}
