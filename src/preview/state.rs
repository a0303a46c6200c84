//! What the preview knows: the last good state, and what is wrong now.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use crate::diagnostic::{Diagnostic, as_text};
use crate::model::Model;
use crate::output;
use crate::theme::Theme;
use crate::values::Locale;
use crate::{Job, check, load_theme};

/// A state that can be shown.
pub struct Good {
    pub model: Model,
    pub theme: Theme,
    /// Made when the first search asks for one of them.
    search: OnceLock<BTreeMap<String, Vec<u8>>>,
}

impl Good {
    pub fn search_files(&self) -> &BTreeMap<String, Vec<u8>> {
        self.search.get_or_init(|| output::search_files(&self.model, &self.theme))
    }
}

pub struct Shared {
    job: Job,
    /// The language of diagnostics.
    pub lang: Locale,
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
            lang,
            good: RwLock::new(None),
            said: RwLock::new(String::new()),
            version: Mutex::new(0),
            changed: Condvar::new(),
        }
    }

    /// Reads everything again and wakes the browsers.
    pub fn refresh(&self) {
        let mut checked = check(&self.job);
        let theme = load_theme(&self.job, checked.model.as_ref())
            .map_err(|faults: Vec<Diagnostic>| checked.diagnostics.extend(faults))
            .ok();
        let sound = checked.is_sound(false);
        let text = as_text(&checked.diagnostics, &checked.files, self.lang, false);
        *self.said.write().unwrap_or_else(PoisonError::into_inner) = text;
        if sound && let (Some(model), Some(theme)) = (checked.model, theme) {
            let good = Arc::new(Good { model, theme, search: OnceLock::new() });
            *self.good.write().unwrap_or_else(PoisonError::into_inner) = Some(good);
        }
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
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
