//! Every listed repair is really one: its words stand on its line, and the comparison needed it.

use crate::content::RepairKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Plan;
use crate::values::said;

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let Some(received) = &plan.received else { return };
    let lines: Vec<&str> = received.text.lines().collect();
    for (at, repair) in plan.repairs.iter().enumerate() {
        let record = &repair.record;
        let line = record.line.checked_sub(1).and_then(|line| lines.get(line));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = line.is_some_and(|line| {
            words(&line.replace('*', " ")).contains(&words(record.found.as_str()))
        });
        if !found {
            said.push(Diagnostic::new(
                Code::RepairUnfounded,
                repair.place.below("found"),
                said!(
                    "line {} of the received copy does not hold these words",
                    "dòng {} của bản nhận được không có các chữ này",
                    record.line
                ),
                said!(
                    "correct the line number, or copy the words from that line",
                    "sửa số dòng, hoặc sao các chữ từ dòng đó"
                ),
            ));
            continue;
        }
        match (record.kind, &record.reading) {
            (RepairKind::Slip, None) => said.push(Diagnostic::new(
                Code::RepairUnfounded,
                repair.place.below("kind"),
                said!("a slip needs its likely reading", "lỗi in cần có cách đọc dự kiến"),
                said!(
                    "add `reading:` with the words that were probably meant",
                    "thêm `reading:` với các chữ có lẽ là đúng"
                ),
            )),
            (RepairKind::Slip, Some(_)) => {}
            (RepairKind::Joined | RepairKind::JoinedRow | RepairKind::ShiftedRow, _) => {
                if !plan.alignment.confirmed.contains(&at) {
                    said.push(Diagnostic::new(
                        Code::RepairUnfounded,
                        repair.place.below("line"),
                        said!(
                            "at this line the site and the received copy have the same form: \
                             nothing was repaired",
                            "ở dòng này trang và bản nhận được giống nhau: không có gì được \
                             chỉnh"
                        ),
                        said!(
                            "correct the line, or delete this entry",
                            "sửa số dòng, hoặc xóa mục này"
                        ),
                    ));
                }
            }
        }
    }
}
