//! Diagnostics as a person reads them, and as data.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use super::locate::Locator;
use super::{Code, Diagnostic, Files, Place, Severity, Spot};
use crate::values::Locale;

/// A diagnostic with its place found: the form of `--json`. It holds both languages, so that it is the
/// same on every machine.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    pub code: Code,
    pub severity: Severity,
    pub file: String,
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// In a workbook: `Kết quả!F12`. Line and column are then the row and the column of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// In English.
    pub message: String,
    pub message_vi: String,
    /// In English.
    pub help: String,
    pub help_vi: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<Also>,
}

/// The other place of a diagnostic that speaks of two.
#[derive(Debug, Clone, Serialize)]
pub struct Also {
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// In English.
    pub label: String,
    pub label_vi: String,
}

/// Sorted by file, line, column and code; each said once.
#[must_use]
pub fn shown(diagnostics: &[Diagnostic], files: &Files) -> Vec<Shown> {
    located(diagnostics, files).into_iter().map(|(shown, _)| shown).collect()
}

fn located<'d>(diagnostics: &'d [Diagnostic], files: &Files) -> Vec<(Shown, &'d Diagnostic)> {
    let mut locator = Locator::new(files);
    let mut all: Vec<(Shown, &Diagnostic)> = diagnostics
        .iter()
        .map(|diagnostic| {
            let at = locator.locate(&diagnostic.place);
            let also = diagnostic.also.as_ref().map(|(place, label)| {
                let at = locator.locate(place);
                Also {
                    file: files.shown_name(&place.file),
                    line: at.line,
                    column: at.column,
                    label: label.en.clone(),
                    label_vi: label.vi.clone(),
                }
            });
            let shown = Shown {
                code: diagnostic.code,
                severity: diagnostic.severity,
                file: files.shown_name(&diagnostic.place.file),
                line: at.line,
                column: at.column,
                cell: cell(&diagnostic.place).map(|(_, name)| name),
                message: diagnostic.message.en.clone(),
                message_vi: diagnostic.message.vi.clone(),
                help: diagnostic.help.en.clone(),
                help_vi: diagnostic.help.vi.clone(),
                also,
            };
            (shown, diagnostic)
        })
        .collect();
    all.sort_by(|(a, of_a), (b, of_b)| {
        let (sheet_a, sheet_b) = (sheet(&of_a.place), sheet(&of_b.place));
        (&a.file, sheet_a, a.line, a.column, a.code, &a.message)
            .cmp(&(&b.file, sheet_b, b.line, b.column, b.code, &b.message))
    });
    all.dedup_by(|(a, of_a), (b, of_b)| {
        let (sheet_a, sheet_b) = (sheet(&of_a.place), sheet(&of_b.place));
        (&a.file, sheet_a, a.line, a.column, a.code, &a.message)
            == (&b.file, sheet_b, b.line, b.column, b.code, &b.message)
    });
    all
}

/// Of a place in a workbook: the number of the sheet, and the cell as a person finds it.
fn cell(place: &Place) -> Option<(usize, String)> {
    match &place.spot {
        Spot::Cell(cell) => Some((cell.number, cell.shown())),
        Spot::Whole | Spot::Line(_) | Spot::Bytes(_) | Spot::Key(_) | Spot::Words { .. } => None,
    }
}

fn sheet(place: &Place) -> usize {
    cell(place).map_or(0, |(number, _)| number)
}

/// The text for a person: `file:line:column`, the excerpt, then the help.
#[must_use]
pub fn as_text(diagnostics: &[Diagnostic], files: &Files, lang: Locale, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let help = Level::HELP.with_name(match lang {
        Locale::En => "help",
        Locale::Vi => "cách sửa",
    });
    let mut locator = Locator::new(files);
    let mut text = String::new();
    for (shown, diagnostic) in located(diagnostics, files) {
        let level = match shown.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        }
        .with_name(shown.severity.name(lang));
        let title =
            level.primary_title(diagnostic.message.get(lang).as_str()).id(shown.code.name());
        // Files without a text (unreadable, missing) have no excerpt.
        let source = files.texts.get(&diagnostic.place.file);
        let mut group = Group::with_title(title);
        if let Some(source) = source {
            let at = locator.locate(&diagnostic.place);
            group = group.element(
                Snippet::source(&**source)
                    .path(shown.file.as_str())
                    .annotation(AnnotationKind::Primary.span(at.bytes)),
            );
        } else if let Some(cell) = &shown.cell {
            group =
                group.element(annotate_snippets::Origin::path(format!("{}:{cell}", shown.file)));
        } else {
            group = group.element(
                annotate_snippets::Origin::path(shown.file.as_str()).line(1).char_column(1),
            );
        }
        if let (Some((place, label)), Some(also)) = (&diagnostic.also, &shown.also)
            && let Some(source) = files.texts.get(&place.file)
        {
            let at = locator.locate(place);
            group = group.element(Snippet::source(&**source).path(also.file.as_str()).annotation(
                AnnotationKind::Context.span(at.bytes).label(label.get(lang).as_str()),
            ));
        }
        group = group.element(help.clone().message(diagnostic.help.get(lang).as_str()));
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    text
}
