//! Releases of the real content: what changed between two, and that the past stays as it was published.
//!
//! The edits of facts in here are made up for the tests.

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
use std::fmt::Write as _;
use std::fs;

use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};
use workshop::{Workshop, last_day};

const SOURCE: &str = "content/plans/qd-3322-2024/outcomes/2025-07-14-vietnam-vn-hai-tuan-dau.yaml";

fn release(site: &Workshop, label: &str, day: &str) {
    let run = site.run(&["release", label, "--as-of", day]);
    assert_eq!(run.code, 0, "{}", run.said);
}

/// The real content with a release in the middle of the year and one at its end.
fn released() -> Workshop {
    let site = Workshop::real();
    release(&site, "2025-07", "2025-07-31");
    release(&site, "2025-12", "2025-12-31");
    site
}

fn built(site: &Workshop) {
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn page(site: &Workshop, path: &str) -> Html {
    Html::parse_document(&site.public(path).unwrap_or_else(|| panic!("there is no {path}")))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|it| it.text().collect::<String>().trim().to_owned()).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|it| it.attr(name)).map(ToOwned::to_owned).collect()
}

/// One site, because each build of the real content takes its time.
#[test]
fn a_site_with_two_releases() {
    let site = released();
    built(&site);
    the_page_of_changes_lists_exactly_the_results_between_two_releases(&site);
    each_item_and_its_states_are_linked_both_ways_and_kept_from_search_engines(&site);
    a_citation_has_the_release_and_its_hash(&site);
    a_page_inside_others_needs_no_script_and_stays_as_released(&site);
}

fn the_page_of_changes_lists_exactly_the_results_between_two_releases(site: &Workshop) {
    let data = json(&site.public("data/plan.json").unwrap());
    let outcomes = data["outcomes"].as_array().unwrap();
    let between: BTreeSet<String> = outcomes
        .iter()
        .filter(|it| last_day(it).as_str() > "2025-07-31" && last_day(it).as_str() <= "2025-12-31")
        .map(|it| format!("result-{}", it["id"].as_str().unwrap()))
        .collect();
    assert!(between.len() >= 5 && between.len() < outcomes.len(), "{between:?}");
    for locale in ["vi", "en"] {
        let page = page(site, &format!("{locale}/ky/2025-12/changes/index.html"));
        let shown: Vec<String> = attributes(&page, "li.report[id^=result-]", "id");
        assert_eq!(shown.len(), between.len());
        assert_eq!(shown.into_iter().collect::<BTreeSet<_>>(), between);
    }
    // And exactly the items that stood otherwise.
    let standings = |label: &str| -> BTreeMap<String, String> {
        let release = json(&site.public(&format!("data/releases/{label}.json")).unwrap());
        let items = release["data"]["items"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        items.iter().map(|it| (text(&it["number"]), text(&it["standing"]))).collect()
    };
    let (then, now) = (standings("2025-07"), standings("2025-12"));
    let changed: BTreeSet<&String> = then.keys().filter(|it| then[*it] != now[*it]).collect();
    assert!(!changed.is_empty());
    let page = page(site, "vi/ky/2025-12/changes/index.html");
    let links = texts(&page, "#standings + ul li a");
    let numbers: BTreeSet<String> =
        links.iter().map(|it| it.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>(), changed);
    // The first release has nothing to compare with.
    let first = site.public("vi/ky/2025-07/changes/index.html").unwrap();
    assert!(!first.contains("result-"), "the first release lists changes");
}

#[test]
fn an_earlier_release_is_the_same_bytes_for_ever() {
    let site = Workshop::real();
    release(&site, "2025-07", "2025-07-31");
    let then = fs::read(site.path("content/releases/2025-07.json")).unwrap();
    release(&site, "2025-12", "2025-12-31");
    built(&site);
    assert_eq!(fs::read(site.path("public/data/releases/2025-07.json")).unwrap(), then);
    // Anyone can make it again from the content of today.
    let again = Workshop::real();
    release(&again, "2025-07", "2025-07-31");
    assert_eq!(fs::read(again.path("content/releases/2025-07.json")).unwrap(), then);
    // Each names the one before it, and the list has the hash of each.
    let lock = fs::read_to_string(site.path("content/releases/releases.lock")).unwrap();
    let hash = lock.lines().nth(1).unwrap().split(' ').nth(2).unwrap();
    let second = json(&site.public("data/releases/2025-12.json").unwrap());
    assert_eq!(second["before"]["label"], "2025-07");
    assert_eq!(second["before"]["sha256"], hash);
}

#[test]
fn a_release_is_the_data_of_its_day() {
    let site = Workshop::real();
    let run = site.run(&["build", "--as-of", "2025-07-31"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let mut data = json(&site.public("data/plan.json").unwrap());
    for item in data["items"].as_array_mut().unwrap() {
        let item = item.as_object_mut().unwrap();
        item.remove("url").unwrap();
        item.remove("permanent_url").unwrap();
    }
    release(&site, "2025-07", "2025-07-31");
    let release = fs::read_to_string(site.path("content/releases/2025-07.json")).unwrap();
    assert_eq!(json(&release)["data"], data);
    // Canonical: sorted keys, no space that says nothing.
    assert!(release.starts_with(r#"{"as_of":"2025-07-31","before":null,"data":{"agencies":["#));
}

#[test]
fn a_changed_past_is_refused_until_a_correction_tells_of_it() {
    let site = released();
    let figure = "75.78";
    site.edit(SOURCE, &format!("value: \"{figure}\""), "value: \"77.78\"");
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.said);
    // Both releases say it; it is told once, with its place.
    assert_eq!(run.said.matches("error[past-changed]").count(), 1, "{}", run.said);
    assert!(run.said.contains("release 2025-07 has published “75.78”"), "{}", run.said);
    assert!(run.said.contains("hai-tuan-dau.yaml:"), "{}", run.said);
    let id = json(&site.run(&["check", "--json"]).answer)["diagnostics"][0]["message"]
        .as_str()
        .unwrap()
        .split('`')
        .nth(3)
        .unwrap()
        .to_owned();
    let correction = |was: &str, now: &str| {
        format!(
            "- date: 2026-01-05\n  outcome: {id}\n  was: {{vi: \"{was}\", en: \"{was}\"}}\n  now: {{vi: \"{now}\", \
             en: \"{now}\"}}\n  reason: {{vi: Chép nhầm., en: Copied wrongly.}}\n"
        )
    };
    // A correction of something else does not cover it.
    site.write("content/corrections.yaml", correction("70,1%", "70,2%"));
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert!(run.said.contains("the old figure under `was`"), "{}", run.said);
    site.write("content/corrections.yaml", correction("75,78%", "77,78%"));
    built(&site);
    // The page of the correction names it, and the release says what it said.
    assert!(site.public("vi/corrections/index.html").unwrap().contains("77,78%"));
    let then = site.public("data/releases/2025-07.json").unwrap();
    assert!(then.contains(figure) && !then.contains("77.78"));
    // A further change needs a correction of its own.
    site.edit(SOURCE, "value: \"77.78\"", "value: \"79.78\"");
    assert_eq!(site.run(&["check"]).code, 1);
}

#[test]
fn what_is_ours_to_improve_needs_no_correction() {
    let site = released();
    let path = "content/plans/qd-3322-2024/areas/2-administrative-procedures/area.en.md";
    let text = fs::read_to_string(site.path(path)).unwrap();
    let words = text.lines().find(|line| line.len() > 80 && !line.starts_with('#')).unwrap();
    site.edit(path, words, &format!("{words} (in better English)"));
    let run = site.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.said);
}

#[test]
fn a_result_that_was_withdrawn_or_found_late() {
    let site = released();
    let text = fs::read_to_string(site.path(SOURCE)).unwrap();
    fs::remove_file(site.path(SOURCE)).unwrap();
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.said.contains("is gone; release 2025-07 has published it"), "{}", run.said);
    // Found late: it was not in the first release, and is among the changes of the next.
    let site = Workshop::real();
    fs::remove_file(site.path(SOURCE)).unwrap();
    release(&site, "2025-07", "2025-07-31");
    site.write(SOURCE, text);
    release(&site, "2025-12", "2025-12-31");
    built(&site);
    let changes = site.public("vi/ky/2025-12/changes/index.html").unwrap();
    assert!(changes.contains("75,78%"), "what was found late is not told");
}

fn each_item_and_its_states_are_linked_both_ways_and_kept_from_search_engines(site: &Workshop) {
    let today = page(site, "vi/3322-2024/ii2-ct08/index.html");
    let states = attributes(&today, "#releases + ul a", "href");
    assert_eq!(states.len(), 2);
    let past = "vi/ky/2025-07/3322-2024/ii2-ct08/index.html";
    assert!(states[1].ends_with("ky/2025-07/3322-2024/ii2-ct08/index.html"), "{states:?}");
    let past_page = page(site, past);
    let back = attributes(&past_page, ".past a", "href");
    assert!(
        back.contains(&"../../../../../vi/3322-2024/ii2-ct08/index.html".to_owned()),
        "{back:?}"
    );
    assert_eq!(attributes(&past_page, "meta[name=robots]", "content"), ["noindex"]);
    let canonical = attributes(&past_page, "link[rel=canonical]", "href");
    assert!(canonical[0].ends_with("/vi/ky/2025-07/3322-2024/ii2-ct08/"), "{canonical:?}");
    assert_eq!(attributes(&past_page, "footer .as-of time", "datetime"), ["2025-07-31"]);
    let sitemap = site.public("sitemap.xml").unwrap();
    assert!(sitemap.contains("/vi/ky/") && !sitemap.contains("/vi/ky/2025-07/"));
    // What was reported later is not on it.
    let past = site.public(past).unwrap();
    assert!(past.contains("14/7/2025") && !past.contains("18/8/2025"));
}

fn a_citation_has_the_release_and_its_hash(site: &Workshop) {
    let lock = fs::read_to_string(site.path("content/releases/releases.lock")).unwrap();
    let hashes: Vec<&str> = lock.lines().skip(1).map(|it| it.split(' ').nth(2).unwrap()).collect();
    for (path, hash) in [
        ("vi/3322-2024/ii2-ct08/index.html", hashes[1]),
        ("en/3322-2024/ii2-ct08/index.html", hashes[1]),
        ("en/ky/2025-07/3322-2024/ii2-ct08/index.html", hashes[0]),
    ] {
        let cited = texts(&page(site, path), ".citation").remove(0);
        for part in ["3322/QĐ-UBND", "ii2-ct08", hash] {
            assert!(cited.contains(part), "{path}: {cited}");
        }
    }
    let reference = json(&site.public("en/3322-2024/ii2-ct08/cite.json").unwrap());
    assert_eq!(reference[0]["type"], "legislation");
    assert_eq!(reference[0]["version"], "2025-12");
    assert!(reference[0]["note"].as_str().unwrap().contains(hashes[1]));
    assert_eq!(reference[0]["issued"]["date-parts"][0][0], 2024);
}

fn a_page_inside_others_needs_no_script_and_stays_as_released(site: &Workshop) {
    for path in [
        "embed/vi/3322-2024/ii2-ct08/index.html",
        "embed/en/ky/2025-07/3322-2024/ii2-ct08/index.html",
    ] {
        let page = page(site, path);
        assert!(attributes(&page, "script", "src").is_empty(), "{path}");
        assert_eq!(attributes(&page, "h1 a", "target"), ["_top"], "{path}");
        assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"], "{path}");
    }
    let item = page(site, "vi/3322-2024/ii2-ct08/index.html");
    // The dated one comes first.
    let shown = attributes(&item, "details.embed p a", "href");
    assert!(shown[0].contains("embed/vi/ky/2025-12/"), "{shown:?}");
    assert!(shown[1].contains("embed/vi/3322-2024/"), "{shown:?}");
}

#[test]
fn an_address_that_was_published_is_not_lost() {
    let site = released();
    // A standing that no item has any more keeps its page.
    let old: Vec<String> = fs::read_to_string(site.path("content/published-urls.txt"))
        .unwrap()
        .lines()
        .map(ToOwned::to_owned)
        .collect();
    assert!(old.iter().any(|it| it == "id/3322-2024-ii2-ct08/"));
    assert!(old.iter().any(|it| it == "data/plan.json"));
    assert!(!old.iter().any(|it| it.contains("assets/") || it.contains("share.png")));
    // A page of our own is taken away.
    for name in ["method.vi.md", "method.en.md"] {
        fs::remove_file(site.path("content/pages").join(name)).unwrap();
    }
    let said = site.run(&["check"]).said;
    for lost in ["vi/method/ was published", "en/method/ was published"] {
        assert!(said.contains(lost), "{said}");
    }
    site.write(
        "content/redirects.yaml",
        "- from: method/\n  to: about/\n  reason: {vi: Đã gộp vào trang Giới thiệu., en: It is part of the page About now.}\n",
    );
    let run = site.run(&["check"]);
    // Links in texts to the page are told by another rule.
    assert!(!run.said.contains("address-lost"), "{}", run.said);
}

#[test]
fn the_page_at_an_old_address_tells_where_to_go() {
    let site = Workshop::small();
    site.write("content/published-urls.txt", "vi/old/\nen/old/\nvi/1-2025/a1/\nid/1-2025-a1/\n");
    site.write(
        "content/redirects.yaml",
        "- {from: old/, to: about/, reason: {vi: Đã đổi tên., en: It was renamed.}}\n\
         - {from: 1-2025/a1/, to: 1-2025/, reason: {vi: Đã gộp., en: It was merged.}}\n",
    );
    built(&site);
    for path in ["vi/old/index.html", "en/old/index.html"] {
        let text = site.public(path).unwrap();
        assert!(text.contains("Đã đổi tên.") && text.contains("It was renamed."), "{text}");
        assert!(text.contains("../../en/about/index.html"), "{text}");
    }
    assert!(site.public("id/1-2025-a1/index.html").unwrap().contains("It was merged."));
}

#[test]
fn releases_are_made_in_order_and_once() {
    let site = Workshop::real();
    let refused = |arguments: &[&str], why: &str| {
        let run = site.run(&[&["release"], arguments].concat());
        assert_eq!(run.code, 2, "{}", run.said);
        assert!(run.said.contains(why), "{}", run.said);
    };
    refused(&["2025-07"], "needs its cut-off day");
    refused(&["2025 07", "--as-of", "2025-07-31"], "is no id");
    refused(&["2026-01", "--as-of", "2026-01-31"], "the site itself is as of 2025-12-31");
    release(&site, "2025-07", "2025-07-31");
    refused(&["2025-07", "--as-of", "2025-12-31"], "there is a release 2025-07 already");
    refused(&["2025-06", "--as-of", "2025-06-30"], "as of 2025-07-31 already");
}

#[test]
fn whoever_touches_what_was_published_is_told() {
    let site = released();
    let touched = |file: &str, from: &str, to: &str, told: &str| {
        let before = fs::read(site.path(file)).unwrap();
        site.edit(file, from, to);
        let run = site.run(&["check"]);
        site.write(file, before);
        assert_eq!(run.code, 1, "{}", run.said);
        assert!(run.said.contains("error[release-damaged]"), "{}", run.said);
        assert!(run.said.contains(told), "{}", run.said);
    };
    let first = "content/releases/2025-07.json";
    touched(first, "75.78", "79.78", "2025-07.json is not as it was published");
    let urls = "content/published-urls.txt";
    touched(urls, "vi/method/\n", "", "lines of published-urls.txt are not as they were");
    let lock = "content/releases/releases.lock";
    touched(lock, "2025-07-31", "2025-08-31", "says that its day is 2025-07-31");
    assert_eq!(site.run(&["check"]).code, 0);
    fs::remove_file(site.path(first)).unwrap();
    assert!(site.run(&["check"]).said.contains("there is no file releases/2025-07.json"));
}

/// Who rewrites a release and its line in the lock, as only somebody who means it would.
#[test]
fn a_release_that_was_rewritten_with_its_lock_does_not_fit_the_next() {
    let site = released();
    let (first, lock) = ("content/releases/2025-07.json", "content/releases/releases.lock");
    let hash = |site: &Workshop| -> String {
        let digest = Sha256::digest(fs::read(site.path(first)).unwrap());
        digest.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        })
    };
    let before = hash(&site);
    site.edit(first, "75.78", "79.78");
    site.edit(lock, &before, &hash(&site));
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1, "{}", run.said);
    let told = "2025-12.json does not name the release above it with its hash";
    assert!(run.said.contains(told), "{}", run.said);
}

#[test]
fn an_earlier_day_does_not_know_later_releases() {
    let site = released();
    let run = site.run(&["build", "--as-of", "2025-08-15"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(site.public("vi/ky/2025-07/index.html").is_some());
    assert!(site.public("vi/ky/2025-12/index.html").is_none());
    assert!(site.public("data/releases/2025-12.json").is_none());
}
