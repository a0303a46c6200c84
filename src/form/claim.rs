//! One row of the sheet `Kết quả` → one outcome, about one commitment.
//!
//! What a kind of commitment may claim is the rule of `checks/outcomes.rs`; here it is said in the words of
//! the form, at the cell. The check runs once more over the finished file.

use crate::content::{
    About, Bearing, Bound, Figure, Grade, Outcome, PartsDone, ProductShown, Says, Verdict,
};
use crate::model::Kind;
use crate::values::{Date, Locale, OutcomeId, PartialDate, Quantity, Text, Translated, Unit};

use super::answer::{Answers, Got, Length};
use super::columns::{Column, Filling};
use super::labels;
use super::rows::{Form, Row};
use super::said::Said;
use super::source::{ReadSource, vietnamese};

/// What stands in the cells of a row that was filled in.
struct Filled {
    dated: Got<Date>,
    fact: Got<Text>,
    quote: Got<Text>,
    says: Got<Says>,
    parts_done: Got<u32>,
    parts_of: Got<u32>,
    product: Got<Text>,
    product_date: Got<Date>,
    value: Got<Quantity>,
    unit: Got<Unit>,
    bound: Got<Bound>,
    of: Got<Quantity>,
    what: Got<Text>,
    scope: Got<Text>,
    matches: Got<bool>,
    is_final: Got<bool>,
    verdict: Got<Verdict>,
    because: Got<Text>,
}

/// Whether anything was filled in.
pub fn is_filled(answers: &Answers, number: u32) -> bool {
    Column::ALL
        .into_iter()
        .filter(|column| column.filling() != Filling::Locked)
        .any(|column| answers.holds(column.at(number)))
}

/// The outcome, under an id that is given to it later; none where something was said.
pub fn outcome(
    answers: &mut Answers,
    form: &Form,
    row: &Row,
    number: u32,
    source: &ReadSource,
) -> Option<Outcome> {
    let before = answers.said.len();
    let kind = form.item(row).kind;
    for column in Column::ALL {
        let place = column.at(number);
        if !form.asks(row, column) && answers.holds(place) {
            answers.say(Said::NotAsked, place, &[column.title(), labels::kind(kind)]);
        }
    }
    let filled = read(answers, form, row, number);
    required(answers, row, kind, number, &filled, source);
    dates(answers, number, &filled, source);
    work(answers, form, row, number, &filled);
    figures(answers, row, number, &filled);
    let sound = answers.said.len() == before;
    sound.then(|| record(form, row, filled, source))?
}

fn read(answers: &mut Answers, form: &Form, row: &Row, number: u32) -> Filled {
    // What is not asked was spoken of; it is not read as well.
    let place = |column: Column| {
        let far = (u32::MAX, u32::MAX);
        if form.asks(row, column) { column.at(number) } else { far }
    };
    Filled {
        dated: answers.day(place(Column::Dated)),
        fact: answers.words(place(Column::Fact), Length::Sentence),
        quote: answers.words(place(Column::Quote), Length::Any),
        says: answers.choice(place(Column::Says)),
        parts_done: answers.whole(place(Column::PartsDone)),
        parts_of: answers.whole(place(Column::PartsOf)),
        product: answers.words(place(Column::Product), Length::Any),
        product_date: answers.day(place(Column::ProductDate)),
        value: answers.number(place(Column::Value)),
        unit: answers.choice(place(Column::Unit)),
        bound: answers.choice(place(Column::Bound)),
        of: answers.number(place(Column::Of)),
        what: answers.words(place(Column::What), Length::Any),
        scope: answers.words(place(Column::Scope), Length::Any),
        matches: answers.choice(place(Column::Matches)),
        is_final: answers.choice(place(Column::Final)),
        verdict: answers.choice(place(Column::Verdict)),
        because: answers.words(place(Column::Because), Length::Sentence),
    }
}

/// What a row that is filled in must have.
fn required(
    answers: &mut Answers,
    row: &Row,
    kind: Kind,
    number: u32,
    filled: &Filled,
    source: &ReadSource,
) {
    for column in Column::ALL {
        let place = column.at(number);
        if column.required(kind, row.measure.is_some()) && !answers.holds(place) {
            answers.say(Said::FieldMissing, place, &[column.title()]);
        }
    }
    if filled.quote.is_nothing() && source.quote.is_nothing() {
        answers.say(Said::QuoteMissing, Column::Quote.at(number), &[]);
    }
}

fn dates(answers: &mut Answers, number: u32, filled: &Filled, source: &ReadSource) {
    let shown = |day: Date| day.shown(Locale::Vi);
    let Some(dated) = filled.dated.get().copied() else { return };
    let place = Column::Dated.at(number);
    if let Some(period) = &source.period
        && dated < period.from
        && period.from <= period.to
    {
        answers.say(Said::TooEarly, place, &[&shown(dated), &shown(period.from)]);
    }
    if let Some(published) = source.published
        && dated > published
    {
        answers.say(Said::TooLate, place, &[&shown(dated), &shown(published)]);
    }
}

/// The state of the work, its parts, and its product.
fn work(answers: &mut Answers, form: &Form, row: &Row, number: u32, filled: &Filled) {
    let item = form.item(row);
    if let (Some(Says::NotDone), Some(dated)) = (filled.says.get(), filled.dated.get()) {
        let last = item.reading().and_then(crate::values::Reading::last_day);
        if last.is_none_or(|last| *dated <= last) {
            answers.say(Said::NotDoneTooEarly, Column::Says.at(number), &[]);
        }
    }
    let any_part = !filled.parts_done.is_nothing() || !filled.parts_of.is_nothing();
    let no_part = filled.parts_done.is_nothing() || filled.parts_of.is_nothing();
    match filled.says.get() {
        Some(Says::PartlyDone) if no_part => {
            answers.say(Said::PartsBelong, Column::Says.at(number), &[]);
        }
        Some(Says::Done | Says::UnderWay | Says::NotStarted | Says::NotDone) if any_part => {
            answers.say(Said::PartsBelong, Column::Says.at(number), &[]);
        }
        Some(_) | None => {}
    }
    if let (Some(done), Some(of)) = (filled.parts_done.get(), filled.parts_of.get())
        && (*done == 0 || done >= of)
    {
        let (done, of) = (done.to_string(), of.to_string());
        answers.say(Said::PartsNoneOrAll, Column::PartsDone.at(number), &[&done, &of]);
    }
    if let Some(product) = filled.product.get() {
        let cited = product.as_str().chars().any(|c| c.is_ascii_digit())
            || product.as_str().contains("http")
            || !filled.product_date.is_nothing();
        if !cited {
            answers.say(Said::ProductUncited, Column::Product.at(number), &[product.as_str()]);
        }
    }
    if filled.product.is_nothing() && filled.product_date.get().is_some() {
        answers.say(Said::ProductUnnamed, Column::Product.at(number), &[]);
    }
}

/// The figure and what it means for a target.
fn figures(answers: &mut Answers, row: &Row, number: u32, filled: &Filled) {
    let matches = filled.matches.get() == Some(&true);
    let has_value = !filled.value.is_nothing();
    // The definition goes without saying where the figure is what the target measures.
    let defined = !filled.what.is_nothing() || (row.measure.is_some() && matches);
    for (column, missing) in [(Column::Unit, filled.unit.is_nothing()), (Column::What, !defined)] {
        if has_value && missing {
            answers.say(Said::FigureAlone, column.at(number), &[column.title()]);
        }
    }
    // A measure's row without a figure is told of its missing figure already.
    for (column, stray) in [
        (Column::Unit, !filled.unit.is_nothing()),
        (Column::Bound, !filled.bound.is_nothing()),
        (Column::Of, !filled.of.is_nothing()),
        (Column::What, !filled.what.is_nothing()),
    ] {
        if !has_value && stray && row.measure.is_none() {
            answers.say(Said::FigureMissing, column.at(number), &[column.title()]);
        }
    }
    if let (Some(value), Some(of), Some(Unit::Count)) =
        (filled.value.get(), filled.of.get(), filled.unit.get())
        && value > of
    {
        let (value, of) = (value.shown(Locale::Vi), of.shown(Locale::Vi));
        answers.say(Said::OverTotal, Column::Value.at(number), &[&value, &of]);
    }
    let unfounded = |got: &Got<bool>| got.is_nothing() || got.get() == Some(&false);
    if filled.verdict.get().is_some()
        && (unfounded(&filled.is_final) || (filled.matches.get() == Some(&false)))
    {
        answers.say(Said::VerdictUnfounded, Column::Verdict.at(number), &[]);
    }
}

/// The record, when nothing is wrong. Vietnamese only, but for names whose English is known.
fn record(form: &Form, row: &Row, filled: Filled, source: &ReadSource) -> Option<Outcome> {
    let item = form.item(row);
    let ours = |vi: Text| Translated { vi, en: None };
    let quote = filled.quote.value().or_else(|| source.quote.get().cloned());
    let measured = form.measure(row).map(|measure| measure.what.clone());
    let what = filled.what.value().map(ours).or(measured);
    let figure =
        filled.value.value().zip(filled.unit.value()).zip(what).map(|((value, unit), what)| {
            Figure {
                what,
                value,
                unit,
                bound: filled.bound.value().unwrap_or_default(),
                of: filled.of.value(),
            }
        });
    let matches = filled.matches.value() == Some(true);
    let bearing = match item.kind {
        Kind::Target if !matches => Bearing::NotComparable,
        // Of work, the body reports on this very work.
        Kind::Target | Kind::Aim | Kind::Task | Kind::Activity | Kind::Duty => Bearing::Comparable,
    };
    let parts = filled.parts_done.value().zip(filled.parts_of.value());
    let product_date = filled.product_date.value().map(PartialDate::Day);
    Some(Outcome {
        id: UNNUMBERED.parse::<OutcomeId>().ok()?,
        grade: Grade::Stated,
        dated: PartialDate::Day(filled.dated.value()?),
        period: source.period.clone(),
        body: Some(form.name().clone()),
        agency: Some(form.agency_id().clone()),
        missing: None,
        words: ours(filled.fact.value()?),
        quote: quote.map(vietnamese),
        scope: filled.scope.value().map(ours),
        figures: figure.into_iter().collect(),
        about: vec![About {
            item: item.id.clone(),
            measure: row.measure.clone(),
            bearing,
            because: ours(filled.because.value()?),
            says: filled.says.value(),
            parts: parts.map(|(done, of)| PartsDone { done, of }),
            product: filled.product.value().map(|text| ProductShown { text, date: product_date }),
            is_final: filled.is_final.value().unwrap_or(false),
            verdict: filled.verdict.value(),
        }],
    })
}

/// Stands for an id until all rows are read.
const UNNUMBERED: &str = "r0";
