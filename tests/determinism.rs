//! Same content, same as-of, same bytes: on any machine, in any folder, in any order of files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use walkdir::WalkDir;
use workshop::{Workshop, tree};

/// Copies a folder file by file in the given order, which is the order in which many file systems list
/// them.
fn copy_in_order(from: &Path, to: &Path, backwards: bool) {
    let mut files: Vec<PathBuf> = WalkDir::new(from)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(from).unwrap().to_owned())
        .collect();
    if backwards {
        files.reverse();
    }
    for file in files {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, fs::read(from.join(file)).unwrap()).unwrap();
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
    same_bytes(&Workshop::real(), 500);
}

#[test]
fn pictures_have_the_same_bytes_too() {
    same_bytes(&Workshop::small_with_pictures(), 75);
}

/// Builds the workshop's content twice, with as much as possible of the machine changed.
fn same_bytes(workshop: &Workshop, at_least: usize) {
    let (original, here) = (workshop.path("content"), workshop.path("here"));
    copy_in_order(&original, &here.join("content"), false);
    let mut first = workshop.command(&["build"]);
    first.current_dir(&here).env_clear().env("TZ", "Pacific/Kiritimati").env("LANG", "vi_VN.UTF-8");
    first.env("LC_ALL", "vi_VN.UTF-8").env("RAYON_NUM_THREADS", "1");
    let first = first.output().unwrap();
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));

    let there = TempDir::with_suffix(" ở nơi khác").unwrap();
    let (content, out) = (there.path().join("deep/er/content"), there.path().join("out/site"));
    copy_in_order(&original, &content, true);
    let content = content.to_str().unwrap();
    let out_name = out.to_str().unwrap();
    let mut second = workshop.command(&["build", "--content", content, "--out", out_name]);
    second.current_dir("/").env("TZ", "America/Los_Angeles").env("LANG", "C").env("LC_ALL", "C");
    second.env("RAYON_NUM_THREADS", "7").env("NO_COLOR", "1").env("SOURCE_DATE_EPOCH", "1");
    let second = second.output().unwrap();
    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));

    let (first, second) = (tree(&here.join("public")), tree(&out));
    assert!(first.len() > at_least, "only {} files", first.len());
    let names = |files: &[(String, Vec<u8>)]| -> Vec<String> {
        files.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&first), names(&second));
    for ((name, one), (_, other)) in first.iter().zip(&second) {
        assert!(one == other, "{name} differs");
    }
}

#[test]
fn nothing_of_this_machine_is_in_the_site() {
    let site = Workshop::real();
    assert_eq!(site.run(&["build"]).code, 0);
    let folder = site.path("");
    let machine = [folder.to_str().unwrap(), env!("CARGO_MANIFEST_DIR")];
    for (name, bytes) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        for path in machine {
            assert!(!text.contains(path.trim_end_matches('/')), "{name} names {path}");
        }
    }
}
