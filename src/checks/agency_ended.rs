//! A body that has ended names its successor, or says that it has none.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Agency, AgencyIx, Arena, Plan};
use crate::values::said;

pub fn rule(plan: &Plan, agencies: &Arena<AgencyIx, Agency>, said: &mut Vec<Diagnostic>) {
    for item in plan.items.values() {
        for role in &item.roles {
            let agency = agencies.get(role.agency);
            if agency.record.end.is_some()
                && agency.successors.is_empty()
                && agency.record.no_successor.is_none()
            {
                said.push(
                    Diagnostic::new(
                        Code::AgencyEnded,
                        agency.place.clone(),
                        said!(
                            "`{}` has ended, and nothing says whom to ask now",
                            "`{}` đã kết thúc hoạt động, và chưa nêu nay cần hỏi cơ quan nào",
                            agency.record.id
                        ),
                        said!(
                            "add `successors:`, or `no_successor:` that says what happened to \
                             its promises",
                            "thêm `successors:`, hoặc `no_successor:` nêu các cam kết của cơ \
                             quan đó nay ra sao"
                        ),
                    )
                    .with(
                        role.place.clone(),
                        said!("it has a part in `{}`", "cơ quan này tham gia `{}`", item.id),
                    ),
                );
            }
        }
    }
    for outcome in plan.outcomes.values() {
        let Some(agency) = outcome.agency.map(|at| agencies.get(at)) else { continue };
        if agency.ended_by(outcome.record.dated.first_day()) {
            said.push(Diagnostic::new(
                Code::AgencyEnded,
                outcome.place.below("agency"),
                said!(
                    "`{}` had ended when this was reported",
                    "`{}` đã kết thúc hoạt động khi có báo cáo này",
                    agency.record.id
                ),
                said!("name the body that reports now", "nêu cơ quan hiện nay báo cáo"),
            ));
        }
    }
}
