//! English that is missing, or older than the Vietnamese it was made from.

use std::collections::BTreeSet;

use crate::content::digest;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        let mut known = BTreeSet::new();
        for (key, text, place) in &plan.translatable {
            known.insert(key.as_str());
            if text.en.is_none() {
                said.push(Diagnostic::new(
                    Code::EnglishMissing,
                    place.clone(),
                    format!("`{key}` has no English"),
                    "translate it; until then the English page shows the Vietnamese and says so",
                ));
                continue;
            }
            let locked = plan.lock.entries.get(key);
            if locked.is_none_or(|entry| entry.digest != digest(text.vi.as_str())) {
                let message = if locked.is_some() {
                    format!("the Vietnamese of `{key}` changed after its English was made")
                } else {
                    format!("the English of `{key}` has not been accepted yet")
                };
                said.push(Diagnostic::new(
                    Code::EnglishStale,
                    place.clone(),
                    message,
                    format!("compare the two, mend the English, then run `congkhai accept-translation {key}`"),
                ));
            }
        }
        if let Some(file) = &plan.lock.file {
            for (key, entry) in &plan.lock.entries {
                if !known.contains(key.as_str()) {
                    said.push(Diagnostic::new(
                        Code::LockUnused,
                        Place::line(file, entry.line),
                        format!("there is no text `{key}` any more"),
                        "run `congkhai accept-translation` to take it out",
                    ));
                }
            }
        }
    }
    for page in &model.pages {
        if let (Some(vi), None) = (&page.vi, &page.en) {
            said.push(Diagnostic::new(
                Code::EnglishMissing,
                Place::whole(&vi.file),
                format!("the page `{}` has no English", vi.name),
                format!("write pages/{}.en.md", vi.name),
            ));
        }
    }
}
