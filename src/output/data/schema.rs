//! JSON Schemas of the published JSON, derived from the types that write it.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::v1;

/// Name and JSON.
pub fn published_schemas() -> Vec<(&'static str, Vec<u8>)> {
    vec![("plan-v1", of::<v1::Data<'static>>()), ("item-v1", of::<v1::ItemFile<'static>>())]
}

fn of<T: JsonSchema>() -> Vec<u8> {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    super::json(&settings.into_generator().into_root_schema_for::<T>())
}
