//! The numbers of items come out as the plan states them.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Kind, Model};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        let counts = plan.record.counts;
        for (kind, key, stated) in [
            (Kind::Aim, "aims", counts.aims),
            (Kind::Target, "targets", counts.targets),
            (Kind::Task, "tasks", counts.tasks),
            (Kind::Activity, "activities", counts.activities),
            (Kind::Duty, "duties", counts.duties),
        ] {
            let found = plan.count(kind);
            if found != stated {
                said.push(Diagnostic::new(
                    Code::CountsDiffer,
                    plan.place.below("counts").below(key),
                    format!("{stated} {key} are stated here, but {found} came out"),
                    "count in the document; then correct the number here, or add what is missing",
                ));
            }
        }
    }
}
