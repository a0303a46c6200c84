//! What the preview knows after a change is what a fresh look at the content would tell: nothing of what is
//! kept from before is stale, whether all of the folder is looked at or only what was seen changing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and writes folders of its own"
)]

mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use congkhai::Job;
use congkhai::diagnostic::as_text;
use congkhai::memory::{Memory, Saved};
use congkhai::model::Settings;
use congkhai::values::Locale;
use walkdir::WalkDir;
use workshop::{OTHER_PLAN as OTHER, PLAN, Workshop};

/// The memory of two previews: one looks at everything after a change, the other is told what changed.
#[derive(Default)]
struct Memories {
    all: Memory,
    told: Memory,
    /// The content folder as it was at the last look.
    before: Tree,
}

/// Files with their bytes, and folders, and whatever else there is.
type Tree = BTreeMap<PathBuf, Option<Vec<u8>>>;

fn tree(folder: &Path) -> Tree {
    let entries = WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    entries
        .map(|entry| {
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap());
            (entry.into_path(), bytes)
        })
        .collect()
}

/// What a watcher tells at least: of a folder that came or went the folder alone, as when it is moved.
fn seen(before: &Tree, now: &Tree) -> BTreeSet<PathBuf> {
    let differs = |path: &PathBuf| before.get(path) != now.get(path);
    let all: BTreeSet<&PathBuf> =
        before.keys().chain(now.keys()).filter(|path| differs(path)).collect();
    let is_below_one = |path: &PathBuf| all.contains(&path.parent().unwrap().to_owned());
    all.iter().filter(|path| !is_below_one(path)).map(|path| (*path).clone()).collect()
}

/// All ways of looking at the content say the same; the diagnostics as a person reads them.
fn same(site: &Workshop, memories: &mut Memories, step: &str) -> String {
    let content = site.path("content");
    let now = tree(&content);
    let saved = Saved::Paths(seen(&memories.before, &now));
    memories.before = now;
    let job = Job { content, settings: Settings::default(), theme: None };
    let fresh = congkhai::check(&job);
    let text = |checked: &congkhai::Checked| {
        as_text(&checked.diagnostics, &checked.files, Locale::En, false)
    };
    for (kept, how) in
        [(memories.all.check(&job), "all"), (memories.told.check_saved(&job, &saved), "told")]
    {
        assert_eq!(text(&kept), text(&fresh), "{step}, {how}");
        assert_eq!(kept.whole, fresh.whole, "{step}, {how}");
        assert!(
            format!("{:?}", kept.model) == format!("{:?}", fresh.model),
            "{step}, {how}: the models differ"
        );
    }
    assert!(memories.all.is_current(&job) && memories.told.is_current(&job), "{step}");
    text(&fresh)
}

#[test]
fn nothing_is_stale_after_any_change() {
    let site = Workshop::of_two_plans();
    let mut memory = Memories::default();
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

#[test]
fn nothing_of_a_single_file_is_stale() {
    let site = Workshop::of_two_plans();
    let mut memory = Memories::default();
    let good = same(&site, &mut memory, "at first");
    // Every file of a plan in turn, twice, so that the others are remembered and then this one.
    let files: Vec<PathBuf> = WalkDir::new(site.path(PLAN))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file())
        .collect();
    assert!(files.len() > 10, "{files:?}");
    for file in files.iter().chain(&files) {
        let bytes = fs::read(file).unwrap();
        let shown = file.display();
        fs::write(file, [&bytes[..], b"\nzzz\n"].concat()).unwrap();
        same(&site, &mut memory, &format!("a line more in {shown}"));
        fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
        same(&site, &mut memory, &format!("half of {shown}"));
        fs::remove_file(file).unwrap();
        same(&site, &mut memory, &format!("without {shown}"));
        // As editors do it that write a new file and then put it in the place of the old one.
        let other = site.path("content/4913");
        fs::write(&other, &bytes).unwrap();
        fs::rename(&other, file).unwrap();
        assert_eq!(same(&site, &mut memory, &format!("{shown} is there again")), good);
    }
    site.edit(&format!("{PLAN}/areas/1-water/area.en.md"), "### Better", "### Much better");
    assert_eq!(same(&site, &mut memory, "another title"), good);
}

#[test]
fn nothing_that_came_or_went_is_missed() {
    let site = Workshop::of_two_plans();
    let mut memory = Memories::default();
    let good = same(&site, &mut memory, "at first");

    let area = format!("{PLAN}/areas/2-empty");
    fs::create_dir(site.path(&area)).unwrap();
    assert!(same(&site, &mut memory, "an empty folder").contains("2-empty/area.yaml"));
    fs::rename(site.path(&area), site.path(&format!("{PLAN}/areas/3-empty"))).unwrap();
    assert!(same(&site, &mut memory, "it has another name").contains("3-empty/area.yaml"));
    fs::remove_dir(site.path(&format!("{PLAN}/areas/3-empty"))).unwrap();
    assert_eq!(same(&site, &mut memory, "it is gone"), good);

    let (one, other) = (format!("{PLAN}/areas/1-water"), format!("{PLAN}/areas/9-water"));
    fs::rename(site.path(&one), site.path(&other)).unwrap();
    same(&site, &mut memory, "an area has another name");
    site.edit(&format!("{other}/area.en.md"), "### Better", "### Much better");
    same(&site, &mut memory, "something in it");
    fs::rename(site.path(&other), site.path(&one)).unwrap();
    same(&site, &mut memory, "its old name again");

    // What is no content, and what is neither a file nor a folder.
    site.write(&format!("{one}/.area.yaml.swp"), "x");
    site.write(&format!("{one}/area.yaml~"), "x");
    site.write(&format!("{one}/.git/area.md"), "x");
    assert_eq!(same(&site, &mut memory, "backups"), good);
    std::os::unix::fs::symlink("area.yaml", site.path(&format!("{one}/link.yaml"))).unwrap();
    assert!(same(&site, &mut memory, "a link").contains("link.yaml"));
    site.edit(&format!("{one}/area.yaml"), "Tối thiểu 80%", "Tối thiểu 81%");
    same(&site, &mut memory, "an edit beside the link");
    site.edit(&format!("{one}/area.yaml"), "Tối thiểu 81%", "Tối thiểu 80%");
    fs::remove_file(site.path(&format!("{one}/link.yaml"))).unwrap();
    assert_eq!(same(&site, &mut memory, "no link"), good);
    let text = site.path(&format!("{one}/area.en.md"));
    let words = fs::read_to_string(&text).unwrap();
    fs::remove_file(&text).unwrap();
    fs::create_dir(&text).unwrap();
    same(&site, &mut memory, "a folder in the place of a file");
    fs::remove_dir(&text).unwrap();
    fs::write(&text, words).unwrap();
    assert_eq!(same(&site, &mut memory, "the file again"), good);

    // What is of no plan.
    site.write("content/pages/new.vi.md", "# Trang mới\n\n[Nước](item:i1-ct01)\n");
    assert!(same(&site, &mut memory, "a page").contains("new"));
    site.write("content/pages/new.en.md", "# A new page\n\n[Nowhere](item:i1-ct99)\n");
    assert!(same(&site, &mut memory, "a dead link").contains("i1-ct99"));
    fs::remove_file(site.path("content/pages/new.vi.md")).unwrap();
    fs::remove_file(site.path("content/pages/new.en.md")).unwrap();
    assert_eq!(same(&site, &mut memory, "no page"), good);
    let terms = fs::read_to_string(site.path("content/glossary.yaml")).unwrap();
    site.write("content/glossary.yaml", "- x");
    assert!(same(&site, &mut memory, "a faulty term").contains("glossary.yaml"));
    site.write("content/glossary.yaml", terms);
    site.write("content/redirects.yaml", "- {from: x/, to: y/, reason: {vi: a, en: b}}\n");
    assert!(same(&site, &mut memory, "a redirect").contains("redirects.yaml"));
    fs::remove_file(site.path("content/redirects.yaml")).unwrap();
    assert_eq!(same(&site, &mut memory, "no redirect"), good);

    let released = site.run(&["release", "2025-12", "--as-of", "2025-12-31"]);
    assert_eq!(released.code, 0, "{}", released.said);
    same(&site, &mut memory, "a release");
    site.edit(&format!("{one}/area.yaml"), "value: \"80\"", "value: \"81\"");
    assert!(same(&site, &mut memory, "the past is another").contains("2025-12"));
}

#[test]
fn a_body_that_ends_is_seen_in_every_plan() {
    let site = Workshop::of_two_plans();
    let mut memory = Memories::default();
    let good = same(&site, &mut memory, "at first");
    let bodies = fs::read_to_string(site.path("content/agencies.yaml")).unwrap();
    let successor = "  successors:\n    - {agency: ubnd, from: 2025-07-01}\n";
    site.edit("content/agencies.yaml", successor, "");
    let told = same(&site, &mut memory, "nobody came after a body that ended");
    assert!(told.contains("has ended"), "{told}");
    // It is said once, of the first plan in which it has a part.
    let moved = site.path("kept");
    fs::rename(site.path(PLAN), &moved).unwrap();
    let told = same(&site, &mut memory, "the other plan alone");
    assert!(told.contains("has ended") && told.contains("sample-2-2025"), "{told}");
    site.edit(&format!("{OTHER}/areas/1-water/area.en.md"), "### Better", "### Much better");
    assert!(same(&site, &mut memory, "an edit").contains("has ended"));
    site.edit(&format!("{OTHER}/areas/1-water/area.en.md"), "### Much better", "### Better");
    fs::rename(&moved, site.path(PLAN)).unwrap();
    site.write("content/agencies.yaml", bodies);
    assert_eq!(same(&site, &mut memory, "somebody came after it"), good);
}
