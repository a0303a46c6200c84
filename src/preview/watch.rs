//! Notices saved files.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::state::Shared;
use crate::memory::Saved;
use crate::output::Refusal;
use crate::values::said;

/// Editors write a file in several steps; what follows within this time is one change.
const ONE_CHANGE: Duration = Duration::from_millis(10);

/// A file is emptied and filled again within this time; it is not read in between.
const ONE_STEP: Duration = Duration::from_millis(2);

/// When nothing was saved for so long, all of the folder is looked at once: a watcher may miss something, such as
/// what is put into a new folder before that is watched too.
const REST: Duration = Duration::from_millis(500);

/// Watches the content folder and the theme's folder. The watch ends with what is returned.
pub fn watch(shared: &Arc<Shared>) -> Result<RecommendedWatcher, Refusal> {
    let (saved, changes) = channel::<Saved>();
    let refused = |fault: &notify::Error| {
        Refusal::new(
            said!(
                "the folders cannot be watched: {fault}",
                "không theo dõi được các thư mục: {fault}"
            ),
            said!(
                "check that they exist and can be read",
                "kiểm tra các thư mục có tồn tại và đọc được"
            ),
        )
    };
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Some(change) = told_by(event) {
            // The receiver is gone only when the program ends.
            let _ = saved.send(change);
        }
    })
    .map_err(|fault| refused(&fault))?;
    for folder in shared.folders() {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(|fault| refused(&fault))?;
    }
    let shared = Arc::clone(shared);
    // It ends when the watch ends.
    std::thread::spawn(move || follow(&shared, &changes));
    Ok(watcher)
}

/// What may have changed, as far as the watcher knows; none where something was only read.
fn told_by(event: notify::Result<Event>) -> Option<Saved> {
    match event {
        Ok(event) if event.need_rescan() => Some(Saved::Anything),
        Ok(event) if matches!(event.kind, EventKind::Access(_)) => None,
        Ok(event) if !event.paths.is_empty() => {
            Some(Saved::Paths(event.paths.into_iter().collect()))
        }
        Ok(_) | Err(_) => Some(Saved::Anything),
    }
}

/// Looks at what was saved, again and again. The look begins before it is known whether the editor writes on; if it
/// does, what was found is not shown.
fn follow(shared: &Shared, changes: &Receiver<Saved>) -> Result<(), RecvError> {
    let mut saved = changes.recv()?;
    loop {
        while let Ok(more) = changes.recv_timeout(ONE_STEP) {
            saved = saved.and(more);
        }
        let (looked, more) = std::thread::scope(|scope| {
            let looking = scope.spawn(|| shared.look(&saved));
            let more = until_quiet(changes);
            (looking.join(), more)
        });
        saved = match (looked, more) {
            (_, Some(more)) => more,
            (Ok(looked), None) => {
                shared.show(looked);
                next(shared, changes)?
            }
            // The program said on the standard error what it stumbled over.
            (Err(_), None) => next(shared, changes)?,
        };
    }
}

/// What is saved until nothing was for a while.
fn until_quiet(changes: &Receiver<Saved>) -> Option<Saved> {
    let mut saved: Option<Saved> = None;
    while let Ok(more) = changes.recv_timeout(ONE_CHANGE) {
        saved = Some(match saved {
            Some(saved) => saved.and(more),
            None => more,
        });
    }
    saved
}

/// What is saved next, also where the watcher has missed it.
fn next(shared: &Shared, changes: &Receiver<Saved>) -> Result<Saved, RecvError> {
    match changes.recv_timeout(REST) {
        Ok(saved) => Ok(saved),
        Err(RecvTimeoutError::Timeout) if !shared.is_current() => Ok(Saved::Anything),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => changes.recv(),
    }
}
