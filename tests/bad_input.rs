//! What an editor, a disk or an attacker may do to the content. Nothing of it may panic, publish a part
//! of a site, or touch the last good one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use workshop::{Workshop, tree};

/// Builds once, spoils the content, builds again: the second build must say `code` and leave the site.
fn refused(code: &str, spoil: impl FnOnce(&Workshop)) -> String {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    let good = tree(&site.path("public"));
    spoil(&site);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert!(run.said.contains(&format!("error[{code}]")), "{code} was not said:\n{}", run.said);
    assert!(!run.said.contains("panicked"), "{}", run.said);
    assert_eq!(tree(&site.path("public")), good, "the last good site was touched");
    run.said
}

const AREA: &str = "content/plans/sample-1-2025/areas/1-water/area.yaml";

#[test]
fn a_missing_file_is_named() {
    let said = refused("file-missing", |site| {
        fs::remove_file(site.path("content/agencies.yaml")).unwrap();
    });
    assert!(said.contains("content/agencies.yaml"), "{said}");
    // What that file holds is not reported as missing everywhere else.
    assert!(!said.contains("id-unknown"), "{said}");
}

#[test]
fn a_link_out_of_the_tree_is_refused() {
    let said = refused("file-special", |site| {
        symlink("/etc", site.path("content/pages/etc")).unwrap();
    });
    assert!(said.contains("content/pages/etc"), "{said}");
}

#[test]
fn a_link_in_a_circle_is_refused() {
    refused("file-special", |site| symlink(".", site.path("content/plans/loop")).unwrap());
}

#[test]
fn a_pipe_does_not_hang_the_build() {
    refused("file-special", |site| {
        let status =
            Command::new("mkfifo").arg(site.path("content/pages/pipe.vi.md")).status().unwrap();
        assert!(status.success());
    });
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let site = Workshop::small();
    let file = site.path("content/glossary.yaml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&file).is_ok() {
        // The superuser reads everything; there is nothing to refuse.
        return;
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("file-unreadable"), "{}", run.said);
}

#[test]
fn a_file_over_the_limit_is_refused() {
    refused("file-too-large", |site| {
        site.write("content/glossary.yaml", "# x\n".repeat(2 * 1024 * 1024));
    });
}

#[test]
fn a_line_that_nobody_wrote_is_named_and_not_shown() {
    let said = refused("line-too-long", |site| {
        site.write("content/glossary.yaml", format!("# x\n# {}\n", "x".repeat(100_000)));
    });
    assert!(said.contains("line 2 has 100002 bytes"), "{said}");
    assert!(said.len() < 2_000, "{} bytes were said", said.len());
}

#[test]
fn more_of_the_same_fault_is_told_as_a_number() {
    let said = refused("markdown-html", |site| {
        let page = "# A\n".to_owned() + &"\n<b>\n".repeat(5_000);
        site.write("content/pages/about.vi.md", page);
    });
    assert_eq!(said.matches("error[markdown-html]").count(), 100, "{said}");
    assert!(said.contains("note[more-of-these]: 4900 more of `markdown-html`"), "{said}");
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = String::from("- &a0 {id: x}\n");
    for level in 1..12 {
        let below = format!("*a{}, ", level - 1).repeat(9);
        writeln!(bomb, "- &a{level} [{below}]").unwrap();
    }
    refused("yaml-reference", |site| site.write("content/glossary.yaml", bomb));
}

#[test]
fn deep_nesting_is_refused_without_overflow() {
    refused("yaml-too-deep", |site| site.write("content/glossary.yaml", "[".repeat(60_000)));
    refused("yaml-too-deep", |site| {
        let text: String = (0..2000).map(|depth| " ".repeat(depth) + "a:\n").collect();
        site.write("content/glossary.yaml", text);
    });
}

#[test]
fn the_traps_of_yaml_are_texts() {
    let site = Workshop::small();
    site.edit("content/glossary.yaml", "vi: UBND", "vi: no");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.public("vi/glossary/index.html").unwrap().contains(">no<"));
    for (from, to) in
        [("id: m1", "id: 01x_"), ("vnd: 4455000000", "vnd: 0x1F"), ("read: \"2025\"", "read: on")]
    {
        refused("value-unreadable", |site| site.edit(AREA, from, to));
    }
    refused("yaml-wrong-type", |site| {
        site.edit("content/plans/sample-1-2025/plan.yaml", "aims: 1", "aims: yes");
    });
}

#[test]
fn a_mark_of_byte_order_windows_lines_and_decomposed_letters_are_normalised() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    // The manifest has the hash of the content, which is of its bytes.
    let published = || -> Vec<(String, Vec<u8>)> {
        let files = tree(&site.path("public")).into_iter();
        files.filter(|(path, _)| path != "manifest.json").collect()
    };
    let good = published();
    for file in ["content/agencies.yaml", "content/plans/sample-1-2025/areas/1-water/area.vi.md"] {
        let text = fs::read_to_string(site.path(file)).unwrap();
        let decomposed: String =
            unicode_normalization::UnicodeNormalization::nfd(text.as_str()).collect();
        site.write(file, format!("\u{feff}{}", decomposed.replace('\n', "\r\n")));
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert_eq!(published(), good);
}

#[test]
fn template_syntax_in_content_is_text() {
    let site = Workshop::small();
    site.edit(
        "content/pages/about.vi.md",
        "Dữ liệu mẫu.",
        "Chữ {{ frame.title }} {% include \"x\" %}.",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    let page = site.public("vi/about/index.html").unwrap();
    assert!(page.contains("{{ frame.title }} {% include"), "{page}");
}

#[test]
fn what_is_no_content_is_neither_read_nor_published() {
    let site = Workshop::small();
    for name in [
        ".git/config",
        "agencies.yaml~",
        "#site.yaml#",
        ".DS_Store",
        "pages/.about.vi.md.swp",
        "notes.txt",
    ] {
        site.write(&format!("content/{name}"), "geheim-secret");
    }
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.said);
    for (path, bytes) in tree(&site.path("public")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("geheim-secret"), "{path}");
    }
}

#[test]
fn the_site_is_never_written_where_it_does_harm() {
    let site = Workshop::small();
    let home = site.path("home");
    fs::create_dir_all(&home).unwrap();
    symlink(site.path("content"), site.path("link")).unwrap();
    let before = tree(&site.path("content"));
    let inside = site.path(".").display().to_string();
    for out in [
        "content",
        "content/public",
        ".",
        "/",
        "link",
        "link/x",
        "content/../content",
        inside.as_str(),
    ] {
        let output = site.command(&["build", "--out", out]).env("HOME", &home).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{out}");
    }
    let output = site.command(&["build", "--out", "home"]).env("HOME", &home).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "home");
    assert_eq!(tree(&site.path("content")), before);
}

#[test]
fn foreign_files_are_kept_and_named() {
    let site = Workshop::small();
    site.write("public/google123.html", "theirs");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(run.said.contains("public/google123.html"), "{}", run.said);
    assert_eq!(site.public("google123.html").unwrap(), "theirs");
    // A file that stands in the way of a page is not overwritten.
    let site = Workshop::small();
    site.write("public/vi/index.html", "theirs");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{}", run.said);
    assert_eq!(site.public("vi/index.html").unwrap(), "theirs");
    assert!(site.public("en/index.html").is_none());
}

#[test]
fn a_page_that_is_gone_is_removed_and_an_equal_file_is_not_touched() {
    let site = Workshop::small();
    site.write("content/pages/more.vi.md", "# Thêm\n\nChữ.\n");
    site.write("content/pages/more.en.md", "# More\n\nText.\n");
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(site.public("vi/more/index.html").is_some());
    let modified =
        |file: &str| fs::metadata(site.path("public").join(file)).unwrap().modified().unwrap();
    let css = tree(&site.path("public/assets")).remove(0).0;
    let before = modified(&format!("assets/{css}"));
    for language in ["vi", "en"] {
        fs::remove_file(site.path(&format!("content/pages/more.{language}.md"))).unwrap();
    }
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(!site.path("public/vi/more").exists());
    assert_eq!(modified(&format!("assets/{css}")), before);
}

#[test]
fn a_theme_cannot_be_named_out_of_its_folder() {
    let site = Workshop::small();
    site.edit("content/site.yaml", "as_of:", "theme: ../secret\nas_of:");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("content/site.yaml"), "{}", run.said);
}

#[test]
fn a_theme_with_other_words_in_one_language_is_refused() {
    let site = Workshop::small();
    let words = fs::read_to_string("themes/default/words.en.yaml").unwrap();
    let words: String = words
        .lines()
        .filter(|line| !line.starts_with("standing_no_report:"))
        .fold(String::new(), |all, line| all + line + "\n");
    site.write("themes/poor/words.en.yaml", words);
    let run = site.run(&["build", "--theme", "poor"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert!(run.said.contains("error[words-differ]"), "{}", run.said);
    assert!(run.said.contains("standing_no_report"), "{}", run.said);
}

#[test]
fn wrong_use_is_told_apart_from_wrong_content() {
    let site = Workshop::small();
    for arguments in [
        &["build", "--content", "nowhere"] as &[&str],
        &["build", "--as-of", "2025-02-30"],
        &["build", "--base-url", "hue.gov.vn"],
        &["build", "--nonsense"],
        &["explain", "nonsense"],
        &[],
    ] {
        let run = site.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.said);
    }
}

#[test]
fn all_errors_of_all_files_are_told_at_once() {
    let site = Workshop::small();
    site.edit(AREA, "value: \"80\"", "value: many");
    site.edit(AREA, "comparator: at-least", "comparator: perhaps");
    site.edit(AREA, "read: before 2025-06-30", "read: soon");
    site.edit("content/agencies.yaml", "date: 2025-07-01", "date: 2025-02-30");
    site.edit("content/pages/about.en.md", "# About", "# About\n\n<b>x</b>");
    let run = site.run(&["check", "--json"]);
    assert_eq!(run.code, 1);
    let said = run.json();
    let places: Vec<String> = said["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|said| format!("{}:{}", said["file"].as_str().unwrap(), said["line"]))
        .collect();
    let lines = |file: &str| places.iter().filter(|place| place.starts_with(file)).count();
    assert!(lines("content/agencies.yaml") == 1, "{places:?}");
    assert!(lines(AREA) == 3, "{places:?}");
    assert!(lines("content/pages/about.en.md") == 2, "{places:?}");
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(places.len(), sorted.len());
}
