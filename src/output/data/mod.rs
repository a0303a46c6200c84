//! Data files. What the public reads has types of its own, apart from the model, with a version.
//!
//! In: the model and the interface words. Out: path → bytes: JSON, tables, what describes them, and the
//! decisions as they were received.

pub mod v1;

mod catalogue;
mod csv;
mod edition;
mod package;
mod room;
mod schema;
mod workbook;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use crate::content::sha256;
use crate::model::{Item, Model, Plan};
use crate::pages::{Address, Table, item_tail, received_file, tables};
use crate::theme::Words;
use crate::values::{Locale, Localized};

use catalogue::{Distribution, catalogue};
use csv::Csv;
use workbook::Styles;

const PLAN: &str = "data/plan.json";
const WORKBOOK: &str = "data/plan.xlsx";
const PACKAGE: &str = "data/datapackage.json";
const CATALOGUE: &str = "data/catalog.jsonld";

/// Makes the file of each item of a plan, which stands beside its page in both languages; `put` gets path and
/// bytes.
pub fn of_items(model: &Model, plan: &Plan, put: &(dyn Fn(&str, Vec<u8>) + Sync)) {
    for item in plan.items.values() {
        let bytes = json(&v1::one_item(model, plan, item));
        put(&item_file(plan, item, Locale::Vi), bytes.clone());
        put(&item_file(plan, item, Locale::En), bytes);
    }
}

/// All data as JSON.
fn whole(model: &Model) -> Vec<u8> {
    let data = v1::of(model);
    let room = room::of(&data.items) + room::of(&data.outcomes) + room::of(&data.sources);
    let mut bytes = Vec::with_capacity(room);
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer_pretty(&mut bytes, &data);
    bytes.push(b'\n');
    bytes
}

/// One data file.
pub fn file(model: &Model, words: &Localized<Words>, path: &str) -> Option<Vec<u8>> {
    if path == PLAN {
        return Some(whole(model));
    }
    if path.starts_with("data/") {
        let found = Mutex::default();
        of_site(model, words, &|made, bytes| {
            if made == path {
                *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(bytes);
            }
        });
        return found.into_inner().unwrap_or_else(PoisonError::into_inner);
    }
    model.plans.iter().find_map(|plan| {
        let is_of = |item: &&Item| Locale::ALL.iter().any(|at| item_file(plan, item, *at) == path);
        Some(json(&v1::one_item(model, plan, plan.items.values().find(is_of)?)))
    })
}

fn item_file(plan: &Plan, item: &Item, locale: Locale) -> String {
    Address::new(Some(locale), item_tail(plan, item)).data()
}

/// What descriptions of a file say of its bytes, so that the bytes need not be kept for them.
#[derive(Debug)]
pub struct Sealed {
    pub size: usize,
    pub sha256: String,
}

/// Makes the files in the folder `data/`; `put` gets path and bytes.
pub fn of_site(model: &Model, words: &Localized<Words>, put: &(dyn Fn(&str, Vec<u8>) + Sync)) {
    let mut files: BTreeMap<String, Sealed> = BTreeMap::new();
    let mut made = |path: String, bytes: Vec<u8>| {
        let sealed = Sealed { size: bytes.len(), sha256: sha256(&bytes) };
        put(&path, bytes);
        files.insert(path, sealed);
    };
    let edition = edition::edition(model);
    let tables = tables(model, words);
    made(PLAN.to_owned(), whole(model));
    for plan in &model.plans {
        if let Some(received) = &plan.received {
            made(received_file(plan), received.bytes.to_vec());
        }
    }
    let mut styles = Vec::new();
    for table in &tables {
        let mut of_table = Styles::default();
        let Csv { plain, excel } = csv::csv(table, |row| of_table.see(row));
        styles.push(of_table);
        made(format!("data/{}", table.file()), plain);
        made(format!("data/excel/{}", table.file()), excel);
    }
    for (name, bytes) in crate::content::schemas() {
        made(format!("data/schema/content/{name}.json"), bytes);
    }
    for (name, bytes) in schema::published_schemas() {
        made(format!("data/schema/{name}.json"), bytes);
    }
    // What Excel cannot hold was left out or cut; what remains, it can.
    // Without it, the links to it are dead, and nothing is published.
    if let Ok(workbook) = workbook::workbook(&edition, &tables, &styles) {
        made(WORKBOOK.to_owned(), workbook);
    }
    let package = json(&package::package(&edition, &tables, &files));
    let sealed = Sealed { size: package.len(), sha256: sha256(&package) };
    put(PACKAGE, package);
    files.insert(PACKAGE.to_owned(), sealed);
    let described = distributions(model, &tables);
    put(CATALOGUE, json(&catalogue(&edition, &described, &files)));
}

/// The files that a catalogue lists.
fn distributions(model: &Model, tables: &[Table]) -> Vec<Distribution> {
    let base = &model.site.base_url;
    let of = |path: &str, vi: &str, en: &str, media_type, conforms_to| Distribution {
        path: path.to_owned(),
        title: Localized { vi: vi.to_owned(), en: en.to_owned() },
        media_type,
        conforms_to,
    };
    let schema = format!("{base}data/schema/plan-v1.json");
    let package = "https://specs.frictionlessdata.io/tabular-data-package/".to_owned();
    let mut files = vec![
        of(PLAN, "Toàn bộ dữ liệu, JSON", "All data, JSON", "application/json", Some(schema)),
        of(
            WORKBOOK,
            "Toàn bộ các bảng, bảng tính XLSX",
            "All tables, XLSX workbook",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            None,
        ),
        of(
            PACKAGE,
            "Gói dữ liệu: mô tả các bảng CSV",
            "Data package: describes the CSV tables",
            "application/json",
            Some(package),
        ),
    ];
    for table in tables {
        let title = |title: &str, what: &str| format!("{title}, {what}");
        let (vi, en) = (table.title.vi, table.title.en);
        let path = format!("data/{}", table.file());
        files.push(of(&path, &title(vi, "CSV"), &title(en, "CSV"), "text/csv", None));
    }
    for plan in model.plans.iter().filter(|plan| plan.received.is_some()) {
        let number = &plan.record.instrument.number;
        files.push(of(
            &received_file(plan),
            &format!("Văn bản {number} như đã nhận"),
            &format!("The text of {number} as received"),
            "text/plain",
            None,
        ));
    }
    files
}

fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
