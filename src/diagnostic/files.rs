//! The texts that diagnostics quote from, as they were read (NFC, LF).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Diagnostic;

#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The content folder as the person at the keyboard wrote it; put before every file name.
    pub root: String,
    pub texts: BTreeMap<Arc<str>, Arc<str>>,
}

impl Files {
    /// Lets go of the texts of plans that no diagnostic points to: nothing is quoted from them any more.
    pub fn keep_quoted(&mut self, said: &[Diagnostic]) {
        let places = said.iter().flat_map(Diagnostic::places);
        let quoted: BTreeSet<&str> = places.map(|place| &*place.file).collect();
        self.texts.retain(|file, _| !file.starts_with("plans/") || quoted.contains(&**file));
    }

    /// The file's name for a person: from where they stand.
    #[must_use]
    pub fn shown_name(&self, file: &str) -> String {
        // Files of a theme stand outside the content folder.
        if let Some(outside) = file.strip_prefix('@') {
            return outside.to_owned();
        }
        if file.is_empty() {
            return self.root.clone();
        }
        if self.root.is_empty() || self.root == "." {
            return file.to_owned();
        }
        format!("{}/{file}", self.root.trim_end_matches('/'))
    }
}
