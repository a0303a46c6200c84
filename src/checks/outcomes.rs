//! Outcomes have a source that can be opened, sound dates, and claim only what their item can have.

use crate::content::{About, Bearing, Grade, Outcome, Says};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Item, Kind, Model};

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for plan in &model.plans {
        for source in plan.sources.values() {
            let record = &source.record;
            if record.url.is_none() && record.number.is_none() {
                said.push(Diagnostic::new(
                    Code::OutcomeUnsourced,
                    source.place.clone(),
                    "this source has neither an address nor a number",
                    "add `url:`, or `number:` for a legal document; a result without a source is not published",
                ));
            }
        }
        for source in plan.sources.values() {
            if source.record.title.is_some() == source.record.description.is_some() {
                said.push(Diagnostic::new(
                    Code::OutcomeUnsourced,
                    source.place.clone(),
                    "a source has either its own title or a description of ours",
                    "write `title:` as the source has it, or, where it is not known, `description:` in both languages",
                ));
            }
        }
        for outcome in plan.outcomes.values() {
            of_outcome(&outcome.record, &outcome.place, said);
        }
        for item in plan.items.values() {
            for report in &item.reports {
                let dated = plan.outcomes.get(report.outcome).record.dated.first_day();
                if let Some((key, message, help)) = fault(item, &report.about, dated) {
                    let place: Place = report.place.below(key);
                    said.push(Diagnostic::new(Code::OutcomeClaim, place, message, help));
                }
            }
        }
    }
}

fn of_outcome(outcome: &Outcome, place: &Place, said: &mut Vec<Diagnostic>) {
    if let Some(period) = &outcome.period
        && outcome.dated.last_day() < period.from
    {
        said.push(Diagnostic::new(
            Code::OutcomeOutsidePeriod,
            place.below("dated"),
            format!("this is dated {}, before its period began on {}", outcome.dated, period.from),
            "correct the date or the period",
        ));
    }
    if outcome.grade == Grade::Incomplete && outcome.missing.is_none() {
        said.push(Diagnostic::new(
            Code::OutcomeUnsourced,
            place.below("grade"),
            "an incomplete result must say what its source leaves out",
            "add `missing:` in both languages, for example that the period is not stated",
        ));
    }
    if outcome.grade == Grade::Stated && outcome.quote.is_none() && outcome.missing.is_none() {
        said.push(Diagnostic::new(
            Code::OutcomeUnsourced,
            place.clone(),
            "this result has no quote and does not say why",
            "add `quote:` with the source's own words, or `missing:` that says why there is none",
        ));
    }
    if outcome.about.is_empty() {
        said.push(Diagnostic::new(
            Code::OutcomeClaim,
            place.below("about"),
            "this result is about no item",
            "name at least one item under `about:`",
        ));
    }
}

type Fault = (&'static str, String, &'static str);

/// What is wrong with a claim about an item, if anything.
fn fault(item: &Item, about: &About, dated: crate::values::Date) -> Option<Fault> {
    let dated_work = match item.kind {
        Kind::Activity => true,
        Kind::Duty => item.deadline.is_some(),
        Kind::Aim | Kind::Target | Kind::Task => false,
    };
    if about.product.is_some() && !dated_work {
        return Some((
            "product",
            format!("`{}` names no product, so none can be shown", item.id),
            "take `product:` out, or name the activity whose product it is",
        ));
    }
    if about.says.is_some() && matches!(item.kind, Kind::Aim | Kind::Target) {
        return Some((
            "says",
            format!("`{}` is no work that could be done or under way", item.id),
            "take `says:` out; a target is judged by figures",
        ));
    }
    if about.says == Some(Says::NotDone) {
        let last = item.reading().and_then(crate::values::Reading::last_day);
        if last.is_none_or(|last| dated <= last) {
            return Some((
                "says",
                "“not done” says something only after the deadline has passed".to_owned(),
                "write under-way or not-started, whichever the source says",
            ));
        }
    }
    if (about.says == Some(Says::PartlyDone)) != about.parts.is_some() {
        return Some((
            "says",
            "`partly-done` and `parts:` belong together".to_owned(),
            "write `says: partly-done` and `parts: {done: 1, of: 3}`",
        ));
    }
    if about.parts.is_some_and(|parts| parts.done == 0 || parts.done >= parts.of) {
        return Some((
            "parts",
            "these parts are none or all".to_owned(),
            "write not-started or done instead, or correct the numbers",
        ));
    }
    if let Some(measure) = &about.measure
        && !item.measures().iter().any(|known| known.id == *measure)
    {
        return Some((
            "measure",
            format!("`{}` has no measure `{measure}`", item.id),
            "correct the measure, or leave it out",
        ));
    }
    if about.verdict.is_some()
        && !(about.is_final && about.bearing == Bearing::Comparable && about.measure.is_some())
    {
        return Some((
            "verdict",
            "a verdict needs a final, comparable value of one measure".to_owned(),
            "add `final: true`, `bearing: comparable` and `measure:`, or take the verdict out",
        ));
    }
    None
}
