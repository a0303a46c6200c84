//! What pages say in JSON-LD and Dublin Core where the first plan has no example: corrections, bodies that
//! are groups, words that would end a data block. The rest is seen by the tools of others (tests/python).

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
use serde_json::Value;
use workshop::Workshop;

/// The data blocks of a page.
fn blocks(site: &Workshop, page: &str) -> Vec<Value> {
    let html = Html::parse_document(&site.public(page).unwrap());
    let scripts = Selector::parse("script:not([src])").unwrap();
    html.select(&scripts)
        .map(|script| {
            assert_eq!(script.attr("type"), Some("application/ld+json"), "{page}");
            serde_json::from_str(&script.text().collect::<String>()).unwrap()
        })
        .collect()
}

fn meta(site: &Workshop, page: &str, name: &str) -> Option<String> {
    let html = Html::parse_document(&site.public(page).unwrap());
    let wanted = Selector::parse(&format!("meta[name=\"{name}\"]")).unwrap();
    html.select(&wanted).next()?.attr("content").map(str::to_owned)
}

#[test]
fn a_correction_is_said_for_machines_too() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(blocks(&site, "en/corrections/index.html").is_empty());
    site.write(
        "content/corrections.yaml",
        "- date: 2026-01-05\n  item: i1-ct01\n  was: {vi: cũ, en: old}\n  now: {vi: mới, en: new}\n  \
         reason: {vi: mẫu, en: sample}\n",
    );
    assert_eq!(site.run(&["build"]).code, 0);
    let [page] = &blocks(&site, "en/corrections/index.html")[..] else { panic!() };
    let comment = &page["correction"][0];
    assert_eq!(comment["@type"], "CorrectionComment");
    assert_eq!(comment["datePublished"], "2026-01-05");
    assert_eq!(comment["about"]["@id"], "https://kiem-thu.vn/mau/id/1-2025-i1-ct01/");
    assert_eq!(
        comment["@id"],
        "https://kiem-thu.vn/mau/en/corrections/#correction-2026-01-05-i1-ct01-1"
    );
    for said in ["old", "new", "sample"] {
        assert!(comment["text"].as_str().unwrap().contains(said), "{comment}");
    }
}

#[test]
fn no_word_ends_a_data_block() {
    let site = Workshop::small();
    let bad = "'</script><script>alert(1)</script><!-- \"&amp;'";
    site.edit("content/site.yaml", "vi: Kế hoạch mẫu", &format!("vi: {bad}"));
    assert_eq!(site.run(&["build"]).code, 0);
    let [dataset] = &blocks(&site, "vi/index.html")[..] else { panic!() };
    assert_eq!(dataset["name"], "</script><script>alert(1)</script><!-- \"&amp;");
}

#[test]
fn an_item_is_identified_by_its_permanent_link_and_the_decision_by_its_issuer() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    let said = |page: &str, name: &str| meta(&site, page, name);
    let item = "en/1-2025/i1-ct01/index.html";
    let permanent = Some("https://kiem-thu.vn/mau/id/1-2025-i1-ct01/".to_owned());
    assert_eq!(said(item, "DC.identifier"), permanent);
    assert_eq!(said("id/1-2025-i1-ct01/index.html", "DC.identifier"), permanent);
    assert_eq!(said(item, "DC.creator"), said(item, "DC.publisher"));
    assert_eq!(said(item, "DC.date").as_deref(), Some("2025-12-31"));
    let decision = "vi/1-2025/decision/index.html";
    assert_ne!(said(decision, "DC.creator"), said(decision, "DC.publisher"));
    assert_eq!(said(decision, "DCTERMS.issued").as_deref(), Some("2025-01-02"));
    assert_eq!(said("404.html", "DC.title"), None);
}
