//! Collects what is said while files are read, so that everything is told at once.

use crate::diagnostic::{Diagnostic, Severity};

#[derive(Debug, Default)]
pub struct Notices(Vec<Diagnostic>);

impl Notices {
    pub fn say(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    #[must_use]
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    #[must_use]
    pub fn into_inner(self) -> Vec<Diagnostic> {
        self.0
    }
}
