//! The page on open data: which files there are, what each column means, how to cite, what stays.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::theme::Words;
use crate::values::{Locale, Localized};

use super::address::tail;
use super::parts::received_href;
use super::release::release_file;
use super::shared::{LinkView, TextView};
use super::tables::{Cell, Column, Table, tables};
use super::{Reader, View};

#[derive(Debug, Serialize)]
pub struct OpenDataView {
    pub files: Vec<FileView>,
    pub tables: Vec<TableView>,
    pub sample: SampleView,
    /// How to cite the data as a whole.
    pub cite: String,
}

/// A file that is no table.
#[derive(Debug, Serialize)]
pub struct FileView {
    pub link: LinkView,
    /// What it is, and for whom.
    pub about: String,
}

#[derive(Debug, Serialize)]
pub struct TableView {
    pub name: &'static str,
    pub title: &'static str,
    pub about: &'static str,
    pub csv_href: String,
    pub excel_href: String,
    /// How many rows it has, in words.
    pub rows: String,
    pub columns: Vec<ColumnView>,
}

#[derive(Debug, Serialize)]
pub struct ColumnView {
    pub name: String,
    /// The kind of its cells, in a word.
    pub kind: String,
    /// It is part of the table's key.
    pub is_key: bool,
    pub about: String,
    /// The table whose rows it names.
    pub names: Option<&'static str>,
}

/// A row of each kind, with some of the table's columns.
#[derive(Debug, Serialize)]
pub struct SampleView {
    pub table: &'static str,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

pub fn lay_out(reader: &Reader, words: &Localized<Words>) -> (&'static str, TextView, View) {
    let tables = tables(reader.model, words);
    let sample = tables.first().map_or_else(
        || SampleView { table: "", columns: Vec::new(), rows: Vec::new() },
        |table| sample(reader, table),
    );
    let view = OpenDataView {
        files: files(reader),
        tables: tables.iter().map(|table| of_table(reader, table)).collect(),
        sample,
        cite: cite(reader),
    };
    ("data", TextView::of_interface(reader.say("data_title")), View::OpenData(view))
}

fn files(reader: &Reader) -> Vec<FileView> {
    let file = |href: String, label: &str, about: &'static str| FileView {
        link: LinkView { href, label: TextView::of_interface(label) },
        about: reader.words.say(about).to_owned(),
    };
    let in_data = |name: &str, about| file(format!("{}data/{name}", reader.here.root), name, about);
    let mut files = vec![
        in_data("plan.xlsx", "data_file_workbook"),
        in_data("plan.json", "data_file_json"),
        in_data("datapackage.json", "data_file_package"),
        in_data("catalog.jsonld", "data_file_catalogue"),
        in_data("schema/plan-v1.json", "data_file_schema"),
    ];
    for release in reader.model.releases.iter().rev() {
        let path = release_file(&release.record.label);
        let name = path.trim_start_matches("data/");
        files.push(in_data(name, "data_file_release"));
    }
    for plan in &reader.model.plans {
        if let Some(first) = plan.items.values().next() {
            let address = reader.address(tail::item(plan, first));
            files.push(file(
                format!("{}{}", reader.here.root, address.data()),
                &address.data(),
                "data_file_item",
            ));
        }
        if let Some(href) = received_href(reader, plan) {
            files.push(file(href, plan.record.instrument.number.as_str(), "data_file_received"));
        }
    }
    files
}

fn of_table(reader: &Reader, table: &Table) -> TableView {
    let root = &reader.here.root;
    TableView {
        name: table.name,
        title: table.title.get(reader.locale),
        about: table.about.get(reader.locale),
        csv_href: format!("{root}data/{}", table.file()),
        excel_href: format!("{root}data/excel/{}", table.file()),
        rows: reader.words.count("data_rows", table.rows.count()),
        columns: table.columns.iter().map(|column| of_column(reader, table, column)).collect(),
    }
}

fn of_column(reader: &Reader, table: &Table, column: &Column) -> ColumnView {
    // The last column of a key that leads elsewhere is the one that names the row there.
    let leads =
        table.foreign.iter().find(|foreign| foreign.columns.last() == Some(&column.name.as_str()));
    ColumnView {
        name: column.name.clone(),
        kind: reader.words.say(column.kind.key()).to_owned(),
        is_key: table.key.contains(&column.name.as_str()),
        about: column.explained(reader.locale),
        names: leads.map(|foreign| foreign.table),
    }
}

fn sample(reader: &Reader, table: &Table) -> SampleView {
    let title = match reader.locale {
        Locale::Vi => "title_vi",
        Locale::En => "title_en",
    };
    let at = |name: &str| table.columns.iter().position(|column| column.name == name);
    let shown = ["id", "kind", title, "standing"];
    let places: Vec<usize> = shown.iter().filter_map(|name| at(name)).collect();
    let kind = at("kind");
    let text = |row: &[Cell], at: usize| row.get(at).map(ToString::to_string);
    let mut kinds = BTreeSet::new();
    let rows = table.rows.iter().filter(|row| kinds.insert(kind.and_then(|at| text(row, at))));
    SampleView {
        table: table.name,
        columns: shown.map(str::to_owned).to_vec(),
        rows: rows.map(|row| places.iter().filter_map(|at| text(&row, *at)).collect()).collect(),
    }
}

fn cite(reader: &Reader) -> String {
    let site = &reader.model.site;
    reader.words.fill(
        "data_cite",
        &[
            ("publisher", &reader.plain(&site.record.publisher)),
            ("title", &reader.plain(&site.record.title)),
            ("as_of", &site.as_of.shown(reader.locale)),
            ("url", &reader.shown_address(&reader.address("data/"))),
            ("licence", site.record.licence.id.as_str()),
        ],
    )
}
