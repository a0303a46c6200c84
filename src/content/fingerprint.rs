//! The content folder as one SHA-256, which a stranger finds with `find`, `sort` and `sha256sum`.
//!
//! It is that of a list with a line `HASH  ./PATH` for each file, in the order of the bytes of the paths; what
//! the reader passes over (dotfiles, backups) is not in it. docs/data.md has the commands, and a test runs them.
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::received::hex;

/// The files of a content folder with what is known of their bytes.
#[derive(Debug, Clone, Default)]
pub struct Fingerprint {
    root: PathBuf,
    /// The SHA-256 of each file that was read, and none for one that nobody asked for, such as a README.
    files: BTreeMap<String, Option<String>>,
}

impl Fingerprint {
    pub(super) fn new(root: PathBuf, files: BTreeMap<String, Option<String>>) -> Self {
        Self { root, files }
    }

    /// The SHA-256 of the list, in hexadecimal. Files that were not read yet are read now.
    ///
    /// # Errors
    /// The path of a file that cannot be read, and why.
    pub fn sha256(&self) -> Result<String, (PathBuf, io::Error)> {
        let mut list = Sha256::new();
        for (path, known) in &self.files {
            let hash = if let Some(hash) = known {
                hash.clone()
            } else {
                let file = self.root.join(path);
                of_file(&file).map_err(|fault| (file, fault))?
            };
            list.update(format!("{hash}  ./{path}\n"));
        }
        Ok(hex(&list.finalize()))
    }
}

impl Fingerprint {
    /// The SHA-256 of what was read in each folder of `plans/`, by that folder, and of everything else that was
    /// read, under the empty name.
    #[must_use]
    pub fn by_plan(&self) -> BTreeMap<&str, String> {
        let mut lists: BTreeMap<&str, Sha256> = BTreeMap::from([("", Sha256::new())]);
        for (path, hash) in &self.files {
            let Some(hash) = hash else { continue };
            let list = lists.entry(plan_of(path).unwrap_or_default()).or_default();
            list.update(format!("{hash}  ./{path}\n"));
        }
        lists.into_iter().map(|(plan, list)| (plan, hex(&list.finalize()))).collect()
    }

    /// The SHA-256 of one file, where it was read.
    #[must_use]
    pub fn of(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }
}

/// `plans/qd-3322-2024` of a file in that folder.
#[must_use]
pub fn plan_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix("plans/")?.find('/')?;
    path.get(.."plans/".len() + name)
}

/// Of one file, which may be larger than the memory.
fn of_file(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let (mut hash, mut part) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let length = file.read(&mut part)?;
        if length == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(part.get(..length).unwrap_or_default());
    }
}
