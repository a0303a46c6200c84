//! Documents and kinds as the script reads them.

use serde_json::{Value, json};

use crate::pages::{SearchDocument, Searchable};

/// Position and record: `[href, number, title, text]`, and the language where it is not the page's.
pub fn records(documents: &[SearchDocument]) -> impl Iterator<Item = (usize, Value)> {
    documents.iter().enumerate().map(|(at, document)| {
        let SearchDocument { href, number, title, text, lang, .. } = document;
        let record = match lang {
            Some(lang) => json!([href, number, title, text, lang]),
            None => json!([href, number, title, text]),
        };
        (at, record)
    })
}

/// `[name, one, many, first document]`. Documents stand kind by kind, so the first tells them all.
pub fn kinds(searchable: &Searchable) -> Vec<Value> {
    searchable
        .kinds
        .iter()
        .filter_map(|kind| {
            let first =
                searchable.documents.iter().position(|document| document.kind == kind.name)?;
            Some(json!([kind.name, kind.one, kind.many, first]))
        })
        .collect()
}
