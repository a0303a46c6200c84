//! What others put into the public folder: it comes along into the new tree, and is named.
//!
//! Files come as links, so that they keep all that they have. Dotfiles, which hosts use for their own ends,
//! come along without being named. What stands where the site would write is refused before anything changes.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the public folder is written here"
)]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::manifest::{MANIFEST, SIGNATURE};
use super::staging::link;
use super::workspace::INSIDE;
use super::{Refusal, permissions};
use crate::values::said;

/// The files that this program did not write.
#[derive(Debug, Default)]
pub struct Foreign {
    /// But for dotfiles.
    pub named: Vec<String>,
    /// Those that are equal to what the site would write there: they are of the site from now on.
    pub adopted: Vec<String>,
}

/// Finds them, and links them into the tree where one is `beside` the public folder.
pub fn foreign(
    out: &Path,
    tree: &Path,
    beside: bool,
    before: &BTreeMap<String, String>,
    keeps_signature: bool,
    is_of_site: &dyn Fn(&str) -> bool,
) -> Result<Foreign, Refusal> {
    let mut found = Foreign::default();
    if fs::symlink_metadata(out).is_err() {
        return Ok(found);
    }
    let mut clashes = Vec::new();
    // A folder whose owner may not write into it gets its permissions when all of it is there.
    let mut closed: Vec<(PathBuf, Metadata)> = Vec::new();
    let walk = WalkDir::new(out).min_depth(1).follow_links(false).into_iter();
    let is_no_workspace = |entry: &DirEntry| entry.depth() != 1 || entry.file_name() != INSIDE;
    for entry in walk.filter_entry(is_no_workspace) {
        let entry = entry.map_err(|fault| unreadable(out, &fault))?;
        let below = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let path = slashed(below);
        let target = tree.join(below);
        if entry.file_type().is_dir() {
            if beside && !is_ours(before, &path) {
                match bring_folder(entry.path(), &target) {
                    Ok(Some(older)) => closed.push((target, older)),
                    Ok(None) => {}
                    Err(fault) if is_clash(&fault) => clashes.push(path),
                    Err(fault) => return Err(unmoved(entry.path(), &fault)),
                }
            }
            continue;
        }
        let is_stale = path == SIGNATURE && !keeps_signature;
        if path == MANIFEST || is_stale || before.contains_key(&path) {
            continue;
        }
        if is_of_site(&path) {
            let is_file = entry.file_type().is_file();
            match is_file.then(|| adopt(entry.path(), &target, beside)) {
                Some(Ok(true)) => found.adopted.push(path),
                Some(Err(fault)) => return Err(unmoved(entry.path(), &fault)),
                Some(Ok(false)) | None => clashes.push(path),
            }
            continue;
        }
        if beside {
            match link(entry.path(), &target) {
                Err(fault) if is_clash(&fault) => clashes.push(path.clone()),
                Err(fault) => return Err(unmoved(entry.path(), &fault)),
                Ok(()) => {}
            }
        } else if target.is_dir() || has_file_above(tree, below) {
            clashes.push(path.clone());
        }
        if path != SIGNATURE && !path.split('/').any(|part| part.starts_with('.')) {
            found.named.push(path);
        }
    }
    if let Some(first) = clashes.first() {
        return Err(clash(out, clashes.len(), first));
    }
    for (folder, older) in closed {
        permissions::keep(&folder, &older).map_err(|fault| unmoved(&folder, &fault))?;
    }
    found.named.sort();
    Ok(found)
}

/// Whether the program made a folder: it has written into it.
fn is_ours(before: &BTreeMap<String, String>, folder: &str) -> bool {
    let inside = format!("{folder}/");
    before.range(inside.clone()..).next().is_some_and(|(path, _)| path.starts_with(&inside))
}

/// Makes the same folder in the tree; its permissions come when it is full.
fn bring_folder(from: &Path, to: &Path) -> io::Result<Option<Metadata>> {
    let older = fs::symlink_metadata(from)?;
    match fs::create_dir(to) {
        Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists || !to.is_dir() => Err(fault),
        Err(_) => Ok(None),
        Ok(()) => {
            permissions::keep_owner(to, &older);
            Ok(Some(older))
        }
    }
}

/// Takes a file of somebody else's for the site's, if it has the same bytes.
fn adopt(there: &Path, new: &Path, beside: bool) -> io::Result<bool> {
    if fs::read(there)? != fs::read(new)? {
        return Ok(false);
    }
    fs::remove_file(new)?;
    if beside {
        link(there, new)?;
    }
    Ok(true)
}

/// Something of the site stands there, or a file where a folder would have to be.
fn is_clash(fault: &io::Error) -> bool {
    matches!(fault.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory)
}

fn has_file_above(tree: &Path, below: &Path) -> bool {
    below.ancestors().skip(1).any(|folder| tree.join(folder).is_file())
}

fn slashed(below: &Path) -> String {
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn clash(out: &Path, number: usize, first: &str) -> Refusal {
    Refusal::new(
        said!(
            "{number} files in {} stand where the site would write, but were not written by this program, such \
             as {first}",
            "{number} tệp trong {} nằm ở chỗ trang sẽ ghi nhưng không do chương trình này tạo, ví dụ {first}",
            out.display()
        ),
        said!(
            "move them away, or choose another folder with --out",
            "chuyển các tệp đó đi, hoặc chọn thư mục khác bằng --out"
        ),
    )
}

fn unreadable(out: &Path, fault: &walkdir::Error) -> Refusal {
    let path = fault.path().unwrap_or(out).display();
    Refusal::new(
        said!(
            "{path} cannot be read, so that what is in it could not be kept",
            "không đọc được {path}, nên không giữ lại được những gì trong đó"
        ),
        said!(
            "give the right to read it, or move it away; the last site is as it was",
            "cấp quyền đọc, hoặc chuyển đi nơi khác; trang đã xuất bản vẫn giữ nguyên"
        ),
    )
}

fn unmoved(path: &Path, fault: &io::Error) -> Refusal {
    let (shown, why) = (path.display(), fault.kind());
    Refusal::new(
        said!(
            "{shown} was not written by this program and cannot be taken along into the new site: {why}",
            "{shown} không do chương trình này ghi và không đưa sang trang mới được: {why}"
        ),
        said!(
            "move it out of the public folder (a mounted folder too); the last site is as it was",
            "chuyển ra ngoài thư mục public (kể cả thư mục gắn kết); trang đã xuất bản vẫn giữ nguyên"
        ),
    )
}
