//! How an item is cited: as a sentence, and as CSL-JSON for programs that keep references.

use serde::Serialize;

use crate::content::ReleaseFile;
use crate::model::{Item, Kind, Plan};
use crate::values::{Date, Locale};

use super::Reader;
use super::address::{Address, tail};

/// What CSL-JSON is called, in the folder of the item's page.
pub const CSL_NAME: &str = "cite.json";

/// A reference in CSL-JSON, the data format of the Citation Style Language.
#[derive(Debug, Serialize)]
pub struct Csl {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    language: &'static str,
    title: String,
    #[serde(rename = "container-title")]
    container: String,
    number: String,
    authority: String,
    section: String,
    issued: CslDate,
    #[serde(rename = "URL")]
    url: String,
    /// The standing, its day and the release that holds it.
    note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
}

#[derive(Debug, Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    parts: [[i16; 3]; 1],
}

/// The release that holds the facts of the site's own day.
#[must_use]
pub fn release_of_today<'m>(reader: &Reader<'m>) -> Option<&'m ReleaseFile> {
    let model = reader.model;
    model.releases.iter().rfind(|release| release.record.as_of == model.site.as_of)
}

/// Issuer, number, date, place, standing, as-of, permanent link, and the release with its hash.
pub fn cite(reader: &Reader, plan: &Plan, item: &Item) -> String {
    let instrument = &plan.record.instrument;
    let permanent = Address::new(None, tail::id(plan, item));
    let mut text = reader.words.fill(
        "cite",
        &[
            ("issuer", &issuer(reader, plan)),
            ("kind", &reader.plain(&instrument.kind)),
            ("number", instrument.number.as_str()),
            ("date", &instrument.date.in_words(reader.locale)),
            ("place", &place(reader, plan, item)),
            ("title", &reader.plain(&item.title)),
            ("standing", &reader.standing(item).label),
            ("as_of", &reader.model.site.as_of.shown(reader.locale)),
            ("url", &reader.shown_address(&permanent)),
        ],
    );
    if let Some(release) = release_of_today(reader) {
        text.push(' ');
        text.push_str(&named(reader, release));
    }
    text
}

/// "Bản phát hành 2025-07, SHA-256 9f86d0…".
pub fn named(reader: &Reader, release: &ReleaseFile) -> String {
    let label = release.record.label.as_str();
    reader.words.fill("cite_release", &[("label", label), ("hash", &release.sha256)])
}

fn issuer(reader: &Reader, plan: &Plan) -> String {
    let issuer = reader.model.agencies.get(plan.issuer);
    reader.plain(&issuer.name_on(plan.record.instrument.date).name)
}

/// Where an item stands in the document, in words: the document prints no numbers before its items.
pub fn place(reader: &Reader, plan: &Plan, item: &Item) -> String {
    let Some((section, number)) = item.number.rsplit_once('.') else {
        return item.number.clone();
    };
    let annex = item.area.and_then(|area| plan.areas.get(area).annex.as_ref());
    let section = match (item.kind, annex) {
        (Kind::Activity, Some(annex)) => annex.as_str(),
        _ => section,
    };
    let key = format!("cite_{}", item.kind.name());
    reader.words.fill(&key, &[("section", section), ("n", number)])
}

/// The file beside the page of an item, and what is in it.
pub fn csl(reader: &Reader, plan: &Plan, item: &Item) -> (String, Csl) {
    let instrument = &plan.record.instrument;
    let permanent = Address::new(None, tail::id(plan, item));
    let release = release_of_today(reader);
    let mut note = reader.words.fill(
        "cite_note",
        &[
            ("standing", &reader.standing(item).label),
            ("as_of", &reader.model.site.as_of.shown(reader.locale)),
        ],
    );
    if let Some(release) = release {
        note.push(' ');
        note.push_str(&named(reader, release));
    }
    let reference = Csl {
        id: format!("{}-{}", plan.record.slug, item.id),
        kind: "legislation",
        language: match reader.locale {
            Locale::Vi => "vi-VN",
            Locale::En => "en-GB",
        },
        title: reader.plain(&item.title),
        container: reader.plain(&instrument.title),
        number: instrument.number.to_string(),
        authority: issuer(reader, plan),
        section: place(reader, plan, item),
        issued: CslDate { parts: [parts(instrument.date)] },
        url: reader.absolute(&permanent),
        note,
        version: release.map(|release| release.record.label.to_string()),
    };
    (csl_path(&reader.address(tail::item(plan, item))), reference)
}

/// `vi/3322-2024/ii2-ct08/cite.json`.
#[must_use]
pub fn csl_path(item: &Address) -> String {
    format!("{}{CSL_NAME}", item.url())
}

fn parts(day: Date) -> [i16; 3] {
    [day.year(), i16::from(day.month()), i16::from(day.day())]
}
