//! What was made of single files, so that where one of them changes the others are not read again.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::Notices;
use super::folder::{Folder, Texts};
use crate::diagnostic::Diagnostic;

/// By the first of the files from which it was made.
#[derive(Debug, Default)]
pub struct Remembered(Mutex<BTreeMap<String, Made>>);

#[derive(Debug, Clone)]
struct Made {
    /// From these and no others, whether they are there or not.
    files: Vec<String>,
    value: Arc<dyn Any + Send + Sync>,
    said: Vec<Diagnostic>,
    texts: Texts,
}

impl Remembered {
    /// Without what was made of files that changed.
    #[must_use]
    pub fn without(&self, changed: &BTreeSet<String>) -> Self {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        made.retain(|_, made| !made.files.iter().any(|file| changed.contains(file)));
        Self(Mutex::new(made))
    }

    /// What was made of these files; where it is not remembered, `make` makes it, which may read no others.
    pub(super) fn or<T: Clone + Send + Sync + 'static>(
        &self,
        folder: &Folder,
        files: Vec<String>,
        notices: &mut Notices,
        make: impl FnOnce(&mut Notices) -> T,
    ) -> T {
        let Some(name) = files.first().cloned() else { return make(notices) };
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned();
        if let Some(made) = known
            && made.files == files
            && let Some(value) = made.value.downcast_ref::<T>()
        {
            folder.have_read(&made.files, &made.texts);
            notices.say_all(made.said);
            return value.clone();
        }
        let mut own = Notices::default();
        let value = make(&mut own);
        let said = own.into_inner();
        notices.say_all(said.clone());
        let texts = folder.texts_of(&files);
        let new = Made { files, value: Arc::new(value.clone()), said, texts };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name, new);
        value
    }
}
