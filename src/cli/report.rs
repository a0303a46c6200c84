//! What was found: as text and as data, and the one line at the end.

use std::collections::BTreeMap;
use std::fmt;
use std::io::IsTerminal;
use std::time::Instant;

use serde::Serialize;

use crate::Checked;
use crate::diagnostic::{Diagnostic, Severity, as_text, shown};
use crate::model::{Kind, Model};
use crate::output::Published;
use crate::pages::Page;

use super::{Common, answer, tell};

/// What was found, as data. Version v1: keys may be added, none changes its meaning.
#[derive(Serialize)]
struct Report {
    version: &'static str,
    counts: Counts,
    diagnostics: Vec<crate::diagnostic::Shown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<PublishedReport>,
}

#[derive(Serialize, Default)]
pub struct Counts {
    aims: usize,
    targets: usize,
    tasks: usize,
    activities: usize,
    duties: usize,
    outcomes: usize,
    sources: usize,
    agencies: usize,
}

#[derive(Serialize)]
pub struct PublishedReport {
    pub pages: usize,
    pub files: usize,
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    pub foreign: Vec<String>,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { aims, targets, tasks, activities, duties, outcomes, .. } = self;
        write!(
            f,
            "{aims} aims, {targets} targets, {tasks} tasks, {activities} activities, \
             {duties} duties, {outcomes} outcomes"
        )
    }
}

impl Counts {
    pub fn of(model: &Model) -> Self {
        let of = |kind: Kind| model.plans.iter().map(|plan| plan.count(kind)).sum();
        Self {
            aims: of(Kind::Aim),
            targets: of(Kind::Target),
            tasks: of(Kind::Task),
            activities: of(Kind::Activity),
            duties: of(Kind::Duty),
            outcomes: model.plans.iter().map(|plan| plan.outcomes.len()).sum(),
            sources: model.plans.iter().map(|plan| plan.sources.len()).sum(),
            agencies: model.agencies.len(),
        }
    }
}

/// Says what was found; returns whether it may be built.
pub fn report(common: &Common, checked: &Checked, published: Option<PublishedReport>) -> bool {
    let sound = checked.is_sound(common.strict);
    if common.json {
        let report = Report {
            version: "v1",
            counts: checked.model.as_ref().map(Counts::of).unwrap_or_default(),
            diagnostics: shown(&checked.diagnostics, &checked.files),
            published,
        };
        let text = serde_json::to_string_pretty(&report).unwrap_or_default();
        answer(&format!("{text}\n"));
    } else {
        let colour = std::io::stderr().is_terminal();
        tell(&as_text(&checked.diagnostics, &checked.files, colour));
    }
    sound
}

pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let count =
        |severity: Severity| diagnostics.iter().filter(|said| said.severity == severity).count();
    let plural = |number: usize, word: &str| {
        format!("{number} {word}{}", if number == 1 { "" } else { "s" })
    };
    format!(
        "{}, {}",
        plural(count(Severity::Error), "error"),
        plural(count(Severity::Warning), "warning")
    )
}

pub fn seconds(since: Instant) -> String {
    format!("{:.2} s", since.elapsed().as_secs_f64())
}

/// One line: pages per kind and locale, warnings, time.
pub fn summary(
    pages: &[Page],
    published: &Published,
    checked: &Checked,
    common: &Common,
    started: Instant,
) -> String {
    let mut kinds: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for page in pages {
        let locale = page.address.locale().map_or("both", crate::values::Locale::code);
        *kinds.entry(page.kind).or_default().entry(locale).or_default() += 1;
    }
    let kinds: Vec<String> = kinds
        .iter()
        .map(|(kind, locales)| {
            let locales: Vec<String> =
                locales.iter().map(|(locale, number)| format!("{locale} {number}")).collect();
            format!("{kind} {}", locales.join(" + "))
        })
        .collect();
    format!(
        "built {} pages into {} ({}); {} files written, {} unchanged, {} removed; {}; {}\n",
        pages.len(),
        common.out.display(),
        kinds.join(", "),
        published.written,
        published.unchanged,
        published.removed,
        tally(&checked.diagnostics),
        seconds(started)
    )
}
