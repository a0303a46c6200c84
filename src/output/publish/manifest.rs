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

/// What stands beside it where somebody has signed it, in the form of minisign.
pub const SIGNATURE: &str = "manifest.json.minisig";

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Version v1: keys may be added, none changes its meaning.
    pub version: String,
    /// What wrote the site. A manifest of an earlier edition of this program has neither this nor the content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<Program>,
    /// The SHA-256 of the content that the site was made of, as `content::Fingerprint` has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Path to the SHA-256 of the file, in hexadecimal.
    pub files: BTreeMap<String, String>,
}

/// Which program, so that whoever has the content can make the same site again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Program {
    pub name: String,
    pub version: String,
}

impl Manifest {
    #[must_use]
    pub fn of(content: &str, files: BTreeMap<String, String>) -> Self {
        let program = Program {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        Self {
            version: "v1".to_owned(),
            program: Some(program),
            content: Some(content.to_owned()),
            files,
        }
    }

    /// The one of the site that stands in `out`; empty where there is none.
    #[must_use]
    pub fn read(out: &Path) -> Self {
        Self::read_with_hash(out).0
    }

    /// The same with the SHA-256 of its bytes.
    #[must_use]
    pub fn read_with_hash(out: &Path) -> (Self, String) {
        let text = fs::read(out.join(MANIFEST)).unwrap_or_default();
        let mut manifest: Self = serde_json::from_slice(&text).unwrap_or_default();
        // It is a public file: a path in it that leads outside is nobody's.
        manifest.files.retain(|path, _| is_plain(path));
        (manifest, sha256(&text))
    }

    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Whether a path stays below the folder that it is in.
#[must_use]
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
