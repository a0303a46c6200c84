//! congkhai compiles a government plan, written as Markdown and YAML, into a static bilingual website.
//!
//! The folders are the stages, in order; data never flows back:
//! load ([`content`]) → resolve ([`model`]) → check ([`checks`]) → lay out ([`pages`]) →
//! render and publish ([`output`]). Input and output happen at the two ends only; the day, the base
//! URL and the folders are inputs, and nothing in between asks the clock or the environment.

pub mod values;

pub mod diagnostic;

pub mod content;

pub mod model;

pub mod checks;

pub mod pages;

pub mod theme;

pub mod output;

pub mod preview;

pub mod workbook;

pub mod form;

pub mod annex;

pub mod signature;

pub mod verify;

pub mod cli;

pub mod timings;

pub mod memory;

mod machine;

use std::path::{Path, PathBuf};

use diagnostic::{Code, Diagnostic, Files, Place, Severity, drop_consequences, shorten};
use model::{Model, Settings};
use output::{Contents, Site};
use theme::{Origin, Theme};
use timings::{Stage, Timings};
use values::said;

/// What the program is asked to compile.
#[derive(Debug, Clone)]
pub struct Job {
    /// The content folder.
    pub content: PathBuf,
    /// The cut-off day and the base URL, where they are not those of `site.yaml`.
    pub settings: Settings,
    /// The theme, where it is not that of `site.yaml`: a name, or a folder.
    pub theme: Option<String>,
}

/// The content, understood and judged.
#[derive(Debug)]
pub struct Checked {
    /// Missing where the content could not be understood at all.
    pub model: Option<Model>,
    /// Whether every file was read; if not, what the others hold is missing from the model.
    pub whole: bool,
    pub files: Files,
    /// Of the content folder, for those who publish it.
    pub fingerprint: content::Fingerprint,
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Whether the site may be built.
    #[must_use]
    pub fn is_sound(&self, strict: bool) -> bool {
        let bad = |diagnostic: &Diagnostic| match diagnostic.severity {
            Severity::Error => true,
            Severity::Warning => strict,
            Severity::Note => false,
        };
        self.model.is_some() && !self.diagnostics.iter().any(bad)
    }
}

/// The first three stages: load → resolve → check.
#[must_use]
pub fn check(job: &Job) -> Checked {
    check_timed(job, &Timings::default())
}

/// The same, measured.
#[must_use]
pub fn check_timed(job: &Job, timings: &Timings) -> Checked {
    let shown = job.content.display().to_string();
    check_loaded(
        timings.of(Stage::Read, || content::load(&job.content, &shown)),
        &job.settings,
        timings,
    )
}

/// The same of content that was read: it may be on no disk.
#[doc(hidden)]
#[must_use]
pub fn check_loaded(
    loaded: (content::Content, Vec<Diagnostic>),
    settings: &Settings,
    timings: &Timings,
) -> Checked {
    let (mut content, read) = loaded;
    let fingerprint = std::mem::take(&mut content.fingerprint);
    let (model, files, said) = timings.of(Stage::Resolve, || model::resolve(content, settings));
    let mut later = said;
    if let Some(model) = &model {
        later.extend(timings.of(Stage::Check, || checks::check(model)));
        // What was published before is compared as it is published.
        later.extend(timings.of(Stage::Past, || output::judge_past(model)));
    }
    Checked { fingerprint, ..told(model, files, read, later) }
}

/// What is told of the content: what was said as its files were read, and of what is between them.
fn told(
    model: Option<Model>,
    files: Files,
    read: Vec<Diagnostic>,
    mut later: Vec<Diagnostic>,
) -> Checked {
    let mut diagnostics = read;
    let whole = !diagnostics.iter().any(|said| said.severity == Severity::Error);
    // Where a file could not be read, what it holds is missing everywhere; that is no fault of its own.
    later.retain(|said| whole || !said.code.needs_everything());
    diagnostics.extend(later);
    drop_consequences(&mut diagnostics);
    shorten(&mut diagnostics);
    Checked { model, whole, files, fingerprint: content::Fingerprint::default(), diagnostics }
}

/// The last two stages but for writing: lay out → render. The site is a value.
///
/// # Errors
/// What is wrong with the theme or with links inside the site.
pub fn compile(model: &Model, theme: &Theme) -> Result<(Contents, Site), Vec<Diagnostic>> {
    output::site(model, theme, None)
}

/// Loads the theme that the job or the site asks for.
///
/// # Errors
/// What is wrong with it, or with its name.
pub fn load_theme(job: &Job, model: Option<&Model>) -> Result<Theme, Vec<Diagnostic>> {
    let origin = theme_origin(job, model).map_err(|fault| vec![fault])?;
    theme::load(&origin, has_decisions(model))
}

/// Whether a plan is a decision, so that the words of the interface may call it one.
fn has_decisions(model: Option<&Model>) -> bool {
    let is_decision = |kind: &str| kind.to_lowercase().contains("quyết định");
    model.is_none_or(|model| {
        let kinds = model.plans.iter().map(|plan| plan.record.instrument.kind.vi.as_str());
        model.plans.is_empty() || kinds.into_iter().any(is_decision)
    })
}

/// Where the theme is: inside the binary, in `themes/` beside the content folder, or in any folder
/// that the person at the keyboard names.
///
/// # Errors
/// When the name could lead out of `themes/`, or there is no such folder.
pub fn theme_origin(job: &Job, model: Option<&Model>) -> Result<Origin, Diagnostic> {
    let of_site = model.and_then(|model| {
        Some((model.site.record.theme.as_ref()?.as_str(), model.site.place.below("theme")))
    });
    let (name, place) = match (&job.theme, of_site) {
        (Some(name), _) if Path::new(name).components().count() > 1 => {
            return folder(PathBuf::from(name), Place::whole(&"@--theme".into()));
        }
        (Some(name), _) => (name.as_str(), Place::whole(&"@--theme".into())),
        (None, Some((name, place))) => (name, place),
        (None, None) => return Ok(Origin::Inside),
    };
    if name == theme::DEFAULT {
        return Ok(Origin::Inside);
    }
    // A name has the form of an id, so that it cannot lead anywhere else.
    if name.parse::<values::ItemId>().is_err() {
        return Err(Diagnostic::new(
            Code::ThemeFault,
            place,
            said!("`{name}` is no name of a theme", "`{name}` không phải là tên giao diện"),
            said!(
                "write the name of a folder in themes/ (letters a to z, digits and hyphens), or \
                 `default`",
                "ghi tên một thư mục trong themes/ (chữ a đến z, chữ số và gạch nối), hoặc \
                 `default`"
            ),
        ));
    }
    let beside = job.content.parent().unwrap_or_else(|| Path::new("."));
    folder(beside.join("themes").join(name), place)
}

fn folder(path: PathBuf, place: Place) -> Result<Origin, Diagnostic> {
    if path.is_dir() {
        return Ok(Origin::Folder(path));
    }
    Err(Diagnostic::new(
        Code::ThemeFault,
        place,
        said!("there is no theme folder {}", "không có thư mục giao diện {}", path.display()),
        said!(
            "correct the name, or write `default` for the theme inside the program",
            "sửa tên, hoặc ghi `default` để dùng giao diện có sẵn trong chương trình"
        ),
    ))
}
