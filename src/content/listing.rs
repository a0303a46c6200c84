//! Which files and folders there are, and what tells whether a file was written again.
//!
//! Dotfiles and editors' backups are passed over in silence: they are never read and never published.
//! Whatever else is no plain file or folder is refused by name.
//!
//! Either all of the folder is looked at, or the files that somebody has seen changing. The second gives up where
//! it is not sure to come to the same as the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::bounds;
use super::{Notices, folder};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::limits::{DEEPEST_FOLDER, LONGEST_PATH, MOST_FILES};
use crate::values::said;

/// Taken before the files are read, so that a later change shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// By path relative to the content folder, with `/`.
    files: BTreeMap<String, Stamp>,
    /// Likewise.
    folders: BTreeSet<String>,
    /// What is wrong with the folder itself.
    said: Vec<Diagnostic>,
}

/// What tells whether a file was written again: its size, when that was, and which file it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Stamp {
    size: u64,
    /// As the system tells it: its own numbers, or one text where it has none.
    numbers: [i64; 5],
    text: String,
}

impl Stamp {
    #[cfg(unix)]
    fn of(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let of_file = i64::from_ne_bytes(found.ino().to_ne_bytes());
        let written = [found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()];
        let [a, b, c, d] = written;
        Self { size: found.len(), numbers: [of_file, a, b, c, d], text: String::new() }
    }

    #[cfg(not(unix))]
    fn of(found: &Metadata) -> Self {
        let text = found.modified().map(|time| format!("{time:?}")).unwrap_or_default();
        Self { size: found.len(), numbers: [0; 5], text }
    }
}

/// Whether a name is a dotfile or a backup that an editor leaves behind.
fn is_no_content(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || [".bak", ".orig", ".rej", ".swp", ".swo", ".tmp"].iter().any(|end| name.ends_with(end))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

impl Listing {
    /// Looks which files there are; `stamped` also, which of them were written again since another time.
    #[must_use]
    pub fn of(root: &Path, stamped: bool) -> Self {
        let mut listing = Self::default();
        let mut notices = Notices::default();
        let walk = WalkDir::new(root)
            .follow_links(false)
            .sort_by_file_name()
            .max_depth(DEEPEST_FOLDER)
            .into_iter()
            .filter_entry(|entry| {
                entry.depth() == 0 || !is_no_content(&entry.file_name().to_string_lossy())
            });
        for entry in walk {
            match entry {
                Ok(entry) if entry.depth() == 0 => {}
                Ok(entry) if entry.depth() == DEEPEST_FOLDER && entry.file_type().is_dir() => {
                    notices.say(bounds::too_many(
                        Place::whole(&relative(root, entry.path()).into()),
                        DEEPEST_FOLDER,
                        DEEPEST_FOLDER - 1,
                        &said!("folders in one another", "thư mục lồng nhau"),
                    ));
                }
                Ok(_) if listing.files.len() >= MOST_FILES => {
                    notices.say(bounds::too_many(
                        Place::whole(&"".into()),
                        listing.files.len() + 1,
                        MOST_FILES,
                        &said!("files or more", "tệp trở lên"),
                    ));
                    break;
                }
                Ok(entry) => listing.note(root, &entry, stamped, &mut notices),
                Err(fault) => {
                    let path = fault.path().unwrap_or(root);
                    notices.say(Diagnostic::new(
                        Code::FileUnreadable,
                        Place::whole(&relative(root, path).into()),
                        said!(
                            "this cannot be read: {}",
                            "không đọc được: {}",
                            folder::reason(fault.io_error())
                        ),
                        said!(
                            "check that the path exists and that you may read it",
                            "kiểm tra đường dẫn có tồn tại và bạn có quyền đọc"
                        ),
                    ));
                }
            }
        }
        listing.said = notices.into_inner();
        listing
    }

    /// Files that are on no disk.
    pub fn given<'p>(files: impl Iterator<Item = &'p String> + Clone) -> Self {
        let above = |path: &'p String| {
            path.match_indices('/').filter_map(|(at, _)| path.get(..at)).map(str::to_owned)
        };
        Self {
            folders: files.clone().flat_map(above).collect(),
            files: files.map(|path| (path.clone(), Stamp::default())).collect(),
            said: Vec::new(),
        }
    }

    fn note(
        &mut self,
        root: &Path,
        entry: &walkdir::DirEntry,
        stamped: bool,
        notices: &mut Notices,
    ) {
        let path = relative(root, entry.path());
        bounds::path(&path, notices);
        let kind = entry.file_type();
        if kind.is_dir() {
            self.folders.insert(path);
        } else if kind.is_file() {
            let found = stamped.then(|| entry.metadata().ok()).flatten();
            self.files.insert(path, found.as_ref().map(Stamp::of).unwrap_or_default());
        } else {
            let what = if kind.is_symlink() {
                said!("this is a link", "đây là một liên kết tệp")
            } else {
                said!(
                    "this is neither a file nor a folder",
                    "đây không phải là tệp cũng không phải là thư mục"
                )
            };
            notices.say(Diagnostic::new(
                Code::FileSpecial,
                Place::whole(&path.into()),
                what,
                said!(
                    "put the file itself here, or move this out of the content folder",
                    "đặt chính tệp đó vào đây, hoặc chuyển ra khỏi thư mục nội dung"
                ),
            ));
        }
    }

    /// Looks at these files again, which were seen changing, and gives their paths relative to the root; those of
    /// no content are left out. None, and nothing is noted, where that does not tell all: a folder came or went, or
    /// something is no plain file.
    pub fn look_again(
        &mut self,
        root: &Path,
        seen: &BTreeSet<PathBuf>,
    ) -> Option<BTreeSet<String>> {
        // Only there is it known which paths the watcher tells, and that a file has one name only.
        if !cfg!(target_os = "linux") || !self.said.is_empty() {
            return None;
        }
        let root = std::path::absolute(root).ok()?;
        let mut found = BTreeMap::new();
        for path in seen {
            let path = below(&root, path)?;
            if !path.split('/').any(is_no_content) {
                let stamp = self.stamp_of(&root, &path)?;
                found.insert(path, stamp);
            }
        }
        let added = found.iter().filter(|(path, stamp)| stamp.is_some() && !self.has(path)).count();
        if self.files.len() + added >= MOST_FILES {
            return None;
        }
        let changed = |(path, stamp): (String, Option<Stamp>)| {
            let before = match stamp {
                Some(stamp) => self.files.insert(path.clone(), stamp).is_some(),
                None => self.files.remove(&path).is_some(),
            };
            // What came and went in between was never there.
            (before || self.files.contains_key(&path)).then_some(path)
        };
        Some(found.into_iter().filter_map(changed).collect())
    }

    /// Those of these paths that are in the listing.
    #[must_use]
    pub fn known_among(&self, root: &Path, seen: &BTreeSet<PathBuf>) -> BTreeSet<String> {
        let Ok(root) = std::path::absolute(root) else { return BTreeSet::new() };
        let known = |path: &PathBuf| below(&root, path).filter(|path| self.has(path));
        seen.iter().filter_map(known).collect()
    }

    /// The file as it is now, none where there is none; `None` where that does not tell all.
    #[expect(
        clippy::option_option,
        reason = "not knowing is another thing than knowing that nothing is there"
    )]
    fn stamp_of(&self, root: &Path, path: &str) -> Option<Option<Stamp>> {
        let above = path.rsplit_once('/').map(|(above, _)| above);
        let is_in_known_folder = above.is_none_or(|above| self.folders.contains(above));
        if path.is_empty()
            || path.split('/').count() >= DEEPEST_FOLDER
            || path.len() > LONGEST_PATH
            || self.folders.contains(path)
            || !is_in_known_folder
        {
            return None;
        }
        match root.join(path).symlink_metadata() {
            Ok(found) if found.is_file() => Some(Some(Stamp::of(&found))),
            Err(fault) if fault.kind() == ErrorKind::NotFound => Some(None),
            Ok(_) | Err(_) => None,
        }
    }

    /// Files and folders that are in one of the two only, and files that were written again.
    #[must_use]
    pub fn differences(&self, other: &Self) -> BTreeSet<String> {
        let folders = self.folders.symmetric_difference(&other.folders);
        let mut found: BTreeSet<String> = folders.cloned().collect();
        let (mut own, mut others) = (self.files.iter().peekable(), other.files.iter().peekable());
        while let Some(path) = own.peek().into_iter().chain(others.peek()).map(|it| it.0).min() {
            let this = own.next_if(|it| it.0 == path).map(|it| it.1);
            let that = others.next_if(|it| it.0 == path).map(|it| it.1);
            if this != that {
                found.insert(path.clone());
            }
        }
        found
    }

    /// What is wrong with the folder itself.
    #[must_use]
    pub fn said(&self) -> &[Diagnostic] {
        &self.said
    }

    /// Every file, by path.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Files below a folder, seen from there.
    pub fn files_below<'l>(&'l self, front: &'l str) -> impl Iterator<Item = &'l str> {
        let all = self.files.range(front.to_owned()..);
        all.map_while(move |(path, _)| path.strip_prefix(front))
    }

    /// Folders below a folder, seen from there.
    pub fn folders_below<'l>(&'l self, front: &'l str) -> impl Iterator<Item = &'l str> {
        let all = self.folders.range(front.to_owned()..);
        all.map_while(move |path| path.strip_prefix(front))
    }
}

/// A path as the listing names it; none where it is no text, or not below the root.
fn below(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let names: Option<Vec<&str>> =
        below.components().map(|part| part.as_os_str().to_str()).collect();
    Some(names?.join("/"))
}

fn relative(root: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = rest.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backups_are_no_content() {
        for name in [".git", "area.yaml~", "#area.yaml#", ".area.yaml.swp", "a.orig", "Thumbs.db"] {
            assert!(is_no_content(name), "{name}");
        }
        assert!(!is_no_content("area.yaml"));
    }
}
