//! `data/plan.json`, version v1. docs/data.md describes it for its readers.
//!
//! Within v1 keys may be added; none changes its meaning and none goes away.
#![expect(clippy::struct_field_names, reason = "fields are the keys of the published data")]

use serde::Serialize;

use crate::content::{self, BudgetKind, Foreign, Grade, SourceKind};
use crate::model::{self, Kind, Model, Plan, RoleKind};
use crate::pages::Address;
use crate::values::{
    Comparator, Date, Dong, Locale, Localized, PartialDate, Quantity, Text, Translated, Unit,
    WebAddress,
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
    page: Option<&'m Text>,
    was: &'m Translated,
    now: &'m Translated,
    reason: &'m Translated,
}

/// The model as published data.
pub fn of(model: &Model) -> Data<'_> {
    let site = &model.site.record;
    Data {
        version: "v1",
        as_of: model.site.as_of,
        title: &site.title,
        publisher: &site.publisher,
        licence: Licence { id: &site.licence.id, url: &site.licence.url },
        notice: &site.notice,
        plans: model.plans.iter().map(|plan| of_plan(model, plan)).collect(),
        items: model
            .plans
            .iter()
            .flat_map(|plan| plan.items.values().map(|item| of_item(model, plan, item)))
            .collect(),
        agencies: model.agencies.values().map(|agency| of_agency(&agency.record)).collect(),
        outcomes: model
            .plans
            .iter()
            .flat_map(|plan| plan.outcomes.values().map(|outcome| of_outcome(plan, outcome)))
            .collect(),
        sources: model.plans.iter().flat_map(|plan| plan.sources.values().map(of_source)).collect(),
        glossary: model.terms.iter().map(|term| of_term(&term.record)).collect(),
        corrections: model
            .corrections
            .iter()
            .map(|correction| of_correction(&correction.record))
            .collect(),
    }
}

fn of_plan<'m>(model: &'m Model, plan: &'m Plan) -> PlanData<'m> {
    let record = &plan.record;
    let instrument = &record.instrument;
    PlanData {
        slug: &record.slug,
        number: &instrument.number,
        kind: &instrument.kind,
        title: &instrument.title,
        date: instrument.date,
        issuer: &model.agencies.get(plan.issuer).record.id,
        signer: &instrument.signer,
        period: Period { from: record.period.from, to: record.period.to },
        source_sha256: plan.received.as_ref().map(|received| received.sha256.as_str()),
        counts: Counts {
            aims: plan.count(Kind::Aim),
            targets: plan.count(Kind::Target),
            tasks: plan.count(Kind::Task),
            activities: plan.count(Kind::Activity),
            duties: plan.count(Kind::Duty),
        },
        areas: plan
            .areas
            .values()
            .map(|area| Area { number: &area.number, annex: area.annex.as_ref(), name: &area.name })
            .collect(),
        acts: record
            .acts
            .iter()
            .map(|act| Act {
                id: &act.id,
                number: act.number.as_ref(),
                title: &act.title,
                items: &act.items,
                ended: act.ended.as_ref().map(|ended| Ended {
                    date: ended.date,
                    by: &ended.by,
                    source: &ended.source,
                }),
            })
            .collect(),
        not_items: plan
            .entries
            .values()
            .filter_map(|entry| {
                Some(NotItem {
                    id: &entry.id,
                    words: &entry.words,
                    reason: entry.reason.as_ref()?,
                    source_lines: &entry.source_lines,
                })
            })
            .collect(),
        repairs: plan
            .repairs
            .iter()
            .map(|repair| Repair {
                line: repair.record.line,
                kind: repair.record.kind,
                item: &repair.record.item,
                found: &repair.record.found,
                reading: repair.record.reading.as_ref(),
                note: &repair.record.note,
            })
            .collect(),
    }
}

fn of_item<'m>(model: &'m Model, plan: &'m Plan, item: &'m model::Item) -> Item<'m> {
    let base = &model.site.base_url;
    let url = |locale: Locale| {
        let tail = crate::pages::item_tail(plan, item);
        format!("{base}{}", Address::new(Some(locale), tail).url())
    };
    let roles = |kinds: &[RoleKind]| -> Vec<Role<'m>> {
        item.roles
            .iter()
            .filter(|role| kinds.contains(&role.kind))
            .map(|role| Role {
                agency: &model.agencies.get(role.agency).record.id,
                role: role.kind,
                scope: role.scope.as_ref(),
                deadline: role.deadline.as_ref().map(of_deadline),
            })
            .collect()
    };
    Item {
        id: &item.id,
        plan: &plan.record.slug,
        kind: item.kind,
        number: &item.number,
        area: item.area.map(|area| &plan.areas.get(area).number),
        title: &item.title,
        words: &item.words,
        source_lines: &item.source_lines,
        url: Localized { vi: url(Locale::Vi), en: url(Locale::En) },
        permanent_url: format!("{base}{}", crate::pages::id_tail(plan, item)),
        leads: roles(&[RoleKind::Lead, RoleKind::Holder]),
        partners: roles(&[RoleKind::Partner]),
        leads_printed: item.lead_printed.as_ref(),
        partners_printed: item.partners_printed.as_ref(),
        product: item.product.as_ref(),
        objective: item.objective.as_ref(),
        task: item.row_task.as_ref(),
        deadline: item.deadline.as_ref().map(of_deadline),
        budget: item.budget.as_ref().map(|budget| Budget {
            kind: budget.kind,
            printed: budget.printed.as_ref(),
            vnd: budget.vnd,
        }),
        measures: item.measures().iter().map(of_measure).collect(),
        lacks: item.target.as_ref().map_or(&[], |target| &target.lacks),
        lacks_note: item.target.as_ref().and_then(|target| target.lacks_note.as_ref()),
        standing: item.standing,
        amendments: plan
            .record
            .amendments_of(&item.id, model.site.as_of)
            .map(|amendment| Amendment {
                effect: amendment.effect,
                date: amendment.date,
                number: &amendment.number,
                title: &amendment.title,
                url: &amendment.url,
            })
            .collect(),
        outcomes: item.reports.iter().map(|report| of_report(plan, report)).collect(),
        related: item.related.iter().map(|at| plan.items.get(*at).id.as_str()).collect(),
    }
}

fn of_deadline(deadline: &content::Deadline) -> Deadline<'_> {
    Deadline {
        printed: &deadline.printed,
        read: deadline.read,
        precision: deadline.read.precision(),
        first_day: deadline.read.first_day(),
        last_day: deadline.read.last_day(),
    }
}

fn of_measure(measure: &model::Measure) -> Measure<'_> {
    Measure {
        id: &measure.id,
        what: &measure.what,
        comparator: measure.comparator,
        value: &measure.value,
        unit: measure.unit,
        population: &measure.population,
        scope: measure.scope.as_ref(),
        printed: &measure.printed,
        deadline: measure.deadline.as_ref().map(of_deadline),
        conflicts_with: measure.conflicts.iter().map(|(_, reference)| reference).collect(),
    }
}

fn of_report<'m>(plan: &'m Plan, report: &'m model::Report) -> Report<'m> {
    let about = &report.about;
    Report {
        id: &plan.outcomes.get(report.outcome).record.id,
        measure: about.measure.as_ref(),
        bearing: about.bearing,
        because: &about.because,
        says: about.says,
        parts: about.parts,
        product: about
            .product
            .as_ref()
            .map(|product| Product { text: &product.text, date: product.date }),
        is_final: about.is_final,
        verdict: about.verdict,
    }
}

fn of_quote(foreign: &Foreign) -> Quote<'_> {
    Quote {
        text: &foreign.text,
        lang: &foreign.lang,
        machine_translated: foreign.machine_translated,
    }
}

fn of_outcome<'m>(plan: &'m Plan, outcome: &'m model::Outcome) -> Outcome<'m> {
    let record = &outcome.record;
    Outcome {
        id: &record.id,
        source: &plan.sources.get(outcome.source).id,
        grade: record.grade,
        dated: record.dated,
        period: record.period.as_ref().map(|period| Period { from: period.from, to: period.to }),
        words: &record.words,
        quote: record.quote.as_ref().map(of_quote),
        body: record.body.as_ref(),
        agency: record.agency.as_ref(),
        missing: record.missing.as_ref(),
        scope: record.scope.as_ref(),
        figures: record
            .figures
            .iter()
            .map(|figure| Figure {
                what: &figure.what,
                value: &figure.value,
                unit: figure.unit,
                bound: figure.bound,
                of: figure.of.as_ref(),
            })
            .collect(),
        items: outcome.items.iter().map(|at| plan.items.get(*at).id.as_str()).collect(),
    }
}

fn of_source(source: &model::Source) -> Source<'_> {
    let record = &source.record;
    Source {
        id: &source.id,
        kind: record.kind,
        title: record.title.as_ref().map(of_quote),
        description: record.description.as_ref(),
        publisher: &record.publisher,
        number: record.number.as_ref(),
        url: record.url.as_ref(),
        published: record.published,
        published_note: record.published_note.as_ref(),
        read: record.read,
        read_note: record.read_note.as_ref(),
    }
}

fn of_agency(record: &content::Agency) -> Agency<'_> {
    Agency {
        id: &record.id,
        kind: record.kind,
        abbreviation: record.abbreviation.as_ref(),
        printed: &record.printed,
        names: record
            .names
            .iter()
            .map(|name| Name { name: &name.name, until: name.until, basis: name.basis.as_ref() })
            .collect(),
        end: record.end.as_ref().map(|end| End {
            date: end.date,
            basis: &end.basis,
            source: end.source.as_ref(),
        }),
        successors: record
            .successors
            .iter()
            .map(|successor| Successor {
                agency: &successor.agency,
                from: successor.from,
                note: successor.note.as_ref(),
            })
            .collect(),
        members: &record.members,
        no_successor: record.no_successor.as_ref(),
        note: record.note.as_ref(),
    }
}

fn of_term(record: &content::Term) -> Term<'_> {
    let forms = record.abbreviation.as_ref();
    Term {
        id: &record.id,
        term: &record.term,
        abbreviation_vi: forms.and_then(|forms| forms.vi.as_ref()),
        abbreviation_en: forms.and_then(|forms| forms.en.as_ref()),
        meaning: record.meaning.as_ref(),
    }
}

fn of_correction(record: &content::Correction) -> Correction<'_> {
    Correction {
        date: record.date,
        item: record.item.as_ref(),
        page: record.page.as_ref(),
        was: &record.was,
        now: &record.now,
        reason: &record.reason,
    }
}
