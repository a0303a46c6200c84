//! Nothing of the document is left out, and nothing is added (DESIGN §5).

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;

/// The most words of one side that a message quotes.
const MOST_WORDS: usize = 12;

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        let Some(received) = &plan.received else { continue };
        for mismatch in &plan.alignment.mismatches {
            let source = Place::line(&received.file, mismatch.line);
            let message = match (mismatch.received.as_str(), mismatch.site.as_str()) {
                (words, "") => format!(
                    "words of the received copy are missing at this place: “{}”",
                    short(words)
                ),
                ("", words) => {
                    format!("the received copy does not have these words: “{}”", short(words))
                }
                (received, site) => format!(
                    "the site says “{}”, the received copy “{}”",
                    short(site),
                    short(received)
                ),
            };
            let help = "write the words as they were received, slips included; a passage that is no item gets an \
                        entry of its own and a line in source/not-items.yaml";
            // The received copy is the other place: an edit of its own is told by source/received.lock.
            said.push(
                Diagnostic::new(Code::CoverageMismatch, mismatch.place.clone(), message, help)
                    .with(source, "the received copy"),
            );
        }
        let unlisted = |line: usize, place: &Place, message: String, kind: &str| {
            Diagnostic::new(
                Code::CoverageUnlisted,
                Place::line(&Arc::clone(&received.file), line),
                message,
                format!("list it in source/repairs.yaml with `line: {line}` and `kind: {kind}`"),
            )
            .with(place.clone(), "the site's words")
        };
        for join in &plan.alignment.joins {
            said.push(unlisted(
                join.line,
                &join.place,
                format!("the site runs a sentence on at “{}”, where the received copy has an empty line", join.word),
                "joined",
            ));
        }
        for shift in &plan.alignment.shifts {
            said.push(unlisted(
                shift.line,
                &shift.place,
                format!(
                    "the cell that begins with “{}” stands in another column of the received copy",
                    shift.word
                ),
                "shifted-row",
            ));
        }
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
