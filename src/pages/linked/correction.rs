//! The log of corrections as `CorrectionComment`.

use serde_json::{Value, json};

use crate::content::Correction;
use crate::pages::Reader;
use crate::pages::address::Address;
use crate::pages::following::{anchor_of_correction, correction_names};

use super::{item_name, with};

/// Nothing while there is no correction.
pub fn log(reader: &Reader, page: &Address) -> Option<Value> {
    let url = reader.absolute(page);
    let corrections: Vec<Value> = reader
        .model
        .corrections
        .iter()
        .zip(correction_names(reader.model))
        .map(|(correction, name)| of_correction(reader, &url, &correction.record, &name))
        .collect();
    (!corrections.is_empty()).then(|| {
        json!({
            "@type": "WebPage",
            "@id": url,
            "name": reader.say("corrections_title"),
            "inLanguage": reader.locale.code(),
            "correction": corrections,
        })
    })
}

fn of_correction(reader: &Reader, page: &str, record: &Correction, name: &str) -> Value {
    let said = [("was", &record.was), ("is_now", &record.now), ("reason", &record.reason)];
    let said = said.map(|(key, text)| format!("{}: {}", reader.say(key), reader.plain(text)));
    let about = record.item.as_ref().and_then(|id| {
        reader.model.plans.iter().find_map(|plan| {
            let item = plan.items.get(*plan.items_by_id.get(id.as_str())?);
            Some(json!({ "@id": item_name(reader, plan, item) }))
        })
    });
    with(
        json!({
            "@type": "CorrectionComment",
            "@id": format!("{page}#{}", anchor_of_correction(record, name)),
            "datePublished": record.date,
            "text": said.join(" "),
        }),
        [("about", about)],
    )
}
