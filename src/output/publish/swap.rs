//! The step in which the new site appears: two folders change places.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Whether it was done, or this file system cannot.
#[derive(Debug, PartialEq, Eq)]
pub enum Swapped {
    Done,
    Impossible,
}

/// Exchanges the new tree and the public folder; where there is no public folder yet, the tree becomes it.
pub fn swap(tree: &Path, out: &Path) -> io::Result<Swapped> {
    if fs::symlink_metadata(out).is_err() {
        fs::rename(tree, out)?;
    } else if exchange(tree, out)? == Swapped::Impossible {
        return Ok(Swapped::Impossible);
    }
    // The folders' own entries go to the disk, where the machine can do that.
    for folder in [out.parent(), tree.parent()].into_iter().flatten() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(Swapped::Done)
}

#[cfg(target_os = "linux")]
fn exchange(tree: &Path, out: &Path) -> io::Result<Swapped> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, tree, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(Swapped::Done),
        // Old kernels and some file systems do not know it; layers of containers cannot move a folder; somebody
        // else's folder may be written into but not moved.
        Err(
            Errno::INVAL
            | Errno::XDEV
            | Errno::BUSY
            | Errno::NOSYS
            | Errno::NOTSUP
            | Errno::PERM
            | Errno::ACCESS,
        ) => Ok(Swapped::Impossible),
        Err(fault) => Err(fault.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(_tree: &Path, _out: &Path) -> io::Result<Swapped> {
    Ok(Swapped::Impossible)
}

/// Everything that was written to the file system of `tree` goes to the disk: otherwise a loss of power just
/// after the exchange could leave a new site of empty files.
#[cfg(target_os = "linux")]
pub fn to_disk(tree: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(tree)?)?)
}

#[cfg(not(target_os = "linux"))]
pub fn to_disk(_tree: &Path) -> io::Result<()> {
    Ok(())
}
