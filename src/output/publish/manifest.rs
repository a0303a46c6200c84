//! `manifest.json`: what this program wrote, for everyone to check, and for the next run to know its own files.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the public folder is read here"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::content::sha256;

/// It stands in the public folder.
pub const MANIFEST: &str = "manifest.json";

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    pub version: String,
    /// Path to the SHA-256 of the file, in hexadecimal.
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    pub fn of(files: BTreeMap<String, String>) -> Self {
        Self { version: "v1".to_owned(), files }
    }

    /// The one of the site that stands in `out`; empty where there is none.
    pub fn read(out: &Path) -> Self {
        let text = fs::read(out.join(MANIFEST)).unwrap_or_default();
        let mut manifest: Self = serde_json::from_slice(&text).unwrap_or_default();
        // It is a public file: a path in it that leads outside is nobody's.
        manifest.files.retain(|path, _| is_plain(path));
        manifest
    }

    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Whether a path stays below the folder that it is in.
pub fn is_plain(path: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(is_name) && !path.contains(['\\', '\0'])
}

/// The files of the site that stands in `out`, as its manifest records them: one that was changed since
/// is not given.
pub fn earlier(out: &Path) -> impl Fn(&str) -> Option<Vec<u8>> + Sync {
    let (out, files) = (out.to_owned(), Manifest::read(out).files);
    move |path| recorded(&out, &files, path)
}

/// One file, if it is as it is recorded.
pub fn recorded(out: &Path, files: &BTreeMap<String, String>, path: &str) -> Option<Vec<u8>> {
    let recorded = files.get(path)?;
    fs::read(out.join(path)).ok().filter(|bytes| sha256(bytes) == *recorded)
}
