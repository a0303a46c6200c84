//! What is said only because something else is wrong: mend that, and this is gone by itself.
//!
//! An editor who changed one word should read of that word, not of all that hangs on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Code, Diagnostic};

/// Takes out what follows from another diagnostic of the list.
pub fn drop_consequences(said: &mut Vec<Diagnostic>) {
    // Of two things with one id only the first is kept, so that the second seems to be missing.
    if said.iter().any(|said| said.code == Code::IdRepeated) {
        said.retain(|said| !said.code.needs_everything());
    }
    // The English of what is said about an item is locked under the right id of that item.
    let mut unsettled = files(said, Code::IdUnknown, |said| Some(&said.place.file));
    if !unsettled.is_empty() {
        said.retain(|said| said.code != Code::LockUnused);
    }
    // While the wording is not the document's, there is nothing to compare its English with.
    unsettled.extend(files(said, Code::CoverageMismatch, |said| Some(&said.place.file)));
    said.retain(|said| said.code != Code::EnglishStale || !unsettled.contains(&said.place.file));
    // While the two texts differ in form, none of the English is taken from that file.
    let unpaired = files(said, Code::LocalesDiffer, |said| {
        said.also.as_ref().map(|(place, _)| &place.file).or(Some(&said.place.file))
    });
    said.retain(|said| said.code != Code::EnglishMissing || !unpaired.contains(&said.place.file));
}

fn files(
    said: &[Diagnostic],
    code: Code,
    file: impl Fn(&Diagnostic) -> Option<&Arc<str>>,
) -> BTreeSet<Arc<str>> {
    said.iter().filter(|said| said.code == code).filter_map(file).cloned().collect()
}
