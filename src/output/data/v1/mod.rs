//! `data/plan.json`, version v1. docs/data.md describes it for its readers.
//!
//! Within v1 keys may be added; none changes its meaning and none goes away.
#![expect(clippy::struct_field_names, reason = "fields are the keys of the published data")]

mod of;

pub use of::of;

use serde::Serialize;

use crate::content::{self, BudgetKind, Grade, SourceKind};
use crate::model::{self, Kind, RoleKind};
use crate::values::{
    Comparator, Date, Dong, Localized, PartialDate, Quantity, Text, Translated, Unit, WebAddress,
};

#[derive(Serialize)]
pub struct Data<'m> {
    version: &'static str,
    as_of: Date,
    title: &'m Translated,
    publisher: &'m Translated,
    licence: Licence<'m>,
    notice: &'m Translated,
    plans: Vec<PlanData<'m>>,
    items: Vec<Item<'m>>,
    agencies: Vec<Agency<'m>>,
    outcomes: Vec<Outcome<'m>>,
    sources: Vec<Source<'m>>,
    glossary: Vec<Term<'m>>,
    corrections: Vec<Correction<'m>>,
}

#[derive(Serialize)]
struct Licence<'m> {
    id: &'m Text,
    url: &'m WebAddress,
}

#[derive(Serialize)]
struct PlanData<'m> {
    slug: &'m crate::values::PlanSlug,
    number: &'m Text,
    kind: &'m Translated,
    title: &'m Translated,
    date: Date,
    issuer: &'m crate::values::AgencyId,
    signer: &'m Translated,
    period: Period,
    /// Of the received copy.
    source_sha256: Option<&'m str>,
    counts: Counts,
    areas: Vec<Area<'m>>,
    acts: Vec<Act<'m>>,
    /// What of the received copy is no item, and why.
    not_items: Vec<NotItem<'m>>,
    repairs: Vec<Repair<'m>>,
}

#[derive(Serialize)]
struct Period {
    from: Date,
    to: Date,
}

#[derive(Serialize)]
struct Counts {
    aims: usize,
    targets: usize,
    tasks: usize,
    activities: usize,
    duties: usize,
}

#[derive(Serialize)]
struct Area<'m> {
    number: &'m Text,
    annex: Option<&'m Text>,
    name: &'m Translated,
}

#[derive(Serialize)]
struct Act<'m> {
    id: &'m crate::values::ActId,
    number: Option<&'m Text>,
    title: &'m Translated,
    items: &'m [crate::values::ItemId],
    ended: Option<Ended<'m>>,
}

#[derive(Serialize)]
struct Ended<'m> {
    date: PartialDate,
    by: &'m Translated,
    source: &'m Text,
}

#[derive(Serialize)]
struct NotItem<'m> {
    id: &'m crate::values::ItemId,
    words: &'m Translated,
    reason: &'m Translated,
    source_lines: &'m [(usize, usize)],
}

#[derive(Serialize)]
struct Repair<'m> {
    line: usize,
    kind: content::RepairKind,
    item: &'m crate::values::ItemId,
    found: &'m Text,
    reading: Option<&'m Text>,
    note: &'m Translated,
}

#[derive(Serialize)]
struct Item<'m> {
    id: &'m crate::values::ItemId,
    plan: &'m crate::values::PlanSlug,
    kind: Kind,
    /// The numbering of the document as text.
    number: &'m str,
    area: Option<&'m Text>,
    /// Ours.
    title: &'m Translated,
    /// The document's; `en` is an unofficial translation.
    words: &'m Translated,
    /// Lines of the received copy, as pairs with both ends included, 1-based.
    source_lines: &'m [(usize, usize)],
    url: Localized<String>,
    permanent_url: String,
    leads: Vec<Role<'m>>,
    partners: Vec<Role<'m>>,
    leads_printed: Option<&'m Translated>,
    partners_printed: Option<&'m Translated>,
    product: Option<&'m Translated>,
    objective: Option<&'m Translated>,
    task: Option<&'m Translated>,
    deadline: Option<Deadline<'m>>,
    budget: Option<Budget<'m>>,
    measures: Vec<Measure<'m>>,
    /// What a target without measures lacks.
    lacks: &'m [content::Lack],
    lacks_note: Option<&'m Translated>,
    standing: model::Standing,
    /// The legal documents that changed, replaced or stopped it.
    amendments: Vec<Amendment<'m>>,
    outcomes: Vec<Report<'m>>,
    related: Vec<&'m str>,
}

#[derive(Serialize)]
struct Amendment<'m> {
    effect: content::AmendmentEffect,
    date: Date,
    number: &'m Text,
    title: &'m Translated,
    url: &'m WebAddress,
}

#[derive(Serialize)]
struct Role<'m> {
    agency: &'m crate::values::AgencyId,
    role: RoleKind,
    scope: Option<&'m Translated>,
    deadline: Option<Deadline<'m>>,
}

#[derive(Serialize)]
struct Deadline<'m> {
    printed: &'m Translated,
    read: crate::values::Reading,
    /// `day`, `month`, `quarter`, `year` or `each-body`.
    precision: &'static str,
    first_day: Option<Date>,
    /// The last day in time.
    last_day: Option<Date>,
}

#[derive(Serialize)]
struct Budget<'m> {
    kind: BudgetKind,
    printed: Option<&'m Text>,
    /// Whole đồng.
    vnd: Option<Dong>,
}

#[derive(Serialize)]
struct Measure<'m> {
    id: &'m crate::values::MeasureId,
    what: &'m Translated,
    comparator: Comparator,
    value: &'m Quantity,
    unit: Unit,
    population: &'m Translated,
    scope: Option<&'m Translated>,
    printed: &'m Text,
    deadline: Option<Deadline<'m>>,
    conflicts_with: Vec<&'m content::MeasureRef>,
}

/// What an outcome means for the item.
#[derive(Serialize)]
struct Report<'m> {
    id: &'m crate::values::OutcomeId,
    measure: Option<&'m crate::values::MeasureId>,
    bearing: content::Bearing,
    because: &'m Translated,
    says: Option<content::Says>,
    parts: Option<content::PartsDone>,
    product: Option<Product<'m>>,
    #[serde(rename = "final")]
    is_final: bool,
    verdict: Option<content::Verdict>,
}

#[derive(Serialize)]
struct Product<'m> {
    text: &'m Text,
    date: Option<PartialDate>,
}

#[derive(Serialize)]
struct Outcome<'m> {
    id: &'m crate::values::OutcomeId,
    source: &'m str,
    grade: Grade,
    dated: PartialDate,
    period: Option<Period>,
    words: &'m Translated,
    quote: Option<Quote<'m>>,
    body: Option<&'m Translated>,
    agency: Option<&'m crate::values::AgencyId>,
    missing: Option<&'m Translated>,
    scope: Option<&'m Translated>,
    figures: Vec<Figure<'m>>,
    items: Vec<&'m str>,
}

#[derive(Serialize)]
struct Quote<'m> {
    text: &'m Text,
    lang: &'m Text,
    machine_translated: bool,
}

#[derive(Serialize)]
struct Figure<'m> {
    what: &'m Translated,
    value: &'m Quantity,
    unit: Unit,
    bound: content::Bound,
    of: Option<&'m Quantity>,
}

#[derive(Serialize)]
struct Source<'m> {
    id: &'m str,
    kind: SourceKind,
    /// The source's own title, where it is known.
    title: Option<Quote<'m>>,
    /// Ours, where the title is not known.
    description: Option<&'m Translated>,
    publisher: &'m Translated,
    number: Option<&'m Text>,
    url: Option<&'m WebAddress>,
    published: Option<PartialDate>,
    published_note: Option<&'m Translated>,
    read: PartialDate,
    read_note: Option<&'m Translated>,
}

#[derive(Serialize)]
struct Agency<'m> {
    id: &'m crate::values::AgencyId,
    kind: content::AgencyKind,
    abbreviation: Option<&'m Text>,
    printed: &'m [Text],
    names: Vec<Name<'m>>,
    end: Option<End<'m>>,
    successors: Vec<Successor<'m>>,
    members: &'m [crate::values::AgencyId],
    no_successor: Option<&'m Translated>,
    note: Option<&'m Translated>,
}

#[derive(Serialize)]
struct Name<'m> {
    name: &'m Translated,
    until: Option<PartialDate>,
    basis: Option<&'m Translated>,
}

#[derive(Serialize)]
struct End<'m> {
    date: PartialDate,
    basis: &'m Translated,
    source: Option<&'m content::Link>,
}

#[derive(Serialize)]
struct Successor<'m> {
    agency: &'m crate::values::AgencyId,
    from: PartialDate,
    note: Option<&'m Translated>,
}

#[derive(Serialize)]
struct Term<'m> {
    id: &'m crate::values::TermId,
    term: &'m Translated,
    abbreviation_vi: Option<&'m Text>,
    abbreviation_en: Option<&'m Text>,
    meaning: Option<&'m Translated>,
}

#[derive(Serialize)]
struct Correction<'m> {
    date: Date,
    item: Option<&'m crate::values::ItemId>,
    outcome: Option<&'m crate::values::OutcomeId>,
    page: Option<&'m Text>,
    was: &'m Translated,
    now: &'m Translated,
    reason: &'m Translated,
}
