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
