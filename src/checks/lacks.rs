//! A target has measures, or says what it lacks to be measurable.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Kind, Plan};
use crate::values::said;

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    for (_, item) in plan.items_of(Kind::Target) {
        let Some(target) = &item.target else { continue };
        let (message, help) = match (target.measures.is_empty(), target.lacks.is_empty()) {
            (true, true) => (
                said!(
                    "`{}` has no measure and does not say what it lacks",
                    "`{}` không có thước đo và không nêu còn thiếu gì",
                    item.id
                ),
                said!(
                    "add `measures:`, or `lacks: [number]` with a `lacks_note:`",
                    "thêm `measures:`, hoặc `lacks: [number]` kèm `lacks_note:`"
                ),
            ),
            (false, false) => (
                said!(
                    "`{}` has measures and says that it lacks something",
                    "`{}` có thước đo nhưng lại nêu còn thiếu",
                    item.id
                ),
                said!(
                    "keep `measures:` or `lacks:`, not both",
                    "giữ `measures:` hoặc `lacks:`, không giữ cả hai"
                ),
            ),
            (true, false) if target.lacks_note.is_none() => (
                said!(
                    "`{}` does not say in words what it lacks",
                    "`{}` chưa nêu bằng lời còn thiếu gì",
                    item.id
                ),
                said!(
                    "add a `lacks_note:` that says what would have to be written for it to be \
                     measurable",
                    "thêm `lacks_note:` nêu cần ghi thêm gì thì mới đo được"
                ),
            ),
            (true, false) | (false, true) => continue,
        };
        said.push(Diagnostic::new(Code::LacksContradicted, item.facts.clone(), message, help));
    }
}
