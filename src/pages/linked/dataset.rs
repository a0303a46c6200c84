//! The site's data as `Dataset`.

use serde_json::{Value, json};

use crate::pages::Reader;
use crate::pages::address::Address;

use super::{absolute, legislation, publisher, text};

/// A file in which the data can be had: its path from the site's root, and its media type.
#[derive(Debug, Clone, Copy)]
pub struct Distribution<'f> {
    pub file: &'f str,
    pub media: &'f str,
}

/// The data, described on `page`.
#[must_use]
pub fn dataset(reader: &Reader, page: &Address, files: &[Distribution]) -> Value {
    let site = &reader.model.site;
    let periods = reader.model.plans.iter().map(|plan| &plan.record.period);
    let downloads: Vec<Value> = files
        .iter()
        .map(|file| {
            json!({
                "@type": "DataDownload",
                "contentUrl": format!("{}{}", site.base_url, file.file),
                "encodingFormat": file.media,
            })
        })
        .collect();
    let based_on: Vec<Value> = reader
        .model
        .plans
        .iter()
        .map(|plan| json!({ "@id": legislation::name_of(reader, plan, crate::values::Locale::Vi) }))
        .collect();
    json!({
        "@type": "Dataset",
        "@id": format!("{}#dataset", site.base_url),
        "url": absolute(reader, page),
        "name": text(&reader.text(&site.record.title)),
        "description": text(&reader.text(&site.record.notice)),
        "creator": publisher(reader),
        "license": site.record.licence.url,
        "inLanguage": ["vi", "en"],
        "dateModified": site.as_of,
        "temporalCoverage": periods
            .map(|period| format!("{}/{}", period.from, period.to))
            .collect::<Vec<_>>(),
        "isBasedOn": based_on,
        "isAccessibleForFree": true,
        "distribution": downloads,
    })
}
