//! A target has measures, or says what it lacks to be measurable.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Kind, Model};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        for (_, item) in plan.items_of(Kind::Target) {
            let Some(target) = &item.target else { continue };
            let (message, help) = match (target.measures.is_empty(), target.lacks.is_empty()) {
                (true, true) => (
                    format!("`{}` has no measure and does not say what it lacks", item.id),
                    "add `measures:`, or `lacks: [number]` with a `lacks_note:`",
                ),
                (false, false) => (
                    format!("`{}` has measures and says that it lacks something", item.id),
                    "keep `measures:` or `lacks:`, not both",
                ),
                (true, false) if target.lacks_note.is_none() => (
                    format!("`{}` does not say in words what it lacks", item.id),
                    "add a `lacks_note:` that says what would have to be written for it to be measurable",
                ),
                (true, false) | (false, true) => continue,
            };
            said.push(Diagnostic::new(Code::LacksContradicted, item.facts.clone(), message, help));
        }
    }
}
