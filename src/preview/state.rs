//! What the preview knows: the last good state, and what is wrong now.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use crate::diagnostic::as_text;
use crate::memory::{Memory, Saved};
use crate::model::Model;
use crate::output::{self, Abbreviations};
use crate::theme::{Origin, Theme};
use crate::values::Locale;
use crate::{Job, theme_origin};

/// A state that can be shown.
pub struct Good {
    pub model: Model,
    pub theme: Arc<Theme>,
    pub abbreviations: Abbreviations,
    /// Made when the first search asks for one of them.
    search: OnceLock<BTreeMap<String, Vec<u8>>>,
}

impl Good {
    pub fn search_files(&self) -> &BTreeMap<String, Vec<u8>> {
        self.search.get_or_init(|| output::search_files(&self.model, &self.theme))
    }
}

/// What a look at the content has found.
pub struct Looked {
    /// The diagnostics as text; empty where there are none.
    said: String,
    /// Missing where the content has errors.
    good: Option<Good>,
}

pub struct Shared {
    job: Job,
    /// So that only what changed is read again.
    memory: Mutex<Memory>,
    /// The language of diagnostics.
    pub lang: Locale,
    /// The theme, where it is a folder.
    theme: Mutex<Option<PathBuf>>,
    good: RwLock<Option<Arc<Good>>>,
    /// The diagnostics of the newest state as text; empty where there are none.
    said: RwLock<String>,
    version: Mutex<u64>,
    changed: Condvar,
}

impl Shared {
    pub fn new(job: Job, lang: Locale) -> Self {
        Self {
            job,
            memory: Mutex::default(),
            lang,
            theme: Mutex::default(),
            good: RwLock::new(None),
            said: RwLock::new(String::new()),
            version: Mutex::new(0),
            changed: Condvar::new(),
        }
    }

    /// Reads again what has changed.
    pub fn look(&self, saved: &Saved) -> Looked {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let mut checked = memory.check_saved(&self.job, saved);
        let theme = memory
            .theme(&self.job, &checked)
            .map_err(|faults| checked.diagnostics.extend(faults))
            .ok();
        drop(memory);
        if let Ok(Origin::Folder(folder)) = theme_origin(&self.job, checked.model.as_ref()) {
            *self.theme.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder);
        }
        let sound = checked.is_sound(false);
        let said = as_text(&checked.diagnostics, &checked.files, self.lang, false);
        let good = match (checked.model, theme) {
            (Some(model), Some(theme)) if sound => {
                let abbreviations = Abbreviations::of(&model);
                Some(Good { model, theme, abbreviations, search: OnceLock::new() })
            }
            _ => None,
        };
        Looked { said, good }
    }

    /// Shows what was found, and wakes the browsers.
    pub fn show(&self, looked: Looked) {
        *self.said.write().unwrap_or_else(PoisonError::into_inner) = looked.said;
        if let Some(good) = looked.good {
            let good = Arc::new(good);
            let before = self.good.write().unwrap_or_else(PoisonError::into_inner).replace(good);
            // Nobody waits until a large model is gone.
            std::thread::spawn(move || drop(before));
        }
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Whether nothing has changed since the last look.
    pub fn is_current(&self) -> bool {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).is_current(&self.job)
    }

    /// The folders in which a change changes what is shown.
    pub fn folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.job.content.clone()];
        folders.extend(self.theme.lock().unwrap_or_else(PoisonError::into_inner).clone());
        folders.retain(|folder| folder.is_dir());
        folders
    }

    pub fn good(&self) -> Option<Arc<Good>> {
        self.good.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn said(&self) -> String {
        self.said.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn version(&self) -> u64 {
        *self.version.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the version is no longer `seen`, at most `longest`.
    pub fn wait(&self, seen: u64, longest: Duration) -> u64 {
        let version = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(version, longest, |now| *now == seen);
        let (version, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *version
    }
}
