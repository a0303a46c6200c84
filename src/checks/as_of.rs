//! Outcomes dated after as-of are in no page and no data file; the editor should know.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::Model;
use crate::values::said;

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    // With `--as-of` the day was chosen on purpose, so that it is no fault of the content.
    let chosen = model.site.as_of != model.site.record.as_of;
    for plan in &model.plans {
        for (outcome, place) in &plan.later_outcomes {
            let mut diagnostic = Diagnostic::new(
                Code::OutcomeAfterAsOf,
                place.below("dated"),
                said!(
                    "`{}` is dated {}, after the as-of date {}, so it is not published",
                    "`{}` ghi ngày {}, sau ngày tính đến {}, nên không được công bố",
                    outcome.id,
                    outcome.dated,
                    model.site.as_of
                ),
                said!(
                    "move `as_of:` in site.yaml forward to publish it, or correct the date",
                    "đặt `as_of:` trong site.yaml sang ngày muộn hơn để công bố, hoặc sửa ngày"
                ),
            );
            if chosen {
                diagnostic.severity = Severity::Note;
            }
            said.push(diagnostic);
        }
    }
}
