//! The facts of a cut-off day as bytes that anyone can make again and compare.
//!
//! They are the published data of that day, but for the addresses of pages, which depend on where the site
//! stands; as canonical JSON (RFC 8785), so that the same facts are always the same bytes and the hash can
//! be found with `sha256sum`.

use serde_json::{Map, Value, json};

use crate::content::ReleaseFile;
use crate::model::Model;
use crate::output::data::v1;
use crate::values::ReleaseLabel;

/// What the published data say of an item that is no fact: where its page is.
const ADDRESSES: [&str; 2] = ["url", "permanent_url"];

/// The published data of the model's day, without addresses.
pub fn facts(model: &Model) -> Value {
    // The published types have no maps with other keys than text and no number that is not whole.
    let mut data = serde_json::to_value(v1::of(model)).unwrap_or_default();
    if let Some(Value::Array(items)) = data.get_mut("items") {
        for item in items.iter_mut().filter_map(Value::as_object_mut) {
            item.retain(|key, _| !ADDRESSES.contains(&key.as_str()));
        }
    }
    data
}

/// The bytes of a release of the model's day. `before` is the newest release so far.
#[must_use]
pub fn freeze(model: &Model, label: &ReleaseLabel, before: Option<&ReleaseFile>) -> Vec<u8> {
    let before = before
        .map(|before| json!({ "label": before.record.label, "sha256": before.sha256 }))
        .unwrap_or_default();
    let mut release = Map::new();
    release.insert("as_of".to_owned(), json!(model.site.as_of));
    release.insert("before".to_owned(), before);
    release.insert("data".to_owned(), facts(model));
    release.insert("label".to_owned(), json!(label));
    // As above: nothing in it that canonical JSON cannot say.
    serde_json_canonicalizer::to_vec(&release).unwrap_or_default()
}
