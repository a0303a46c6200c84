//! The small sample site, page by page, as the default theme shows it before it is made smaller.
//!
//! `CONGKHAI_UPDATE=1 cargo test --test golden` writes the folder anew; read the difference before you
//! keep it.

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
use std::path::Path;

use congkhai::model::{Model, Settings};
use congkhai::output::Shape;
use congkhai::theme::Theme;
use congkhai::{Job, check, load_theme, output, pages};
use workshop::tree;

const EXPECTED: &str = "tests/sites/small/expected";

fn model_and_theme() -> (Model, Theme) {
    let job = Job {
        content: "tests/sites/small/content".into(),
        settings: Settings::default(),
        theme: None,
    };
    let checked = check(&job);
    assert!(checked.is_sound(true), "{:?}", checked.diagnostics);
    let model = checked.model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    (model, theme)
}

/// Path to HTML.
fn rendered() -> BTreeMap<String, String> {
    let (model, theme) = model_and_theme();
    let known = output::Abbreviations::of(&model);
    pages::lay_out(&model, &theme.words)
        .iter()
        .map(|page| {
            let html = output::render(&theme, &known, page, Shape::Readable).unwrap();
            (page.address.file(), plain_names(&html, &theme.published.names))
        })
        .collect()
}

/// Assets under the names that the theme gives them: a new style sheet is no new page.
fn plain_names(html: &str, names: &BTreeMap<String, String>) -> String {
    names.iter().fold(html.to_owned(), |html, (plain, published)| {
        html.replace(&format!("assets/{published}"), &format!("assets/{plain}"))
    })
}

/// The first line that differs, with its number.
fn difference(expected: &str, now: &str) -> String {
    let mut lines = expected.lines().zip(now.lines()).enumerate();
    match lines.find(|(_, (expected, now))| expected != now) {
        Some((at, (expected, now))) => format!("line {}\n-{expected}\n+{now}", at + 1),
        None => "one ends before the other".to_owned(),
    }
}

#[test]
fn every_page_is_as_expected() {
    let now = rendered();
    if std::env::var_os("CONGKHAI_UPDATE").is_some_and(|wish| wish == "1") {
        if Path::new(EXPECTED).exists() {
            fs::remove_dir_all(EXPECTED).unwrap();
        }
        for (name, html) in &now {
            let path = Path::new(EXPECTED).join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, html).unwrap();
        }
    }
    let expected: BTreeMap<String, String> = tree(Path::new(EXPECTED))
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(expected.len() > 40, "only {} pages are expected", expected.len());
    let names = |pages: &BTreeMap<String, String>| pages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&expected), names(&now), "pages came or went; see the head of this file");
    let differ: Vec<String> = expected
        .iter()
        .filter_map(|(name, html)| {
            let now = &now[name];
            (html != now).then(|| format!("{name}: {}", difference(html, now)))
        })
        .collect();
    assert!(
        differ.is_empty(),
        "{} pages differ; see the head of this file\n{}",
        differ.len(),
        differ.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn each_page_is_found_by_its_file_and_nothing_else_is() {
    let (model, theme) = model_and_theme();
    let all = pages::outlines(&model);
    for outline in &all {
        let file = outline.address.file();
        let page = pages::lay_out_at(&model, &theme.words, &file);
        let found = page.unwrap_or_else(|| panic!("{file} is not found"));
        assert_eq!(found.address, outline.address);
    }
    let files: Vec<String> = all.iter().map(|outline| outline.address.file()).collect();
    for file in &files {
        for other in [format!("embed/{file}"), format!("vi/{file}"), file.replace("index", "x")] {
            let found = pages::lay_out_at(&model, &theme.words, &other);
            assert_eq!(found.is_some(), files.contains(&other), "{other}");
        }
    }
}
