//! Collects what is said while files are read, so that everything is told at once.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};

#[derive(Debug, Default)]
pub struct Notices(Vec<Diagnostic>);

impl Notices {
    pub fn say(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    pub fn say_all(&mut self, diagnostics: Vec<Diagnostic>) {
        self.0.extend(diagnostics);
    }

    /// Does the same with each, at the same time; what is said and what comes out keep the order.
    pub fn of_each<A: Send, B: Send>(
        &mut self,
        all: Vec<A>,
        work: impl Fn(A, &mut Notices) -> Option<B> + Sync,
    ) -> Vec<B> {
        let with_notices = |one: A| {
            let mut notices = Notices::default();
            let done = work(one, &mut notices);
            (done, notices)
        };
        let done: Vec<(Option<B>, Notices)> = all.into_par_iter().map(with_notices).collect();
        let said = |(done, notices): (Option<B>, Notices)| {
            self.0.extend(notices.0);
            done
        };
        done.into_iter().filter_map(said).collect()
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
