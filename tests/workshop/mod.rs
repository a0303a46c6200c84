//! A small site in a folder of its own, and the program run on it as a person would.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod editions;
pub mod mounts;
pub mod other_shape;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The plan of the small site, and the one beside it in a site of two.
pub const PLAN: &str = "content/plans/sample-1-2025";
pub const OTHER_PLAN: &str = "content/plans/sample-2-2025";

pub struct Workshop {
    pub folder: TempDir,
}

pub struct Run {
    pub code: i32,
    pub said: String,
    pub answer: String,
}

impl Run {
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self {
            code: output.status.code().expect("the program was killed or panicked"),
            said: text(&output.stderr),
            answer: text(&output.stdout),
        }
    }

    /// Without the last line, which tells the time it took.
    pub fn said_without_summary(&self) -> String {
        let mut lines: Vec<&str> = self.said.trim_end().lines().collect();
        lines.pop();
        lines.join("\n").trim_end().to_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.answer)
            .unwrap_or_else(|fault| panic!("{fault}: {}", self.answer))
    }
}

impl Workshop {
    pub fn small() -> Self {
        Self::small_with_pictures().without_pictures()
    }

    /// The small site with its share pictures, which take most of the time of a build.
    pub fn small_with_pictures() -> Self {
        Self::of(Path::new("tests/sites/small/content"))
    }

    /// The small site with a second plan beside the first.
    pub fn of_two_plans() -> Self {
        let site = Self::small();
        copy(&site.path(PLAN), &site.path(OTHER_PLAN));
        let plan = format!("{OTHER_PLAN}/plan.yaml");
        let slug = fs::read_to_string(site.path(&plan)).unwrap();
        let slug = slug.lines().find(|line| line.starts_with("slug:")).unwrap().to_owned();
        site.edit(&plan, &slug, "slug: other-2025");
        site
    }

    /// The real content.
    pub fn real() -> Self {
        Self::of(Path::new("content")).without_pictures()
    }

    fn without_pictures(self) -> Self {
        let path = self.path("content/site.yaml");
        let text = fs::read_to_string(&path).unwrap().replace("share_pictures: true\n", "");
        fs::write(path, text + "share_pictures: false\n").unwrap();
        self
    }

    pub fn of(content: &Path) -> Self {
        let workshop = Self { folder: TempDir::new().unwrap() };
        copy(content, &workshop.path("content"));
        workshop
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    pub fn overlay(&self, folder: &Path) {
        copy(folder, &self.path("content"));
    }

    pub fn write(&self, below: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn edit(&self, below: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(below)).unwrap();
        assert!(text.contains(from), "{below} has no `{from}`");
        fs::write(self.path(below), text.replacen(from, to, 1)).unwrap();
    }

    pub fn public(&self, below: &str) -> Option<String> {
        fs::read_to_string(self.path("public").join(below)).ok()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
        // The language of messages is the machine's; tests have one of their own. Officials run `form` and
        // `take`, so these answer as they do to them.
        let officials = matches!(arguments.first(), Some(&("form" | "take")));
        let locale = if officials { "vi_VN.UTF-8" } else { "C" };
        command.current_dir(self.folder.path()).args(arguments).env("LC_ALL", locale);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).output().unwrap())
    }
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// Every file below a folder, sorted, with its bytes.
pub fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).unwrap().display().to_string();
            files.push((below, fs::read(entry.path()).unwrap()));
        }
    }
    files
}

/// The last day that the date of an outcome can mean: a date known to the month or the year counts from it,
/// because before that nobody can be sure.
pub fn last_day(outcome: &serde_json::Value) -> String {
    let dated = outcome["dated"].as_str().unwrap();
    match dated.len() {
        4 => format!("{dated}-12-31"),
        7 => format!("{dated}-31"),
        _ => dated.to_owned(),
    }
}
