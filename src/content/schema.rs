//! JSON Schemas of the content files, for editors that complete and check YAML while one writes.
//!
//! They are derived from the records that read the files, so they say what the program accepts; what one
//! file alone does not show (ids that exist, words that are found in the text) is for `check`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::names;
use super::record::{
    Agency, Area, Correction, Decision, NotItem, OutcomeFile, Plan, Redirect, Repair, Site, Term,
};

/// The folder of the schemas in the content folder. It begins with a dot, so it is no content.
pub const SCHEMA_FOLDER: &str = ".schema";

/// What a YAML file says to editors in its first line; the schema's relative path follows.
pub const SCHEMA_LINE: &str = "# yaml-language-server: $schema=";

/// The schema of each kind of file: name and JSON, in draft 7, which editors understand.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("site", of::<Site>()),
        ("agencies", of::<Vec<Agency>>()),
        ("glossary", of::<Vec<Term>>()),
        ("corrections", of::<Vec<Correction>>()),
        ("redirects", of::<Vec<Redirect>>()),
        ("plan", of::<Plan>()),
        ("decision", of::<Decision>()),
        ("area", of::<Area>()),
        ("outcomes", of::<OutcomeFile>()),
        ("repairs", of::<Vec<Repair>>()),
        ("not-items", of::<Vec<NotItem>>()),
    ]
}

/// The first line for a content file: what leads from it to its schema, without network. None for a file
/// that is no YAML of ours.
#[must_use]
pub fn schema_line(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let schema = match name {
        names::SITE => "site",
        names::AGENCIES => "agencies",
        names::GLOSSARY => "glossary",
        names::CORRECTIONS => "corrections",
        names::REDIRECTS => "redirects",
        names::PLAN => "plan",
        names::DECISION => "decision",
        "area.yaml" => "area",
        _ if path.ends_with(names::REPAIRS) => "repairs",
        _ if path.ends_with(names::NOT_ITEMS) => "not-items",
        _ if folder.ends_with("/outcomes") && name.strip_suffix(".yaml").is_some() => "outcomes",
        _ => return None,
    };
    let up = "../".repeat(path.matches('/').count());
    Some(format!("{SCHEMA_LINE}{up}{SCHEMA_FOLDER}/{schema}.json"))
}

fn of<T: JsonSchema>() -> Vec<u8> {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    let mut bytes = serde_json::to_vec_pretty(&schema).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_file_is_led_to_its_schema() {
        for (path, line) in [
            ("site.yaml", ".schema/site.json"),
            ("plans/qd-1/plan.yaml", "../../.schema/plan.json"),
            ("plans/qd-1/areas/1-a/area.yaml", "../../../../.schema/area.json"),
            ("plans/qd-1/outcomes/2025-x.yaml", "../../../.schema/outcomes.json"),
            ("plans/qd-1/source/not-items.yaml", "../../../.schema/not-items.json"),
        ] {
            assert_eq!(schema_line(path), Some(format!("{SCHEMA_LINE}{line}")));
        }
        assert_eq!(schema_line("plans/qd-1/decision.vi.md"), None);
    }
}
