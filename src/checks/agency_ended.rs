//! A body that has ended names its successor, or says that it has none.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        for item in plan.items.values() {
            for role in &item.roles {
                let agency = model.agencies.get(role.agency);
                if agency.record.end.is_some()
                    && agency.successors.is_empty()
                    && agency.record.no_successor.is_none()
                {
                    said.push(
                        Diagnostic::new(
                            Code::AgencyEnded,
                            agency.place.clone(),
                            format!("`{}` has ended, and nothing says whom to ask now", agency.record.id),
                            "add `successors:`, or `no_successor:` that says what happened to its promises",
                        )
                        .with(role.place.clone(), format!("it has a part in `{}`", item.id)),
                    );
                }
            }
        }
        for outcome in plan.outcomes.values() {
            let Some(agency) = outcome.agency.map(|at| model.agencies.get(at)) else { continue };
            if agency.ended_by(outcome.record.dated.first_day()) {
                said.push(Diagnostic::new(
                    Code::AgencyEnded,
                    outcome.place.below("agency"),
                    format!("`{}` had ended when this was reported", agency.record.id),
                    "name the body that reports now",
                ));
            }
        }
    }
}
