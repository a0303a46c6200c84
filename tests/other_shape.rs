//! A plan of another shape than the first one, with its received copy: letters for areas, rows numbered
//! through the whole annex, horizons and ranges, several years, no money, no duties.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use scraper::{Html, Selector};
use workshop::other_shape::{PLAN, other_shape};
use workshop::tree;

fn text(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    page.select(&Selector::parse(selector).unwrap())
        .map(|found| {
            found.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn a_plan_of_another_shape_builds_and_reads_well() {
    let site = other_shape();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    // Only what was not translated is said: nothing of it was misread.
    for line in run.said.lines().filter(|line| line.starts_with("warning")) {
        assert!(line.starts_with("warning[english-missing]"), "{line}");
    }
    let page = |below: &str| site.public(below).unwrap_or_else(|| panic!("{below}"));

    // Both horizons, each with its year; a range with both ends, in the numbers of each language.
    let horizons = page("vi/mau-2025-2030/a-ct01/index.html");
    assert_eq!(
        text(&horizons, ".measure-promise strong"),
        ["năm 2025: ít nhất 80%", "năm 2030: ít nhất 100%"]
    );
    let range = page("vi/mau-2025-2030/b-ct01/index.html");
    assert_eq!(text(&range, ".measure-promise strong"), ["từ 70 đến 80%"]);
    let counts = page("en/mau-2025-2030/f-ct01/index.html");
    assert_eq!(
        text(&counts, ".measure-promise strong"),
        ["2027: from 1,500 to 2,000", "2030: at least 3,000"]
    );
    assert_eq!(text(&horizons, ".key-facts dd")[1..], ["năm 2025", "năm 2030"]);
    // Two horizons are no contradiction.
    assert!(text(&horizons, ".conflict").is_empty());

    // Rows are numbered as printed, through all areas.
    let last = page("vi/mau-2025-2030/pl-140/index.html");
    assert!(last.contains("PL.140"), "{last}");
    let annex = page("vi/mau-2025-2030/decision/annex-f/index.html");
    assert_eq!(text(&annex, ".activity-words")[0], "106 Việc mẫu số 106");
    assert!(annex.contains("PL.106") && annex.contains("PL.140") && !annex.contains("PL.105"));

    // Two leads, each with its own day.
    let shared = page("vi/mau-2025-2030/pl-3/index.html");
    for words in ["phần xây dựng", "phần vận hành", "30/6/2028", "31/12/2028"] {
        assert!(shared.contains(words), "{words}: {shared}");
    }

    // Who took over what the other led is asked once.
    assert_eq!(shared.matches("Hỏi ai:").count(), 1);
    let ask = text(&shared, ".known p").into_iter().find(|line| line.starts_with("Hỏi ai"));
    assert_eq!(ask.unwrap(), "Hỏi ai: Ủy ban nhân dân xã Mẫu.");

    // No column of money, no picture of it, no word of it; nothing of the first plan.
    for (name, bytes) in tree(&site.path("public")) {
        if std::path::Path::new(&name).extension().is_none_or(|end| end != "html") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        // Links may say "decision"; what people read must not.
        let words = text(&html, "title, header, main, footer").join(" ").to_lowercase();
        // The description of the data files is the same for every plan.
        let of_data = name.contains("/data/");
        let speaks = words.contains("quyết định") || words.contains("decision");
        assert!(of_data || !speaks, "{name}: {words}");
        for foreign in ["3322", "Kinh phí", "Budget", "class=\"amounts\"", "Huế"] {
            assert!(!html.contains(foreign), "{name} has {foreign}");
        }
    }
    // What is not there is not listed as nothing.
    assert!(site.public("vi/mau-2025-2030/kinds/duties/index.html").is_none());
    let home = page("vi/index.html");
    assert!(!home.contains("kinds/duties"), "{home}");

    // The years of a long period, not their 72 months.
    let deadlines = page("vi/mau-2025-2030/deadlines/index.html");
    assert_eq!(
        text(&deadlines, ".ribbon thead text"),
        ["2025", "2026", "2027", "2028", "2029", "2030"]
    );

    // Untranslated areas show the Vietnamese and say so.
    let untranslated = page("en/mau-2025-2030/c-ct01/index.html");
    assert!(untranslated.contains("lang=\"vi\"") && untranslated.contains("Tối thiểu 95%"));
}

#[test]
fn one_changed_number_of_its_annex_is_found() {
    let site = other_shape();
    site.edit(&format!("{PLAN}/areas/6-f/area.yaml"), "number: \"140\"", "number: \"141\"");
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.said.contains("error[coverage-mismatch]") && run.said.contains("“141”"),
        "{}",
        run.said
    );
    // And a cell in a column that the annex does not have.
    let site = other_shape();
    site.edit(
        &format!("{PLAN}/plan.yaml"),
        "[number, activity, product,",
        "[number, product, activity,",
    );
    assert!(site.run(&["check"]).said.contains("error[coverage-unlisted]"));
}

#[test]
fn a_column_that_some_rows_lack_is_said() {
    let site = other_shape();
    let file = format!("{PLAN}/areas/6-f/area.yaml");
    site.edit(
        &file,
        "            lead:\n",
        "            budget: {kind: empty}\n            lead:\n",
    );
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("has no `budget:`, but other rows have"), "{}", run.said);
}

/// For people who want to look at it: `CONGKHAI_SAMPLE=DIR cargo test --test other_shape -- --ignored`.
#[test]
#[ignore = "writes the content of the sample to a folder, to look at"]
fn the_sample_to_look_at() {
    if let Some(folder) = std::env::var_os("CONGKHAI_SAMPLE") {
        workshop::copy(&other_shape().path("content"), std::path::Path::new(&folder));
    }
}
