//! Every text that has or should have English, with its key and place.

use crate::content::{OutcomeFile, Placed};
use crate::diagnostic::Place;
use crate::values::Translated;

use super::outcomes::source_id;
use crate::model::{Block, Plan};

/// The texts of the plan whose English is watched by `translations.lock`.
pub fn of(plan: &Plan, outcomes: &[Placed<OutcomeFile>]) -> Vec<(String, Translated, Place)> {
    let mut texts: Vec<(String, Translated, Place)> = Vec::new();
    let mut heading = 0;
    let mut add = |key: String, text: &Translated, place: &Place| {
        texts.push((key, text.clone(), place.clone()));
    };
    for block in &plan.script {
        match block {
            Block::Heading { words, passage, .. } => {
                heading += 1;
                add(format!("heading-{heading:03}"), words, &passage.place);
            }
            Block::Entry { entry, .. } => {
                let entry = plan.entries.get(*entry);
                add(format!("{}.title", entry.id), &entry.title, &entry.place);
                add(format!("{}.words", entry.id), &entry.words, &entry.place);
            }
            Block::Group { number, heading, passage, .. } => {
                add(format!("annex-{}.heading", number.to_lowercase()), heading, &passage.place);
            }
            Block::Objective { words, passages, .. } => {
                // The words come last, behind the number where there is one.
                if let (Some(words), Some(passage)) = (words, passages.last()) {
                    add(key_of(&passage.place, "objective"), words, &passage.place);
                }
            }
            Block::RowTask { words, passage } => {
                if let (Some(words), Some(passage)) = (words, passage) {
                    add(key_of(&passage.place, "row-task"), words, &passage.place);
                }
            }
            Block::Activity { item, .. } => {
                let item = plan.items.get(*item);
                let facts = &item.facts;
                add(format!("{}.title", item.id), &item.title, &facts.below("title"));
                add(format!("{}.words", item.id), &item.words, &facts.below("words"));
                if let Some(product) = &item.product {
                    add(format!("{}.product", item.id), product, &facts.below("product"));
                }
                if let Some(lead) = &item.lead_printed {
                    add(format!("{}.lead", item.id), lead, &facts.below("lead"));
                }
                if let Some(partners) = &item.partners_printed {
                    add(format!("{}.partners", item.id), partners, &facts.below("partners"));
                }
            }
        }
    }
    for item in plan.items.values() {
        for measure in item.measures() {
            let key = format!("{}.{}", item.id, measure.id);
            add(format!("{key}.what"), &measure.what, &measure.place.below("what"));
            add(
                format!("{key}.population"),
                &measure.population,
                &measure.place.below("population"),
            );
            if let Some(scope) = &measure.scope {
                add(format!("{key}.scope"), scope, &measure.place.below("scope"));
            }
        }
        if let Some(note) = item.target.as_ref().and_then(|target| target.lacks_note.as_ref()) {
            add(format!("{}.lacks", item.id), note, &item.facts.below("lacks_note"));
        }
    }
    // Also those dated after as-of: the lock must not depend on the day that is asked for.
    for file in outcomes {
        if let Some(description) = &file.record.source.description {
            let place = file.place.below("source").below("description");
            add(format!("{}.description", source_id(file)), description, &place);
        }
        for (number, outcome) in file.record.outcomes.iter().enumerate() {
            let place = file.place.element("outcomes", number);
            for (name, text) in [
                ("words", Some(&outcome.words)),
                ("scope", outcome.scope.as_ref()),
                ("missing", outcome.missing.as_ref()),
            ] {
                if let Some(text) = text {
                    add(format!("{}.{name}", outcome.id), text, &place.below(name));
                }
            }
            for (number, about) in outcome.about.iter().enumerate() {
                let place = place.element("about", number).below("because");
                let key = match &about.measure {
                    Some(measure) => format!("{}.{}.{measure}", outcome.id, about.item),
                    None => format!("{}.{}", outcome.id, about.item),
                };
                add(format!("{key}.because"), &about.because, &place);
            }
        }
    }
    texts
}

/// A key from the place in `area.yaml`: `2-administrative-procedures.objective-0.task-1`.
fn key_of(place: &Place, what: &str) -> String {
    let area = place.file.rsplit('/').nth(1).unwrap_or_default();
    let numbers: Vec<String> = match &place.spot {
        crate::diagnostic::Spot::Key(path) => path
            .split(['[', ']'])
            .filter(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            .map(ToOwned::to_owned)
            .collect(),
        _ => Vec::new(),
    };
    format!("{area}.{what}-{}", numbers.join("-"))
}
