//! `init` and `new`: from an empty folder and the program alone to a site that builds.

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
use std::process::Command;

use serde_json::Value;
use workshop::{Run, Workshop, tree};

/// A place of work that holds nothing yet, with a sample site in `content/`.
fn begun() -> Workshop {
    let site = Workshop::of(Path::new("src/cli/starter/site/content"));
    fs::remove_dir_all(site.path("content")).unwrap();
    let run = site.run(&["init", "made"]);
    assert_eq!(run.code, 0, "{}", run.said);
    fs::rename(site.path("made/content"), site.path("content")).unwrap();
    site
}

/// File and line of every gap that `check` names; it may name nothing else.
fn gaps(site: &Workshop) -> Vec<(String, u64)> {
    let report = site.run(&["check", "--json"]).json();
    let said = report["diagnostics"].as_array().unwrap();
    said.iter()
        .filter(|said| said["code"] != "sample-text")
        .map(|said| {
            assert_eq!(said["code"], "placeholder", "{said}");
            (text(&said["file"]), said["line"].as_u64().unwrap())
        })
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn the_program_alone_makes_a_site_that_builds() {
    let folder = tempfile::TempDir::new().unwrap();
    let program = folder.path().join("congkhai");
    fs::copy(env!("CARGO_BIN_EXE_congkhai"), &program).unwrap();
    let run = |below: &str, arguments: &[&str]| {
        let output = Command::new(&program)
            .current_dir(folder.path().join(below))
            .args(arguments)
            .env_clear()
            .output()
            .unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run("", &["init", "site"]);
    assert_eq!(code, 0, "{said}");
    let (code, said) = run("site", &["build"]);
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("error["), "{said}");
    assert!(said.contains("warning[sample-text]"), "{said}");
    // Nothing but the sample itself is to be warned of.
    let warnings = said.matches("warning[").count();
    assert_eq!(warnings, said.matches("warning[sample-text]").count(), "{said}");
    for page in ["vi/index.html", "en/index.html", "vi/mau-2026/ii1-ct01/index.html"] {
        assert!(folder.path().join("site/public").join(page).is_file(), "{page}");
    }
    assert_eq!(run("site", &["check", "--strict"]).0, 1);
    assert!(fs::read_to_string(folder.path().join("site/README.md")).unwrap().contains("Tỉnh Mẫu"));
}

#[test]
fn a_folder_that_holds_something_is_refused() {
    let site = Workshop::small();
    let before = tree(&site.path("content"));
    let run = site.run(&["init", "content"]);
    assert_eq!(run.code, 2);
    assert!(run.said.contains("is not empty"), "{}", run.said);
    assert_eq!(tree(&site.path("content")), before);
    fs::create_dir(site.path("empty")).unwrap();
    assert_eq!(site.run(&["init", "empty"]).code, 0);
}

fn new(site: &Workshop, arguments: &[&str]) -> Run {
    let run = site.run(&[&["new"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.said);
    run
}

#[test]
fn what_new_makes_is_named_gap_by_gap_and_nothing_else_is() {
    for lang in ["vi", "en"] {
        let site = begun();
        let before: BTreeSet<String> = names(&site);
        new(&site, &["plan", "qd-123-2026", "--lang", lang]);
        new(&site, &["area", "1-the-che", "2-bo-may", "--plan", "qd-123-2026", "--lang", lang]);
        new(&site, &["outcome", "2026-07-15-bao-cao", "--plan", "qd-123-2026", "--lang", lang]);
        new(&site, &["agency", "so-noi-vu", "so-y-te", "--lang", lang]);
        let mut expected = Vec::new();
        for (name, bytes) in tree(&site.path("content")) {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("#vi") && !text.contains("#en"), "{name}:\n{text}");
            let gaps = text.lines().enumerate().flat_map(|(at, line)| {
                let comment = !has_end(&name, "md") && line.trim_start().starts_with('#');
                let number = if comment { 0 } else { line.matches("[[").count() };
                std::iter::repeat_n((format!("content/{name}"), at as u64 + 1), number)
            });
            expected.extend(gaps);
        }
        assert!(expected.len() > 60, "{}", expected.len());
        assert_eq!(gaps(&site), expected);
        let made: BTreeSet<String> = names(&site).difference(&before).cloned().collect();
        assert!(made.contains("plans/qd-123-2026/areas/2-bo-may/area.yaml"), "{made:?}");
        assert_eq!(made.len(), 9 + 6 + 1, "{made:?}");
    }
}

fn names(site: &Workshop) -> BTreeSet<String> {
    tree(&site.path("content")).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn comments_are_in_the_language_of_the_editor() {
    let site = begun();
    new(&site, &["plan", "a-1", "--lang", "vi"]);
    new(&site, &["plan", "b-1", "--lang", "en"]);
    let read = |name: &str| {
        fs::read_to_string(site.path(&format!("content/plans/{name}/plan.yaml"))).unwrap()
    };
    assert!(
        read("a-1").contains("# Văn bản ban hành kế hoạch.")
            && !read("a-1").contains("# The document")
    );
    assert!(read("b-1").contains("# The document that") && !read("b-1").contains("# Văn bản"));
}

#[test]
fn nothing_that_stands_is_written_over() {
    let site = begun();
    new(&site, &["area", "2-bo-may"]);
    new(&site, &["agency", "so-noi-vu"]);
    let before = tree(&site.path("content"));
    for arguments in [
        &["plan", "qd-1-mau"][..],
        &["area", "2-bo-may"],
        &["area", "3-moi", "2-bo-may"],
        &["agency", "so-mau"],
        &["agency", "so-moi", "so-noi-vu"],
        &["agency", "so-moi", "so-moi"],
        &["area", "khong-so"],
        &["area", "2-bo-may", "--plan", "khac"],
        &["plan", "../ngoai"],
        &["agency", "Sở"],
        &["outcome", "a/b"],
    ] {
        let run = site.run(&[&["new"], arguments].concat());
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.said);
        assert!(run.said.starts_with("error: ") && run.said.contains("\nhelp: "), "{}", run.said);
        assert_eq!(tree(&site.path("content")), before, "{arguments:?}");
    }
}

/// An editor who answers every gap ends with a plan that builds.
#[test]
fn a_plan_that_is_filled_in_builds() {
    let site = begun();
    fs::remove_dir_all(site.path("content/plans/qd-1-mau")).unwrap();
    new(&site, &["plan", "qd-9-2026", "--lang", "vi"]);
    new(&site, &["area", "1-the-che", "--lang", "vi"]);
    let plan = "content/plans/qd-9-2026";
    let answers = [
        ("[[ngày ký, như 2026-01-15]]", "2026-01-15"),
        ("[[mã cơ quan ban hành]]", "ubnd-tinh-mau"),
        ("[[ngày đầu, như 2026-01-01]]", "2026-01-01"),
        ("[[ngày cuối, như 2026-12-31]]", "2026-12-31"),
        ("[[số mục tiêu, yêu cầu]]", "1"),
        ("[[số chỉ tiêu]]", "1"),
        ("[[số nhiệm vụ]]", "1"),
        ("[[số hoạt động]]", "1"),
        ("[[số trách nhiệm]]", "1"),
        ("[[mã cơ quan]]", "so-mau"),
        ("[[mã cơ quan chủ trì]]", "so-mau"),
        ("[[con số]]", "\"90\""),
        ("[[các chữ có con số]]", "tối thiểu 90%"),
        ("[[thời hạn như in]]", "Năm 2026"),
        ("[[thời hạn đọc ra]]", "\"2026\""),
        ("[[nguyên văn chỉ tiêu thứ nhất]]", "Giải quyết tối thiểu 90% hồ sơ."),
    ];
    let received = "Mở đầu I. MỤC TIÊU\n\nTrả lời.\n\nII. NHIỆM VỤ\n\n1. Trả lời.\n\nGiải quyết tối thiểu 90% hồ sơ.\n\nTrả lời.\n\n\
                    III. TỔ CHỨC THỰC HIỆN\n\nTrả lời.\n\nPHỤ LỤC\n\nI\tTrả lời.\n1\tTrả lời.\tTrả lời.\tTrả lời.\tTrả lời.\tTrả lời.\t\tNăm 2026\t\n";
    for (name, bytes) in tree(&site.path(plan)) {
        let mut text = String::from_utf8(bytes).unwrap();
        if name.ends_with("received.txt") {
            text = received.replace("Mở đầu", "Trả lời.\n\n");
        } else if !has_end(&name, "lock") {
            for (gap, answer) in answers {
                let quoted = format!("\"{gap}\"");
                text = text.replace(&quoted, answer).replace(gap, answer);
            }
            while let Some(at) = text.find("[[") {
                let end = at + text[at..].find("]]").unwrap() + 2;
                text.replace_range(at..end, "Trả lời.");
            }
        }
        site.write(&format!("{plan}/{name}"), text);
    }
    let left = gaps(&site);
    assert_eq!(left, [(format!("{plan}/source/received.lock"), 1)]);
    assert_eq!(site.run(&["lock-source"]).code, 0);
    assert_eq!(site.run(&["accept-translation", "--all"]).code, 0);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(site.public("vi/9-2026/pl-i1/index.html").is_some());
}

fn has_end(name: &str, end: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == end)
}
