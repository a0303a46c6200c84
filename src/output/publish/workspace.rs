//! The folder in which a new site is made, and the lock that says that a run is alive.
//!
//! It stands beside the public folder, on the same file system, so that the two can be exchanged. Where that
//! cannot be (the public folder is a mount point, or nothing may be written beside it) it stands inside. The
//! lock is the operating system's: it goes with the process, however that ends.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{Refusal, journal, permissions};
use crate::values::said;

/// The workspace inside the public folder. Servers are told to hide it.
pub const INSIDE: &str = ".congkhai-new";

#[derive(Debug)]
pub struct Workspace {
    pub folder: PathBuf,
    /// Whether it is beside the public folder, so that the two may be exchanged.
    pub beside: bool,
    lock: Option<File>,
}

enum Fault {
    /// Another run holds the lock.
    Alive,
    Machine(io::Error),
}

impl Workspace {
    /// Takes the workspace of `out`, and finishes or clears away what a dead run left.
    pub fn open(out: &Path) -> Result<Self, Refusal> {
        let unpublished = |fault: io::Error| Refusal::unpublished(out, &fault);
        let refuse = |fault| match fault {
            Fault::Alive => alive(out),
            Fault::Machine(fault) => unpublished(fault),
        };
        let exists = out.exists();
        let parent = out.parent().unwrap_or(out);
        if exists {
            permissions::may_write(out).map_err(unpublished)?;
        } else {
            fs::create_dir_all(parent).map_err(unpublished)?;
        }
        // A run that had no other place, perhaps on another day, may be alive or dead there.
        let inside = out.join(INSIDE);
        if fs::symlink_metadata(&inside).is_ok() {
            drop(Self::take(inside.clone(), false, out).map_err(refuse)?);
        }
        if !exists || is_same_mount(out, parent) {
            let mut name = std::ffi::OsString::from(".");
            name.push(out.file_name().unwrap_or_default());
            name.push(".congkhai");
            match Self::take(parent.join(name), true, out) {
                Err(Fault::Machine(fault)) if exists && is_closed(&fault) => {}
                other => return other.map_err(refuse),
            }
        }
        Self::take(inside, false, out).map_err(refuse)
    }

    fn take(folder: PathBuf, beside: bool, out: &Path) -> Result<Self, Fault> {
        let file = lock(&folder)?;
        let workspace = Self { folder, beside, lock: Some(file) };
        journal::finish(&workspace.folder, out).map_err(Fault::Machine)?;
        workspace.clear().map_err(Fault::Machine)?;
        Ok(workspace)
    }

    /// Where the files of the new site are.
    pub fn tree(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Removes everything but the lock.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                permissions::remove_tree(&entry.path())?;
            } else if entry.file_name() != LOCK {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// What cannot be removed now is removed by the next run.
impl Drop for Workspace {
    fn drop(&mut self) {
        // A list of moves that is not done is all that a reader's whole site depends on.
        if journal::is_there(&self.folder) || self.clear().is_err() {
            return;
        }
        // While the lock is held, so that nobody holds one on a file that is gone.
        let _ = fs::remove_file(self.folder.join(LOCK));
        let _ = fs::remove_dir(&self.folder);
        drop(self.lock.take());
    }
}

const LOCK: &str = "lock";

/// Makes the folder where it is missing, and locks it.
fn lock(folder: &Path) -> Result<File, Fault> {
    // Each time round, another run has ended meanwhile.
    for _ in 0..50 {
        match fs::create_dir(folder) {
            Err(fault) if fault.kind() != io::ErrorKind::AlreadyExists => {
                return Err(Fault::Machine(fault));
            }
            // Somebody's link could lead what is cleared away to any place.
            _ if fs::symlink_metadata(folder).is_ok_and(|it| !it.is_dir()) => {
                return Err(Fault::Machine(io::ErrorKind::NotADirectory.into()));
            }
            _ => {}
        }
        let path = folder.join(LOCK);
        let opened = match File::open(&path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => File::create(&path),
            opened => opened,
        };
        let file = match opened {
            Ok(file) => file,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => continue,
            Err(fault) => return Err(Fault::Machine(fault)),
        };
        match file.try_lock() {
            Ok(()) if is_still(&file, &path) => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Fault::Alive),
            Err(TryLockError::Error(fault)) => return Err(Fault::Machine(fault)),
        }
    }
    Err(Fault::Alive)
}

/// The lock was taken on the file that stands there, and not on one that its last owner has removed.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn is_still(_file: &File, path: &Path) -> bool {
    path.exists()
}

/// A folder that is a mount point cannot be exchanged.
#[cfg(target_os = "linux")]
fn is_same_mount(one: &Path, other: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    let mount = |path: &Path| {
        let flags = StatxFlags::BASIC_STATS | StatxFlags::MNT_ID;
        let found = statx(CWD, path, AtFlags::empty(), flags).ok()?;
        Some((found.stx_dev_major, found.stx_dev_minor, found.stx_mnt_id))
    };
    mount(one) == mount(other)
}

#[cfg(not(target_os = "linux"))]
fn is_same_mount(_one: &Path, _other: &Path) -> bool {
    false
}

fn is_closed(fault: &io::Error) -> bool {
    matches!(fault.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

fn alive(out: &Path) -> Refusal {
    Refusal::new(
        said!(
            "another run of this program is writing {} now",
            "một lần chạy khác của chương trình đang ghi {}",
            out.display()
        ),
        said!(
            "wait until it has ended, and build again; the last site is as it was",
            "chờ lần chạy đó kết thúc rồi dựng lại; trang đã xuất bản vẫn giữ nguyên"
        ),
    )
}
