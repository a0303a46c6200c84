//! A site that is built again after a change is, byte for byte, the one that is built from nothing; and what
//! nothing has changed for is not made again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and writes folders of its own"
)]

mod workshop;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::{self, File};

use serde_json::Value;
use workshop::editions::tree_at;
use workshop::{OTHER_PLAN, PLAN, Workshop, copy};

/// What the program remembers.
const RECORD: &str = ".public.congkhai.json";

struct Rebuilt {
    site: Workshop,
    built: Cell<usize>,
}

impl Rebuilt {
    fn new() -> Self {
        let rebuilt = Self { site: Workshop::of_two_plans(), built: Cell::new(0) };
        rebuilt.is_as_new("at first", 0, &[]);
        rebuilt
    }

    /// Builds again, and from nothing. `kept`: of how many plans everything stays.
    fn is_as_new(&self, step: &str, kept: u64, options: &[&str]) {
        let at = self.built.replace(self.built.get() + 1);
        let new = format!("new-{at}");
        let build = |out: &str| -> Value {
            let run = self.site.run(&[&["build", "--json", "--out", out], options].concat());
            assert_eq!(run.code, 0, "{step}: {}", run.answer);
            run.json()["published"].clone()
        };
        let [again, first] = ["public", &new].map(build);
        let trees = ["public", &new].map(|out| tree_at(&self.site.path(out)));
        let all: BTreeSet<&String> = trees.iter().flat_map(|tree| tree.keys()).collect();
        let differs: Vec<_> =
            all.into_iter().filter(|it| trees[0].get(*it) != trees[1].get(*it)).collect();
        assert!(differs.is_empty(), "{step}: {differs:?}");
        assert_eq!(again["pages"], first["pages"], "{step}");
        assert_eq!(again["files"], first["files"], "{step}");
        assert_eq!(again["plans_kept"], kept, "{step}");
        assert_eq!(first["plans_kept"], 0, "{step}");
        fs::remove_dir_all(self.site.path(&new)).unwrap();
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        self.site.edit(file, from, to);
    }
}

#[test]
fn only_a_plan_in_which_something_changed_is_made_again() {
    let site = Rebuilt::new();
    site.is_as_new("nothing changed", 2, &[]);

    let report = format!("{OTHER_PLAN}/outcomes/2025-06-15-report.yaml");
    site.edit(&report, "published: 2025-06-15", "published: 2025-06-16");
    site.is_as_new("a result", 1, &[]);
    site.site.write(&format!("{PLAN}/areas/1-water/README.md"), "For those who edit.\n");
    site.is_as_new("a file that nobody reads", 2, &[]);
    let area = format!("{PLAN}/areas/1-water/area.en.md");
    site.edit(&area, "## ", "## The ");
    site.is_as_new("a heading", 1, &[]);
    fs::remove_file(site.site.path(&report)).unwrap();
    site.is_as_new("a result taken back", 1, &[]);
}

#[test]
fn what_all_plans_show_makes_all_of_them_again() {
    let site = Rebuilt::new();
    site.edit("content/site.yaml", "Sample data.", "Sample figures.");
    site.is_as_new("the notice", 0, &[]);
    site.edit("content/glossary.yaml", "people's committee", "People's Committee");
    site.is_as_new("a term", 0, &[]);
    let agencies = fs::read_to_string(site.site.path("content/agencies.yaml")).unwrap();
    let name = agencies.lines().find(|line| line.contains("en:")).unwrap();
    let name = name.split("en: ").nth(1).unwrap().split(['}', ',']).next().unwrap();
    site.edit("content/agencies.yaml", name, &format!("{name} of the sample"));
    site.is_as_new("the name of a body", 0, &[]);
    site.site.write("content/pages/more.vi.md", "# Thêm\n\nDữ liệu mẫu.\n");
    site.is_as_new("a page", 0, &[]);
    site.is_as_new("another day", 0, &["--as-of", "2025-12-30"]);
    site.is_as_new("another address", 0, &["--base-url", "https://kiem-thu.vn/khac/"]);
    site.is_as_new("another address again", 2, &["--base-url", "https://kiem-thu.vn/khac/"]);

    copy("themes/default".as_ref(), &site.site.path("themes/own"));
    site.is_as_new("another theme", 0, &["--theme", "own"]);
    site.edit("themes/own/templates/page.html", "<main ", "<main data-mark=\"own\" ");
    site.is_as_new("a theme that changed", 0, &["--theme", "own"]);
    site.is_as_new("the same theme", 2, &["--theme", "own"]);
    site.is_as_new("the first theme", 0, &[]);
}

#[test]
fn what_plans_show_of_one_another_makes_all_of_them_again() {
    let site = Rebuilt::new();
    site.edit(&format!("{PLAN}/plan.yaml"), "number: ", "number: 0");
    site.is_as_new("the number of a plan", 0, &[]);
    let third = "content/plans/a-third-2025";
    copy(&site.site.path(PLAN), &site.site.path(third));
    let slug = fs::read_to_string(site.site.path(&format!("{PLAN}/plan.yaml"))).unwrap();
    let slug = slug.lines().find(|line| line.starts_with("slug:")).unwrap().to_owned();
    site.edit(&format!("{third}/plan.yaml"), &slug, "slug: third-2025");
    site.is_as_new("a plan before the others", 0, &[]);
    site.is_as_new("three plans", 3, &[]);
    fs::remove_dir_all(site.site.path(third)).unwrap();
    site.is_as_new("a plan is gone", 0, &[]);
}

#[test]
fn what_somebody_did_to_the_site_is_mended() {
    let site = Rebuilt::new();
    let page = "public/vi/other-2025/i1-ct01/index.html";
    let html = fs::read(site.site.path(page)).unwrap();
    let mut spoilt = html.clone();
    *spoilt.last_mut().unwrap() ^= 1;
    site.site.write(page, &spoilt);
    site.is_as_new("a letter of a page", 1, &[]);
    site.is_as_new("the page is mended", 2, &[]);
    fs::remove_file(site.site.path(page)).unwrap();
    site.is_as_new("a page is gone", 1, &[]);
    // Another file of the same size and time.
    let time = fs::metadata(site.site.path(page)).unwrap().modified().unwrap();
    site.site.write("aside", &spoilt);
    File::options().append(true).open(site.site.path("aside")).unwrap().set_modified(time).unwrap();
    fs::rename(site.site.path("aside"), site.site.path(page)).unwrap();
    site.is_as_new("another file in its place", 1, &[]);

    let manifest = fs::read_to_string(site.site.path("public/manifest.json")).unwrap();
    site.site.write("public/manifest.json", manifest.replacen('a', "b", 1));
    site.is_as_new("a manifest that is not the program's", 0, &[]);
    site.is_as_new("the manifest is mended", 2, &[]);
}

#[test]
fn a_record_that_cannot_be_used_is_passed_over() {
    let site = Rebuilt::new();
    let good = fs::read_to_string(site.site.path(RECORD)).unwrap();
    for (what, record) in [
        ("nothing", String::new()),
        ("half of it", good[..good.len() / 2].to_owned()),
        ("another version", good.replacen("\"version\":1", "\"version\":0", 1)),
        ("files that lead outside", good.replace("vi/1-2025/", "../vi/1-2025/")),
        ("files without stamps", {
            let mut record: Value = serde_json::from_str(&good).unwrap();
            for made in record["made"].as_object_mut().unwrap().values_mut() {
                for file in made["files"].as_array_mut().unwrap() {
                    file[1] = Value::Null;
                }
            }
            record.to_string()
        }),
    ] {
        assert_ne!(record, good, "{what}");
        site.site.write(RECORD, record);
        let kept = u64::from(what == "files that lead outside");
        site.is_as_new(what, kept, &[]);
        site.is_as_new("the record is mended", 2, &[]);
    }
    fs::remove_file(site.site.path(RECORD)).unwrap();
    // A folder where the record would be: the site is built all the same.
    fs::create_dir(site.site.path(RECORD)).unwrap();
    site.is_as_new("no place for a record", 0, &[]);
    site.is_as_new("still no place", 0, &[]);
}

#[test]
fn compressed_files_stay_with_their_pages() {
    let site = Rebuilt::new();
    let run = site.site.run(&["build", "--json", "--compress"]);
    assert_eq!(run.json()["published"]["plans_kept"], 0, "{}", run.answer);
    site.edit(&format!("{PLAN}/areas/1-water/area.en.md"), "## ", "## The ");
    site.is_as_new("compressed after a change", 1, &["--compress"]);
    site.is_as_new("not compressed any more", 0, &[]);
}
