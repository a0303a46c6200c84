//! Two editions of a small site, to see which of them stands: every page of the second differs from the first, one
//! page is gone, another is new, and some files are the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use sha2::{Digest, Sha256};

use super::{Run, Workshop, copy};

pub type Tree = BTreeMap<String, Vec<u8>>;

pub struct Editions {
    pub site: Workshop,
    /// What readers must find of each.
    pub trees: [Tree; 2],
}

/// The content folder of each.
const CONTENT: [&str; 2] = ["content", "content-2"];

impl Editions {
    /// The first stands in `public`.
    pub fn make() -> Self {
        let site = Workshop::small();
        copy(&site.path(CONTENT[0]), &site.path(CONTENT[1]));
        let notice = "notice: {vi: Dữ liệu mẫu., en: Sample data.}";
        let changed = "notice: {vi: Bản thứ hai., en: The second edition.}";
        site.edit(&format!("{}/site.yaml", CONTENT[1]), notice, changed);
        for (content, page) in CONTENT.iter().zip(["first", "second"]) {
            for language in ["vi", "en"] {
                let text = format!("# {page} {language}\n\nDữ liệu mẫu {language}.\n");
                site.write(&format!("{content}/pages/{page}.{language}.md"), text);
            }
        }
        let trees = [0, 1].map(|edition| {
            let out = format!("expected-{edition}");
            let run = site.run(&["build", "--content", CONTENT[edition], "--out", &out]);
            assert_eq!(run.code, 0, "{}", run.said);
            let tree = tree_at(&site.path(&out));
            is_as_its_manifest_says(&tree);
            tree
        });
        let [first, second] = &trees;
        assert!(
            first.contains_key("vi/first/index.html")
                && !second.contains_key("vi/first/index.html")
        );
        let equal = first.iter().filter(|(path, bytes)| second.get(*path) == Some(*bytes)).count();
        assert!(equal > 3 && equal < first.len() / 2, "{equal} of {} are the same", first.len());
        copy(&site.path("expected-0"), &site.path("public"));
        Self { site, trees }
    }

    pub fn command(&self, edition: usize) -> Command {
        self.site.command(&["build", "--content", CONTENT[edition]])
    }

    pub fn build(&self, edition: usize) -> Run {
        self.site.run(&["build", "--json", "--content", CONTENT[edition]])
    }

    /// Which of them stands, whole and without a file more; nothing else may.
    pub fn standing(&self) -> usize {
        let found = self.found();
        match self.trees.iter().position(|tree| *tree == found) {
            Some(edition) => edition,
            None => panic!("the site is neither of the two: {}", self.told(&found)),
        }
    }

    /// What readers find in `public`.
    pub fn found(&self) -> Tree {
        tree_at(&self.site.path("public"))
    }

    /// Each file is one of the first edition or one of the second, whole.
    pub fn is_of_whole_files(&self, found: &Tree) -> bool {
        found
            .iter()
            .all(|(path, bytes)| self.trees.iter().any(|tree| tree.get(path) == Some(bytes)))
    }

    pub fn told(&self, found: &Tree) -> String {
        let of = |edition: usize| {
            let tree = &self.trees[edition];
            found.iter().filter(|(path, bytes)| tree.get(*path) == Some(*bytes)).count()
        };
        let strange: Vec<&String> = found
            .iter()
            .filter(|(path, bytes)| !self.trees.iter().any(|tree| tree.get(*path) == Some(*bytes)))
            .map(|(path, _)| path)
            .collect();
        format!(
            "{} files, {} of the first, {} of the second, {strange:?}",
            found.len(),
            of(0),
            of(1)
        )
    }

    /// What a dead run has left, if anything.
    pub fn left(&self) -> Option<PathBuf> {
        ["public/.congkhai-new", ".public.congkhai"]
            .map(|folder| self.site.path(folder))
            .into_iter()
            .find(|folder| fs::symlink_metadata(folder).is_ok())
    }
}

/// Every file, but for what is being made.
pub fn tree_at(folder: &std::path::Path) -> Tree {
    let files = super::tree(folder).into_iter();
    files.filter(|(path, _)| !path.starts_with(".congkhai-new/")).collect()
}

/// The manifest names every file but itself, with its hash, and no other.
fn is_as_its_manifest_says(tree: &Tree) {
    let manifest: serde_json::Value = serde_json::from_slice(&tree["manifest.json"]).unwrap();
    let listed = manifest["files"].as_object().unwrap();
    let hashes: BTreeMap<&str, String> = tree
        .iter()
        .filter(|(path, _)| *path != "manifest.json")
        .map(|(path, bytes)| {
            let hash = Sha256::digest(bytes);
            let hex = hash.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
            (path.as_str(), hex)
        })
        .collect();
    let listed: BTreeMap<&str, String> = listed
        .iter()
        .map(|(path, hash)| (path.as_str(), hash.as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(hashes, listed);
}
