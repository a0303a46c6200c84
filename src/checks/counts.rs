//! The numbers of items come out as the plan states them.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Kind, Plan};
use crate::values::{Said, said};

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let counts = plan.record.counts;
    for (kind, key, name, stated) in [
        (Kind::Aim, "aims", said!("aims", "mục tiêu, yêu cầu"), counts.aims),
        (Kind::Target, "targets", said!("targets", "chỉ tiêu"), counts.targets),
        (Kind::Task, "tasks", said!("tasks", "nhiệm vụ"), counts.tasks),
        (Kind::Activity, "activities", said!("activities", "hoạt động"), counts.activities),
        (Kind::Duty, "duties", said!("duties", "trách nhiệm"), counts.duties),
    ] {
        let found = plan.count(kind);
        if found != stated {
            said.push(Diagnostic::new(
                Code::CountsDiffer,
                plan.place.below("counts").below(key),
                Said {
                    en: format!("{stated} {} are stated here, but {found} came out", name.en),
                    vi: format!("ở đây ghi {stated} {}, nhưng đếm được {found}", name.vi),
                },
                said!(
                    "count in the document; then correct the number here, or add what is \
                     missing",
                    "đếm lại trong văn bản; sau đó sửa số ở đây, hoặc bổ sung phần thiếu"
                ),
            ));
        }
    }
}
