//! What a person sees while a build takes longer than a second.

use std::io::IsTerminal;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::tell;
use crate::values::{Locale, Said, said};

/// Says what is being done when it takes longer than a second and somebody watches.
pub struct Progress {
    stage: Arc<Mutex<Option<String>>>,
    lang: Locale,
    watched: bool,
}

impl Progress {
    pub fn begin(lang: Locale) -> Self {
        let beginning = said!("beginning", "đang bắt đầu").get(lang).clone();
        let stage: Arc<Mutex<Option<String>>> = Arc::new(Mutex::new(Some(beginning)));
        let watched = std::io::stderr().is_terminal();
        if watched {
            let stage = Arc::clone(&stage);
            std::thread::spawn(move || {
                loop {
                    std::thread::sleep(Duration::from_secs(1));
                    match stage.lock().ok().and_then(|stage| stage.clone()) {
                        Some(stage) => tell(&format!("\r\u{1b}[K{stage} …")),
                        None => return,
                    }
                }
            });
        }
        Self { stage, lang, watched }
    }

    pub fn at(&self, stage: impl Into<Said>) {
        if let Ok(mut now) = self.stage.lock() {
            *now = Some(stage.into().get(self.lang).clone());
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
