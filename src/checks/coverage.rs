//! Nothing of the document is left out, and nothing is added (DESIGN §5).

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Plan;
use crate::values::{Said, said};

/// The most words of one side that a message quotes.
const MOST_WORDS: usize = 12;

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let Some(received) = &plan.received else { return };
    for mismatch in &plan.alignment.mismatches {
        let source = Place::line(&received.file, mismatch.line);
        let message = match (mismatch.received.as_str(), mismatch.site.as_str()) {
            (words, "") => said!(
                "words of the received copy are missing at this place: “{}”",
                "ở đây thiếu nội dung của bản nhận được: “{}”",
                short(words)
            ),
            ("", words) => {
                said!(
                    "the received copy does not have these words: “{}”",
                    "bản nhận được không có nội dung này: “{}”",
                    short(words)
                )
            }
            (received, site) => said!(
                "the site says “{}”, the received copy “{}”",
                "trang ghi “{}”, bản nhận được ghi “{}”",
                short(site),
                short(received)
            ),
        };
        let help = said!(
            "write the words as they were received, slips included; a passage that is no item \
             gets an entry of its own and a line in source/not-items.yaml",
            "ghi đúng như bản nhận được, kể cả lỗi in; đoạn không phải là cam kết thì có mục \
             riêng và một dòng trong source/not-items.yaml"
        );
        // The received copy is the other place: an edit of its own is told by source/received.lock.
        said.push(
            Diagnostic::new(Code::CoverageMismatch, mismatch.place.clone(), message, help)
                .with(source, said!("the received copy", "bản nhận được")),
        );
    }
    let unlisted = |line: usize, place: &Place, message: Said, kind: &str| {
        Diagnostic::new(
            Code::CoverageUnlisted,
            Place::line(&Arc::clone(&received.file), line),
            message,
            said!(
                "list it in source/repairs.yaml with `line: {line}` and `kind: {kind}`",
                "ghi vào source/repairs.yaml với `line: {line}` và `kind: {kind}`"
            ),
        )
        .with(place.clone(), said!("the site's words", "nội dung của trang"))
    };
    for join in &plan.alignment.joins {
        said.push(unlisted(
            join.line,
            &join.place,
            said!(
                "the site runs a sentence on at “{}”, where the received copy has an empty \
                 line",
                "trang nối liền câu tại “{}”, còn bản nhận được có một dòng trống ở đó",
                join.word
            ),
            "joined",
        ));
    }
    for shift in &plan.alignment.shifts {
        said.push(unlisted(
            shift.line,
            &shift.place,
            said!(
                "the cell that begins with “{}” stands in another column of the received copy",
                "ô bắt đầu bằng “{}” nằm ở cột khác trong bản nhận được",
                shift.word
            ),
            "shifted-row",
        ));
    }
}

fn short(words: &str) -> String {
    let mut short: Vec<&str> = words.split(' ').collect();
    if short.len() > MOST_WORDS {
        short.truncate(MOST_WORDS);
        short.push("…");
    }
    short.join(" ")
}
