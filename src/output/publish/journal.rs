//! Where folders cannot be exchanged: a list of moves, which this run or the next carries out to its end.
//!
//! In: a workspace whose tree holds the new files. The list is written when all of them are on the disk. From
//! then on the new site will stand, even if this run is killed: whoever comes next finishes first. Each file
//! is whole at any moment; for a moment, some are old and some new.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the public folder is written here"
)]

use std::fs::{self, File};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::manifest::is_plain;
use super::permissions;

const LIST: &str = "moves.json";
const TREE: &str = "new";

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Moves {
    /// Files of the tree that go to the public folder; the manifest is the last.
    pub bring: Vec<String>,
    /// Files of the old site that the new has not.
    pub remove: Vec<String>,
}

pub fn is_there(workspace: &Path) -> bool {
    workspace.join(LIST).exists()
}

/// Writes the list and carries it out.
pub fn carry_out(workspace: &Path, out: &Path, moves: &Moves) -> io::Result<()> {
    let half = workspace.join("moves.half");
    fs::write(&half, serde_json::to_vec(moves)?)?;
    File::open(&half)?.sync_all()?;
    fs::rename(half, workspace.join(LIST))?;
    File::open(workspace)?.sync_all()?;
    finish(workspace, out)
}

/// Carries out the list of a run that did not come to its end; nothing where there is none.
pub fn finish(workspace: &Path, out: &Path) -> io::Result<()> {
    let list = workspace.join(LIST);
    if !list.exists() {
        return Ok(());
    }
    // Renamed when it was whole: what cannot be read is not this program's, and nothing is moved for it.
    let moves: Moves = serde_json::from_slice(&fs::read(&list)?).unwrap_or_default();
    let tree = workspace.join(TREE);
    // A file may stand where a folder will, or the other way round: then what is old goes first.
    if bring(&tree, out, &moves).is_err() {
        remove(out, &moves)?;
        bring(&tree, out, &moves)?;
    }
    remove(out, &moves)?;
    fs::remove_file(&list)?;
    permissions::remove_tree(&tree)
}

fn bring(tree: &Path, out: &Path, moves: &Moves) -> io::Result<()> {
    for path in moves.bring.iter().filter(|path| is_plain(path)) {
        let from = tree.join(path);
        // What was moved before the run was killed is not here any more.
        if fs::symlink_metadata(&from).is_err() {
            continue;
        }
        let to = out.join(path);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::rename(from, to)?;
    }
    Ok(())
}

fn remove(out: &Path, moves: &Moves) -> io::Result<()> {
    for path in moves.remove.iter().filter(|path| is_plain(path)) {
        let file = out.join(path);
        match fs::remove_file(&file) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
            _ => remove_empty_parents(out, &file),
        }
    }
    Ok(())
}

fn remove_empty_parents(out: &Path, file: &Path) {
    let mut folder = file.parent();
    while let Some(path) = folder.filter(|path| *path != out) {
        // A folder that is not empty stays, which is what is wanted.
        if fs::remove_dir(path).is_err() {
            break;
        }
        folder = path.parent();
    }
}
