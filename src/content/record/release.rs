//! `releases/LABEL.json`: the facts of a cut-off day as they were published.
//!
//! The program writes these files; here is what pages show of them. A file may hold more, so that keys can
//! be added to the data without making old releases unreadable.

use serde::Deserialize;

use super::outcome::{
    About, Bearing, Bound, Figure, Foreign, Grade, Outcome, OutcomePeriod, PartsDone, ProductShown,
    Says, Source, SourceKind, Verdict,
};
use super::plan::AmendmentEffect;
use crate::values::{
    AgencyId, Date, ItemId, MeasureId, OutcomeId, PartialDate, PlanSlug, Quantity, ReleaseLabel,
    Text, Translated, Unit, WebAddress,
};

#[derive(Debug, Clone, Deserialize)]
pub struct Release {
    pub label: ReleaseLabel,
    pub as_of: Date,
    /// The release before this one; none for the first.
    pub before: Option<ReleaseBefore>,
    pub data: ReleaseData,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReleaseBefore {
    pub label: ReleaseLabel,
    /// Of the bytes of its file, in hexadecimal.
    pub sha256: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseData {
    pub plans: Vec<ReleasePlan>,
    pub items: Vec<ReleaseItem>,
    pub agencies: Vec<ReleaseAgency>,
    pub outcomes: Vec<ReleaseOutcome>,
    pub sources: Vec<ReleaseSource>,
    pub corrections: Vec<ReleaseCorrection>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleasePlan {
    pub slug: PlanSlug,
    pub number: Text,
    pub kind: Translated,
    pub title: Translated,
    pub date: Date,
    pub issuer: AgencyId,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseItem {
    pub id: ItemId,
    pub plan: PlanSlug,
    /// As the published data name it.
    pub kind: Text,
    pub number: Text,
    pub title: Translated,
    pub words: Translated,
    pub leads: Vec<ReleaseRole>,
    pub product: Option<Translated>,
    pub deadline: Option<ReleaseDeadline>,
    pub measures: Vec<ReleaseMeasure>,
    /// As the published data name it.
    pub standing: Text,
    pub amendments: Vec<ReleaseAmendment>,
    pub outcomes: Vec<ReleaseReport>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseRole {
    pub agency: AgencyId,
    pub scope: Option<Translated>,
    pub deadline: Option<ReleaseDeadline>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseDeadline {
    pub printed: Translated,
    /// The last day in time.
    pub last_day: Option<Date>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseMeasure {
    pub id: MeasureId,
    pub what: Translated,
    pub printed: Text,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReleaseAmendment {
    pub effect: AmendmentEffect,
    pub date: Date,
    pub number: Text,
    pub title: Translated,
    pub url: WebAddress,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseReport {
    pub id: OutcomeId,
    pub measure: Option<MeasureId>,
    pub bearing: Bearing,
    pub because: Translated,
    pub says: Option<Says>,
    pub parts: Option<PartsDone>,
    pub product: Option<ProductShown>,
    #[serde(rename = "final")]
    pub is_final: bool,
    pub verdict: Option<Verdict>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseAgency {
    pub id: AgencyId,
    pub names: Vec<ReleaseName>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseName {
    pub name: Translated,
    pub until: Option<PartialDate>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseOutcome {
    pub id: OutcomeId,
    pub source: String,
    pub grade: Grade,
    pub dated: PartialDate,
    pub period: Option<OutcomePeriod>,
    pub words: Translated,
    pub quote: Option<Foreign>,
    pub body: Option<Translated>,
    pub agency: Option<AgencyId>,
    pub missing: Option<Translated>,
    pub scope: Option<Translated>,
    pub figures: Vec<ReleaseFigure>,
    pub items: Vec<ItemId>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseFigure {
    pub what: Translated,
    pub value: Quantity,
    pub unit: Unit,
    pub bound: Bound,
    pub of: Option<Quantity>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct ReleaseSource {
    pub id: String,
    pub kind: SourceKind,
    pub title: Option<Foreign>,
    pub description: Option<Translated>,
    pub publisher: Translated,
    pub number: Option<Text>,
    pub url: Option<WebAddress>,
    pub published: Option<PartialDate>,
    pub published_note: Option<Translated>,
    pub read: PartialDate,
    pub read_note: Option<Translated>,
}

impl ReleaseItem {
    /// What is reported on it: the outcome's id, and what an editor wrote of it.
    pub fn about(&self) -> impl Iterator<Item = (&OutcomeId, About)> {
        self.outcomes.iter().map(|report| {
            let about = About {
                item: self.id.clone(),
                measure: report.measure.clone(),
                bearing: report.bearing,
                because: report.because.clone(),
                says: report.says,
                parts: report.parts,
                product: report.product.clone(),
                is_final: report.is_final,
                verdict: report.verdict,
            };
            (&report.id, about)
        })
    }
}

impl ReleaseData {
    #[must_use]
    pub fn plan(&self, slug: &PlanSlug) -> Option<&ReleasePlan> {
        self.plans.iter().find(|plan| plan.slug == *slug)
    }

    #[must_use]
    pub fn outcome(&self, id: &OutcomeId) -> Option<&ReleaseOutcome> {
        self.outcomes.iter().find(|outcome| outcome.id == *id)
    }

    #[must_use]
    pub fn source(&self, id: &str) -> Option<&ReleaseSource> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// What a body was called on `day`.
    #[must_use]
    pub fn name_of(&self, agency: &AgencyId, day: Date) -> Option<&Translated> {
        let names = &self.agencies.iter().find(|it| it.id == *agency)?.names;
        let not_ended =
            |name: &&ReleaseName| name.until.is_none_or(|until| until.last_day() >= day);
        names.iter().find(not_ended).or_else(|| names.last()).map(|name| &name.name)
    }
}

impl ReleaseOutcome {
    /// As the record of an editor, but for what it means for single items.
    #[must_use]
    pub fn record(&self) -> Outcome {
        let figures = self.figures.iter().map(|figure| Figure {
            what: figure.what.clone(),
            value: figure.value.clone(),
            unit: figure.unit,
            bound: figure.bound,
            of: figure.of.clone(),
        });
        Outcome {
            id: self.id.clone(),
            grade: self.grade,
            dated: self.dated,
            period: self.period.clone(),
            body: self.body.clone(),
            agency: self.agency.clone(),
            missing: self.missing.clone(),
            words: self.words.clone(),
            quote: self.quote.clone(),
            scope: self.scope.clone(),
            figures: figures.collect(),
            about: Vec::new(),
        }
    }
}

impl ReleaseSource {
    /// As the record of an editor.
    #[must_use]
    pub fn record(&self) -> Source {
        Source {
            kind: self.kind,
            title: self.title.clone(),
            description: self.description.clone(),
            publisher: self.publisher.clone(),
            number: self.number.clone(),
            url: self.url.clone(),
            published: self.published,
            published_note: self.published_note.clone(),
            read: self.read,
            read_note: self.read_note.clone(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReleaseCorrection {
    pub date: Date,
    pub item: Option<ItemId>,
    #[serde(default)]
    pub outcome: Option<OutcomeId>,
    pub page: Option<Text>,
    pub was: Translated,
    pub now: Translated,
    pub reason: Translated,
}
