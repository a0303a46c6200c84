//! What was read and understood before, so that after a change only the plans in which something changed are
//! read, resolved and checked again, and of these only the files that changed are read.
//!
//! In: a job, again and again. Out: the same as `check` says each time; tests hold the two equal. A plan
//! depends on its own folder, the site's settings and the bodies; what lies between plans is checked anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::{
    Before, Changed, Listing, ReadPlan, Remembered, Size, Texts, counts, is_of_all, load_changed,
    plan_of,
};
use crate::diagnostic::{Diagnostic, Files};
use crate::model::{Frame, Plan};
use crate::theme::{self, Origin, Theme};
use crate::{Checked, Job, checks, has_decisions, output, theme_origin, told};

/// Where more plans than these change at once, nobody is writing in them, and what was made of their single files
/// is not kept.
const MOST_WRITTEN_IN: usize = 4;

#[derive(Debug, Default)]
pub struct Memory {
    /// Missing before the first look.
    listing: Option<Arc<Listing>>,
    /// By their folder.
    plans: BTreeMap<String, Known>,
    /// The theme inside the program, with and without decisions.
    themes: BTreeMap<bool, Arc<Theme>>,
}

/// What may have changed since the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// These paths and no others, as somebody saw who watched.
    Paths(BTreeSet<PathBuf>),
    Anything,
}

impl Saved {
    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Paths(mut all), Self::Paths(more)) => {
                all.extend(more);
                Self::Paths(all)
            }
            (Self::Anything, _) | (_, Self::Anything) => Self::Anything,
        }
    }
}

#[derive(Debug)]
struct Known {
    texts: Texts,
    size: Size,
    /// What was said of single files.
    read: Vec<Diagnostic>,
    /// What was said of the plan as a whole.
    later: Vec<Diagnostic>,
    /// Missing where its frame could not be read.
    plan: Option<Arc<Plan>>,
    /// Of a plan in which somebody writes.
    remembered: Option<Remembered>,
}

impl Known {
    fn of(read: ReadPlan, frame: &Frame) -> Self {
        let size = read.folder.as_ref().map(Size::of).unwrap_or_default();
        let (plan, mut later) =
            read.folder.map_or_else(Default::default, |folder| frame.plan(folder));
        later.extend(plan.iter().flat_map(|plan| checks::check_plan(plan, frame.agencies())));
        Self {
            texts: read.texts,
            size,
            read: read.said,
            later,
            plan: plan.map(Arc::new),
            remembered: read.remembered,
        }
    }
}

/// The plans of before, and the paths that changed since.
struct Earlier<'m> {
    plans: &'m BTreeMap<String, Known>,
    changed: &'m BTreeSet<String>,
}

impl Earlier<'_> {
    fn is_touched(&self, plan: &str) -> bool {
        let front = format!("{plan}/");
        let first = self.changed.range(front.clone()..).next();
        self.changed.contains(plan) || first.is_some_and(|path| path.starts_with(&front))
    }
}

impl Before for Earlier<'_> {
    fn is_known(&self, plan: &str) -> bool {
        self.plans.contains_key(plan)
            && !self.is_touched(plan)
            && !self.changed.iter().any(|path| is_of_all(path))
    }

    fn remembered(&self, plan: &str) -> Option<Remembered> {
        let known = self.plans.get(plan)?;
        let touched = || self.plans.keys().filter(|plan| self.is_touched(plan));
        match &known.remembered {
            Some(remembered) => Some(remembered.without(self.changed)),
            None if self.is_touched(plan) && touched().count() <= MOST_WRITTEN_IN => {
                Some(Remembered::default())
            }
            None => None,
        }
    }
}

impl Memory {
    /// What `check` says of the job, whose content folder and settings stay the same.
    pub fn check(&mut self, job: &Job) -> Checked {
        self.check_saved(job, &Saved::Anything)
    }

    /// The same where it is known what may have changed.
    pub fn check_saved(&mut self, job: &Job, saved: &Saved) -> Checked {
        let (listing, changed) = self.look(job, saved);
        let shown = job.content.display().to_string();
        let mut before = std::mem::take(&mut self.plans);
        let earlier = Earlier { plans: &before, changed: &changed };
        let Changed { content, said: mut read, plans } =
            load_changed(&job.content, &shown, listing, &earlier);
        let agencies = content.agencies.len();
        let (frame, mut files, mut later) = Frame::of(content, &job.settings);
        let Some(frame) = frame else {
            // Without the site's settings nothing can be made of the plans, and all are read again.
            for plan in plans.into_iter().filter_map(|(_, plan)| plan) {
                read.extend(plan.said);
                files.texts.extend(plan.texts);
            }
            return told(None, files, read, later);
        };
        let order: Vec<String> = plans.iter().map(|(path, _)| path.clone()).collect();
        let (same, changed): (Vec<_>, Vec<_>) =
            plans.into_iter().partition(|(_, read)| read.is_none());
        let kept = same.into_iter().filter_map(|(path, _)| before.remove_entry(&path));
        self.plans = kept.collect();
        let changed: Vec<(String, Known)> = changed
            .into_par_iter()
            .filter_map(|(path, read)| Some((path, Known::of(read?, &frame))))
            .collect();
        self.plans.extend(changed);
        // The plans of before are many texts; nobody waits until they are gone.
        std::thread::spawn(move || drop(before));

        let known = || order.iter().filter_map(|path| self.plans.get(path));
        read.extend(counts(agencies, known().map(|plan| plan.size).sum()));
        let model = frame.with(known().filter_map(|plan| plan.plan.clone()).collect());
        for plan in known() {
            read.extend(plan.read.iter().cloned());
            later.extend(plan.later.iter().cloned());
        }
        later.extend(checks::check_site(&model));
        later.extend(output::judge_past(&model));
        let mut checked = told(Some(model), files, read, later);
        self.bring_texts(&checked.diagnostics, &mut checked.files);
        checked
    }

    /// Which files there are now, and what changed.
    fn look(&mut self, job: &Job, saved: &Saved) -> (Arc<Listing>, BTreeSet<String>) {
        let is_first = self.listing.is_none();
        let mut before = self.listing.take().unwrap_or_default();
        if let Saved::Paths(seen) = saved
            && !is_first
            && let Some(changed) = Arc::make_mut(&mut before).look_again(&job.content, seen)
        {
            self.listing = Some(Arc::clone(&before));
            return (before, changed);
        }
        let now = Arc::new(Listing::of(&job.content, true));
        let mut changed = before.differences(&now);
        if let Saved::Paths(seen) = saved {
            // What was seen changing is read again, whatever the clock of the disk says.
            changed.extend(now.known_among(&job.content, seen));
        }
        self.listing = Some(Arc::clone(&now));
        (now, changed)
    }

    /// Whether nothing came, went or was written again since the last look.
    #[must_use]
    pub fn is_current(&self, job: &Job) -> bool {
        self.listing.as_deref() == Some(&Listing::of(&job.content, true))
    }

    /// The texts of the files in which something is wrong.
    fn bring_texts(&self, said: &[Diagnostic], files: &mut Files) {
        for place in said.iter().flat_map(Diagnostic::places) {
            let file = &*place.file;
            let known = plan_of(file).and_then(|folder| self.plans.get(folder));
            let text = known.and_then(|known| {
                let at = known.texts.binary_search_by(|(path, _)| (**path).cmp(file)).ok()?;
                known.texts.get(at)
            });
            files.texts.extend(text.cloned());
        }
    }

    /// The theme that the job or the site asks for; the one inside the program is compiled once.
    ///
    /// # Errors
    /// What is wrong with it, or with its name.
    pub fn theme(&mut self, job: &Job, checked: &Checked) -> Result<Arc<Theme>, Vec<Diagnostic>> {
        let model = checked.model.as_ref();
        let origin = theme_origin(job, model).map_err(|fault| vec![fault])?;
        let of_decisions = has_decisions(model);
        if let (Origin::Inside, Some(theme)) = (&origin, self.themes.get(&of_decisions)) {
            return Ok(Arc::clone(theme));
        }
        let theme = Arc::new(theme::load(&origin, of_decisions)?);
        if matches!(origin, Origin::Inside) {
            self.themes.insert(of_decisions, Arc::clone(&theme));
        }
        Ok(theme)
    }
}
