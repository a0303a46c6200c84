//! Every file that the manifest names is read and its hash compared.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::place::{Fault, Place};
use crate::content::sha256;
use crate::values::Said;
use crate::values::limits::{LARGEST_PUBLISHED, MOST_UNREAD};

/// Files that are read at the same time: enough to hide the way to a server, few enough not to be a burden.
pub const AT_ONCE: usize = 4;

/// What a web server reads for itself. docs/portal.md says to put them into the folder.
const OF_SERVERS: [&str; 2] = [".htaccess", "web.config"];

/// The files of a site by how they compare. Each list is sorted.
#[derive(Debug, Default)]
pub struct Compared {
    pub equal: usize,
    pub differing: Vec<String>,
    pub missing: Vec<String>,
    /// In the folder, and not in the manifest.
    pub unnamed: Vec<String>,
    /// The same, for the server and not for readers.
    pub of_server: Vec<String>,
    pub unread: Vec<(String, Said)>,
    /// How many were not asked for any more, because the server gave so many others not.
    pub unasked: usize,
    /// The bytes of the releases, as they are there.
    pub releases: BTreeMap<String, Vec<u8>>,
}

impl Compared {
    #[must_use]
    pub fn differs(&self) -> bool {
        ![&self.differing, &self.missing, &self.unnamed].iter().all(|list| list.is_empty())
    }
}

/// Compares all files.
pub fn compare(
    place: &Place,
    files: &BTreeMap<String, String>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Compared {
    let list: Vec<(&String, &String)> = files.iter().collect();
    let (next, unread) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let found = Mutex::new(Compared::default());
    let work = || {
        while let Some((path, hash)) = list.get(next.fetch_add(1, Ordering::Relaxed)) {
            let gives_up = unread.load(Ordering::Relaxed) >= MOST_UNREAD;
            let read = if gives_up { None } else { Some(one(place, path)) };
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            match read {
                None => found.unasked += 1,
                Some((read, release)) => {
                    found.releases.extend(release.map(|bytes| ((*path).clone(), bytes)));
                    match read {
                        Ok(other) if other == **hash => found.equal += 1,
                        Ok(_) => found.differing.push((*path).clone()),
                        Err(Fault::Missing) => found.missing.push((*path).clone()),
                        Err(Fault::Unread(why)) => {
                            unread.fetch_add(1, Ordering::Relaxed);
                            found.unread.push(((*path).clone(), why));
                        }
                    }
                }
            }
            let done = next.load(Ordering::Relaxed).min(list.len());
            drop(found);
            progress(done, list.len());
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(work);
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let others = place.besides(&|path| files.contains_key(path));
    (found.of_server, found.unnamed) =
        others.into_iter().partition(|path| OF_SERVERS.contains(&path.as_str()));
    found.differing.sort();
    found.missing.sort();
    found.unread.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

/// The hash of a file; of a release also its bytes, because it names the one before it.
fn one(place: &Place, path: &str) -> (Result<String, Fault>, Option<Vec<u8>>) {
    if !super::chain::is_release(path) {
        return (place.sha256(path), None);
    }
    match place.whole(path, LARGEST_PUBLISHED) {
        Ok(bytes) => (Ok(sha256(&bytes)), Some(bytes)),
        Err(fault) => (Err(fault), None),
    }
}
