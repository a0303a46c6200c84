//! Documents and kinds as the script reads them.

use serde_json::{Value, json};

use super::shards::{MOST_BYTES_OF_DOCUMENTS, Shards};
use crate::pages::{SearchDocument, Searchable};

/// Records `[href, number, title, text]`, and the language where it is not the page's, by position; and
/// where each document stands. A document leaves the memory when its record is written.
pub fn shards(documents: Vec<SearchDocument>) -> (Shards<usize>, Vec<String>) {
    let mut shards = Shards::new(MOST_BYTES_OF_DOCUMENTS, '[', ']');
    let mut places = Vec::with_capacity(documents.len());
    let mut entry = Vec::new();
    for (at, document) in documents.into_iter().enumerate() {
        let SearchDocument { href, number, title, text, lang, .. } = document;
        entry.clear();
        // Writing to memory cannot fail.
        let _ = match lang {
            Some(lang) => serde_json::to_writer(&mut entry, &(&href, number, title, text, lang)),
            None => serde_json::to_writer(&mut entry, &(&href, number, title, text)),
        };
        shards.add(&entry, || at);
        places.push(href);
    }
    (shards, places)
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
