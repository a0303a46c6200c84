//! The tables as a Data Package (Frictionless): `data/datapackage.json`, which tells programs what each
//! column holds and which columns name rows of other tables.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Sealed;
use super::edition::Edition;
use crate::pages::{Column, ColumnKind, Foreign, Table};
use crate::values::Locale;

/// `files` has the file of each table.
pub fn package(edition: &Edition, tables: &[Table], files: &BTreeMap<String, Sealed>) -> Value {
    let sealed = |table: &Table| files.get(&format!("data/{}", table.file()));
    let slugs: Vec<&str> = edition.plans.iter().map(|plan| plan.slug.as_str()).collect();
    json!({
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": format!("congkhai-{}", slugs.join("-")),
        "id": format!("{}data/datapackage.json", edition.base_url),
        "title": edition.title.vi,
        "title_en": edition.title.en,
        "description": edition.notice.vi,
        "description_en": edition.notice.en,
        "homepage": edition.base_url,
        "version": edition.as_of,
        "licenses": [{
            "name": edition.licence_id, "title": edition.licence.en, "path": edition.licence_url
        }],
        "contributors": [{ "title": edition.publisher.vi, "title_en": edition.publisher.en, "role": "publisher" }],
        "sources": edition.plans.iter().map(|plan| json!({
            "title": plan.name.vi,
            "title_en": plan.name.en,
            "path": format!("{}vi/{}/", edition.base_url, plan.slug),
        })).collect::<Vec<_>>(),
        "resources": tables.iter().map(|table| resource(table, sealed(table))).collect::<Vec<_>>(),
    })
}

fn resource(table: &Table, sealed: Option<&Sealed>) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(field).collect();
    let foreign: Vec<Value> = table.foreign.iter().map(foreign_key).collect();
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file(),
        "title": table.title.vi,
        "title_en": table.title.en,
        "description": table.about.vi,
        "description_en": table.about.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": sealed.map(|sealed| sealed.size),
        "hash": sealed.map(|sealed| format!("sha256:{}", sealed.sha256)),
        "schema": {
            "fields": fields,
            "primaryKey": table.key,
            "foreignKeys": foreign,
            "missingValues": [""],
        },
    })
}

fn field(column: &Column) -> Value {
    let mut constraints = Map::from_iter([("required".to_owned(), json!(column.needed))]);
    let kind = match &column.kind {
        ColumnKind::Text | ColumnKind::WebAddress => "string",
        ColumnKind::Id => {
            constraints.insert("pattern".to_owned(), json!("[a-z0-9]+(-[a-z0-9]+)*"));
            "string"
        }
        ColumnKind::Word(codes) => {
            let words: Vec<&str> = codes.iter().map(|code| code.word.as_str()).collect();
            constraints.insert("enum".to_owned(), json!(words));
            "string"
        }
        ColumnKind::PartialDate => {
            let pattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
            constraints.insert("pattern".to_owned(), json!(pattern));
            "string"
        }
        ColumnKind::Day => "date",
        ColumnKind::Number => "number",
        ColumnKind::Integer => "integer",
        ColumnKind::Boolean => "boolean",
    };
    json!({
        "name": column.name,
        "type": kind,
        "description": column.explained(Locale::Vi),
        "description_en": column.explained(Locale::En),
        "constraints": constraints,
    })
}

fn foreign_key(foreign: &Foreign) -> Value {
    json!({
        "fields": foreign.columns,
        "reference": { "resource": foreign.table, "fields": foreign.to },
    })
}
