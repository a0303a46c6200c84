//! The data for catalogues of open data: `data/catalog.jsonld`, in the terms of DCAT 3 and DCAT-AP, with
//! the size and the checksum of each file.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Sealed;
use super::edition::Edition;
use crate::values::{Date, Localized};

/// A file of the data, for people and for catalogues.
pub struct Distribution {
    /// Relative to the site's root.
    pub path: String,
    pub title: Localized<String>,
    pub media_type: &'static str,
    /// What its content follows, such as a schema of the site or a standard.
    pub conforms_to: Option<String>,
}

/// `files` has the file of each distribution.
pub fn catalogue(
    edition: &Edition,
    distributions: &[Distribution],
    files: &BTreeMap<String, Sealed>,
) -> Value {
    let base = &edition.base_url;
    let publisher = json!({
        "@id": format!("{base}#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": in_both(&edition.publisher),
    });
    let languages = json!([
        { "@id": "http://publications.europa.eu/resource/authority/language/VIE" },
        { "@id": "http://publications.europa.eu/resource/authority/language/ENG" },
    ]);
    let licence = json!({ "@id": edition.licence_url });
    let listed = distributions.iter().filter_map(|file| {
        let sealed = files.get(&file.path)?;
        Some(distribution(base, &licence, &languages, file, sealed))
    });
    let day = |day: Date| json!({ "@type": "xsd:date", "@value": day });
    let dataset = json!({
        "@id": format!("{base}data/catalog.jsonld#dataset"),
        "@type": "dcat:Dataset",
        "dct:identifier": format!("{base}data/"),
        "dct:title": in_both(&edition.title),
        "dct:description": in_both(&edition.notice),
        "dct:publisher": publisher,
        "dct:language": languages,
        "dct:license": licence,
        "dct:accessRights": {
            "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
        },
        "dcat:theme": { "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE" },
        "dcat:version": edition.as_of.to_string(),
        "dcat:landingPage": [{ "@id": format!("{base}vi/data/") }, { "@id": format!("{base}en/data/") }],
        "dcat:keyword": keywords(edition),
        "dct:source": edition.plans.iter().map(|plan| json!({
            "@id": format!("{base}vi/{}/", plan.slug), "dct:title": in_both(&plan.name)
        })).collect::<Vec<_>>(),
        "dct:temporal": edition.period.map(|(from, to)| json!({
            "@type": "dct:PeriodOfTime", "dcat:startDate": day(from), "dcat:endDate": day(to)
        })),
        "dcat:distribution": listed.collect::<Vec<_>>(),
    });
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{base}data/catalog.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": in_both(&edition.title),
        "dct:description": in_both(&edition.notice),
        "dct:publisher": { "@id": format!("{base}#publisher") },
        "dct:language": languages,
        "dct:license": licence,
        "foaf:homepage": { "@id": base },
        "dcat:dataset": dataset,
    })
}

fn distribution(
    base: &str,
    licence: &Value,
    languages: &Value,
    file: &Distribution,
    sealed: &Sealed,
) -> Value {
    let url = format!("{base}{}", file.path);
    json!({
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": in_both(&file.title),
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dcat:mediaType": {
            "@id": format!("http://www.iana.org/assignments/media-types/{}", file.media_type)
        },
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": sealed.size.to_string() },
        "dct:license": licence,
        "dct:language": languages,
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
            "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": sealed.sha256 },
        },
        "dct:conformsTo": file.conforms_to.as_ref().map(|standard| json!({ "@id": standard })),
    })
}

/// The names of the legal documents are what people look for.
fn keywords(edition: &Edition) -> Vec<Value> {
    let mut words = vec![
        json!({ "@language": "vi", "@value": "cải cách hành chính" }),
        json!({ "@language": "en", "@value": "administrative reform" }),
    ];
    for plan in &edition.plans {
        words.push(json!({ "@language": "vi", "@value": plan.name.vi }));
        words.push(json!({ "@language": "en", "@value": plan.name.en }));
    }
    words
}

fn in_both(text: &Localized<String>) -> Value {
    json!([
        { "@language": "vi", "@value": text.vi },
        { "@language": "en", "@value": text.en },
    ])
}
