//! No period ends before it begins.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Plan;
use crate::values::{Date, said};

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let mut each = |from: Date, to: Date, place: Place| {
        if from > to {
            said.push(Diagnostic::new(
                Code::PeriodUpsideDown,
                place,
                said!(
                    "this period begins on {from} and ends on {to}",
                    "kỳ này bắt đầu ngày {from} và kết thúc ngày {to}"
                ),
                said!(
                    "write the earlier day at `from:` and the later at `to:`",
                    "ghi ngày sớm hơn ở `from:` và ngày muộn hơn ở `to:`"
                ),
            ));
        }
    };
    let period = &plan.record.period;
    each(period.from, period.to, plan.place.below("period"));
    for (at, period) in plan.record.closed_periods.iter().enumerate() {
        each(period.from, period.to, plan.place.element("closed_periods", at));
    }
    let told = plan.outcomes.values().map(|outcome| (&outcome.record, &outcome.place));
    let later = plan.later_outcomes.iter().map(|(outcome, place)| (outcome, place));
    for (outcome, place) in told.chain(later) {
        if let Some(period) = &outcome.period {
            each(period.from, period.to, place.below("period"));
        }
    }
}
