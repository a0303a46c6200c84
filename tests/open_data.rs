//! Open data, as far as this program alone can judge it: what other programs make of it is tried in
//! tests/python.

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

use congkhai::content::{SCHEMA_FOLDER, schema_line, schemas};
use congkhai::model::Settings;
use congkhai::{Job, check, compile, load_theme, output, pages};
use walkdir::WalkDir;
use workshop::Workshop;

#[test]
fn the_preview_answers_with_the_same_data() {
    let job = Job {
        content: "tests/sites/small/content".into(),
        settings: Settings::default(),
        theme: None,
    };
    let model = check(&job).model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    let (_, site) = compile(&model, &theme).unwrap();
    let is_data = |path: &&String| path.starts_with("data/") || path.ends_with("/index.json");
    let mut answered = 0;
    for path in site.files.keys().filter(is_data) {
        let answer = output::other_file(&model, &theme, path).unwrap();
        assert!(answer.as_ref() == Some(&site.files[path]), "{path}");
        answered += 1;
    }
    assert!(answered > 60, "only {answered} data files");
    for nothing in ["data/none.csv", "vi/1-2025/none/index.json", "data/"] {
        assert_eq!(output::other_file(&model, &theme, nothing).unwrap(), None, "{nothing}");
    }
}

#[test]
fn every_row_has_a_cell_for_every_column_and_keys_name_columns() {
    let job = Job { content: "content".into(), settings: Settings::default(), theme: None };
    let model = check(&job).model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    let tables = pages::tables(&model, &theme.words);
    for table in &tables {
        let has = |name: &str| table.columns.iter().any(|column| column.name == name);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        assert!(!table.key.is_empty() && table.key.iter().all(|name| has(name)), "{}", table.name);
        for foreign in &table.foreign {
            assert!(foreign.columns.iter().all(|name| has(name)), "{}", table.name);
            let other = tables.iter().find(|other| other.name == foreign.table).unwrap();
            assert_eq!(foreign.to, other.key, "{} to {}", table.name, other.name);
        }
    }
}

#[test]
fn the_schemas_beside_the_content_are_those_of_the_records() {
    let folder = Path::new("content").join(SCHEMA_FOLDER);
    for (name, bytes) in schemas() {
        let there = fs::read(folder.join(format!("{name}.json"))).unwrap_or_default();
        assert!(there == bytes, "{name} is not as the records are: run `congkhai schema`");
    }
    assert_eq!(fs::read_dir(folder).unwrap().count(), schemas().len());
}

#[test]
fn every_yaml_file_names_its_schema() {
    for entry in WalkDir::new("content") {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix("content").unwrap().display().to_string();
        if entry.path().extension().is_some_and(|end| end == "yaml") {
            let text = fs::read_to_string(entry.path()).unwrap();
            assert_eq!(text.lines().next(), schema_line(&path).as_deref(), "{path}");
        }
    }
}

#[test]
fn schemas_are_written_beside_any_content() {
    let site = Workshop::small();
    let run = site.run(&["schema"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(run.said.contains("# yaml-language-server: $schema=../../.schema/plan.json"));
    assert_eq!(fs::read_dir(site.path("content/.schema")).unwrap().count(), schemas().len());
    // They are no content, and change nothing.
    assert_eq!(site.run(&["check", "--strict"]).code, 0);
}
