//! Whole files: outcomes, locks and tables go round.

use std::collections::BTreeMap;

use congkhai::content::{self, OutcomeFile, received_lock, write_lock};
use congkhai::form;
use congkhai::workbook::{Cell, read_csv};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, option, sample};
use serde_json::{Value, json};

use crate::samples::{PLAN, files, holds, word};
use crate::texts::text;
use crate::values::{date, partial_date};

fn translated() -> impl Strategy<Value = Value> {
    (text(), option::of(text())).prop_map(|(vi, en)| json!({ "vi": vi, "en": en }))
}

fn foreign() -> impl Strategy<Value = Value> {
    (text(), any::<bool>())
        .prop_map(|(text, by_machine)| json!({ "text": text, "lang": "vi", "machine_translated": by_machine }))
}

fn number() -> impl Strategy<Value = String> {
    "(0|[1-9][0-9]{0,5})(\\.[0-9]{1,4})?"
}

fn about() -> impl Strategy<Value = Value> {
    let bearing = word(&["comparable", "not-comparable", "context"]);
    let says = option::of(word(&["done", "partly-done", "under-way", "not-started", "not-done"]));
    let parts =
        option::of((0_u32..9, 1_u32..9).prop_map(|(done, of)| json!({ "done": done, "of": of })));
    let product = option::of(
        (text(), option::of(partial_date()))
            .prop_map(|(text, date)| json!({ "text": text, "date": date })),
    );
    let verdict = option::of(word(&["met", "partly-met", "not-met"]));
    ("[a-z]{1,3}-[a-z0-9]{1,3}", option::of("m[1-9]"), bearing, translated(), says, (parts, product, any::<bool>(), verdict))
        .prop_map(|(item, measure, bearing, because, says, (parts, product, is_final, verdict))| {
            json!({
                "item": item, "measure": measure, "bearing": bearing, "because": because, "says": says,
                "parts": parts, "product": product, "final": is_final, "verdict": verdict,
            })
        })
}

fn figure() -> impl Strategy<Value = Value> {
    let bound = word(&["exactly", "more-than", "nearly"]);
    (translated(), number(), word(&["percent", "count"]), bound, option::of(number())).prop_map(
        |(what, value, unit, bound, of)| json!({ "what": what, "value": value, "unit": unit, "bound": bound, "of": of }),
    )
}

fn outcome() -> impl Strategy<Value = Value> {
    let period =
        option::of((date(), date()).prop_map(|(from, to)| json!({ "from": from, "to": to })));
    let words = (
        option::of(translated()),
        option::of(translated()),
        translated(),
        option::of(foreign()),
        option::of(translated()),
    );
    let lists = (collection::vec(figure(), 0..3), collection::vec(about(), 1..3));
    ("r[1-9][0-9]{0,2}[a-d]?", word(&["stated", "incomplete"]), partial_date(), period, option::of("[a-z]{1,8}"), words, lists)
        .prop_map(|(id, grade, dated, period, agency, (body, missing, words, quote, scope), (figures, about))| {
            json!({
                "id": id, "grade": grade, "dated": dated, "period": period, "body": body, "agency": agency,
                "missing": missing, "words": words, "quote": quote, "scope": scope, "figures": figures, "about": about,
            })
        })
}

fn outcome_file() -> impl Strategy<Value = Value> {
    let kind =
        word(&["official-report", "legal-document", "dataset", "independent-check", "press"]);
    let named = (option::of(foreign()), option::of(translated()), translated(), option::of(text()));
    let dated = (
        option::of(partial_date()),
        option::of(translated()),
        partial_date(),
        option::of(translated()),
    );
    (kind, named, dated, collection::vec(outcome(), 1..3)).prop_map(
        |(kind, (title, description, publisher, number), (published, published_note, read, read_note), outcomes)| {
            json!({
                "source": {
                    "kind": kind, "title": title, "description": description, "publisher": publisher, "number": number,
                    "url": "https://kiem-thu.vn/a?b=c&d=%20#e", "published": published,
                    "published_note": published_note, "read": read, "read_note": read_note,
                },
                "outcomes": outcomes,
            })
        },
    )
}

#[test]
fn files_of_outcomes_go_round() {
    let mut base = files();
    base.retain(|path, _| !path.contains("/outcomes/"));
    holds(512, &outcome_file(), |value| {
        let file: OutcomeFile = serde_json::from_value(value).unwrap();
        let written = form::outcome_file(&file);
        let path = format!("{PLAN}/outcomes/2025-01-01-a.yaml");
        let mut files = base.clone();
        files.insert(path, written.clone().into_bytes());
        let (content, _) = content::load_given(files, "content");
        let read = content.plans.iter().flat_map(|plan| &plan.outcomes).next();
        let read = &read.unwrap_or_else(|| panic!("it is not read: {written}")).record;
        assert_eq!(format!("{read:?}"), format!("{file:?}"), "{written}");
        assert_eq!(form::outcome_file(read), written);
    });
}

#[test]
fn locks_go_round() {
    let entries = collection::btree_map("[a-z0-9-]{1,8}(\\.[a-z]{1,5})?", "[0-9a-f]{16}", 0..8);
    let mut base = files();
    holds(128, &entries, |entries| {
        let mut files = base.clone();
        files.insert(format!("{PLAN}/translations.lock"), write_lock(&entries).into_bytes());
        let (content, _) = content::load_given(files, "content");
        let lock = &content.plans[0].lock.entries;
        let read: BTreeMap<String, String> =
            lock.iter().map(|(key, entry)| (key.clone(), entry.digest.clone())).collect();
        assert_eq!(read, entries);
    });
    // The lock of a received copy agrees with that copy and with no other.
    let received = base.remove(&format!("{PLAN}/source/received.txt")).unwrap();
    let lock = received_lock(&received);
    holds(256, &(any::<sample::Index>(), any::<u8>()), |(at, byte)| {
        let mut other = received.clone();
        let at = at.index(other.len());
        other[at] = byte;
        assert_eq!(received_lock(&other) == lock, other == received);
    });
}

/// A table as spreadsheets save it.
#[test]
fn tables_go_round() {
    // A semicolon may part cells as well; which of the two does is seen from the first line.
    let words = text().prop_map(|text| text.as_str().replace(';', ""));
    let cell = prop_oneof![3 => words, 1 => Just(String::new())];
    let row = collection::vec(cell, 1..5);
    holds(1_024, &collection::vec(row, 1..5), |rows| {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let sheet = read_csv(&writer.into_inner().unwrap()).unwrap();
        let wanted: BTreeMap<(u32, u32), String> = (0..)
            .zip(&rows)
            .flat_map(|(at, row)| (0..).zip(row).map(move |(column, text)| ((at, column), text)))
            .filter_map(|(at, text)| Some((at, Cell::text(text)?.shown())))
            .collect();
        let read: BTreeMap<(u32, u32), String> =
            sheet.cells.iter().map(|(at, cell)| (*at, cell.shown())).collect();
        assert_eq!(read, wanted, "{rows:?}");
    });
}
