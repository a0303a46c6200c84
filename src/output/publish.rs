//! A site → the public folder.
//!
//! New and changed files are first written into a folder of their own inside the public folder, so
//! that a full disk or a lost power line leaves the last good site as it was; only then are they moved
//! into place. Files that are equal are not touched. Files that this program did not write are kept and
//! named.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the public folder is written here"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::Site;
use crate::content::sha256;
use crate::values::{Said, said};

/// Lists what this program wrote; it stands in the public folder for everyone to check.
pub const MANIFEST: &str = "manifest.json";

/// Where new files wait until all of them are written.
pub const STAGING: &str = ".congkhai-new";

#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    version: String,
    /// Path to the SHA-256 of the file, in hexadecimal.
    files: BTreeMap<String, String>,
}

/// What publishing did.
#[derive(Debug, Default)]
pub struct Published {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Files in the folder that this program did not write.
    pub foreign: Vec<String>,
}

/// Why nothing was published.
#[derive(Debug)]
pub struct Refusal {
    pub message: Said,
    pub help: Said,
}

impl Refusal {
    pub fn new(message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The machine did not let a file be written.
    #[must_use]
    pub fn unwritable(path: &Path, fault: &io::Error) -> Self {
        let (path, why) = (path.display(), fault.kind());
        Self::new(
            said!("{path} cannot be written: {why}", "không ghi được {path}: {why}"),
            said!(
                "check that you may write there and that the disk has room",
                "kiểm tra bạn có quyền ghi ở đó và ổ đĩa còn chỗ"
            ),
        )
    }
}

/// The files of the site that stands in `out`, as its manifest records them: one that was changed since
/// is not given.
pub fn earlier(out: &Path) -> impl Fn(&str) -> Option<Vec<u8>> + Sync {
    let (out, files) = (out.to_owned(), read_manifest(out));
    move |path| {
        let recorded = files.get(path).filter(|_| is_plain(path))?;
        fs::read(out.join(path)).ok().filter(|bytes| sha256(bytes) == *recorded)
    }
}

/// Writes the site into `out`.
///
/// # Errors
/// When `out` is a folder that must not be written into, or when the machine fails.
pub fn publish(site: &Site, out: &Path, content: &Path) -> Result<Published, Refusal> {
    refuse_dangerous(out, content)?;
    let failed = |path: &Path, fault: &io::Error| Refusal {
        help: said!(
            "check that the disk has room and that you may write there; the last site is as \
             it was",
            "kiểm tra ổ đĩa còn chỗ và bạn có quyền ghi; trang đã xuất bản vẫn giữ nguyên"
        ),
        ..Refusal::unwritable(path, fault)
    };
    fs::create_dir_all(out).map_err(|fault| failed(out, &fault))?;
    let before = read_manifest(out);
    let ours: BTreeSet<&str> = before.keys().map(String::as_str).collect();
    let present = present(out);
    refuse_clashes(site, out, &present, &ours)?;
    let manifest = Manifest {
        version: "v1".to_owned(),
        files: site.files.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect(),
    };
    let staging = out.join(STAGING);
    // A run that was killed may have left it behind.
    if staging.exists() {
        fs::remove_dir_all(&staging).map_err(|fault| failed(&staging, &fault))?;
    }
    let mut published = Published::default();
    let mut changed: Vec<&str> = Vec::new();
    for (path, bytes) in &site.files {
        let same = before.get(path) == manifest.files.get(path)
            && fs::read(out.join(path)).is_ok_and(|there| there == *bytes);
        if same {
            published.unchanged += 1;
            continue;
        }
        let target = staging.join(path);
        write(&target, bytes).map_err(|fault| failed(&target, &fault))?;
        changed.push(path);
    }
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
    let manifest_changed =
        !fs::read(out.join(MANIFEST)).is_ok_and(|there| there == text.as_bytes());
    if manifest_changed {
        let target = staging.join(MANIFEST);
        write(&target, text.as_bytes()).map_err(|fault| failed(&target, &fault))?;
        changed.push(MANIFEST);
    }
    for path in changed {
        let target = out.join(path);
        let moved = target
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::rename(staging.join(path), &target));
        moved.map_err(|fault| failed(&target, &fault))?;
        published.written += 1;
    }
    if staging.exists() {
        fs::remove_dir_all(&staging).map_err(|fault| failed(&staging, &fault))?;
    }
    for path in before.keys().filter(|path| !site.files.contains_key(*path)) {
        // The manifest is a public file: a path in it that leads outside is nobody's to remove.
        if is_plain(path) && present.contains(path.as_str()) {
            let target = out.join(path);
            fs::remove_file(&target).map_err(|fault| failed(&target, &fault))?;
            published.removed += 1;
            remove_empty_parents(out, &target);
        }
    }
    published.foreign = present
        .into_iter()
        .filter(|path| {
            !site.files.contains_key(path) && !before.contains_key(path) && path != MANIFEST
        })
        .collect();
    Ok(published)
}

/// Files that the site would write but that are somebody else's.
fn refuse_clashes(
    site: &Site,
    out: &Path,
    present: &BTreeSet<String>,
    ours: &BTreeSet<&str>,
) -> Result<(), Refusal> {
    let clashes: Vec<&str> = site
        .files
        .keys()
        .map(String::as_str)
        .filter(|path| present.contains(*path) && !ours.contains(*path))
        .filter(|path| fs::read(out.join(path)).ok().as_ref() != site.files.get(*path))
        .collect();
    if let Some(first) = clashes.first() {
        return Err(Refusal::new(
            said!(
                "{} files in {} stand where the site would write, but were not written by this \
                 program, such as {first}",
                "{} tệp trong {} nằm ở chỗ trang sẽ ghi nhưng không do chương trình này tạo, ví \
                 dụ {first}",
                clashes.len(),
                out.display()
            ),
            said!(
                "move them away, or choose another folder with --out",
                "chuyển các tệp đó đi, hoặc chọn thư mục khác bằng --out"
            ),
        ));
    }
    Ok(())
}

/// Writes one file: whole, or the one that was there stays.
///
/// # Errors
/// When the machine fails.
pub fn write_one(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    // Renaming would put a file in the place of a device, such as /dev/null.
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return Err(Refusal::new(
            said!("{} is no plain file", "{} không phải là tệp thông thường", path.display()),
            said!("name a file, new or old", "nêu tên một tệp, mới hoặc đã có"),
        ));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    let written = write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|fault| {
        // It may not even have begun to exist.
        let _ = fs::remove_file(&beside);
        Refusal {
            help: said!(
                "check that the name is that of a file, that the disk has room and that you may \
                 write there",
                "kiểm tra tên đó là tên tệp, ổ đĩa còn chỗ và bạn có quyền ghi"
            ),
            ..Refusal::unwritable(path, &fault)
        }
    })
}

fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(target, bytes)
}

fn is_plain(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

fn read_manifest(out: &Path) -> BTreeMap<String, String> {
    let text = fs::read(out.join(MANIFEST)).unwrap_or_default();
    serde_json::from_slice::<Manifest>(&text).map(|manifest| manifest.files).unwrap_or_default()
}

/// Files in the folder but dotfiles, which hosts use for their own ends.
fn present(out: &Path) -> BTreeSet<String> {
    WalkDir::new(out)
        .follow_links(false)
        .into_iter()
        .filter_entry(|entry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        })
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let below = entry.path().strip_prefix(out).unwrap_or(entry.path());
            let parts: Vec<_> =
                below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            parts.join("/")
        })
        .collect()
}

fn remove_empty_parents(out: &Path, file: &Path) {
    let mut folder = file.parent();
    while let Some(path) = folder.filter(|path| *path != out) {
        // A folder that is not empty stays, which is what is wanted.
        if fs::remove_dir(path).is_err() {
            break;
        }
        folder = path.parent();
    }
}

/// The site may not be written over the content, the whole disk or someone's home.
fn refuse_dangerous(out: &Path, content: &Path) -> Result<(), Refusal> {
    let refuse = |what: Said| {
        Err(Refusal::new(
            Said {
                en: format!("the site cannot be written to {}: {}", out.display(), what.en),
                vi: format!("không thể ghi trang vào {}: {}", out.display(), what.vi),
            },
            said!(
                "choose a folder of its own with --out, for example --out public",
                "chọn một thư mục riêng bằng --out, ví dụ --out public"
            ),
        ))
    };
    let place = existing(out);
    let content = existing(content);
    if place == content {
        return refuse(said!("this is the content folder", "đây là thư mục nội dung"));
    }
    if content.starts_with(&place) {
        return refuse(said!("the content folder lies in it", "thư mục nội dung nằm trong đó"));
    }
    if place.starts_with(&content) {
        return refuse(said!(
            "it lies in the content folder",
            "thư mục này nằm trong thư mục nội dung"
        ));
    }
    if place.parent().is_none() {
        return refuse(said!("this is the root of the disk", "đây là gốc của ổ đĩa"));
    }
    if crate::machine::home().is_some_and(|home| existing(&home) == place) {
        return refuse(said!("this is your home folder", "đây là thư mục cá nhân của bạn"));
    }
    if place.exists() && !place.is_dir() {
        return refuse(said!("this is no folder", "đây không phải là thư mục"));
    }
    Ok(())
}

/// The path with its links followed as far as it exists.
fn existing(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there = absolute.as_path();
    let mut rest = Vec::new();
    loop {
        if let Ok(real) = fs::canonicalize(there) {
            return rest.iter().rev().fold(real, |path, part| path.join(part));
        }
        match (there.file_name(), there.parent()) {
            (Some(name), Some(parent)) => {
                rest.push(name.to_owned());
                there = parent;
            }
            _ => return absolute,
        }
    }
}
