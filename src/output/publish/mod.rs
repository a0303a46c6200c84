//! The files of a site → the public folder, all at once or not at all.
//!
//! A new site is written aside (`staging`), beside what stands. When all of it is there, the two folders are
//! exchanged in one step (`swap`), or, where the file system cannot, the files are moved one by one by a list
//! that the next run can finish (`journal`). Until then, and whatever happens, the last site stands.

mod dangerous;
mod foreign;
mod journal;
mod manifest;
mod one_file;
mod permissions;
mod record;
mod refusal;
mod staging;
mod swap;
mod workspace;

pub use dangerous::existing as real_path;
pub use manifest::{MANIFEST, Manifest, Program, SIGNATURE, earlier, is_plain};
pub use one_file::write_one;
pub use record::Stamp;
pub use refusal::Refusal;
pub use staging::Staging;
pub use workspace::INSIDE as STAGING;

/// What publishing did.
#[derive(Debug, Default)]
pub struct Published {
    /// Files of the site, but for the manifest.
    pub files: usize,
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// Files in the folder that this program did not write.
    pub foreign: Vec<String>,
    /// A signature was of the manifest before this one. It would be a falsehood over this one, and is gone.
    pub signature_dropped: bool,
}
