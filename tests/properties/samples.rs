//! The sample plan of the tests in memory, with other files in place of its own; and cases made by rule.

use std::collections::BTreeMap;
use std::path::Path;

use congkhai::diagnostic::as_text;
use congkhai::model::Settings;
use congkhai::timings::Timings;
use congkhai::values::Locale;
use congkhai::{Checked, check_loaded, content};
use proptest::sample;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::workshop::tree;

pub type Files = BTreeMap<String, Vec<u8>>;

/// How many cases of what is quickly tried.
pub const MANY: u32 = 4_096;

pub const PLAN: &str = "plans/sample-1-2025";

pub fn files() -> Files {
    let mut files: Files = tree(Path::new("tests/sites/small/content")).into_iter().collect();
    let site = String::from_utf8(files["site.yaml"].clone()).unwrap();
    files.insert("site.yaml".to_owned(), (site + "share_pictures: false\n").into_bytes());
    files
}

pub fn check(files: Files) -> Checked {
    let loaded = content::load_given(files, "content");
    check_loaded(loaded, &Settings::default(), &Timings::default())
}

/// What was said of it, for a person.
pub fn said(checked: &Checked) -> String {
    as_text(&checked.diagnostics, &checked.files, Locale::En, false)
}

/// The same cases in every run; what fails is made as small as it can be, and shown.
pub fn holds<S: Strategy>(cases: u32, strategy: &S, law: impl Fn(S::Value)) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let tried = runner.run(strategy, |value| {
        law(value);
        Ok(())
    });
    tried.unwrap_or_else(|fault| panic!("{fault}"));
}

/// One of a few words.
pub fn word(of: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    sample::select(of)
}
