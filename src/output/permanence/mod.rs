//! What was published stays: releases, the past that they hold, and addresses.
//!
//! In: the model with its releases. Out: the bytes of a new release, and what the content would lose or
//! falsify of what was published. The past is compared as it is published, so this stands at the end
//! of the program and not among the checks.

mod addresses;
mod compare;
mod facts;
mod past;

pub use addresses::{addresses_of, lost_files};
pub use facts::freeze;

use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::pages::release_file;

/// What the content says against what was published before.
#[must_use]
pub fn judge(model: &Model) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    addresses::rule(model, &mut said);
    past::rule(model, &mut said);
    said
}

/// The facts of the releases, byte for byte as they were published.
pub fn files(model: &Model) -> impl Iterator<Item = (String, &[u8])> {
    model.releases.iter().map(|release| (release_file(&release.record.label), &*release.bytes))
}
