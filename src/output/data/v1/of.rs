//! The model → the published types.

use crate::content::{self, Foreign};
use crate::model::{self, Kind, Model, Plan, RoleKind};
use crate::pages::Address;
use crate::values::{Locale, Localized};

use super::{
    Act, Agency, Amendment, Area, Budget, Correction, Counts, Data, Deadline, End, Ended, Figure,
    Item, Licence, Measure, Name, NotItem, Outcome, Period, PlanData, Product, Quote, Repair,
    Report, Role, Source, Successor, Term,
};

/// The model as published data.
pub fn of(model: &Model) -> Data<'_> {
    let site = &model.site.record;
    Data {
        version: "v1",
        as_of: model.site.as_of,
        title: &site.title,
        publisher: &site.publisher,
        licence: of_licence(site),
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

pub fn of_licence(site: &content::Site) -> Licence<'_> {
    Licence { id: &site.licence.id, url: &site.licence.url }
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

pub fn of_item<'m>(model: &'m Model, plan: &'m Plan, item: &'m model::Item) -> Item<'m> {
    let base = &model.site.base_url;
    let url = |locale: Locale| {
        let tail = crate::pages::item_tail(plan, item);
        Address::new(Some(locale), tail).absolute(base)
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
        to: measure.to.as_ref(),
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

pub fn of_outcome<'m>(plan: &'m Plan, outcome: &'m model::Outcome) -> Outcome<'m> {
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

pub fn of_source(source: &model::Source) -> Source<'_> {
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

pub fn of_agency(record: &content::Agency) -> Agency<'_> {
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
        outcome: record.outcome.as_ref(),
        page: record.page.as_ref(),
        was: &record.was,
        now: &record.now,
        reason: &record.reason,
    }
}
