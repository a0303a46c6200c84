//! A target or a task may name its own bodies and money: it then stands on their pages like an annex row.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use workshop::Workshop;

const AREA: &str = "content/plans/sample-1-2025/areas/1-water/area.yaml";

const LEADS: &str = "    leads:
      - agency: so-nuoc
        scope: {vi: phần đường ống, en: the pipes}
        deadline: {printed: {vi: Trước ngày 31/3/2025, en: Before 31 March 2025}, read: before 2025-03-31}
    partners: [{agency: ubnd}]
    budget: {kind: amount, printed: \"1,250\", vnd: 1250000000}
";

/// The small site, whose target without a number and whose task have a lead, a partner and money.
fn site(leads: &str) -> Workshop {
    let site = Workshop::small();
    site.edit(AREA, "  - id: i1-ct02\n", &format!("  - id: i1-ct02\n{leads}"));
    site.edit(AREA, "  - id: i1-nv01\n", &format!("  - id: i1-nv01\n{leads}"));
    site
}

/// What stands in `<main>`.
fn main_of(html: &str) -> &str {
    html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).unwrap().0
}

#[test]
fn a_target_and_a_task_stand_on_the_pages_of_their_bodies() {
    let site = site(LEADS);
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let page = |below: &str| site.public(below).unwrap_or_else(|| panic!("{below}"));
    for id in ["i1-ct02", "i1-nv01"] {
        for locale in ["vi", "en"] {
            let link = format!("{locale}/1-2025/{id}/index.html");
            for agency in ["so-nuoc", "ubnd"] {
                let agency = page(&format!("{locale}/agencies/{agency}/index.html"));
                assert!(main_of(&agency).contains(&link), "{link}");
            }
        }
        let english = page(&format!("en/1-2025/{id}/index.html"));
        for words in
            ["the pipes", "Before 31 March 2025", "1,250", "agencies/so-nuoc/", "agencies/ubnd/"]
        {
            assert!(main_of(&english).contains(words), "{id}: {words}");
        }
        // Who is asked is the lead, and not who issued the plan.
        assert!(!english.contains("names no body"), "{id}");
    }
    let roles = page("data/roles.csv");
    for (item, kind, agency) in [
        ("i1-ct02", "lead", "so-nuoc"),
        ("i1-ct02", "partner", "ubnd"),
        ("i1-nv01", "lead", "so-nuoc"),
        ("i1-nv01", "partner", "ubnd"),
    ] {
        let is_row = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            [item, kind, agency].iter().all(|wanted| cells.contains(wanted))
        };
        assert!(roles.lines().any(is_row), "{item} {kind} {agency}: {roles}");
    }
}

#[test]
fn what_they_name_is_checked_like_an_annex_row() {
    for (from, to, said) in [
        ("read: before 2025-03-31}", "read: before 2025-04-30}", "error[deadline-misread]"),
        ("vnd: 1250000000}", "vnd: 1250000}", "error[money-misread]"),
        ("partners: [{agency: ubnd}]", "partners: [{agency: ubdn}]", "error[id-unknown]"),
    ] {
        let site = site(&LEADS.replace(from, to));
        let run = site.run(&["check"]);
        // Once for the target, once for the task.
        assert_eq!(run.said.matches(said).count(), 2, "{said}: {}", run.said);
    }
}
