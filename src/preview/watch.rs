//! Notices saved files.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::state::Shared;
use crate::output::Refusal;
use crate::values::said;

/// Editors write a file in several steps; what follows within this time is one change.
const ONE_CHANGE: Duration = Duration::from_millis(10);

/// Watches the content folder and the theme's folder. The watch ends with what is returned.
pub fn watch(shared: &Arc<Shared>) -> Result<RecommendedWatcher, Refusal> {
    let (saved, changes) = channel::<()>();
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
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // The receiver is gone only when the program ends.
            let _ = saved.send(());
        }
    })
    .map_err(|fault| refused(&fault))?;
    for folder in shared.folders() {
        watcher.watch(&folder, RecursiveMode::Recursive).map_err(|fault| refused(&fault))?;
    }
    let shared = Arc::clone(shared);
    std::thread::spawn(move || {
        while changes.recv().is_ok() {
            loop {
                match changes.recv_timeout(ONE_CHANGE) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            shared.refresh();
        }
    });
    Ok(watcher)
}
