//! Folders and files of the new site have the permissions that those of the old have.
//!
//! Where there is no older one, the machine's own rule (the umask) decides.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

/// Gives what stands at `path` the permissions of an older one.
#[cfg(unix)]
pub fn keep(path: &Path, older: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let wanted = older.permissions().mode() & 0o7777;
    if fs::symlink_metadata(path)?.permissions().mode() & 0o7777 == wanted {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(wanted))
}

#[cfg(not(unix))]
pub fn keep(_path: &Path, _older: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Gives a folder the owner and group of an older one, where this run may; a site that root builds for
/// another user stays that user's.
#[cfg(unix)]
pub fn keep_owner(path: &Path, older: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let Ok(now) = fs::symlink_metadata(path) else { return };
    if now.uid() != older.uid() {
        let _ = chown(path, Some(older.uid()), None);
    }
    if now.gid() != older.gid() {
        let _ = chown(path, None, Some(older.gid()));
    }
}

#[cfg(not(unix))]
pub fn keep_owner(_path: &Path, _older: &Metadata) {}

/// Whether this run may make and remove files in a folder.
///
/// # Errors
/// Why not.
#[cfg(unix)]
pub fn may_write(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

#[cfg(not(unix))]
pub fn may_write(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes a folder and all that is in it, also where a folder in it forbids it to its owner. Nothing there is
/// no fault.
pub fn remove_tree(folder: &Path) -> io::Result<()> {
    // The most of a site lies in few folders of folders. What cannot be removed so is met again below.
    let inner = WalkDir::new(folder).min_depth(2).max_depth(2).into_iter().flatten();
    let inner: Vec<DirEntry> = inner.filter(|entry| entry.file_type().is_dir()).collect();
    inner.par_iter().for_each(|entry| drop(fs::remove_dir_all(entry.path())));
    match fs::remove_dir_all(folder) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(fault) if fault.kind() == io::ErrorKind::PermissionDenied => {
            open_folders(folder);
            fs::remove_dir_all(folder)
        }
        other => other,
    }
}

#[cfg(unix)]
fn open_folders(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    // A folder is opened before it is gone through.
    let open = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o700)).is_ok();
    let _ = open(folder);
    let walk = WalkDir::new(folder).min_depth(1).into_iter();
    let folders = |entry: &DirEntry| entry.file_type().is_dir() && open(entry.path());
    walk.filter_entry(folders).for_each(drop);
}

#[cfg(not(unix))]
fn open_folders(_folder: &Path) {}
