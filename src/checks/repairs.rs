//! Every listed repair is really one: its words stand on its line, and the comparison needed it.

use crate::content::RepairKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        let Some(received) = &plan.received else { continue };
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
                    format!("line {} of the received copy does not hold these words", record.line),
                    "correct the line number, or copy the words from that line",
                ));
                continue;
            }
            match (record.kind, &record.reading) {
                (RepairKind::Slip, None) => said.push(Diagnostic::new(
                    Code::RepairUnfounded,
                    repair.place.below("kind"),
                    "a slip needs its likely reading",
                    "add `reading:` with the words that were probably meant",
                )),
                (RepairKind::Slip, Some(_)) => {}
                (RepairKind::Joined | RepairKind::JoinedRow | RepairKind::ShiftedRow, _) => {
                    if !plan.alignment.confirmed.contains(&at) {
                        said.push(Diagnostic::new(
                            Code::RepairUnfounded,
                            repair.place.below("line"),
                            "at this line the site and the received copy have the same form: nothing was repaired",
                            "correct the line, or delete this entry",
                        ));
                    }
                }
            }
        }
    }
}
