//! What was found: as text and as data, and the one line at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::IsTerminal;
use std::time::Instant;

use serde::Serialize;

use crate::Checked;
use crate::diagnostic::{Diagnostic, Severity, as_text, shown};
use crate::model::{Kind, Model};
use crate::output::{Contents, Published, Refusal};
use crate::timings::Timings;
use crate::values::{Locale, Said, said};

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
    /// Plans of which nothing had changed, so that they were not made again.
    pub plans_kept: usize,
    pub files: usize,
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    pub foreign: Vec<String>,
    pub signature_dropped: bool,
}

impl Counts {
    pub fn said(&self) -> Said {
        let Self { aims, targets, tasks, activities, duties, outcomes, .. } = self;
        said!(
            "{aims} aims, {targets} targets, {tasks} tasks, {activities} activities, {duties} \
             duties, {outcomes} outcomes",
            "{aims} mục tiêu, yêu cầu, {targets} chỉ tiêu, {tasks} nhiệm vụ, {activities} hoạt \
             động, {duties} trách nhiệm, {outcomes} kết quả"
        )
    }

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
pub fn report(
    common: &Common,
    lang: Locale,
    checked: &Checked,
    published: Option<PublishedReport>,
) -> bool {
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
        tell(&as_text(&checked.diagnostics, &checked.files, lang, colour));
    }
    sound
}

pub fn tally(diagnostics: &[Diagnostic]) -> Said {
    let count =
        |severity: Severity| diagnostics.iter().filter(|said| said.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let plural = |number: usize| if number == 1 { "" } else { "s" };
    Said {
        en: format!("{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings)),
        vi: format!("{errors} lỗi, {warnings} cảnh báo"),
    }
}

/// Why nothing was done, for a person.
pub fn refused(refusal: &Refusal, lang: Locale) -> String {
    let (message, help) = (refusal.message.get(lang), refusal.help.get(lang));
    let (error, cure) = match lang {
        Locale::En => ("error", "help"),
        Locale::Vi => ("lỗi", "cách sửa"),
    };
    format!("{error}: {message}\n{cure}: {help}\n")
}

pub fn seconds(since: Instant) -> String {
    format!("{:.2} s", since.elapsed().as_secs_f64())
}

/// One line: pages per kind and locale, warnings, time.
pub fn summary(
    contents: &Contents,
    published: &Published,
    checked: &Checked,
    common: &Common,
    started: Instant,
) -> Said {
    let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for ((kind, locale), number) in &contents.pages {
        let locale = locale.map_or("both", Locale::code);
        kinds.entry(kind).or_default().push(format!("{locale} {number}"));
    }
    for locales in kinds.values_mut() {
        locales.sort();
    }
    let kinds: Vec<String> =
        kinds.iter().map(|(kind, locales)| format!("{kind} {}", locales.join(" + "))).collect();
    let (number, kinds, out) = (contents.pages(), kinds.join(", "), common.out.display());
    let Published { written, unchanged, removed, .. } = published;
    let (tally, seconds) = (tally(&checked.diagnostics), seconds(started));
    Said {
        en: format!(
            "built {number} pages into {out} ({kinds}); {written} files written, {unchanged} unchanged, \
             {removed} removed; {}; {seconds}\n",
            tally.en
        ),
        vi: format!(
            "đã dựng {number} trang vào {out} ({kinds}); {written} tệp được ghi, {unchanged} giữ nguyên, \
             {removed} bị bỏ; {}; {seconds}\n",
            tally.vi
        ),
    }
}

/// Where the time went; what several cores did at once is added up.
pub fn stages(timings: &Timings, started: Instant, lang: Locale) -> String {
    let mut text = String::new();
    for (stage, spent) in timings.spent() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:>9.3} s  {}", spent.as_secs_f64(), stage.name().get(lang));
    }
    let whole = said!("from start to end", "từ đầu đến cuối");
    let _ = writeln!(text, "{:>9.3} s  {}", started.elapsed().as_secs_f64(), whole.get(lang));
    text
}
