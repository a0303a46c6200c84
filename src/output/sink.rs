//! Where the files of a site go as they are made.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::{MadeFile, Site};
use crate::timings::{Stage, Timings};

/// Takes files from many threads, each path once.
pub trait Sink: Sync {
    fn put(&self, path: &str, bytes: Vec<u8>);

    /// Takes files over from the site that stands, unless one of them is not there as it was written; then it
    /// takes none and says no.
    fn keep(&self, _files: &[MadeFile]) -> bool {
        false
    }
}

/// A site as a value.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Site>);

impl Kept {
    #[must_use]
    pub fn site(self) -> Site {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Kept {
    fn put(&self, path: &str, bytes: Vec<u8>) {
        let mut site = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        site.files.insert(path.to_owned(), bytes);
    }
}

/// Keeps nothing: for those who only ask which files a site has.
#[derive(Debug)]
pub struct Dropped;

impl Sink for Dropped {
    fn put(&self, _path: &str, _bytes: Vec<u8>) {}
}

/// Passes files on, keeps their names, and measures how long that takes.
pub struct Named<'s> {
    to: &'s dyn Sink,
    timings: &'s Timings,
    names: Mutex<BTreeSet<String>>,
}

impl<'s> Named<'s> {
    #[must_use]
    pub fn new(to: &'s dyn Sink, timings: &'s Timings) -> Self {
        Self { to, timings, names: Mutex::default() }
    }

    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Sink for Named<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        self.timings.of(Stage::Write, || self.to.put(path, bytes));
    }
}
