//! What a person sees while a build takes longer than a second.

use std::io::IsTerminal;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::tell;

/// Says what is being done when it takes longer than a second and somebody watches.
pub struct Progress {
    stage: Arc<Mutex<Option<&'static str>>>,
    watched: bool,
}

impl Progress {
    pub fn begin() -> Self {
        let stage: Arc<Mutex<Option<&'static str>>> = Arc::new(Mutex::new(Some("beginning")));
        let watched = std::io::stderr().is_terminal();
        if watched {
            let stage = Arc::clone(&stage);
            std::thread::spawn(move || {
                loop {
                    std::thread::sleep(Duration::from_secs(1));
                    match stage.lock().ok().and_then(|stage| *stage) {
                        Some(stage) => tell(&format!("\r\u{1b}[K{stage} …")),
                        None => return,
                    }
                }
            });
        }
        Self { stage, watched }
    }

    pub fn at(&self, stage: &'static str) {
        if let Ok(mut now) = self.stage.lock() {
            *now = Some(stage);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Ok(mut now) = self.stage.lock() {
            *now = None;
        }
        if self.watched {
            tell("\r\u{1b}[K");
        }
    }
}
