//! What of the site that stands can stay as it is: all that was made of a plan of which nothing has changed.
//!
//! In: what the plans are made of, as keys, and what the last run remembered. Out: the plans that need not be
//! made again. A key is right only if it changes with everything that a file of the plan shows:
//! `tests/rebuild.rs` changes one thing after another and compares with a site that is made from nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Sink, Stamp};
use crate::content::{Fingerprint, hex, names, sha256};
use crate::model::Model;
use crate::theme::Theme;
use crate::values::Locale;

/// Of each plan, by its folder, the SHA-256 of all that its pages and other files are made of.
pub type Keys = BTreeMap<String, String>;

/// What was made of one plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Made {
    pub key: String,
    /// How many pages of each kind and language, and in both.
    pub pages: Vec<(String, Option<Locale>, usize)>,
    pub files: Vec<MadeFile>,
}

/// The path of a file, and its stamp where it is known.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MadeFile(pub String, pub Option<Stamp>);

/// What the last run made of each plan, by its folder, and what this one would make it of.
#[derive(Debug, Default)]
pub struct Again<'a> {
    pub keys: Keys,
    pub made: Option<&'a BTreeMap<String, Made>>,
}

impl<'a> Again<'a> {
    /// What the last run made of a plan, if it is what this one would make, and still there.
    pub fn stays(&self, plan: &str, sink: &dyn Sink) -> Option<&'a Made> {
        let made = self.made?.get(plan)?;
        let is_same = self.keys.get(plan).is_some_and(|key| *key == made.key);
        (is_same && sink.keep(&made.files)).then_some(made)
    }
}

/// The keys of all plans. `program`: what compiles them, and how.
#[must_use]
pub fn keys(model: &Model, content: &Fingerprint, theme: &Theme, program: &str) -> Keys {
    let by_plan = content.by_plan();
    let of = |folder: &str| by_plan.get(folder).map(String::as_str).unwrap_or_default();
    let site = &model.site;
    let mut all = vec![
        program.to_owned(),
        hex(&theme.digest),
        of("").to_owned(),
        site.as_of.to_string(),
        site.base_url.to_string(),
        site.has_address.to_string(),
    ];
    // What plans show of one another: links lead to the first plan, and to items of any.
    for plan in &model.plans {
        let record = content.of(&format!("{}/{}", plan.folder, names::PLAN));
        all.extend([plan.folder.clone(), record.unwrap_or_default().to_owned()]);
        all.extend(plan.items_by_id.keys().map(ToString::to_string));
    }
    let all = sha256(all.join("\n").as_bytes());
    let key = |folder: &str| sha256(format!("{all}\n{}", of(folder)).as_bytes());
    model.plans.iter().map(|plan| (plan.folder.clone(), key(&plan.folder))).collect()
}
