//! The search index of the real plan: the preview gives the same bytes as a build, both languages have the
//! same documents, and every file keeps to its size. What is found is in tests/search/queries.mjs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

use congkhai::model::Settings;
use congkhai::pages::{Searchable, searchable};
use congkhai::values::Locale;
use congkhai::{Job, check, compile, load_theme, output};

/// Larger than any limit of a shard with the words around its data.
const MOST_BYTES: usize = 25 * 1024;

#[test]
fn the_index_is_whole_and_the_preview_has_the_same() {
    let job = Job { content: "content".into(), settings: Settings::default(), theme: None };
    let model = check(&job).model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    let (_, site) = compile(&model, &theme).unwrap();
    let index = output::search_files(&model, &theme);
    assert!(index.len() > 10, "only {} files", index.len());
    for (path, bytes) in &index {
        assert!(path.starts_with("search/"), "{path}");
        assert!(site.files.get(path) == Some(bytes), "the preview has another {path}");
        let is_shard = !path.ends_with("words.js");
        assert!(!is_shard || bytes.len() < MOST_BYTES, "{path} has {} bytes", bytes.len());
    }

    // The script tells by position that two documents are the same thing in two languages.
    let places = |locale: Locale| -> Vec<(&'static str, String)> {
        let Searchable { documents, .. } = searchable(&model, &theme.words, locale);
        documents.into_iter().map(|found| (found.kind, found.href[3..].to_owned())).collect()
    };
    assert_eq!(places(Locale::Vi), places(Locale::En));
}
