//! Two sets of published facts → what the first says that the second says differently.

use std::collections::BTreeMap;

use serde_json::Value;

/// Something of the first that the second does not say, or says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// `outcomes`, `items`, `sources` or `plans`.
    pub section: &'static str,
    /// Of the record in that section.
    pub id: String,
    /// Below the record: `figures[0].value`; empty where the whole record is gone.
    pub path: String,
    pub was: Value,
    /// None where it is gone.
    pub now: Option<Value>,
}

/// The sections that hold facts, and the keys of their records that are ours to improve at any time: short
/// titles, notes, and what follows from other facts.
const SECTIONS: [(&str, &[&str]); 4] = [
    ("plans", &["areas", "acts", "not_items", "repairs", "title"]),
    ("items", &["title", "source_lines", "related", "standing", "lacks_note"]),
    ("outcomes", &["items"]),
    ("sources", &["description", "published_note", "read", "read_note"]),
];

/// Lists that grow when something is found that was not known then.
const MAY_GROW: [&str; 2] = ["outcomes", "amendments"];

/// What `then` says that `now` does not.
pub fn differences(then: &Value, now: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    for (section, ours) in SECTIONS {
        let now: BTreeMap<String, &Value> =
            records(now, section).iter().map(|it| (name(it).unwrap_or_default(), it)).collect();
        for record in records(then, section) {
            let difference = |path: String, was: &Value, now: Option<&Value>| Difference {
                section,
                id: short(record),
                path,
                was: was.clone(),
                now: now.cloned(),
            };
            let Some(other) = now.get(&name(record).unwrap_or_default()) else {
                found.push(difference(String::new(), record, None));
                continue;
            };
            let Some(keys) = record.as_object() else { continue };
            for (key, was) in keys.iter().filter(|(key, _)| !ours.contains(&key.as_str())) {
                let mut said = |path: String, was: &Value, now: Option<&Value>| {
                    found.push(difference(path, was, now));
                };
                compare(key, key, was, other.get(key), &mut said);
            }
        }
    }
    found
}

fn records<'v>(data: &'v Value, section: &str) -> &'v [Value] {
    data.get(section).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

type Say<'s> = dyn FnMut(String, &Value, Option<&Value>) + 's;

fn compare(path: &str, key: &str, was: &Value, now: Option<&Value>, say: &mut Say) {
    match (was, now) {
        (Value::Object(was), Some(Value::Object(now))) => {
            // The English is a translation, which may get better.
            for (key, was) in was.iter().filter(|(key, _)| *key != "en") {
                compare(&format!("{path}.{key}"), key, was, now.get(key), say);
            }
        }
        (Value::Array(was), Some(Value::Array(now))) if was.iter().all(|it| name(it).is_some()) => {
            for (at, was) in was.iter().enumerate() {
                let other = now.iter().find(|other| name(other) == name(was));
                compare(&format!("{path}[{at}]"), key, was, other, say);
            }
            let is_new = |other: &&Value| !was.iter().any(|was| name(was) == name(other));
            if !MAY_GROW.contains(&key)
                && let Some(added) = now.iter().find(is_new)
            {
                say(path.to_owned(), &Value::Null, Some(added));
            }
        }
        (Value::Array(was), Some(Value::Array(now))) if was.len() == now.len() => {
            for (at, (was, now)) in was.iter().zip(now).enumerate() {
                compare(&format!("{path}[{at}]"), key, was, Some(now), say);
            }
        }
        (was, Some(now)) if was == now => {}
        // A key that has come to the data since then, or has gone without ever having had a value.
        (Value::Null, None) => {}
        (was, now) => say(path.to_owned(), was, now),
    }
}

/// What tells a record from the others of its list.
fn name(record: &Value) -> Option<String> {
    let text = |key: &str| record.get(key).and_then(Value::as_str);
    let own = text("id").or_else(|| text("slug")).or_else(|| text("number"))?;
    // An item of one plan may have the id of an item of another; a report may be on one of several measures.
    let parts = [text("plan"), Some(own), text("measure")];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("/"))
}

fn short(record: &Value) -> String {
    let text = |key: &str| record.get(key).and_then(Value::as_str);
    text("id").or_else(|| text("slug")).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn paths(then: &Value, now: &Value) -> Vec<String> {
        differences(then, now).into_iter().map(|it| format!("{} {}", it.id, it.path)).collect()
    }

    #[test]
    fn what_was_said_must_still_be_said() {
        let with = |value: &str, words: &str, en: &str| {
            json!({"outcomes": [
                {"id": "r1", "words": {"vi": words, "en": en}, "quote": null,
                 "figures": [{"what": {"vi": "a"}, "value": value}], "items": ["x"]}
            ]})
        };
        let then = with("91.10", "Một", "One");
        assert!(paths(&then, &then).is_empty());
        assert_eq!(paths(&then, &with("91.1", "Một", "One")), ["r1 figures[0].value"]);
        assert_eq!(paths(&then, &with("91.10", "Hai", "One")), ["r1 words.vi"]);
        assert!(paths(&then, &with("91.10", "Một", "A")).is_empty());
        assert_eq!(paths(&then, &json!({"outcomes": []})), ["r1 "]);
        let mut more = then.clone();
        more["outcomes"].as_array_mut().unwrap().push(json!({"id": "r2"}));
        more["outcomes"][0]["new_key"] = json!("x");
        assert!(paths(&then, &more).is_empty());
        more["outcomes"][0]["figures"].as_array_mut().unwrap().push(json!({}));
        assert_eq!(paths(&then, &more), ["r1 figures"]);
        more["outcomes"][0]["quote"] = json!("said");
        assert_eq!(paths(&then, &more), ["r1 figures", "r1 quote"]);
    }

    #[test]
    fn reports_may_come_and_promises_may_not() {
        let item = |outcomes: Value, leads: Value, measures: Value| {
            json!({"items": [
                {"plan": "p", "id": "a", "title": "x", "standing": "no-report", "outcomes": outcomes,
                 "leads": leads, "measures": measures, "amendments": []}
            ]})
        };
        let then = item(json!([]), json!([{"agency": "s"}]), json!([{"id": "m1", "value": "80"}]));
        let mut now = then.clone();
        now["items"][0]["outcomes"] = json!([{"id": "r1", "measure": "m1"}]);
        now["items"][0]["amendments"] = json!([{"number": "1/QĐ"}]);
        now["items"][0]["standing"] = json!("measured");
        now["items"][0]["title"] = json!("y");
        assert!(paths(&then, &now).is_empty());
        now["items"][0]["leads"] = json!([{"agency": "s"}, {"agency": "t"}]);
        now["items"][0]["measures"] = json!([{"id": "m1", "value": "80"}, {"id": "m2"}]);
        assert_eq!(paths(&then, &now), ["a leads", "a measures"]);
        let other_plan = json!({"items": [{"plan": "q", "id": "a"}]});
        assert_eq!(paths(&then, &other_plan), ["a "]);
    }
}
