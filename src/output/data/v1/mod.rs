//! `data/plan.json`, version v1. docs/data.md describes it for its readers.
//!
//! Within v1 keys may be added; none changes its meaning and none goes away.
#![expect(clippy::struct_field_names, reason = "fields are the keys of the published data")]

mod of;
mod one_item;

pub use of::of;
pub use one_item::{ItemFile, one_item};

use schemars::JsonSchema;
use serde::Serialize;

use crate::content::{self, BudgetKind, Grade, SourceKind};
use crate::model::{self, Kind, RoleKind};
use crate::values::{
    Comparator, Date, Dong, Localized, PartialDate, Quantity, Text, Translated, Unit, WebAddress,
};

#[derive(Serialize, JsonSchema)]
pub struct Data<'m> {
    #[schemars(extend("const" = "v1"))]
    pub version: &'static str,
    pub as_of: Date,
    pub title: &'m Translated,
    pub publisher: &'m Translated,
    pub licence: Licence<'m>,
    pub notice: &'m Translated,
    pub plans: Vec<PlanData<'m>>,
    pub items: Vec<Item<'m>>,
    pub agencies: Vec<Agency<'m>>,
    pub outcomes: Vec<Outcome<'m>>,
    pub sources: Vec<Source<'m>>,
    pub glossary: Vec<Term<'m>>,
    pub corrections: Vec<Correction<'m>>,
}

#[derive(Serialize, JsonSchema)]
pub struct Licence<'m> {
    pub id: &'m Text,
    pub url: &'m WebAddress,
}

#[derive(Serialize, JsonSchema)]
pub struct PlanData<'m> {
    pub slug: &'m crate::values::PlanSlug,
    pub number: &'m Text,
    pub kind: &'m Translated,
    pub title: &'m Translated,
    pub date: Date,
    pub issuer: &'m crate::values::AgencyId,
    pub signer: &'m Translated,
    pub period: Period,
    /// Of the received copy.
    source_sha256: Option<&'m str>,
    pub counts: Counts,
    pub areas: Vec<Area<'m>>,
    pub acts: Vec<Act<'m>>,
    /// What of the received copy is no item, and why.
    pub not_items: Vec<NotItem<'m>>,
    pub repairs: Vec<Repair<'m>>,
}

#[derive(Serialize, JsonSchema)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

#[derive(Serialize, JsonSchema)]
pub struct Counts {
    pub aims: usize,
    pub targets: usize,
    pub tasks: usize,
    pub activities: usize,
    pub duties: usize,
}

#[derive(Serialize, JsonSchema)]
pub struct Area<'m> {
    pub number: &'m Text,
    pub annex: Option<&'m Text>,
    pub name: &'m Translated,
}

#[derive(Serialize, JsonSchema)]
pub struct Act<'m> {
    pub id: &'m crate::values::ActId,
    pub number: Option<&'m Text>,
    pub title: &'m Translated,
    pub items: &'m [crate::values::ItemId],
    pub ended: Option<Ended<'m>>,
}

#[derive(Serialize, JsonSchema)]
pub struct Ended<'m> {
    pub date: PartialDate,
    pub by: &'m Translated,
    pub source: &'m Text,
}

#[derive(Serialize, JsonSchema)]
pub struct NotItem<'m> {
    pub id: &'m crate::values::ItemId,
    pub words: &'m Translated,
    pub reason: &'m Translated,
    pub source_lines: &'m [(usize, usize)],
}

#[derive(Serialize, JsonSchema)]
pub struct Repair<'m> {
    pub line: usize,
    pub kind: content::RepairKind,
    pub item: &'m crate::values::ItemId,
    pub found: &'m Text,
    pub reading: Option<&'m Text>,
    pub note: &'m Translated,
}

#[derive(Serialize, JsonSchema)]
pub struct Item<'m> {
    pub id: &'m crate::values::ItemId,
    pub plan: &'m crate::values::PlanSlug,
    pub kind: Kind,
    /// The numbering of the document as text.
    pub number: &'m str,
    pub area: Option<&'m Text>,
    /// Ours.
    pub title: &'m Translated,
    /// The document's; `en` is an unofficial translation.
    pub words: &'m Translated,
    /// Lines of the received copy, as pairs with both ends included, 1-based.
    pub source_lines: &'m [(usize, usize)],
    pub url: Localized<String>,
    pub permanent_url: String,
    pub leads: Vec<Role<'m>>,
    pub partners: Vec<Role<'m>>,
    pub leads_printed: Option<&'m Translated>,
    pub partners_printed: Option<&'m Translated>,
    pub product: Option<&'m Translated>,
    pub objective: Option<&'m Translated>,
    pub task: Option<&'m Translated>,
    pub deadline: Option<Deadline<'m>>,
    pub budget: Option<Budget<'m>>,
    pub measures: Vec<Measure<'m>>,
    /// What a target without measures lacks.
    pub lacks: &'m [content::Lack],
    pub lacks_note: Option<&'m Translated>,
    pub standing: model::Standing,
    /// The legal documents that changed, replaced or stopped it.
    pub amendments: Vec<Amendment<'m>>,
    pub outcomes: Vec<Report<'m>>,
    pub related: Vec<&'m str>,
}

#[derive(Serialize, JsonSchema)]
pub struct Amendment<'m> {
    pub effect: content::AmendmentEffect,
    pub date: Date,
    pub number: &'m Text,
    pub title: &'m Translated,
    pub url: &'m WebAddress,
}

#[derive(Serialize, JsonSchema)]
pub struct Role<'m> {
    pub agency: &'m crate::values::AgencyId,
    pub role: RoleKind,
    pub scope: Option<&'m Translated>,
    pub deadline: Option<Deadline<'m>>,
}

#[derive(Serialize, JsonSchema)]
pub struct Deadline<'m> {
    pub printed: &'m Translated,
    pub read: crate::values::Reading,
    /// `day`, `month`, `quarter`, `year` or `each-body`.
    pub precision: &'static str,
    pub first_day: Option<Date>,
    /// The last day in time.
    pub last_day: Option<Date>,
}

#[derive(Serialize, JsonSchema)]
pub struct Budget<'m> {
    pub kind: BudgetKind,
    pub printed: Option<&'m Text>,
    /// Whole đồng.
    pub vnd: Option<Dong>,
}

#[derive(Serialize, JsonSchema)]
pub struct Measure<'m> {
    pub id: &'m crate::values::MeasureId,
    pub what: &'m Translated,
    pub comparator: Comparator,
    pub value: &'m Quantity,
    /// The upper end, where a range is promised.
    pub to: Option<&'m Quantity>,
    pub unit: Unit,
    pub population: &'m Translated,
    pub scope: Option<&'m Translated>,
    pub printed: &'m Text,
    pub deadline: Option<Deadline<'m>>,
    pub conflicts_with: Vec<&'m content::MeasureRef>,
}

/// What an outcome means for the item.
#[derive(Serialize, JsonSchema)]
pub struct Report<'m> {
    pub id: &'m crate::values::OutcomeId,
    pub measure: Option<&'m crate::values::MeasureId>,
    pub bearing: content::Bearing,
    pub because: &'m Translated,
    pub says: Option<content::Says>,
    pub parts: Option<content::PartsDone>,
    pub product: Option<Product<'m>>,
    #[serde(rename = "final")]
    pub is_final: bool,
    pub verdict: Option<content::Verdict>,
}

#[derive(Serialize, JsonSchema)]
pub struct Product<'m> {
    pub text: &'m Text,
    pub date: Option<PartialDate>,
}

#[derive(Serialize, JsonSchema)]
pub struct Outcome<'m> {
    pub id: &'m crate::values::OutcomeId,
    pub source: &'m str,
    pub grade: Grade,
    pub dated: PartialDate,
    pub period: Option<Period>,
    pub words: &'m Translated,
    pub quote: Option<Quote<'m>>,
    pub body: Option<&'m Translated>,
    pub agency: Option<&'m crate::values::AgencyId>,
    pub missing: Option<&'m Translated>,
    pub scope: Option<&'m Translated>,
    pub figures: Vec<Figure<'m>>,
    pub items: Vec<&'m str>,
}

#[derive(Serialize, JsonSchema)]
pub struct Quote<'m> {
    pub text: &'m Text,
    pub lang: &'m Text,
    pub machine_translated: bool,
}

#[derive(Serialize, JsonSchema)]
pub struct Figure<'m> {
    pub what: &'m Translated,
    pub value: &'m Quantity,
    pub unit: Unit,
    pub bound: content::Bound,
    pub of: Option<&'m Quantity>,
}

#[derive(Serialize, JsonSchema)]
pub struct Source<'m> {
    pub id: &'m str,
    pub kind: SourceKind,
    /// The source's own title, where it is known.
    pub title: Option<Quote<'m>>,
    /// Ours, where the title is not known.
    pub description: Option<&'m Translated>,
    pub publisher: &'m Translated,
    pub number: Option<&'m Text>,
    pub url: Option<&'m WebAddress>,
    pub published: Option<PartialDate>,
    pub published_note: Option<&'m Translated>,
    pub read: PartialDate,
    pub read_note: Option<&'m Translated>,
}

#[derive(Serialize, JsonSchema)]
pub struct Agency<'m> {
    pub id: &'m crate::values::AgencyId,
    pub kind: content::AgencyKind,
    pub abbreviation: Option<&'m Text>,
    pub printed: &'m [Text],
    pub names: Vec<Name<'m>>,
    pub end: Option<End<'m>>,
    pub successors: Vec<Successor<'m>>,
    pub members: &'m [crate::values::AgencyId],
    pub no_successor: Option<&'m Translated>,
    pub note: Option<&'m Translated>,
}

#[derive(Serialize, JsonSchema)]
pub struct Name<'m> {
    pub name: &'m Translated,
    pub until: Option<PartialDate>,
    pub basis: Option<&'m Translated>,
}

#[derive(Serialize, JsonSchema)]
pub struct End<'m> {
    pub date: PartialDate,
    pub basis: &'m Translated,
    pub source: Option<&'m content::Link>,
}

#[derive(Serialize, JsonSchema)]
pub struct Successor<'m> {
    pub agency: &'m crate::values::AgencyId,
    pub from: PartialDate,
    pub note: Option<&'m Translated>,
}

#[derive(Serialize, JsonSchema)]
pub struct Term<'m> {
    pub id: &'m crate::values::TermId,
    pub term: &'m Translated,
    pub abbreviation_vi: Option<&'m Text>,
    pub abbreviation_en: Option<&'m Text>,
    pub meaning: Option<&'m Translated>,
}

#[derive(Serialize, JsonSchema)]
pub struct Correction<'m> {
    pub date: Date,
    pub item: Option<&'m crate::values::ItemId>,
    pub outcome: Option<&'m crate::values::OutcomeId>,
    pub page: Option<&'m Text>,
    pub was: &'m Translated,
    pub now: &'m Translated,
    pub reason: &'m Translated,
}
