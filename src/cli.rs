//! The command line: what it may say, and what is answered.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: lock files are read and written here"
)]

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand};
use serde::Serialize;

use crate::content::{LOCK_FILE, digest, received_lock, write_lock};
use crate::diagnostic::{Code, Diagnostic, Severity, as_text, shown};
use crate::model::{Kind, Model, Settings};
use crate::output::{Published, Refusal, publish};
use crate::pages::Page;
use crate::values::{BaseUrl, Date, Unreadable};
use crate::{Checked, Job, compile, load_theme, preview};

/// The content has errors.
const HAS_ERRORS: u8 = 1;
/// Wrong use, or the machine failed.
const FAILED: u8 = 2;

#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into the public folder
    Build(Common),
    /// Check the content without writing anything
    Check(Common),
    /// Show the site on this machine, and follow every change
    Serve {
        #[command(flatten)]
        common: Common,
        /// The port on 127.0.0.1; 0 takes any that is free
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Explain a diagnostic by its code; without a code, list all
    Explain { code: Option<String> },
    /// Say that the English of a text was compared with its Vietnamese and is right
    AcceptTranslation {
        #[command(flatten)]
        common: Common,
        /// Keys as the diagnostics name them, such as ii2-ct08.words, or ids, such as ii2-ct08; with none,
        /// only what names no text any more is taken out
        keys: Vec<String>,
        /// Every text that has English
        #[arg(long)]
        all: bool,
    },
    /// Record the received copy of a plan as it is now; only when a plan is first taken in
    LockSource(Common),
}

#[derive(Debug, Args)]
struct Common {
    /// The content folder
    #[arg(long, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    /// The folder to write the site into
    #[arg(long, default_value = "public", value_name = "DIR")]
    out: PathBuf,
    /// The cut-off day, such as 2025-12-31; instead of the one in site.yaml
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// Where the site will stand, such as <https://hue.gov.vn/cchc/>; instead of the one in site.yaml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// A theme in `themes/`, or a folder; instead of the one in site.yaml
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// Runs the program. `started` is when it began, for the summary's last number.
#[must_use]
pub fn run(started: Instant) -> ExitCode {
    let cli = Cli::parse();
    let answer = match cli.command {
        Command::Build(common) => build(&common, started),
        Command::Check(common) => check(&common, started),
        Command::Serve { common, port } => serve(&common, port),
        Command::Explain { code } => explain(code.as_deref()),
        Command::AcceptTranslation { common, keys, all } => accept(&common, &keys, all),
        Command::LockSource(common) => lock_source(&common),
    };
    match answer {
        Ok(code) => ExitCode::from(code),
        Err(refusal) => {
            tell(&format!("error: {}\nhelp: {}\n", refusal.message, refusal.help));
            ExitCode::from(FAILED)
        }
    }
}

type Answer = Result<u8, Refusal>;

/// For people; a closed pipe is no fault.
fn tell(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// For programs and for what was asked for; a closed pipe is no fault.
fn answer(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

impl Common {
    fn job(&self) -> Result<Job, Refusal> {
        if !self.content.is_dir() {
            return Err(Refusal::new(
                format!("there is no content folder {}", self.content.display()),
                "run the program beside the folder `content`, or name it with --content",
            ));
        }
        let as_of: Option<Date> = option("--as-of", self.as_of.as_deref())?;
        let base_url: Option<BaseUrl> = option("--base-url", self.base_url.as_deref())?;
        Ok(Job {
            content: self.content.clone(),
            settings: Settings { as_of, base_url },
            theme: self.theme.clone(),
        })
    }
}

/// Reads the value of an option as content files are read.
fn option<T>(name: &str, text: Option<&str>) -> Result<Option<T>, Refusal>
where
    T: FromStr<Err = Unreadable>,
{
    let refused =
        |fault: Unreadable| Refusal::new(format!("{name}: {}", fault.message), fault.help);
    text.map(str::parse).transpose().map_err(refused)
}

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
struct Counts {
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
struct PublishedReport {
    pages: usize,
    files: usize,
    written: usize,
    unchanged: usize,
    removed: usize,
    foreign: Vec<String>,
}

impl Counts {
    fn of(model: &Model) -> Self {
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
fn report(common: &Common, checked: &Checked, published: Option<PublishedReport>) -> bool {
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

fn tally(diagnostics: &[Diagnostic]) -> String {
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

fn seconds(since: Instant) -> String {
    format!("{:.2} s", since.elapsed().as_secs_f64())
}

fn check(common: &Common, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin();
    progress.at("checking");
    let mut checked = crate::check(&job);
    if let Err(faults) = load_theme(&job, checked.model.as_ref()) {
        checked.diagnostics.extend(faults);
    }
    drop(progress);
    let sound = report(common, &checked, None);
    if !common.json {
        let counts = checked.model.as_ref().map(Counts::of).unwrap_or_default();
        tell(&format!(
            "checked: {} aims, {} targets, {} tasks, {} activities, {} duties, {} outcomes; {}; {}\n",
            counts.aims,
            counts.targets,
            counts.tasks,
            counts.activities,
            counts.duties,
            counts.outcomes,
            tally(&checked.diagnostics),
            seconds(started)
        ));
    }
    Ok(if sound { 0 } else { HAS_ERRORS })
}

fn build(common: &Common, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin();
    progress.at("reading and checking");
    let mut checked = crate::check(&job);
    let theme = load_theme(&job, checked.model.as_ref())
        .map_err(|faults| checked.diagnostics.extend(faults))
        .ok();
    let mut compiled = None;
    if checked.is_sound(common.strict)
        && let (Some(model), Some(theme)) = (&checked.model, &theme)
    {
        progress.at("rendering");
        match compile(model, theme) {
            Ok(done) => compiled = Some(done),
            Err(faults) => checked.diagnostics.extend(faults),
        }
    }
    let Some((pages, site)) = compiled else {
        drop(progress);
        report(common, &checked, None);
        if !common.json {
            tell(&format!(
                "not built: {}; {} is as it was; {}\n",
                tally(&checked.diagnostics),
                common.out.display(),
                seconds(started)
            ));
        }
        return Ok(HAS_ERRORS);
    };
    progress.at("writing");
    let published = publish(&site, &common.out, &common.content)?;
    drop(progress);
    let summary = summary(&pages, &published, &checked, common, started);
    for foreign in &published.foreign {
        if !common.json {
            tell(&format!(
                "note: {} was not written by this program and is kept\n",
                common.out.join(foreign).display()
            ));
        }
    }
    report(
        common,
        &checked,
        Some(PublishedReport {
            pages: pages.len(),
            files: site.files.len(),
            written: published.written,
            unchanged: published.unchanged,
            removed: published.removed,
            foreign: published.foreign,
        }),
    );
    if !common.json {
        tell(&summary);
    }
    Ok(0)
}

/// One line: pages per kind and locale, warnings, time.
fn summary(
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

fn serve(common: &Common, port: u16) -> Answer {
    let job = common.job()?;
    preview::serve(&job, port, &|line| tell(&format!("{line}\n")))?;
    Ok(0)
}

fn explain(code: Option<&str>) -> Answer {
    let Some(name) = code else {
        for code in Code::ALL {
            answer(&format!("{}\n", code.name()));
        }
        return Ok(0);
    };
    match name.parse::<Code>() {
        Ok(code) => {
            let severity = match code.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            answer(&format!("{name} ({severity})\n\n{}\n", code.explanation()));
            Ok(0)
        }
        Err(()) => Err(Refusal::new(
            format!("there is no diagnostic `{name}`"),
            "run `congkhai explain` for the list of all codes",
        )),
    }
}

/// Writes `translations.lock` anew: for the keys named, the Vietnamese as it is now.
fn accept(common: &Common, keys: &[String], all: bool) -> Answer {
    let checked = crate::check(&common.job()?);
    // The keys of what cannot be read would be taken out, and headings counted wrongly.
    let Some(model) = checked.model.as_ref().filter(|_| checked.whole) else {
        report(common, &checked, None);
        return Ok(HAS_ERRORS);
    };
    let mut unknown: Vec<&String> = keys.iter().collect();
    let mut accepted = 0;
    for plan in &model.plans {
        let mut entries: BTreeMap<String, String> = BTreeMap::new();
        for (key, text, _) in &plan.translatable {
            let named = |wanted: &String| {
                key == wanted
                    || key.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))
            };
            unknown.retain(|wanted| !named(wanted));
            if text.en.is_some() && (all || keys.iter().any(named)) {
                accepted += 1;
                entries.insert(key.clone(), digest(text.vi.as_str()));
            } else if let Some(before) = plan.lock.entries.get(key) {
                entries.insert(key.clone(), before.digest.clone());
            }
        }
        let path = common.content.join(&plan.folder).join(LOCK_FILE);
        overwrite(&path, &write_lock(&entries))?;
    }
    if let Some(key) = unknown.first() {
        return Err(Refusal::new(
            format!("there is no text `{key}`"),
            "copy the key from the diagnostic; the other texts were accepted",
        ));
    }
    tell(&format!("accepted {accepted} texts\n"));
    Ok(0)
}

fn lock_source(common: &Common) -> Answer {
    let checked = crate::check(&common.job()?);
    let Some(model) = &checked.model else {
        report(common, &checked, None);
        return Ok(HAS_ERRORS);
    };
    for plan in &model.plans {
        let folder = common.content.join(&plan.folder);
        let received = folder.join(crate::content::names::RECEIVED);
        let bytes = std::fs::read(&received).map_err(|fault| {
            Refusal::new(
                format!("{} cannot be read: {}", received.display(), fault.kind()),
                "put the received copy there",
            )
        })?;
        overwrite(&folder.join(crate::content::names::RECEIVED_LOCK), &received_lock(&bytes))?;
    }
    Ok(0)
}

fn overwrite(path: &Path, text: &str) -> Result<(), Refusal> {
    std::fs::write(path, text).map_err(|fault| {
        Refusal::new(
            format!("{} cannot be written: {}", path.display(), fault.kind()),
            "check that you may write there and that the disk has room",
        )
    })
}

/// Says what is being done when it takes longer than a second and somebody watches.
struct Progress {
    stage: Arc<Mutex<Option<&'static str>>>,
    watched: bool,
}

impl Progress {
    fn begin() -> Self {
        let stage: Arc<Mutex<Option<&'static str>>> = Arc::new(Mutex::new(Some("beginning")));
        let watched = std::io::stderr().is_terminal();
        if watched {
            let stage = Arc::clone(&stage);
            std::thread::spawn(move || {
                loop {
                    std::thread::sleep(Duration::from_secs(1));
                    match stage.lock().ok().and_then(|stage| *stage) {
                        Some(stage) => tell(&format!("\r\u{1b}[K{stage} …")),
                        None => return,
                    }
                }
            });
        }
        Self { stage, watched }
    }

    fn at(&self, stage: &'static str) {
        if let Ok(mut now) = self.stage.lock() {
            *now = Some(stage);
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
