//! Standing: what follows from the facts on the cut-off day. One pure function; the truth table of
//! DESIGN §4, which the method page publishes.

use serde::Serialize;

use crate::content::{AmendmentEffect, PartsDone, Says, Verdict};
use crate::values::{Date, PartialDate, Period};

use super::Kind;

/// The standing of an item. Computed, never typed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    // Every kind, by a legal document only.
    Superseded,
    Discontinued,
    // Activities and dated duties.
    DoneOnTime,
    DoneLate,
    /// Done, the date is not stated.
    Done,
    /// Someone says so; the product is not shown.
    ReportedDone,
    PartlyDone,
    UnderWay,
    NotStarted,
    Overdue,
    // Targets.
    Met,
    PartlyMet,
    NotMet,
    /// Figures exist, but are interim or not comparable.
    Measured,
    NoFigure,
    /// Not measurable as written.
    NotMeasurable,
    // Tasks and undated duties.
    Reported,
    /// Tasks, activities and duties: no public report found.
    NoReport,
    // Aims.
    NotScored,
}

impl Standing {
    pub const ALL: [Self; 19] = [
        Self::DoneOnTime,
        Self::DoneLate,
        Self::Done,
        Self::ReportedDone,
        Self::PartlyDone,
        Self::UnderWay,
        Self::NotStarted,
        Self::Overdue,
        Self::Met,
        Self::PartlyMet,
        Self::NotMet,
        Self::Measured,
        Self::Reported,
        Self::NoReport,
        Self::NoFigure,
        Self::NotMeasurable,
        Self::NotScored,
        Self::Superseded,
        Self::Discontinued,
    ];

    /// The word of templates, styles, word tables and data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Superseded => "superseded",
            Self::Discontinued => "discontinued",
            Self::DoneOnTime => "done-on-time",
            Self::DoneLate => "done-late",
            Self::Done => "done",
            Self::ReportedDone => "reported-done",
            Self::PartlyDone => "partly-done",
            Self::UnderWay => "under-way",
            Self::NotStarted => "not-started",
            Self::Overdue => "overdue",
            Self::Met => "met",
            Self::PartlyMet => "partly-met",
            Self::NotMet => "not-met",
            Self::Measured => "measured",
            Self::NoFigure => "no-figure",
            Self::NotMeasurable => "not-measurable",
            Self::Reported => "reported",
            Self::NoReport => "no-report",
            Self::NotScored => "not-scored",
        }
    }

    /// Whether nothing was found that reports on the item.
    #[must_use]
    pub fn is_silence(self) -> bool {
        matches!(self, Self::NoReport | Self::NoFigure)
    }
}

/// The product that the plan names, cited; its date where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    pub date: Option<PartialDate>,
}

/// What one outcome claims of the item. Outcomes that merely concern it are not among the inputs.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    pub dated: PartialDate,
    pub says: Option<Says>,
    pub parts: Option<PartsDone>,
    pub product: Option<Shown>,
    pub has_figures: bool,
    /// The measure and the verdict, from a final and comparable value only.
    pub verdict: Option<(&'a str, Verdict)>,
}

/// The facts of one item.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    pub kind: Kind,
    /// In force on the cut-off day.
    pub amendments: &'a [AmendmentEffect],
    /// The last day in time; none where no deadline is printed.
    pub last_day: Option<Date>,
    /// Whether the item has a deadline at all.
    pub dated: bool,
    /// The ids of a target's measures.
    pub measures: &'a [&'a str],
    /// Up to as-of, in any order.
    pub claims: &'a [Claim<'a>],
    /// Periods that the publisher has declared closed.
    pub closed: &'a [Period],
    pub as_of: Date,
}

/// A plain fact beside the standing: the deadline has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lateness {
    NotYet,
    Passed,
    NoDeadline,
}

impl Lateness {
    /// "Trước ngày D" and "D" are in time on D and late from the day after.
    #[must_use]
    pub fn of(last_day: Option<Date>, as_of: Date) -> Self {
        match last_day {
            None => Self::NoDeadline,
            Some(last) if as_of > last => Self::Passed,
            Some(_) => Self::NotYet,
        }
    }
}

/// The truth table.
#[must_use]
pub fn standing(facts: &Inputs) -> Standing {
    if facts.amendments.contains(&AmendmentEffect::Discontinued) {
        return Standing::Discontinued;
    }
    if facts.amendments.contains(&AmendmentEffect::Superseded) {
        return Standing::Superseded;
    }
    match facts.kind {
        Kind::Aim => Standing::NotScored,
        Kind::Target => of_target(facts),
        Kind::Task => of_undated(facts),
        Kind::Duty if !facts.dated => of_undated(facts),
        Kind::Activity | Kind::Duty => of_dated(facts),
    }
}

fn of_undated(facts: &Inputs) -> Standing {
    if facts.claims.is_empty() { Standing::NoReport } else { Standing::Reported }
}

fn of_target(facts: &Inputs) -> Standing {
    if facts.measures.is_empty() {
        return Standing::NotMeasurable;
    }
    // The latest verdict on each measure holds.
    let verdicts: Vec<Option<Verdict>> = facts
        .measures
        .iter()
        .map(|measure| {
            let on_measure = |claim: &Claim| match claim.verdict {
                Some((on, verdict)) if on == *measure => Some(verdict),
                Some(_) | None => None,
            };
            latest(facts.claims, on_measure, |verdict| *verdict).map(|(_, verdict)| verdict)
        })
        .collect();
    if verdicts.iter().all(Option::is_some) {
        let all = |wanted: Verdict| verdicts.iter().all(|verdict| *verdict == Some(wanted));
        return if all(Verdict::Met) {
            Standing::Met
        } else if all(Verdict::NotMet) {
            Standing::NotMet
        } else {
            Standing::PartlyMet
        };
    }
    if facts.claims.iter().any(|claim| claim.has_figures) {
        Standing::Measured
    } else {
        Standing::NoFigure
    }
}

/// What the latest claim says of something, with its date.
///
/// Results of one day may contradict one another. Neither their order nor their names decide then: what promises
/// less holds, which is the greater by `rank`.
fn latest<T, R: Ord>(
    claims: &[Claim],
    said: impl Fn(&Claim) -> Option<T>,
    rank: impl Fn(&T) -> R,
) -> Option<(PartialDate, T)> {
    let found = claims.iter().filter_map(|claim| Some((claim.dated, said(claim)?)));
    found.max_by_key(|(dated, said)| (dated.last_day(), dated.first_day(), rank(said)))
}

fn of_dated(facts: &Inputs) -> Standing {
    // The product that the plan names outweighs every claim. Of two, the one that is later or has no date promises
    // less.
    let days = |shown: &Shown| shown.date.map(|date| (date.last_day(), date.first_day()));
    let undated_last = |shown: &Shown| (shown.date.is_none(), days(shown));
    if let Some((_, shown)) = latest(facts.claims, |claim| claim.product, undated_last) {
        return match (shown.date, facts.last_day) {
            (Some(date), Some(last)) if date.last_day() <= last => Standing::DoneOnTime,
            (Some(date), Some(last)) if date.first_day() > last => Standing::DoneLate,
            // Without a date, or with one that may lie on either side of the deadline.
            _ => Standing::Done,
        };
    }
    let passed_by = |day: Date| facts.last_day.is_some_and(|last| day > last);
    match latest(facts.claims, |claim| claim.says, |says| *says) {
        Some((_, Says::Done)) => Standing::ReportedDone,
        // A source that says after the deadline that the work is not finished says that it is late.
        Some((_, Says::PartlyDone)) => Standing::PartlyDone,
        Some((dated, Says::UnderWay)) if passed_by(dated.first_day()) => Standing::Overdue,
        Some((_, Says::UnderWay)) => Standing::UnderWay,
        Some((dated, Says::NotStarted)) if passed_by(dated.first_day()) => Standing::Overdue,
        Some((_, Says::NotStarted)) => Standing::NotStarted,
        // "Not done" is refused by the check `outcome-claim` before the deadline has passed.
        Some((_, Says::NotDone)) => Standing::Overdue,
        None if !facts.claims.is_empty() => Standing::UnderWay,
        None => {
            let closed = facts.last_day.is_some_and(|last| {
                facts.closed.iter().any(|period| period.holds(last) && facts.as_of > period.to)
            });
            if closed { Standing::Overdue } else { Standing::NoReport }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn facts(kind: Kind) -> Inputs<'static> {
        Inputs {
            kind,
            amendments: &[],
            last_day: Some(day("2025-12-31")),
            dated: true,
            measures: &[],
            claims: &[],
            closed: &[],
            as_of: day("2025-12-31"),
        }
    }

    fn claim(dated: &str) -> Claim<'static> {
        Claim {
            dated: dated.parse().unwrap(),
            says: None,
            parts: None,
            product: None,
            has_figures: false,
            verdict: None,
        }
    }

    fn with(kind: Kind, claims: &[Claim]) -> Standing {
        standing(&Inputs { claims, ..facts(kind) })
    }

    #[test]
    fn a_legal_document_stops_every_kind() {
        for kind in Kind::ALL {
            let with = |effect: &[AmendmentEffect]| {
                standing(&Inputs { amendments: effect, ..facts(kind) })
            };
            assert_eq!(with(&[AmendmentEffect::Superseded]), Standing::Superseded);
            assert_eq!(with(&[AmendmentEffect::Discontinued]), Standing::Discontinued);
            assert_eq!(
                with(&[AmendmentEffect::Superseded, AmendmentEffect::Discontinued]),
                Standing::Discontinued
            );
        }
    }

    #[test]
    fn silence_is_silence() {
        assert_eq!(with(Kind::Aim, &[]), Standing::NotScored);
        assert_eq!(with(Kind::Task, &[]), Standing::NoReport);
        assert_eq!(with(Kind::Activity, &[]), Standing::NoReport);
        assert_eq!(with(Kind::Duty, &[]), Standing::NoReport);
        assert_eq!(with(Kind::Target, &[]), Standing::NotMeasurable);
        let measured = Inputs { measures: &["m1"], ..facts(Kind::Target) };
        assert_eq!(standing(&measured), Standing::NoFigure);
        // Long after the deadline it is still silence.
        let later = Inputs { as_of: day("2030-01-01"), ..facts(Kind::Activity) };
        assert_eq!(standing(&later), Standing::NoReport);
    }

    #[test]
    fn silence_is_late_only_in_a_period_declared_closed() {
        let closed = [Period { from: day("2025-01-01"), to: day("2025-12-31") }];
        let at = |as_of: &str, last: Option<&str>| {
            standing(&Inputs {
                closed: &closed,
                as_of: day(as_of),
                last_day: last.map(day),
                dated: last.is_some(),
                ..facts(Kind::Activity)
            })
        };
        assert_eq!(at("2025-12-31", Some("2025-12-31")), Standing::NoReport);
        assert_eq!(at("2026-01-01", Some("2025-12-31")), Standing::Overdue);
        assert_eq!(at("2026-01-01", Some("2026-01-31")), Standing::NoReport);
        assert_eq!(at("2026-01-01", None), Standing::NoReport);
    }

    #[test]
    fn a_product_is_in_time_on_the_day_and_late_the_day_after() {
        let shown = |date: Option<&str>| Claim {
            product: Some(Shown { date: date.map(|date| date.parse().unwrap()) }),
            ..claim("2026-03-01")
        };
        let at = |date: Option<&str>| with(Kind::Activity, &[shown(date)]);
        assert_eq!(at(Some("2025-12-30")), Standing::DoneOnTime);
        assert_eq!(at(Some("2025-12-31")), Standing::DoneOnTime);
        assert_eq!(at(Some("2026-01-01")), Standing::DoneLate);
        assert_eq!(at(Some("2025-12")), Standing::DoneOnTime);
        assert_eq!(at(Some("2026")), Standing::DoneLate);
        assert_eq!(at(None), Standing::Done);
        let straddling = Inputs {
            last_day: Some(day("2025-12-10")),
            claims: &[shown(Some("2025-12"))],
            ..facts(Kind::Activity)
        };
        assert_eq!(standing(&straddling), Standing::Done);
        let undated = Inputs {
            last_day: None,
            claims: &[shown(Some("2025-05-01"))],
            ..facts(Kind::Activity)
        };
        assert_eq!(standing(&undated), Standing::Done);
    }

    #[test]
    fn a_claim_is_shown_as_a_claim() {
        let says = |says: Says, dated: &str| Claim { says: Some(says), ..claim(dated) };
        let at = |claims: &[Claim]| with(Kind::Activity, claims);
        assert_eq!(at(&[says(Says::Done, "2025-06-01")]), Standing::ReportedDone);
        assert_eq!(at(&[says(Says::PartlyDone, "2025-06-01")]), Standing::PartlyDone);
        assert_eq!(at(&[says(Says::UnderWay, "2025-12-31")]), Standing::UnderWay);
        assert_eq!(at(&[says(Says::NotStarted, "2025-12-31")]), Standing::NotStarted);
        assert_eq!(at(&[says(Says::UnderWay, "2026-01-01")]), Standing::Overdue);
        assert_eq!(at(&[says(Says::NotStarted, "2026-01-01")]), Standing::Overdue);
        assert_eq!(at(&[says(Says::NotDone, "2026-01-01")]), Standing::Overdue);
        // A report without a word on progress is a report all the same.
        assert_eq!(at(&[claim("2025-06-01")]), Standing::UnderWay);
        // The latest word holds.
        assert_eq!(
            at(&[says(Says::NotStarted, "2025-03-01"), says(Says::Done, "2025-06-01")]),
            Standing::ReportedDone
        );
        // A dated duty is judged as an activity, an undated one only by whether there is a report.
        let duty = Inputs { dated: false, last_day: None, ..facts(Kind::Duty) };
        assert_eq!(with(Kind::Duty, &[says(Says::Done, "2025-06-01")]), Standing::ReportedDone);
        assert_eq!(
            standing(&Inputs { claims: &[says(Says::Done, "2025-06-01")], ..duty }),
            Standing::Reported
        );
    }

    #[test]
    fn a_product_outweighs_a_claim() {
        let product = Claim { product: Some(Shown { date: None }), ..claim("2025-05-01") };
        let later = Claim { says: Some(Says::UnderWay), ..claim("2025-06-01") };
        assert_eq!(with(Kind::Activity, &[product, later]), Standing::Done);
    }

    #[test]
    fn tasks_count_reports() {
        assert_eq!(with(Kind::Task, &[claim("2025-06-01")]), Standing::Reported);
    }

    #[test]
    fn targets_are_judged_by_final_comparable_values_only() {
        let figure = Claim { has_figures: true, ..claim("2025-07-31") };
        let verdict = |measure: &'static str, verdict: Verdict, dated: &str| Claim {
            has_figures: true,
            verdict: Some((measure, verdict)),
            ..claim(dated)
        };
        let at = |claims: &[Claim]| {
            standing(&Inputs { measures: &["m1", "m2"], claims, ..facts(Kind::Target) })
        };
        assert_eq!(at(&[figure]), Standing::Measured);
        assert_eq!(at(&[claim("2025-07-31")]), Standing::NoFigure);
        assert_eq!(at(&[verdict("m1", Verdict::Met, "2025-12-31")]), Standing::Measured);
        let met = verdict("m1", Verdict::Met, "2025-12-31");
        let missed = verdict("m1", Verdict::NotMet, "2025-12-31");
        let met_too = verdict("m2", Verdict::Met, "2025-12-31");
        let missed_too = verdict("m2", Verdict::NotMet, "2025-12-31");
        assert_eq!(at(&[met, met_too]), Standing::Met);
        assert_eq!(at(&[missed, missed_too]), Standing::NotMet);
        assert_eq!(at(&[met, missed_too]), Standing::PartlyMet);
        assert_eq!(
            at(&[met, verdict("m2", Verdict::PartlyMet, "2025-12-31")]),
            Standing::PartlyMet
        );
        // A later verdict on the same measure replaces the earlier.
        assert_eq!(
            at(&[missed, met_too, verdict("m1", Verdict::Met, "2026-01-15")]),
            Standing::Met
        );
    }

    #[test]
    fn a_deadline_has_passed_from_the_day_after() {
        let last = Some(day("2025-12-31"));
        assert_eq!(Lateness::of(last, day("2025-12-30")), Lateness::NotYet);
        assert_eq!(Lateness::of(last, day("2025-12-31")), Lateness::NotYet);
        assert_eq!(Lateness::of(last, day("2026-01-01")), Lateness::Passed);
        assert_eq!(Lateness::of(None, day("2026-01-01")), Lateness::NoDeadline);
    }

    #[test]
    fn every_standing_has_its_own_name() {
        let names: std::collections::BTreeSet<_> = Standing::ALL.iter().map(|s| s.name()).collect();
        assert_eq!(names.len(), Standing::ALL.len());
    }
}
