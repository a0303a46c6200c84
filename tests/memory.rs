//! What the preview knows after a change is what a fresh look at the content would tell: nothing of what is
//! kept from before is stale.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and writes folders of its own"
)]

mod workshop;

use std::fs;

use congkhai::Job;
use congkhai::diagnostic::as_text;
use congkhai::memory::Memory;
use congkhai::model::Settings;
use congkhai::values::Locale;
use workshop::{OTHER_PLAN as OTHER, PLAN, Workshop};

/// Both ways of looking at the content say the same; the diagnostics as a person reads them.
fn same(site: &Workshop, memory: &mut Memory, step: &str) -> String {
    let job = Job { content: site.path("content"), settings: Settings::default(), theme: None };
    let (kept, fresh) = (memory.check(&job), congkhai::check(&job));
    let text = |checked: &congkhai::Checked| {
        as_text(&checked.diagnostics, &checked.files, Locale::En, false)
    };
    assert_eq!(text(&kept), text(&fresh), "{step}");
    assert_eq!(kept.whole, fresh.whole, "{step}");
    assert!(
        format!("{:?}", kept.model) == format!("{:?}", fresh.model),
        "{step}: the models differ"
    );
    text(&kept)
}

#[test]
fn nothing_is_stale_after_any_change() {
    let site = Workshop::of_two_plans();
    let mut memory = Memory::default();
    let good = same(&site, &mut memory, "at first");
    assert!(!good.contains("error"), "{good}");
    same(&site, &mut memory, "nothing changed");

    let area = format!("{PLAN}/areas/1-water/area.yaml");
    let yaml = fs::read_to_string(site.path(&area)).unwrap();
    site.write(&area, format!("{yaml}\nunknown_key: 1\n"));
    assert!(same(&site, &mut memory, "an unknown key").contains("unknown_key"));
    site.write(&area, &yaml);
    assert_eq!(same(&site, &mut memory, "mended"), good);

    let text = format!("{OTHER}/areas/1-water/area.vi.md");
    let words = fs::read_to_string(site.path(&text)).unwrap();
    site.write(&text, format!("{words}\nThêm một câu không có trong bản nhận được.\n"));
    assert!(same(&site, &mut memory, "words that were not received").contains(&text[8..]));
    site.write(&text, &words);

    site.write(&format!("{OTHER}/areas/1-water/stray.md"), "A file that nobody reads.\n");
    assert!(same(&site, &mut memory, "a stray file").contains("stray.md"));
    fs::remove_file(site.path(&format!("{OTHER}/areas/1-water/stray.md"))).unwrap();
    assert_eq!(same(&site, &mut memory, "taken away"), good);

    // What lies between plans, and on what all of them depend.
    site.edit(&format!("{OTHER}/plan.yaml"), "slug: other-2025", "slug: about");
    assert!(same(&site, &mut memory, "the address of a page").contains("about"));
    site.edit(&format!("{OTHER}/plan.yaml"), "slug: about", "slug: other-2025");
    let bodies = fs::read_to_string(site.path("content/agencies.yaml")).unwrap();
    let id = bodies.lines().find_map(|line| line.strip_prefix("- id: ")).unwrap();
    site.edit("content/agencies.yaml", &format!("- id: {id}"), "- id: so-khac");
    assert!(same(&site, &mut memory, "a body has another id").contains(id));
    site.write("content/agencies.yaml", &bodies);
    let day = fs::read_to_string(site.path("content/site.yaml")).unwrap();
    let as_of = day.lines().find(|line| line.starts_with("as_of:")).unwrap().to_owned();
    site.edit("content/site.yaml", &as_of, "as_of: 2025-01-02");
    let early = same(&site, &mut memory, "an earlier day");
    assert!(early.contains("2025-01-02"), "{early}");
    site.write("content/site.yaml", "title: [");
    same(&site, &mut memory, "no settings");
    site.write("content/site.yaml", &day);
    assert_eq!(same(&site, &mut memory, "settings again"), good);

    let moved = site.path("content/plans/a-first");
    fs::rename(site.path(OTHER), &moved).unwrap();
    same(&site, &mut memory, "a folder has another name");
    fs::remove_dir_all(&moved).unwrap();
    same(&site, &mut memory, "a plan is gone");
    fs::remove_file(site.path(&format!("{PLAN}/plan.yaml"))).unwrap();
    assert!(same(&site, &mut memory, "a plan without its frame").contains("plan.yaml"));
}
