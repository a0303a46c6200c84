//! The little that is asked of the machine itself. Only the two ends of the program come here.

use std::ffi::OsString;
use std::path::PathBuf;

/// The home folder, which must never be written over.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that asks, to protect the folder")]
pub fn home() -> Option<PathBuf> {
    std::env::home_dir()
}

/// Where minisign keeps its secret key.
#[must_use]
pub fn minisign_folder() -> Option<PathBuf> {
    let named = std::env::var_os("MINISIGN_CONFIG_DIR").filter(|it| !it.is_empty());
    named.map(PathBuf::from).or_else(|| Some(home()?.join(".minisign")))
}

/// What tells this program from another that was compiled: its version, its size, and when it was written. None
/// where the machine does not tell.
#[must_use]
pub fn program() -> Option<String> {
    let file = std::env::current_exe().ok()?.metadata().ok()?;
    Some(format!("{} {} {:?}", env!("CARGO_PKG_VERSION"), file.len(), file.modified().ok()?))
}

/// What was typed, the program's own name first.
#[must_use]
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// The settings that say in which language messages are wanted, in the order in which they count.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks; nothing published depends on it"
)]
pub fn language_settings() -> [String; 3] {
    ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default())
}
