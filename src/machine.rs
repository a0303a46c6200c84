//! The little that is asked of the machine itself. Only the two ends of the program come here.

use std::path::PathBuf;

/// The home folder, which must never be written over.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that asks, to protect the folder")]
pub fn home() -> Option<PathBuf> {
    std::env::home_dir()
}
