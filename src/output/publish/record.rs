//! What a run remembers beside the public folder, so that the next need not make again what stays the same.
//!
//! Only time depends on it: where it is missing, damaged, or of another site than the one that stands, all is
//! made again.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: what stands beside the public folder is read here"
)]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Refusal;
use super::one_file::write_one;
use crate::output::Made;

/// What tells that a file was not written since: its size in bytes, and where the machine tells them, when it was
/// written (seconds and nanoseconds) and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(u64, i64, i64, u64);

impl Stamp {
    #[cfg(unix)]
    #[must_use]
    pub fn of(file: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(file.len(), file.mtime(), file.mtime_nsec(), file.ino())
    }

    #[cfg(not(unix))]
    #[must_use]
    pub fn of(file: &Metadata) -> Self {
        let written = file.modified().ok();
        let since = written.and_then(|it| it.duration_since(std::time::UNIX_EPOCH).ok());
        let seconds = since.and_then(|it| i64::try_from(it.as_secs()).ok());
        let rest = since.map_or(0, |it| i64::from(it.subsec_nanos()));
        Self(file.len(), seconds.unwrap_or(-1), rest, 0)
    }

    #[must_use]
    pub fn size(self) -> u64 {
        self.0
    }
}

/// Raised when the form of the record changes.
const VERSION: u32 = 1;

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    version: u32,
    /// The SHA-256 of the manifest of the site that it is of.
    manifest: String,
    /// By the plan's folder.
    pub made: BTreeMap<String, Made>,
}

impl Record {
    pub fn new(manifest: &str, made: BTreeMap<String, Made>) -> Self {
        Self { version: VERSION, manifest: manifest.to_owned(), made }
    }

    /// The one of the site that stands in `out` and has this manifest; an empty one where there is none.
    pub fn read(out: &Path, manifest: &str) -> Self {
        let text = place(out).and_then(|place| fs::read(place).ok()).unwrap_or_default();
        let record: Self = serde_json::from_slice(&text).unwrap_or_default();
        let is_of_it = record.version == VERSION && record.manifest == manifest;
        if is_of_it { record } else { Self::default() }
    }

    /// Puts it beside the public folder.
    pub fn write(&self, out: &Path) -> Result<(), Refusal> {
        let text = serde_json::to_vec(self).unwrap_or_default();
        place(out).map_or(Ok(()), |place| write_one(&place, &text))
    }
}

/// `.public.congkhai.json` beside `public`.
fn place(out: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(out.file_name()?);
    name.push(".congkhai.json");
    Some(out.parent()?.join(name))
}
