//! A new site while it is made: files go to a folder aside, from many threads, and appear together.
//!
//! A file that is equal to what stands in the public folder is not written again but linked, so that it keeps
//! its time stamp. Nothing is locked while a file is written.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the public folder is written here"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use rayon::prelude::*;

use super::dangerous::{refuse_dangerous, standing};
use super::foreign::{Foreign, foreign};
use super::journal::{self, Moves};
use super::manifest::{self, MANIFEST, Manifest, SIGNATURE, is_plain};
use super::record::Record;
use super::swap::{Swapped, swap, to_disk};
use super::workspace::Workspace;
use super::{Published, Refusal, permissions};
use crate::content::sha256;
use crate::output::{Made, MadeFile, Sink, Stamp};
use crate::values::said;

/// A site that is being written. Dropped before it is published, nothing of it stays.
#[derive(Debug)]
pub struct Staging {
    /// The public folder, links followed.
    out: PathBuf,
    /// The files of the site that stands there, by its manifest.
    before: BTreeMap<String, String>,
    /// What the run that made it remembers.
    record: Record,
    workspace: Workspace,
    tree: PathBuf,
    /// Folders of the tree that were made.
    made: RwLock<BTreeSet<String>>,
    done: Mutex<BTreeMap<String, Written>>,
    /// The first thing that went wrong: `put` has nobody to tell.
    failed: Mutex<Option<Refusal>>,
}

/// One file of the new site.
#[derive(Debug)]
struct Written {
    sha256: String,
    size: u64,
    /// It was there before, with these bytes.
    equal: bool,
}

fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Staging {
    /// Begins to build a site beside `out`, and clears away what a dead run left.
    ///
    /// # Errors
    /// When `out` is a folder that must not be written into, when another run is writing it, or when the
    /// machine fails.
    pub fn begin(out: &Path, content: &Path) -> Result<Self, Refusal> {
        refuse_dangerous(out, content)?;
        let out = standing(out)?;
        let workspace = Workspace::open(&out)?;
        let (before, sha256) = Manifest::read_with_hash(&out);
        let (before, record) = (before.files, Record::read(&out, &sha256));
        let tree = workspace.tree();
        let staging = Self {
            out,
            before,
            record,
            workspace,
            tree,
            made: RwLock::default(),
            done: Mutex::default(),
            failed: Mutex::default(),
        };
        staging.root().map_err(|fault| Refusal::unpublished(&staging.tree, &fault))?;
        Ok(staging)
    }

    /// The files of the site that stands, as its manifest records them: one that was changed since is not given.
    pub fn earlier(&self) -> impl Fn(&str) -> Option<Vec<u8>> + Sync + '_ {
        move |path| manifest::recorded(&self.out, &self.before, path)
    }

    /// What was made of each plan of it, by the plan's folder.
    #[must_use]
    pub fn made(&self) -> &BTreeMap<String, Made> {
        &self.record.made
    }

    fn root(&self) -> io::Result<()> {
        fs::create_dir(&self.tree)?;
        if let Ok(older) = fs::metadata(&self.out) {
            permissions::keep_owner(&self.tree, &older);
            permissions::keep(&self.tree, &older)?;
        }
        Ok(())
    }

    /// Makes the folder of the tree in which a file will stand.
    fn folder_of(&self, path: &str) -> io::Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        if self.made.read().unwrap_or_else(PoisonError::into_inner).contains(folder) {
            return Ok(());
        }
        self.folder_of(folder)?;
        let new = self.tree.join(folder);
        match fs::create_dir(&new) {
            // Another thread was faster.
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => {}
            made => {
                made?;
                if let Some(older) = older(&self.out.join(folder), Metadata::is_dir) {
                    permissions::keep(&new, &older)?;
                }
            }
        }
        self.made.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
        Ok(())
    }

    fn take(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        if !is_plain(path) {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        let (sha256, size) = (sha256(bytes), bytes.len() as u64);
        let target = self.tree.join(path);
        let recorded = self.before.get(path);
        // What somebody changed by hand is noticed, and mended.
        let standing = recorded.and_then(|_| older(&self.out.join(path), Metadata::is_file));
        let equal = recorded == Some(&sha256)
            && standing.as_ref().is_some_and(|it| it.len() == size)
            && fs::read(self.out.join(path)).is_ok_and(|there| there == bytes);
        if !equal {
            self.folder_of(path)?;
            write(&target, bytes, standing.as_ref())?;
        } else if self.workspace.beside {
            self.folder_of(path)?;
            link(&self.out.join(path), &target)?;
        }
        Ok(Written { sha256, size, equal })
    }

    /// A file of the site that stands comes into the tree.
    fn take_over(&self, path: &str, size: u64) -> io::Result<Option<Written>> {
        let Some(sha256) = self.before.get(path).cloned() else { return Ok(None) };
        if self.workspace.beside {
            self.folder_of(path)?;
            link(&self.out.join(path), &self.tree.join(path))?;
        }
        Ok(Some(Written { sha256, size, equal: true }))
    }

    fn fail(&self, refusal: Refusal) {
        open(&self.failed).get_or_insert(refusal);
    }

    /// Everything is written and judged good: the site appears, all at once.
    ///
    /// # Errors
    /// What went wrong since the beginning, files of others where the site would write, a machine that fails.
    /// The last site is as it was.
    pub fn publish(
        self,
        content: &str,
        made: BTreeMap<String, Made>,
    ) -> Result<Published, Refusal> {
        let failed = |fault: io::Error| Refusal::unpublished(&self.out, &fault);
        if let Some(refusal) = open(&self.failed).take() {
            return Err(refusal);
        }
        let mut done = std::mem::take(&mut *open(&self.done));
        let files = done.iter().map(|(path, file)| (path.clone(), file.sha256.clone())).collect();
        let text = Manifest::of(content, files).text();
        let manifest = self.manifest(text.as_bytes()).map_err(failed)?;
        let beside = self.workspace.beside;
        let Foreign { named, adopted } =
            foreign(&self.out, &self.tree, beside, &self.before, manifest.equal, &|path| {
                done.contains_key(path)
            })?;
        for path in &adopted {
            if let Some(file) = done.get_mut(path) {
                file.equal = true;
            }
        }
        let written: Vec<&String> =
            done.iter().filter(|(_, file)| !file.equal).map(|(path, _)| path).collect();
        let is_there = |path: &str| fs::symlink_metadata(self.out.join(path)).is_ok();
        let mut remove: Vec<String> = self
            .before
            .keys()
            .filter(|path| !done.contains_key(*path))
            .filter(|path| is_there(path))
            .cloned()
            .collect();
        let published = Published {
            files: done.len(),
            written: written.len() + usize::from(!manifest.equal),
            unchanged: done.len() - written.len(),
            removed: remove.len(),
            foreign: named,
            signature_dropped: !manifest.equal && is_there(SIGNATURE),
        };
        if published.signature_dropped {
            remove.push(SIGNATURE.to_owned());
        }
        let stamps = self.judge(&done)?;
        let record = Record::new(&manifest.sha256, with_stamps(made, &stamps));
        if published.written == 0 && published.removed == 0 {
            self.remember(&record);
            return Ok(published);
        }
        to_disk(&self.tree).map_err(failed)?;
        let swapped = self.workspace.beside.then(|| swap(&self.tree, &self.out)).transpose();
        if swapped.map_err(failed)? != Some(Swapped::Done) {
            let mut bring: Vec<String> = written.into_iter().cloned().collect();
            bring.push(MANIFEST.to_owned());
            let moves = Moves { bring, remove };
            journal::carry_out(&self.workspace.folder, &self.out, &moves)
                .map_err(|fault| unfinished(&self.out, &fault))?;
        }
        self.remember(&record);
        Ok(published)
    }

    /// Without the record, the next run makes everything again, and nothing else.
    fn remember(&self, record: &Record) {
        let _ = record.write(&self.out);
    }

    fn manifest(&self, text: &[u8]) -> io::Result<Written> {
        let older = older(&self.out.join(MANIFEST), Metadata::is_file);
        let equal = fs::read(self.out.join(MANIFEST)).is_ok_and(|there| there == text);
        let target = self.tree.join(MANIFEST);
        if equal && older.is_some() && self.workspace.beside {
            link(&self.out.join(MANIFEST), &target)?;
        } else {
            write(&target, text, older.as_ref())?;
        }
        Ok(Written { sha256: sha256(text), size: text.len() as u64, equal })
    }

    /// Every file is there, with its size, before readers may see any of them.
    fn judge<'d>(
        &self,
        done: &'d BTreeMap<String, Written>,
    ) -> Result<BTreeMap<&'d str, Stamp>, Refusal> {
        let stamp = |(path, file): (&'d String, &Written)| {
            let root = if file.equal && !self.workspace.beside { &self.out } else { &self.tree };
            let there = older(&root.join(path), Metadata::is_file);
            let stamp = there.map(|there| Stamp::of(&there));
            stamp.filter(|it| it.size() == file.size).map(|it| (path.as_str(), it)).ok_or(path)
        };
        let stamps: Result<BTreeMap<&str, Stamp>, &String> = done.par_iter().map(stamp).collect();
        stamps.map_err(|path| {
            Refusal::new(
                said!(
                    "{path} was written, and is not on the disk as it was written",
                    "{path} đã được ghi nhưng trên đĩa không đúng như đã ghi"
                ),
                said!(
                    "check the disk, and that no other program cleans up {}; the last site is as it was",
                    "kiểm tra ổ đĩa, và không có chương trình khác dọn {}; trang đã xuất bản vẫn giữ nguyên",
                    self.workspace.folder.display()
                ),
            )
        })
    }
}

/// The same with the stamps of its files, and with the compressed ones that stand beside them.
fn with_stamps(
    made: BTreeMap<String, Made>,
    stamps: &BTreeMap<&str, Stamp>,
) -> BTreeMap<String, Made> {
    let stamped = |path: String| {
        let stamp = stamps.get(path.as_str()).copied();
        MadeFile(path, stamp)
    };
    let all = |file: MadeFile| {
        let compressed = ["gz", "br"].map(|end| format!("{}.{end}", file.0));
        let compressed = compressed.into_iter().filter(|path| stamps.contains_key(path.as_str()));
        std::iter::once(file.0).chain(compressed).map(stamped).collect::<Vec<_>>()
    };
    let of = |(plan, made): (String, Made)| {
        let mut files: Vec<MadeFile> = made.files.into_iter().flat_map(all).collect();
        // What stays was listed with its compressed files already.
        files.sort_by(|one, other| one.0.cmp(&other.0));
        files.dedup_by(|one, other| one.0 == other.0);
        (plan, Made { files, ..made })
    };
    made.into_par_iter().map(of).collect()
}

impl Sink for Staging {
    fn put(&self, path: &str, bytes: Vec<u8>) {
        if open(&self.failed).is_some() {
            return;
        }
        match self.take(path, &bytes) {
            Ok(file) => drop(open(&self.done).insert(path.to_owned(), file)),
            Err(fault) => self.fail(Refusal::unpublished(&self.out.join(path), &fault)),
        }
    }

    fn keep(&self, files: &[MadeFile]) -> bool {
        let is_as_written = |file: &MadeFile| {
            let there = older(&self.out.join(&file.0), Metadata::is_file);
            file.1.is_some() && there.map(|there| Stamp::of(&there)) == file.1
        };
        let is_known = |file: &MadeFile| is_plain(&file.0) && self.before.contains_key(&file.0);
        if !files.iter().all(|file| is_known(file) && is_as_written(file)) {
            return false;
        }
        let mut taken = Vec::with_capacity(files.len());
        for MadeFile(path, stamp) in files {
            match self.take_over(path, stamp.map_or(0, Stamp::size)) {
                Ok(file) => taken.extend(file.map(|file| (path.clone(), file))),
                Err(fault) => {
                    self.fail(Refusal::unpublished(&self.out.join(path), &fault));
                    break;
                }
            }
        }
        open(&self.done).extend(taken);
        true
    }
}

/// What stands at a path itself, links not followed, if it is of a kind.
fn older(path: &Path, is: impl Fn(&Metadata) -> bool) -> Option<Metadata> {
    fs::symlink_metadata(path).ok().filter(is)
}

/// Never over a file that is there: it might be a link to one of the site that stands.
fn write(target: &Path, bytes: &[u8], older: Option<&Metadata>) -> io::Result<()> {
    let mut file = File::create_new(target)?;
    file.write_all(bytes)?;
    older.map_or(Ok(()), |older| permissions::keep(target, older))
}

/// The same file in the new tree. Where the machine allows no link to it (it is somebody else's, or has too many),
/// a copy with its time stamp and permissions.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    let Err(fault) = fs::hard_link(from, to) else { return Ok(()) };
    let is_of_place =
        |kind| matches!(kind, io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory);
    let Some(older) = older(from, Metadata::is_file).filter(|_| !is_of_place(fault.kind())) else {
        return Err(fault);
    };
    write(to, &fs::read(from)?, Some(&older))?;
    File::options().append(true).open(to)?.set_modified(older.modified()?)
}

fn unfinished(out: &Path, fault: &io::Error) -> Refusal {
    Refusal {
        help: said!(
            "the new site is complete, but not all of its files could be moved into place: make room or \
             give the right to write there, and build again, which finishes this first",
            "trang mới đã đủ nhưng chưa chuyển hết tệp vào chỗ: hãy giải phóng đĩa hoặc cấp quyền ghi, rồi \
             dựng lại; lần dựng đó sẽ hoàn tất việc này trước"
        ),
        ..Refusal::unwritable(out, fault)
    }
}
