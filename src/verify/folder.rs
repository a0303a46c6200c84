//! A site in a folder of this machine.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use walkdir::WalkDir;

use super::place::Fault;
use crate::output::{MANIFEST, SIGNATURE, STAGING};
use crate::values::{Said, said};

/// Reads a file in parts. A link is followed: a server follows it too.
pub fn read(path: &Path, most: usize, to: &mut dyn FnMut(&[u8])) -> Result<(), Fault> {
    let unread = |fault: &io::Error| match fault.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Fault::Missing,
        kind => Fault::Unread(Said::same(&kind)),
    };
    // A pipe would be waited for until somebody writes into it.
    let there = fs::metadata(path).map_err(|fault| unread(&fault))?;
    if !there.is_file() {
        return Err(Fault::Unread(said!(
            "it is no plain file",
            "đây không phải là tệp thông thường"
        )));
    }
    let file = File::open(path).map_err(|fault| unread(&fault))?;
    parts(file, most, to)
        .map_err(|fault| fault.map_or_else(|| Fault::too_large(most), |it| unread(&it)))
}

/// Passes on what is read. None where it is more than may be.
pub fn parts(
    mut from: impl Read,
    most: usize,
    to: &mut dyn FnMut(&[u8]),
) -> Result<(), Option<io::Error>> {
    let (mut part, mut sum) = (vec![0; 64 * 1024], 0);
    loop {
        let length = match from.read(&mut part) {
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(Some)?,
        };
        sum += length;
        if length == 0 {
            return Ok(());
        }
        if sum > most {
            return Err(None);
        }
        to(part.get(..length).unwrap_or_default());
    }
}

/// What is there and not named, sorted. What cannot be read is there.
pub fn besides(root: &Path, is_named: &dyn Fn(&str) -> bool) -> Vec<String> {
    let is_workspace = |path: &Path| path.file_name().is_some_and(|name| name == STAGING);
    let walk = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    let mut found: Vec<String> = walk
        .filter_entry(|entry| entry.depth() != 1 || !is_workspace(entry.path()))
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            Ok(entry) => Some(entry.path().to_owned()),
            Err(fault) => fault.path().map(Path::to_owned),
        })
        .map(|path| slashed(path.strip_prefix(root).unwrap_or(&path)))
        .filter(|path| !matches!(path.as_str(), MANIFEST | SIGNATURE) && !is_named(path))
        .collect();
    found.sort();
    found
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
