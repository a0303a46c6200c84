//! What was read and understood before, so that after a change only the plans in which something changed are
//! read, resolved and checked again.
//!
//! In: a job, again and again. Out: the same as `check` says each time; tests hold the two equal. A plan
//! depends on its own folder, the site's settings and the bodies; what lies between plans is checked anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::{Changed, ReadPlan, Size, Stamps, Texts, counts, load_changed};
use crate::diagnostic::{Diagnostic, Files};
use crate::model::{Frame, Plan};
use crate::theme::{self, Origin, Theme};
use crate::{Checked, Job, checks, has_decisions, output, theme_origin, told};

#[derive(Debug, Default)]
pub struct Memory {
    /// The files on which every plan depends.
    frame: Stamps,
    /// By their folder.
    plans: BTreeMap<String, Known>,
    /// The theme inside the program, with and without decisions.
    themes: BTreeMap<bool, Arc<Theme>>,
}

#[derive(Debug)]
struct Known {
    stamps: Stamps,
    texts: Texts,
    size: Size,
    /// What was said of single files.
    read: Vec<Diagnostic>,
    /// What was said of the plan as a whole.
    later: Vec<Diagnostic>,
    /// Missing where its frame could not be read.
    plan: Option<Arc<Plan>>,
}

impl Known {
    fn of(read: ReadPlan, frame: &Frame) -> Self {
        let size = read.folder.as_ref().map(Size::of).unwrap_or_default();
        let (plan, mut later) =
            read.folder.map_or_else(Default::default, |folder| frame.plan(folder));
        later.extend(plan.iter().flat_map(|plan| checks::check_plan(plan, frame.agencies())));
        Self {
            stamps: read.stamps,
            texts: read.texts,
            size,
            read: read.said,
            later,
            plan: plan.map(Arc::new),
        }
    }
}

impl Memory {
    /// What `check` says of the job, whose content and settings stay the same.
    pub fn check(&mut self, job: &Job) -> Checked {
        let shown = job.content.display().to_string();
        let before = std::mem::take(&mut self.plans);
        let is_known =
            |path: &str, stamps: &Stamps| before.get(path).is_some_and(|it| it.stamps == *stamps);
        let Changed { content, said: mut read, plans, frame: stamps } =
            load_changed(&job.content, &shown, &self.frame, &is_known);
        let agencies = content.agencies.len();
        let (frame, mut files, mut later) = Frame::of(content, &job.settings);
        let Some(frame) = frame else {
            // Without the site's settings nothing can be made of the plans, and all are read again.
            self.frame = Stamps::default();
            for plan in plans.into_iter().filter_map(|(_, plan)| plan) {
                read.extend(plan.said);
                files.texts.extend(plan.texts);
            }
            return told(None, files, read, later);
        };
        self.frame = stamps;
        let mut before = before;
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

    /// The texts of the files in which something is wrong.
    fn bring_texts(&self, said: &[Diagnostic], files: &mut Files) {
        let places = said.iter().flat_map(|said| {
            std::iter::once(&said.place).chain(said.also.as_ref().map(|(place, _)| place))
        });
        for place in places {
            let file = &*place.file;
            let plan = file.match_indices('/').nth(1).and_then(|(at, _)| file.get(..at));
            let known = plan.and_then(|folder| self.plans.get(folder));
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
