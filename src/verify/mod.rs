//! A published site against its manifest: what differs, what is missing, what is there besides.
//!
//! In: a folder or an address, and what the reader knows: a key, hashes that were cited. Out: a `Verdict`. Nothing is
//! written. What comes from a server is anybody's: it is bounded, and never shown as it came.

mod address;
mod answer;
mod chain;
mod compare;
mod folder;
mod manifest;
mod place;
mod web;

pub use chain::Link;
pub use compare::Compared;
pub use manifest::is_hash;
pub use place::Place;

use crate::output::{MANIFEST, Program, SIGNATURE};
use crate::signature::{PublicKey, Signature};
use crate::values::limits::{LARGEST_MANIFEST, LARGEST_SIGNATURE};
use crate::values::{Said, Unreadable, said};

use manifest::Manifest;
use place::{Fault, no_manifest};

/// What is known before.
#[derive(Debug, Default)]
pub struct Known {
    /// The key that must have signed.
    pub key: Option<PublicKey>,
    /// Hashes of releases that were cited somewhere.
    pub cited: Vec<String>,
}

/// What was found.
#[derive(Debug)]
pub struct Verdict {
    pub program: Option<Program>,
    /// The SHA-256 of the content that the site says it was made of.
    pub content: Option<String>,
    /// How many files the manifest names.
    pub named: usize,
    pub compared: Compared,
    /// The releases, the oldest first.
    pub releases: Vec<Link>,
    /// Hashes that were cited and are of no release here.
    pub unknown: Vec<String>,
    pub signature: Signed,
}

/// What is to be said of the signature.
#[derive(Debug, PartialEq, Eq)]
pub enum Signed {
    /// There is none, and none was asked for.
    No,
    /// There is one by the key of this number, and no key to check it with.
    Unchecked(String),
    /// It fits; the comment that was signed.
    Good { key: String, comment: String },
    /// It does not fit, or is not there though a key was given.
    Bad(Said),
}

impl Verdict {
    /// Whether something is known to be otherwise than the manifest, the chain of releases or the signature says.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.compared.differs()
            || self.releases.iter().any(|link| link.fault.is_some())
            || !self.unknown.is_empty()
            || matches!(self.signature, Signed::Bad(_))
    }

    /// Whether everything could be looked at.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.compared.unread.is_empty() && self.compared.unasked == 0
    }
}

/// Compares a site with its manifest. `progress` hears how many files of how many were compared.
///
/// # Errors
/// When there is no manifest that could be compared with.
pub fn verify(
    place: &Place,
    known: &Known,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Verdict, Unreadable> {
    let bytes = place
        .whole(MANIFEST, LARGEST_MANIFEST)
        .map_err(|fault| no_manifest(&place.shown(), &fault))?;
    let Manifest { program, content, files } = manifest::read(&bytes, &place.shown())?;
    let signature = signed(place, &bytes, known.key.as_ref());
    let compared = compare::compare(place, &files, progress);
    let releases = chain::of(&compared.releases);
    let is_of_none = |hash: &&String| !releases.iter().any(|link| link.sha256 == **hash);
    let unknown = known.cited.iter().filter(is_of_none).cloned().collect();
    Ok(Verdict { program, content, named: files.len(), compared, releases, unknown, signature })
}

fn signed(place: &Place, manifest: &[u8], key: Option<&PublicKey>) -> Signed {
    let text = match place.whole(SIGNATURE, LARGEST_SIGNATURE) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(fault) if key.is_some() => {
            return Signed::Bad(match fault {
                Fault::Missing => said!("there is no {SIGNATURE}", "không có {SIGNATURE}"),
                Fault::Unread(why) => why,
            });
        }
        Err(_) => return Signed::No,
    };
    match (Signature::read(&text), key) {
        (Ok(signature), None) => Signed::Unchecked(signature.key_id()),
        // A server may answer with a page for every address; whoever gave no key did not ask for more.
        (Err(_), None) => Signed::No,
        (Err(fault), Some(_)) => Signed::Bad(fault.message),
        (Ok(signature), Some(key)) => match signature.check(key, manifest) {
            Ok(comment) => Signed::Good { key: key.id(), comment },
            Err(fault) => Signed::Bad(fault),
        },
    }
}
