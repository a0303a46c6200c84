//! The site's data as `Dataset`.

use serde_json::{Value, json};

use crate::pages::Reader;

use super::{legislation, publisher, text};

/// Files in which all of the data can be had: path from the site's root, and media type.
const FILES: [(&str, &str); 3] = [
    ("data/plan.json", "application/json"),
    ("data/plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("data/datapackage.json", "application/json"),
];

/// The data, described on the page on open data.
#[must_use]
pub fn dataset(reader: &Reader) -> Value {
    let site = &reader.model.site;
    let periods = reader.model.plans.iter().map(|plan| &plan.record.period);
    let downloads: Vec<Value> = FILES
        .iter()
        .map(|(file, media)| {
            json!({
                "@type": "DataDownload",
                "contentUrl": format!("{}{file}", site.base_url),
                "encodingFormat": media,
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
        "url": reader.absolute(&reader.address("data/")),
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
