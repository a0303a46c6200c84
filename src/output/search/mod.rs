//! What search finds → the files that a browser looks things up in.
//!
//! The files are scripts that call one function, `congkhaiSearch(NAME, STAMP, DATA)`, because scripts
//! load from a folder on a disk too, where no browser fetches anything. For each language:
//!
//! - `LOCALE/words.js`: every word without its marks, in order; where the shards begin; the kinds; the
//!   glossary's names of the same thing. The only file that every search needs.
//! - `LOCALE/pN.js`: for a stretch of the words, where each stands, by its spelling with marks.
//! - `LOCALE/dN.js`: for a stretch of the documents, what a result shows.
//!
//! A search loads `words.js`, the shards of its words and the shards of what it shows; so what a reader
//! loads hardly grows with the site.

mod documents;
mod lexicon;
mod postings;
mod shards;
mod tokens;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::content::hex;
use crate::pages::Searchable;

use postings::Postings;

/// Where the files stand.
pub const FOLDER: &str = "search/";

/// The search of one language.
#[derive(Debug)]
pub struct Index {
    pub files: BTreeMap<String, Vec<u8>>,
    /// Where what it finds stands.
    pub found: Vec<String>,
}

#[must_use]
pub fn index(searchable: Searchable) -> Index {
    let postings = Postings::of(&searchable.documents);
    let (places, place_shards) = postings.shards().finished();
    let known_words = postings.words().join(" ");
    drop(postings);
    let kinds = documents::kinds(&searchable);
    let (documents, found) = documents::shards(searchable.documents);
    let (first_documents, document_shards) = documents.finished();
    let words = json!({
        "total": found.len(),
        "kinds": kinds,
        "documents": first_documents,
        "places": places,
        "same": searchable.same,
        "words": known_words,
    });
    let mut data: Vec<(String, Vec<u8>)> =
        vec![("words".to_owned(), words.to_string().into_bytes())];
    let numbered = |letter: char, shards: Vec<Vec<u8>>| {
        shards.into_iter().enumerate().map(move |(at, shard)| (format!("{letter}{at}"), shard))
    };
    data.extend(numbered('p', place_shards));
    data.extend(numbered('d', document_shards));
    let stamp = quoted(&stamp(&data));
    let code = searchable.locale.code();
    let script = |(name, data): (String, Vec<u8>)| {
        let name = format!("{code}/{name}");
        let call = format!("congkhaiSearch({},{stamp},", quoted(&name));
        (format!("{FOLDER}{name}.js"), [call.as_bytes(), &data, b");\n"].concat())
    };
    Index { files: data.into_iter().map(script).collect(), found }
}

/// Says which files belong together: a browser may still have some of an older edition.
fn stamp(data: &[(String, Vec<u8>)]) -> String {
    let mut hash = Sha256::new();
    for (name, data) in data {
        hash.update(name);
        hash.update(data);
    }
    hex(&hash.finalize()).chars().take(10).collect()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
