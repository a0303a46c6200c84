//! The files of a theme: the default's, overridden file by file.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::limits::{LARGEST_THEME_FILE, MOST_THEME_FILES};
use crate::values::{Said, said};

/// The theme inside the binary.
#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Embedded;

/// The name of the theme inside the binary.
pub const DEFAULT: &str = "default";

/// Path below the theme's folder, with `/`, to bytes.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    pub files: BTreeMap<String, Vec<u8>>,
    /// How diagnostics name the folder of a file.
    pub shown: BTreeMap<String, String>,
    /// Whether any template is not the default's.
    pub own_templates: bool,
}

/// Where a theme comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The default alone.
    Inside,
    /// A folder that overrides the default.
    Folder(PathBuf),
}

impl ThemeFiles {
    /// # Errors
    /// When the folder is missing or cannot be read.
    pub fn read(origin: &Origin) -> Result<Self, Diagnostic> {
        let mut theme = Self::default();
        for name in Embedded::iter() {
            if let Some(file) = Embedded::get(&name) {
                theme.shown.insert(name.to_string(), format!("@themes/default/{name}"));
                theme.files.insert(name.to_string(), file.data.into_owned());
            }
        }
        if let Origin::Folder(folder) = origin {
            theme.override_from(folder)?;
        }
        Ok(theme)
    }

    /// The SHA-256 of their names and bytes.
    pub fn digest(&self) -> [u8; 32] {
        let mut all = Sha256::new();
        for (name, bytes) in &self.files {
            all.update(Sha256::digest(name));
            all.update(Sha256::digest(bytes));
        }
        all.finalize().into()
    }

    fn override_from(&mut self, folder: &Path) -> Result<(), Diagnostic> {
        let shown = folder.display().to_string();
        let too_large = |path: &str, what: Said| {
            Diagnostic::new(
                Code::ThemeFault,
                Place::whole(&format!("@{path}").into()),
                what,
                said!(
                    "take out what the theme does not need, or make it smaller; docs/content.md lists the limits",
                    "bỏ những gì giao diện không cần, hoặc làm nhỏ lại; docs/content.md liệt kê các giới hạn"
                ),
            )
        };
        let mut count = 0_usize;
        let unreadable = |path: &str, fault: &str| {
            Diagnostic::new(
                Code::ThemeFault,
                Place::whole(&format!("@{path}").into()),
                said!(
                    "this part of the theme cannot be read: {fault}",
                    "không đọc được phần này của giao diện: {fault}"
                ),
                said!(
                    "check the theme's name and folder; docs/themes.md tells what a theme holds",
                    "kiểm tra tên và thư mục của giao diện; docs/themes.md nêu giao diện gồm \
                     những gì"
                ),
            )
        };
        for entry in WalkDir::new(folder).follow_links(false).sort_by_file_name() {
            let entry = entry.map_err(|fault| {
                let reason =
                    fault.io_error().map_or_else(String::new, |fault| fault.kind().to_string());
                unreadable(&shown, &reason)
            })?;
            let name = entry.file_name().to_string_lossy();
            if !entry.file_type().is_file() || name.starts_with('.') || name.ends_with('~') {
                continue;
            }
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let below: Vec<_> =
                below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let below = below.join("/");
            let path = format!("{shown}/{below}");
            count += 1;
            if count > MOST_THEME_FILES {
                return Err(too_large(
                    &shown,
                    said!(
                        "this theme has more than {MOST_THEME_FILES} files",
                        "giao diện này có hơn {MOST_THEME_FILES} tệp"
                    ),
                ));
            }
            let mut bytes = Vec::new();
            std::fs::File::open(entry.path())
                .and_then(|file| file.take(LARGEST_THEME_FILE as u64 + 1).read_to_end(&mut bytes))
                .map_err(|fault| unreadable(&path, &fault.kind().to_string()))?;
            if bytes.len() > LARGEST_THEME_FILE {
                let most = LARGEST_THEME_FILE / 1024 / 1024;
                return Err(too_large(
                    &path,
                    said!("this file is larger than {most} MiB", "tệp này lớn hơn {most} MiB"),
                ));
            }
            self.own_templates |= below.starts_with("templates/");
            self.shown.insert(below.clone(), format!("@{path}"));
            self.files.insert(below, bytes);
        }
        Ok(())
    }

    /// The place of a file, for diagnostics.
    #[must_use]
    pub fn place(&self, name: &str) -> Place {
        let shown = self.shown.get(name).cloned().unwrap_or_else(|| format!("@themes/{name}"));
        Place::whole(&shown.into())
    }
}
