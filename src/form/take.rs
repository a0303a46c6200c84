//! A form that came back → the outcome file that an official would have written, or all that is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::{About, Outcome, OutcomeFile, Source};
use crate::diagnostic::{Diagnostic, Files};
use crate::model::{Model, Plan};
use crate::values::{AgencyId, MeasureId, OutcomeId, PlanSlug};
use crate::workbook::{Cell, Sheet};

use super::answer::Answers;
use super::columns::{Column, Filling};
use super::meta::{ANSWER, rows};
use super::rows::{Form, Row};
use super::said::{Said, diagnostic};
use super::sheets::HEADING_ROW;
use super::source::ReadSource;
use super::{claim, labels, source, yaml};

/// An outcome file that is to be written.
#[derive(Debug)]
pub struct Taken {
    /// Relative to the content folder.
    pub path: String,
    pub text: String,
    /// The latest day that a result is dated.
    pub latest: Option<crate::values::Date>,
    pub outcomes: usize,
}

/// What the form says that the content does not have yet; none where there is nothing new.
///
/// # Errors
/// Everything that is wrong with the form, each with its cell.
pub fn take(
    model: &Model,
    files: &Files,
    file: &Arc<str>,
    sheets: &[Sheet],
) -> Result<Option<Taken>, Vec<Diagnostic>> {
    let source_sheet = sheet(sheets, labels::SOURCE, file);
    let result_sheet = sheet(sheets, labels::RESULTS, file);
    let (source_sheet, result_sheet) = match (source_sheet, result_sheet) {
        (Ok(source), Ok(results)) => (source, results),
        (source, results) => return Err(source.err().into_iter().chain(results.err()).collect()),
    };
    let mut answers = Answers { file, sheet: source_sheet, said: Vec::new() };
    let Some(form) = which(model, &mut answers) else { return Err(answers.said) };
    let is_touched = source::is_touched(&answers);

    let mut results = Answers { file, sheet: result_sheet, said: Vec::new() };
    headings(&mut results);
    if !results.said.is_empty() {
        return Err(results.said);
    }
    let open = open_rows(&mut results, &form);
    if open.is_empty() && !is_touched {
        return if results.said.is_empty() { Ok(None) } else { Err(results.said) };
    }
    let read = source::read(&mut answers, &form);
    if open.is_empty() && results.said.is_empty() {
        let place = super::meta::Field::Kind.at();
        answers.say(Said::NothingReported, place, &[]);
    }
    let mut outcomes = Vec::new();
    for (number, row) in open {
        if let Some(outcome) = claim::outcome(&mut results, &form, row, number, &read) {
            outcomes.push((number, outcome));
        }
    }
    let ReadSource { source: Some(source), published: Some(published), .. } = read else {
        answers.said.extend(results.said);
        return Err(answers.said);
    };
    let stem = format!("{published}-{}-{}", form.agency_id(), form.period);
    let place = unwritten(&mut results, &form, files, &stem, &source, outcomes);
    answers.said.extend(results.said);
    if !answers.said.is_empty() {
        return Err(answers.said);
    }
    let Some((path, outcomes)) = place else { return Ok(None) };
    let outcomes = numbered(model, outcomes);
    let latest = outcomes.iter().map(|outcome| outcome.dated.last_day()).max();
    let file = OutcomeFile { source, outcomes };
    Ok(Some(Taken { path, text: yaml::outcome_file(&file), latest, outcomes: file.outcomes.len() }))
}

fn sheet<'a>(sheets: &'a [Sheet], name: &str, file: &Arc<str>) -> Result<&'a Sheet, Diagnostic> {
    let place = || crate::diagnostic::Place::whole(file);
    sheets
        .iter()
        .find(|sheet| sheet.name.as_ref() == name)
        .ok_or_else(|| diagnostic(Said::SheetMissing, place(), &[name]))
}

/// Which form this is: made anew from the content, so that locked cells can be compared with it.
fn which<'m>(model: &'m Model, answers: &mut Answers) -> Option<Form<'m>> {
    let text = |row: u32| answers.sheet.shown(row, ANSWER);
    let (version, slug, agency) = (text(rows::VERSION), text(rows::PLAN), text(rows::AGENCY));
    let (label, added) = (text(rows::PERIOD), text(rows::ADDED));
    if version != labels::VERSION {
        answers.say(Said::OtherVersion, (rows::VERSION, ANSWER), &[&version]);
        return None;
    }
    let mut plans = model.plans.iter().map(|plan| &**plan);
    let plan: Option<&Plan> = plans.find(|plan| PlanSlug::as_str(&plan.record.slug) == slug);
    let known = model.agencies.values().any(|known| AgencyId::as_str(&known.record.id) == agency);
    if plan.is_none() {
        answers.say(Said::OtherPlan, (rows::PLAN, ANSWER), &[&slug]);
    }
    if !known {
        answers.say(Said::OtherAgency, (rows::AGENCY, ANSWER), &[&agency]);
    }
    let period = label.parse().ok();
    if period.is_none() {
        answers.say(Said::OtherPeriod, (rows::PERIOD, ANSWER), &[&label]);
    }
    let added: Vec<String> =
        added.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let made = Form::make(model, plan?, &agency, period?, &added);
    match made {
        Ok(form) => Some(form),
        Err(super::Unmade::UnknownItem(id) | super::Unmade::Aim(id)) => {
            answers.say(Said::IdUnknown, (rows::ADDED, ANSWER), &[&id]);
            None
        }
        Err(super::Unmade::OutsidePlan) => {
            answers.say(Said::OtherPeriod, (rows::PERIOD, ANSWER), &[&label]);
            None
        }
        Err(super::Unmade::UnknownAgency | super::Unmade::NothingAssigned) => {
            answers.say(Said::OtherAgency, (rows::AGENCY, ANSWER), &[&agency]);
            None
        }
    }
}

fn headings(answers: &mut Answers) {
    for column in Column::ALL {
        let at = column.at(HEADING_ROW);
        if answers.sheet.shown(at.0, at.1) != column.title() {
            answers.say(Said::HeadingChanged, at, &[column.title()]);
        }
    }
}

/// The rows that were filled in, with the number of each; says what is wrong with locked cells.
fn open_rows<'f>(answers: &mut Answers, form: &'f Form) -> Vec<(u32, &'f Row)> {
    let mut seen = BTreeSet::new();
    let mut open = Vec::new();
    let numbers: BTreeSet<u32> =
        answers.sheet.cells.keys().map(|(row, _)| *row).filter(|row| *row > HEADING_ROW).collect();
    for number in numbers {
        outside(answers, number);
        let cell = |column: Column| {
            let (row, column) = column.at(number);
            answers.sheet.shown(row, column)
        };
        let (item, measure) = (cell(Column::Item), cell(Column::Measure));
        let published = cell(Column::Published);
        let at = Column::Item.at(number);
        if item.is_empty() {
            if Column::ALL.into_iter().any(|column| answers.holds(column.at(number))) {
                answers.say(Said::RowWithoutId, at, &[]);
            }
            continue;
        }
        let of_item = |row: &&Row| form.item(row).id.as_str() == item;
        if !form.rows.iter().any(|row| of_item(&row)) {
            let known = form.plan.items_by_id.contains_key(&item);
            answers.say(if known { Said::IdOfAnother } else { Said::IdUnknown }, at, &[&item]);
            continue;
        }
        let row = form.rows.iter().filter(of_item).find(|row| {
            row.measure.as_ref().map_or("", MeasureId::as_str) == measure
                && outcome_id(form, row) == published
        });
        let Some(row) = row else {
            if form.open_row(&item, &measure).is_none() {
                let at = Column::Measure.at(number);
                answers.say(Said::LockedChanged, at, &[Column::Measure.title(), "m1…"]);
            } else {
                let at = Column::Published.at(number);
                answers.say(Said::PublishedUnknown, at, &[&published]);
            }
            continue;
        };
        if !seen.insert((item.clone(), measure, published)) {
            answers.say(Said::RowCopied, at, &[&item]);
            continue;
        }
        locked_cells(answers, form, row, number);
        if row.published.is_none() && claim::is_filled(answers, number) {
            open.push((number, row));
        }
    }
    open
}

fn outcome_id(form: &Form, row: &Row) -> String {
    let published = row.published.as_ref();
    published
        .map(|(outcome, _)| form.plan.outcomes.get(*outcome).record.id.to_string())
        .unwrap_or_default()
}

/// Words to the right of the form would be lost in silence.
fn outside(answers: &mut Answers, number: u32) {
    let last = u32::from(Column::Because.number());
    let beyond: Vec<(u32, String)> = answers
        .sheet
        .row(number)
        .filter(|(column, _)| *column > last)
        .map(|(column, cell)| (column, cell.shown()))
        .collect();
    for (column, shown) in beyond {
        answers.say(Said::Outside, (number, column), &[&shown]);
    }
}

/// What the program wrote must stand as it was written.
fn locked_cells(answers: &mut Answers, form: &Form, row: &Row, number: u32) {
    for column in Column::ALL {
        if row.published.is_none() && column.filling() != Filling::Locked {
            continue;
        }
        let at = column.at(number);
        let wanted = form.cell(row, column);
        if same(answers.sheet.get(at.0, at.1), wanted.as_ref()) {
            continue;
        }
        let wanted = wanted.map(|cell| cell.shown()).unwrap_or_default();
        if row.published.is_some() {
            answers.say(Said::PublishedChanged, at, &[&outcome_id(form, row), &wanted]);
        } else {
            answers.say(Said::LockedChanged, at, &[column.title(), &wanted]);
        }
    }
}

/// 91.10 is the same number as 91.1: a sheet keeps no zeros at the end.
fn same(found: Option<&Cell>, wanted: Option<&Cell>) -> bool {
    match (found, wanted) {
        (Some(Cell::Number { digits: found, .. }), Some(Cell::Number { digits: wanted, .. })) => {
            found.parse::<f64>().ok() == wanted.parse::<f64>().ok()
        }
        _ => found == wanted,
    }
}

/// The first file of this name that does not exist, and what no file of this name has said yet. Published
/// files are only added to the folder, never changed.
fn unwritten(
    answers: &mut Answers,
    form: &Form,
    files: &Files,
    stem: &str,
    source: &Source,
    outcomes: Vec<(u32, Outcome)>,
) -> Option<(String, Vec<Outcome>)> {
    let mut left = outcomes;
    for again in 1.. {
        let ending = if again == 1 { String::new() } else { format!("-{again}") };
        let path = format!("{}/outcomes/{stem}{ending}.yaml", form.plan.folder);
        let Some(text) = files.texts.get(path.as_str()) else {
            let left: Vec<Outcome> = left.into_iter().map(|(_, outcome)| outcome).collect();
            return (!left.is_empty()).then_some((path, left));
        };
        let Ok(before) = serde_yaml::from_str::<OutcomeFile>(text) else { continue };
        let said: BTreeMap<Key, &Outcome> =
            before.outcomes.iter().filter_map(|outcome| Some((key(outcome)?, outcome))).collect();
        left.retain(|(number, outcome)| {
            let Some(earlier) = key(outcome).and_then(|key| said.get(&key)) else { return true };
            let ours =
                in_vietnamese(source, &Outcome { id: earlier.id.clone(), ..outcome.clone() });
            if ours != in_vietnamese(&before.source, earlier) {
                let item = outcome.about.first().map(|about| about.item.to_string());
                let at = Column::Fact.at(*number);
                answers.say(Said::Taken, at, &[&item.unwrap_or_default(), &path]);
            }
            false
        });
    }
    None
}

type Key = (String, Option<String>);

/// What an outcome of a form is about.
fn key(outcome: &Outcome) -> Option<Key> {
    let about: &About = outcome.about.first()?;
    Some((about.item.to_string(), about.measure.as_ref().map(ToString::to_string)))
}

/// The file as the form could have said it: the English may have been added since.
fn in_vietnamese(source: &Source, outcome: &Outcome) -> String {
    let file = OutcomeFile { source: source.clone(), outcomes: vec![outcome.clone()] };
    let text = yaml::outcome_file(&file);
    yaml::without_english(&text)
}

/// The next free numbers: `r20`, `r21` … Ids that the content has are never given again.
fn numbered(model: &Model, outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let number = |id: &OutcomeId| -> Option<u32> {
        let digits = id.as_str().strip_prefix('r')?;
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits.get(..end)?.parse().ok()
    };
    let known = model.plans.iter().flat_map(|plan| {
        let later = plan.later_outcomes.iter().map(|(outcome, _)| &outcome.id);
        plan.outcomes.values().map(|outcome| &outcome.record.id).chain(later)
    });
    let last = known.filter_map(number).max().unwrap_or(0);
    (last + 1..)
        .zip(outcomes)
        .filter_map(|(number, outcome)| {
            Some(Outcome { id: format!("r{number}").parse().ok()?, ..outcome })
        })
        .collect()
}
