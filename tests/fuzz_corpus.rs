//! Every file that fuzzing has kept is read once more, by the functions that are fuzzed.
//!
//! A file of the corpus that makes one of them panic is named with its target.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

#[path = "../fuzz/entries.rs"]
mod entries;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Entry = fn(&[u8]);

/// Each target, and the function that it calls.
const TARGETS: [(&str, Entry); 9] = [
    ("yaml", entries::yaml),
    ("headings", entries::headings),
    ("markdown", entries::markdown),
    ("dates", entries::dates),
    ("money", entries::money),
    ("deadlines", entries::deadlines),
    ("form", entries::form),
    ("annex", entries::annex),
    ("site", entries::site),
];

/// Files of a corpus are small, so that they can be read and are read fast.
const LARGEST_FILE: usize = 4 * 1024;
const LARGEST_CORPUS: usize = 500 * 1024;

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(format!("fuzz/corpus/{target}"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

fn is_read(target: &str) {
    let (_, entry) = TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    let files = corpus(target);
    assert!(files.len() >= 5, "{target} has {} files", files.len());
    for (name, bytes) in files {
        catch_unwind(AssertUnwindSafe(|| entry(&bytes)))
            .unwrap_or_else(|_| panic!("fuzz/corpus/{target}/{name}"));
    }
}

macro_rules! targets {
    ($($target:ident)*) => { $(#[test] fn $target() { is_read(stringify!($target)); })* };
}

targets! { yaml headings markdown dates money deadlines form annex site }

#[test]
fn every_target_is_here_and_the_corpus_stays_small() {
    let mut folders: Vec<String> = fs::read_dir("fuzz/fuzz_targets")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".rs", ""))
        .collect();
    folders.sort();
    let mut targets: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    targets.sort_unstable();
    assert_eq!(folders, targets);
    let mut whole = 0;
    for target in targets {
        for (name, bytes) in corpus(target) {
            assert!(bytes.len() <= LARGEST_FILE, "{target}/{name} has {} bytes", bytes.len());
            whole += bytes.len();
        }
    }
    assert!(whole <= LARGEST_CORPUS, "the corpus has {whole} bytes");
}
