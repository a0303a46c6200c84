//! `take`: a form that came back → an outcome file; an annex table → drafts.
//!
//! Nothing is written unless all is well: the new file is first tried in a copy of the content.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: workbooks are read and new content files written here"
)]

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::Checked;
use crate::annex::{Names, drafts, groups, table, year};
use crate::diagnostic::{Diagnostic, Files, Place, Severity, as_text, shown};
use crate::form::{Said, Taken, Told, as_of, diagnostic, is_form, take as take_form};
use crate::model::Settings;
use crate::output::Refusal;
use crate::values::Locale;
use crate::values::limits::LARGEST_WORKBOOK;
use crate::workbook::{Sheet, Unread, read_csv, read_xlsx};

use super::form::{done, refusal, write_new};
use super::{Answer, HAS_ERRORS, answer, job, tell};

#[derive(Debug, Args)]
pub struct TakeOptions {
    /// A form that came back (.xlsx), or an annex table (.xlsx, .csv)
    file: PathBuf,
    /// The content folder
    #[arg(long, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    /// For an annex: the new folder to write the drafts into
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

pub fn take(options: &TakeOptions, locale: Locale) -> Answer {
    let file: Arc<str> = format!("@{}", options.file.display()).into();
    let sheets = match sheets(&options.file)? {
        Ok(sheets) => sheets,
        Err(Unread::Damaged) => return Ok(foreign(options, &file, Said::NotAWorkbook, locale)),
        Err(Unread::TooLarge) => return Ok(foreign(options, &file, Said::TooLarge, locale)),
    };
    let shown = options.file.display().to_string();
    match (is_form(&sheets), &options.out) {
        (true, Some(_)) => Err(refusal(Told::NeedsNoFolder, &[&shown])),
        (true, None) => of_form(options, &file, &sheets, locale),
        (false, None) => Err(refusal(Told::NeedsFolder, &[&shown])),
        (false, Some(out)) => of_annex(options, &sheets, out, locale),
    }
}

/// The sheets of a workbook; the outer refusal is for a file that the machine does not give.
fn sheets(path: &Path) -> Result<Result<Vec<Sheet>, Unread>, Refusal> {
    let failed = |fault: &io::Error| {
        let values = (path.display().to_string(), fault.kind().to_string());
        refusal(Told::Unreadable, &[&values.0, &values.1])
    };
    // A device says nothing of its length, so no more is read than may be.
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(LARGEST_WORKBOOK as u64 + 1).read_to_end(&mut bytes))
        .map_err(|fault| failed(&fault))?;
    if bytes.len() > LARGEST_WORKBOOK {
        return Ok(Err(Unread::TooLarge));
    }
    let is_csv = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    Ok(if is_csv { read_csv(&bytes).map(|sheet| vec![sheet]) } else { read_xlsx(&bytes) })
}

fn foreign(options: &TakeOptions, file: &Arc<str>, said: Said, locale: Locale) -> u8 {
    let said = diagnostic(said, Place::whole(file), &[]);
    refuse(options, &[said], &Files::default(), locale)
}

/// Says everything that is wrong.
fn refuse(options: &TakeOptions, said: &[Diagnostic], files: &Files, locale: Locale) -> u8 {
    if options.json {
        let report = serde_json::json!({
            "version": "v1",
            "diagnostics": shown(said, files),
            "written": serde_json::Value::Null,
        });
        answer(&format!("{report:#}\n"));
    } else {
        tell(&as_text(said, files, locale, false));
        done(Told::Refused, locale, &[&shown(said, files).len().to_string()]);
    }
    HAS_ERRORS
}

fn of_form(options: &TakeOptions, file: &Arc<str>, sheets: &[Sheet], locale: Locale) -> Answer {
    // The form shows what was published up to its own day, which may not be the site's.
    let settings = Settings { as_of: as_of(sheets), base_url: None };
    let checked = crate::check(&job(&options.content, settings)?);
    let Some(model) = checked.model.as_ref().filter(|_| checked.is_sound(false)) else {
        let errors = errors(&checked);
        refuse(options, &errors, &checked.files, locale);
        done(Told::ContentFirst, locale, &[]);
        return Ok(HAS_ERRORS);
    };
    let taken = match take_form(model, &checked.files, file, sheets) {
        Ok(taken) => taken,
        Err(said) => return Ok(refuse(options, &said, &checked.files, locale)),
    };
    let shown = options.file.display().to_string();
    let Some(taken) = taken else {
        written(options, None);
        if !options.json {
            done(Told::NothingNew, locale, &[&shown]);
        }
        return Ok(0);
    };
    let tried = try_in_a_copy(options, model.site.as_of, &taken)?;
    let errors = errors(&tried);
    if !errors.is_empty() {
        return Ok(refuse(options, &errors, &tried.files, locale));
    }
    let path = options.content.join(&taken.path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|fault| Refusal::unwritable(folder, &fault))?;
    }
    write_new(&path, taken.text.as_bytes())?;
    written(options, Some(&path));
    if !options.json {
        let values = (path.display().to_string(), taken.outcomes.to_string());
        done(Told::Took, locale, &[&values.0, &values.1]);
    }
    Ok(0)
}

/// As data: what was written.
fn written(options: &TakeOptions, path: Option<&Path>) {
    if options.json {
        let path = path.map(|path| path.display().to_string());
        let report = serde_json::json!({ "version": "v1", "diagnostics": [], "written": path });
        answer(&format!("{report:#}\n"));
    }
}

fn errors(checked: &Checked) -> Vec<Diagnostic> {
    let is_error = |said: &&Diagnostic| said.severity == Severity::Error;
    checked.diagnostics.iter().filter(is_error).cloned().collect()
}

/// Checks the content with the new file in a copy of it, up to the latest result: one that is dated after
/// the site's day would otherwise not be looked at.
fn try_in_a_copy(
    options: &TakeOptions,
    day: crate::values::Date,
    taken: &Taken,
) -> Result<Checked, Refusal> {
    let failed = |fault: io::Error| Refusal::unwritable(Path::new(&taken.path), &fault);
    let scratch = tempfile::TempDir::new().map_err(failed)?;
    let content = scratch.path().join("content");
    copy(&options.content, &content).map_err(failed)?;
    let path = content.join(&taken.path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&path, &taken.text).map_err(failed)?;
    let latest = taken.latest.map_or(day, |latest| latest.max(day));
    let settings = Settings { as_of: Some(latest), base_url: None };
    let mut checked = crate::check(&job(&content, settings)?);
    checked.files.root = options.content.display().to_string();
    Ok(checked)
}

/// An annex table → drafts in a new folder.
fn of_annex(options: &TakeOptions, sheets: &[Sheet], out: &Path, locale: Locale) -> Answer {
    let shown = options.file.display().to_string();
    let table = table(sheets).ok_or_else(|| refusal(Told::NotATable, &[&shown]))?;
    let groups = groups(&table);
    // The bodies are known where the content has them; a new plan may have none yet.
    let checked = options
        .content
        .is_dir()
        .then(|| job(&options.content, Settings::default()).map(|job| crate::check(&job)));
    let model = checked.transpose()?.and_then(|checked| checked.model);
    let names: Names = model
        .iter()
        .flat_map(|model| model.agencies.values())
        .flat_map(|agency| {
            let id = agency.record.id.to_string();
            agency.record.printed.iter().map(move |name| (name.to_string(), id.clone()))
        })
        .collect();
    let drafts = drafts(&groups, &names, year(&groups));
    if out.exists() {
        return Err(refusal(Told::Exists, &[&out.display().to_string()]));
    }
    let mut activities = 0;
    for draft in &drafts {
        let folder = out.join(&draft.folder);
        fs::create_dir_all(&folder).map_err(|fault| Refusal::unwritable(&folder, &fault))?;
        write_new(&folder.join("area.yaml"), draft.text.as_bytes())?;
        activities += draft.activities;
    }
    done(Told::Drafted, locale, &[&out.display().to_string(), &activities.to_string()]);
    Ok(0)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(from).sort_by_file_name() {
        let entry = entry?;
        let below = entry.path().strip_prefix(from).map_err(io::Error::other)?;
        let target = to.join(below);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else if entry.file_type().is_file() {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
