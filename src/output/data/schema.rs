//! JSON Schemas: of the content files, for editors that complete and check YAML, and of the published JSON.
//!
//! They are derived from the types that read and write those files, so they say what the program does.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::v1;
use crate::content;

/// The schema of each kind of content file: name and JSON, in draft 7, which editors understand.
#[must_use]
pub fn content_schemas() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("site", of_content::<content::Site>()),
        ("agencies", of_content::<Vec<content::Agency>>()),
        ("glossary", of_content::<Vec<content::Term>>()),
        ("corrections", of_content::<Vec<content::Correction>>()),
        ("plan", of_content::<content::Plan>()),
        ("decision", of_content::<content::Decision>()),
        ("area", of_content::<content::Area>()),
        ("outcomes", of_content::<content::OutcomeFile>()),
        ("repairs", of_content::<Vec<content::Repair>>()),
        ("not-items", of_content::<Vec<content::NotItem>>()),
    ]
}

/// The schemas of the published JSON: name and JSON.
pub fn published_schemas() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("plan-v1", of_published::<v1::Data<'static>>()),
        ("item-v1", of_published::<v1::ItemFile<'static>>()),
    ]
}

fn of_content<T: JsonSchema>() -> Vec<u8> {
    written(&SchemaSettings::draft07().into_generator().into_root_schema_for::<T>())
}

fn of_published<T: JsonSchema>() -> Vec<u8> {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    written(&settings.into_generator().into_root_schema_for::<T>())
}

fn written(schema: &Schema) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(schema).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
