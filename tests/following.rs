//! Feeds and calendars: their ids never change, they hold exactly what the model holds, and the preview
//! answers with the same bytes. That they are valid is seen by the tools of others (tests/python).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::{BTreeMap, BTreeSet};

use congkhai::model::{Model, Settings};
use congkhai::pages::{self, Address, Channel, Reader};
use congkhai::values::Locale;
use congkhai::{Job, check, compile, load_theme, output};
use quick_xml::events::Event;
use workshop::{Workshop, tree};

const OUTCOMES: &str = "content/plans/sample-1-2025/outcomes/2025-06-15-report.yaml";
const AREA: &str = "content/plans/sample-1-2025/areas/1-water/area.yaml";
const CORRECTIONS: &str = "content/corrections.yaml";

/// The feeds and calendars of the built site, with their paths.
fn built(site: &Workshop) -> BTreeMap<String, String> {
    assert_eq!(site.run(&["build"]).code, 0, "{}", site.run(&["build"]).said);
    tree(&site.path("public"))
        .into_iter()
        .filter(|(path, _)| path.ends_with("feed.atom") || path.ends_with("deadlines.ics"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The ids of a feed and its entries, or the UIDs of a calendar.
fn ids(file: &str) -> Vec<&str> {
    file.lines()
        .filter_map(|line| {
            let id = line.trim().strip_prefix("<id>").and_then(|rest| rest.strip_suffix("</id>"));
            id.or_else(|| line.strip_prefix("UID:"))
        })
        .collect()
}

fn model_of(content: &str, as_of: Option<&str>) -> Model {
    let settings = Settings { as_of: as_of.map(|day| day.parse().unwrap()), ..Settings::default() };
    check(&Job { content: content.into(), settings, theme: None }).model.unwrap()
}

#[test]
fn ids_stay_when_words_change() {
    let site = Workshop::small();
    let before = built(&site);
    site.edit(AREA, "vi: Ống chính, en: Main pipe", "vi: Ống cái, en: Trunk pipe");
    site.edit(OUTCOMES, "vi: 75% hộ có nước sạch.", "vi: Ba phần tư số hộ có nước sạch.");
    site.edit(OUTCOMES, "dated: 2025-06-15", "dated: 2025-06-14");
    site.edit("content/site.yaml", "vi: Kế hoạch mẫu", "vi: Kế hoạch mẫu đổi tên");
    site.run(&["accept-translation"]);
    let after = built(&site);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, file) in &before {
        assert_eq!(ids(file), ids(&after[path]), "{path}");
    }
    assert_ne!(before["vi/feed.atom"], after["vi/feed.atom"]);
    let everything = ids(&after["vi/feed.atom"]);
    assert_eq!(
        everything,
        ["https://kiem-thu.vn/mau/vi/feed.atom", "tag:kiem-thu.vn,2025-01-02:1-2025/r1/vi"]
    );
    let deadlines = &after["vi/1-2025/deadlines/deadlines.ics"];
    assert!(ids(deadlines).contains(&"1-2025-pl-i1-vi@kiem-thu.vn"), "{deadlines}");
}

#[test]
fn ids_of_corrections_stay_when_the_log_grows() {
    let site = Workshop::small();
    let one = |was: &str| {
        format!(
            "- date: 2026-01-05\n  item: i1-ct01\n  was: {{vi: {was}, en: {was}}}\n  \
             now: {{vi: mới, en: new}}\n  reason: {{vi: mẫu, en: sample}}\n"
        )
    };
    site.write(CORRECTIONS, one("một"));
    let before = built(&site)["en/corrections/feed.atom"].clone();
    site.write(CORRECTIONS, one("hai") + &one("một"));
    let after = built(&site)["en/corrections/feed.atom"].clone();
    let first = "tag:kiem-thu.vn,2026-01-05:corrections/i1-ct01-1/en";
    let second = "tag:kiem-thu.vn,2026-01-05:corrections/i1-ct01-2/en";
    assert_eq!(ids(&before)[1..], [first]);
    assert_eq!(ids(&after)[1..], [first, second]);
    let entry = |feed: &str, id: &str| {
        let rest = feed.split_once(id).unwrap().1;
        rest.split_once("</entry>").unwrap().0.to_owned()
    };
    assert_eq!(entry(&before, first), entry(&after, first));
    assert!(entry(&after, second).contains("hai"), "{after}");
    let page = site.public("en/corrections/index.html").unwrap();
    for anchor in ["correction-2026-01-05-i1-ct01-1", "correction-2026-01-05-i1-ct01-2"] {
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        assert!(after.contains(&format!("en/corrections/#{anchor}\"")), "{anchor}");
    }
}

#[test]
fn feeds_hold_exactly_the_outcomes_of_the_model() {
    for as_of in [None, Some("2025-07-31"), Some("2025-01-31")] {
        let model = model_of("content", as_of);
        let job = Job { content: "content".into(), settings: Settings::default(), theme: None };
        let theme = load_theme(&job, Some(&model)).unwrap();
        let address = Address::new(Some(Locale::Vi), "");
        let reader = Reader::new(&model, &theme.words.vi, Locale::Vi, &address);
        let of = |channel: Channel| -> BTreeSet<String> {
            let name = |id: &str| id.rsplit('/').nth(1).unwrap().to_owned();
            let entries = pages::feed(&reader, channel).entries;
            let names: BTreeSet<String> = entries.iter().map(|entry| name(&entry.id)).collect();
            assert_eq!(names.len(), entries.len(), "an entry stands twice");
            names
        };
        let plan = &model.plans[0];
        let all: BTreeSet<String> =
            plan.outcomes.values().map(|outcome| outcome.record.id.to_string()).collect();
        assert_eq!(of(Channel::Everything), all);
        let updated = pages::feed(&reader, Channel::Everything).updated;
        if all.is_empty() {
            assert_eq!(updated, model.site.as_of);
        } else {
            assert!(updated <= model.site.as_of);
        }
        for area in plan.areas.indexes() {
            let its: BTreeSet<String> = plan
                .items
                .values()
                .filter(|item| item.area == Some(area))
                .flat_map(|item| &item.reports)
                .map(|report| plan.outcomes.get(report.outcome).record.id.to_string())
                .collect();
            assert_eq!(of(Channel::Area(plan, area)), its);
        }
    }
}

#[test]
fn what_is_due_in_a_year_is_no_day() {
    let files = built(&Workshop::small());
    let calendar = &files["en/1-2025/deadlines/deadlines.ics"];
    assert!(calendar.contains("DTSTART;VALUE=DATE:20250630\r\n"), "{calendar}");
    assert!(!calendar.contains("pl-i2"), "{calendar}");
    // Phòng Nước leads both, and UBND is partner in the first.
    assert!(files.contains_key("en/agencies/so-nuoc/deadlines.ics"));
    assert!(files.contains_key("en/agencies/ubnd/deadlines.ics"));
}

#[test]
fn the_preview_answers_with_the_same_bytes() {
    let content = "tests/sites/small/content";
    let model = model_of(content, None);
    let job = Job { content: content.into(), settings: Settings::default(), theme: None };
    let theme = load_theme(&job, Some(&model)).unwrap();
    let (_, site) = compile(&model, &theme).unwrap();
    let followed = site
        .files
        .iter()
        .filter(|(path, _)| path.ends_with("feed.atom") || path.ends_with("deadlines.ics"));
    let mut seen = 0;
    for (path, bytes) in followed {
        let answer = output::other_file(&model, &theme, path).unwrap();
        assert_eq!(answer.as_ref(), Some(bytes), "{path}");
        seen += 1;
    }
    assert!(seen > 10, "only {seen} files");
    for nothing in ["vi/agencies/x/feed.atom", "feed.atom", "vi/deadlines.ics"] {
        assert_eq!(output::other_file(&model, &theme, nothing).unwrap(), None, "{nothing}");
    }
}

#[test]
fn no_text_breaks_a_feed_or_a_calendar() {
    let site = Workshop::small();
    // Control characters and the like do not come so far: the content with them is refused.
    let bad = r#""]]> <b> & \\; \nEND:VEVENT, 75%""#;
    site.edit(OUTCOMES, "vi: 75% hộ có nước sạch.", &format!("vi: {bad}"));
    site.edit(AREA, "vi: Ống chính", &format!("vi: {bad}"));
    site.run(&["accept-translation"]);
    for (path, file) in built(&site) {
        if path.ends_with("deadlines.ics") {
            assert_eq!(
                file.matches("\r\nEND:VEVENT").count(),
                file.matches("BEGIN:VEVENT").count()
            );
            assert!(!file.replace("\r\n", "").contains(char::is_control), "{path}");
            continue;
        }
        let allowed = |c: char| c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}') || c == '\n';
        assert!(file.chars().all(allowed), "{path}");
        let mut reader = quick_xml::Reader::from_str(&file);
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                event => drop(event),
            }
        }
    }
}
