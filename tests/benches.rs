//! The workload of the benchmark: the same bytes each time, and a content folder from which every commitment
//! comes out on its own page, its area's and its bodies', in both languages. No time is measured here.

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
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use workshop::tree;

/// More than the 50 of an area, so that there are two.
const COUNT: usize = 62;

/// Runs a script of `benches/`.
fn python(script: &str, arguments: &[&Path]) {
    let script = Path::new("benches").join(script);
    let output = Command::new("python3").arg(&script).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", script.display());
}

fn workload(folder: &Path) {
    python("workload.py", &[Path::new(&COUNT.to_string()), folder]);
}

fn commitments(folder: &Path) -> Vec<Value> {
    let lines = fs::read_to_string(folder.join("commitments.jsonl")).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn the_workload_is_the_same_each_time_and_what_it_says_it_is() {
    let folder = TempDir::new().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    workload(&one);
    workload(&two);
    assert!(tree(&one) == tree(&two));
    let made = commitments(&one);
    assert_eq!(made.len(), COUNT);
    for commitment in &made {
        for locale in ["vi", "en"] {
            let words = text(&commitment["text"], locale).split_whitespace().count();
            assert!((150..=400).contains(&words), "{words} words: {commitment}");
        }
        assert!(text(&commitment["text"], "vi").starts_with("Dữ liệu mẫu số "));
        assert!(text(&commitment["text"], "en").starts_with("Sample data, number "));
        assert!(commitment["results"].as_array().unwrap().len() <= 4);
    }
    for key in ["measure", "millions"] {
        let with = made.iter().filter(|commitment| commitment.get(key).is_some()).count();
        assert!(0 < with && with < COUNT, "{with} with {key}");
    }
}

#[test]
fn every_commitment_comes_out_on_its_areas_and_its_bodies_pages() {
    let folder = TempDir::new().unwrap();
    let path = |below: &str| folder.path().join(below);
    workload(&path("neutral"));
    let program = Path::new(env!("CARGO_BIN_EXE_congkhai"));
    python("parts/congkhai.py", &[&path("neutral"), &path("content"), program]);
    let output = Command::new(program)
        .args(["build", "--strict", "--content"])
        .arg(path("content"))
        .arg("--out")
        .arg(path("site"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let page = |below: String| {
        let file = path("site").join(&below).join("index.html");
        fs::read_to_string(&file).unwrap_or_else(|fault| panic!("{below}: {fault}"))
    };
    for commitment in commitments(&path("neutral")) {
        let (plan, area) = (text(&commitment, "plan"), text(&commitment, "area"));
        let letters = if text(&commitment, "kind") == "target" { "ct" } else { "nv" };
        let id = format!("ii{area}-{letters}{:02}", commitment["place"].as_u64().unwrap());
        for locale in ["vi", "en"] {
            let link = format!("/{plan}/{id}/index.html");
            assert!(page(format!("{locale}/{plan}/areas/{area}")).contains(&link), "{link}");
            let others = commitment["others"].as_array().unwrap().iter();
            let bodies = others.map(|other| other.as_str().unwrap());
            for body in bodies.chain([text(&commitment, "lead")]) {
                let of_body = page(format!("{locale}/agencies/{body}"));
                assert!(of_body.contains(&link), "{body}: {link}");
            }
            let own = page(format!("{locale}/{plan}/{id}"));
            let standing = format!("standing-{}\"", text(&commitment, "standing"));
            let mut wanted = vec![text(&commitment["title"], locale), standing.as_str()];
            wanted.push(text(&commitment["deadline"]["printed"], locale));
            for result in commitment["results"].as_array().unwrap() {
                wanted.push(text(&result["words"], locale));
                wanted.push(text(result, "quote"));
            }
            for words in wanted {
                assert!(own.contains(words), "{locale}/{plan}/{id}: {words}");
            }
        }
    }
}
