//! The page of one item: what was promised, by whom, until when, and what is reported.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::content::BudgetKind;
use crate::model::{Item, ItemIx, Kind, Plan, Role, RoleKind};
use crate::values::Locale;

use super::act::{ActView, AmendmentView, acts_of, amendments_of};
use super::address::{Address, tail};
use super::cite::{CSL_NAME, cite};
use super::decision::{CellView, ESTIMATE, cells};
use super::embed::{EmbedCodes, codes};
use super::markdown::{paragraphs, to_html};
use super::measure::{MeasureView, of_measure};
use super::parts::passage_href;
use super::pictures::figures_on;
use super::release::{ReleaseState, releases_of};
use super::repair::{RepairView, lines, repairs_of};
use super::report::{ReportView, of_report};
use super::shared::{AgencyView, DeadlineView, ItemCard, LinkView, StandingView, TextView};
use super::{Reader, View};
use crate::values::kebab;

#[derive(Debug, Serialize)]
pub struct ItemView {
    pub id: String,
    pub number: String,
    pub kind: &'static str,
    pub kind_label: String,
    /// What the plan's period is called, for items without a deadline of their own.
    pub period_label: TextView,
    pub words_html: String,
    /// `vi` where the English is missing.
    pub words_lang: Option<&'static str>,
    /// On English pages: the Vietnamese, which governs.
    pub original_html: Option<String>,
    /// On English pages: the cells of the annex row, whose Vietnamese governs.
    pub original_cells: Vec<CellView>,
    pub standing: StandingView,
    pub standing_reason: String,
    /// The newest figure on one of its measures, in one sentence.
    pub latest: Option<String>,
    /// How many related facts stand below, where nothing counts as a result.
    pub context_note: Option<String>,
    /// Where nothing was found: whom a reader may ask.
    pub ask: Vec<AgencyView>,
    /// The legal documents that changed, replaced or stopped the item.
    pub amendments: Vec<AmendmentView>,
    pub area: Option<LinkView>,
    pub trail: Vec<TextView>,
    pub roles: Vec<RoleView>,
    /// There is more to say than who and until when.
    pub has_details: bool,
    /// Somebody leads it or holds it.
    pub has_responsible: bool,
    /// For a target without a deadline of its own: the days by which its values are promised.
    pub horizons: Vec<String>,
    pub lead_printed: Option<TextView>,
    pub partners_printed: Option<TextView>,
    pub deadline: Option<DeadlineView>,
    pub product: Option<TextView>,
    pub objective: Option<TextView>,
    pub row_task: Option<TextView>,
    pub row_task_continues: bool,
    pub budget: Option<BudgetView>,
    pub measures: Vec<MeasureView>,
    pub lacks: Vec<String>,
    pub lacks_note: Option<TextView>,
    pub reports: Vec<ReportView>,
    /// Facts that merely concern the item.
    pub context: Vec<ReportView>,
    pub related: Vec<ItemCard>,
    pub acts: Vec<ActView>,
    pub repairs: Vec<RepairView>,
    pub source_lines: String,
    pub decision_href: String,
    pub permanent: String,
    pub permanent_href: String,
    pub cite: String,
    /// The reference for programs that keep references.
    pub cite_href: &'static str,
    pub embed: EmbedCodes,
    /// The item as it stood in each release, newest first.
    pub releases: Vec<ReleaseState>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
}

#[derive(Debug, Serialize)]
pub struct RoleView {
    /// `lead`, `partner` or `holder`.
    pub kind: String,
    pub label: String,
    pub agency: AgencyView,
    pub scope: Option<TextView>,
    pub deadline: Option<DeadlineView>,
}

#[derive(Debug, Serialize)]
pub struct BudgetView {
    /// `amount`, `annual-estimate` or `empty`.
    pub kind: String,
    pub printed: Option<String>,
    pub label: Option<String>,
    pub millions: Option<String>,
    pub dong: Option<String>,
}

pub fn lay_out(reader: &Reader, plan: &Plan, at: ItemIx) -> (&'static str, TextView, View) {
    let item = plan.items.get(at);
    let (words_html, words_lang, original_html) = words(reader, item);
    let reports: Vec<ReportView> =
        item.reports.iter().map(|report| of_report(reader, plan, item, report)).collect();
    let (reports, context): (Vec<_>, Vec<_>) =
        reports.into_iter().zip(&item.reports).partition(|(_, report)| report.counts());
    let strip = |pairs: Vec<(ReportView, _)>| pairs.into_iter().map(|(view, _)| view).collect();
    let neighbour = |at: Option<ItemIx>| {
        at.map(|at| {
            let item = plan.items.get(at);
            LinkView {
                href: reader.item_href(plan, item),
                label: TextView {
                    text: format!("{} {}", item.number, reader.text(&item.title).text),
                    lang: reader.text(&item.title).lang,
                },
            }
        })
    };
    let permanent = Address::new(None, tail::id(plan, item));
    let view = ItemView {
        id: item.id.to_string(),
        number: item.number.clone(),
        kind: item.kind.name(),
        kind_label: reader.words.say(&format!("kind_{}", item.kind.name())).to_owned(),
        period_label: reader.text(&plan.record.period.label),
        words_html,
        words_lang,
        original_cells: match (reader.locale, item.kind) {
            (Locale::En, Kind::Activity) => cells(item, reader.say(ESTIMATE)),
            _ => Vec::new(),
        },
        original_html,
        standing: reader.standing(item),
        standing_reason: reason(reader, plan, item),
        latest: latest(reader, plan, item),
        context_note: (reports.is_empty() && !context.is_empty())
            .then(|| reader.words.fill("context_below", &[("n", &context.len().to_string())])),
        ask: asked(reader, plan, item),
        amendments: amendments_of(reader, plan, item),
        area: item.area.map(|area| reader.area_link(plan, area)),
        trail: item.trail.iter().map(|words| reader.text(words)).collect(),
        roles: item.roles.iter().map(|role| of_role(reader, plan, role)).collect(),
        has_details: item.deadline.is_some() || !item.roles.is_empty(),
        horizons: horizons(reader, item),
        has_responsible: item.roles.iter().any(|role| role.kind != RoleKind::Partner),
        lead_printed: reader.text_if(item.lead_printed.as_ref()),
        partners_printed: reader.text_if(item.partners_printed.as_ref()),
        deadline: item.deadline.as_ref().map(|deadline| reader.deadline(deadline)),
        product: reader.text_if(item.product.as_ref()),
        objective: reader.text_if(item.objective.as_ref()),
        row_task: reader.text_if(item.row_task.as_ref()),
        row_task_continues: item.row_task_continues,
        budget: item.budget.as_ref().map(|budget| of_budget(reader, budget)),
        measures: item
            .measures()
            .iter()
            .map(|measure| of_measure(reader, plan, item, measure))
            .collect(),
        lacks: item
            .target
            .iter()
            .flat_map(|target| &target.lacks)
            .map(|lack| reader.words.say(&format!("lack_{}", kebab(lack))).to_owned())
            .collect(),
        lacks_note: reader
            .text_if(item.target.as_ref().and_then(|target| target.lacks_note.as_ref())),
        reports: strip(reports),
        context: strip(context),
        related: reader.cards(plan, item.related.iter().copied()),
        acts: acts_of(reader, plan, item),
        repairs: repairs_of(reader, plan, item),
        source_lines: lines(&item.source_lines),
        decision_href: passage_href(reader, plan, &item.id),
        permanent: reader.shown_address(&permanent),
        permanent_href: reader.here.to(&permanent),
        cite: cite(reader, plan, item),
        cite_href: CSL_NAME,
        embed: codes(reader, plan, at),
        releases: releases_of(reader, plan, item),
        previous: neighbour(plan.items.before(at)),
        next: neighbour(plan.items.after(at)),
    };
    ("item", reader.text(&item.title), View::Item(Box::new(view)))
}

/// The words in the page's language, and on English pages the Vietnamese beside them.
fn words(reader: &Reader, item: &Item) -> (String, Option<&'static str>, Option<String>) {
    let html = |locale: Locale| -> Option<String> {
        match item.body.get(locale) {
            Some(markdown) => Some(to_html(reader, markdown, 3)),
            None => match locale {
                Locale::Vi => Some(paragraphs(item.words.vi.as_str())),
                Locale::En => item.words.en.as_ref().map(|words| paragraphs(words.as_str())),
            },
        }
    };
    let vietnamese = html(Locale::Vi).unwrap_or_default();
    match reader.locale {
        Locale::Vi => (vietnamese, None, None),
        Locale::En => match html(Locale::En) {
            Some(english) => (english, None, Some(vietnamese)),
            None => (vietnamese, Some("vi"), None),
        },
    }
}

/// Who leads it or holds it; where nobody is named, who issued the plan.
fn asked(reader: &Reader, plan: &Plan, item: &Item) -> Vec<AgencyView> {
    if item.kind == Kind::Aim || item.is_reported() {
        return Vec::new();
    }
    let named = item.roles.iter().filter(|role| role.kind != RoleKind::Partner);
    let mut asked: Vec<AgencyView> = named.map(|role| reader.agency(plan, role.agency)).collect();
    if asked.is_empty() {
        asked.push(reader.agency(plan, plan.issuer));
    }
    // Where one body has taken over what another led, it would stand there twice.
    let mut told: BTreeSet<Vec<String>> = BTreeSet::new();
    asked.retain(|agency| {
        let ended = agency.ended.is_some() && !agency.successors.is_empty();
        let now = agency.successors.iter().filter(|_| ended).map(|link| link.href.clone());
        let hrefs: Vec<String> = now.collect();
        told.insert(if ended { hrefs } else { vec![agency.href.clone()] })
    });
    asked
}

/// The days by which a target promises its values, where its sentence names them; each once.
fn horizons(reader: &Reader, item: &Item) -> Vec<String> {
    let mut days: Vec<String> = Vec::new();
    for measure in item.measures() {
        let day = measure.deadline.as_ref().map(|deadline| reader.reading(deadline.read));
        days.extend(day.filter(|day| !days.contains(day)));
    }
    days
}

/// The newest figure that was reported on one of the item's measures.
fn latest(reader: &Reader, plan: &Plan, item: &Item) -> Option<String> {
    let reported = item.measures().iter().flat_map(|measure| figures_on(plan, item, measure));
    let (report, figure) = reported
        .max_by_key(|(report, _)| plan.outcomes.get(report.outcome).record.dated.last_day())?;
    let outcome = plan.outcomes.get(report.outcome);
    let source = reader.source(plan, outcome);
    Some(reader.words.fill(
        "latest_figure",
        &[
            ("value", &reader.figure(figure).value),
            ("publisher", &source.publisher.text),
            ("kind", &source.kind_label.to_lowercase()),
            ("date", &outcome.record.dated.shown(reader.locale)),
        ],
    ))
}

/// Why the standing is what it is, in one or two sentences.
fn reason(reader: &Reader, plan: &Plan, item: &Item) -> String {
    let mut reason = reader.standing(item).meaning;
    if !item.standing.is_silence() {
        return reason;
    }
    let mut add = |sentence: String| {
        reason.push(' ');
        reason.push_str(&sentence);
    };
    if let Some(deadline) = item.deadline.as_ref().map(|deadline| reader.deadline(deadline))
        && deadline.passed
        && let Some(day) = deadline.passed_on
    {
        add(reader.words.fill("deadline_passed_on", &[("date", &day)]));
    }
    for role in &item.roles {
        let own = role.deadline.as_ref().map(|deadline| reader.deadline(deadline));
        if let Some(day) = own.filter(|own| own.passed).and_then(|own| own.passed_on) {
            let body = reader.agency(plan, role.agency).name.text;
            add(reader.words.fill("own_deadline_passed", &[("body", &body), ("date", &day)]));
        }
    }
    reason
}

fn of_role(reader: &Reader, plan: &Plan, role: &Role) -> RoleView {
    let kind = kebab(&role.kind);
    RoleView {
        label: reader.words.say(&format!("role_{kind}")).to_owned(),
        kind,
        agency: reader.agency(plan, role.agency),
        scope: reader.text_if(role.scope.as_ref()),
        deadline: role.deadline.as_ref().map(|deadline| reader.deadline(deadline)),
    }
}

fn of_budget(reader: &Reader, budget: &crate::content::Budget) -> BudgetView {
    let label = match budget.kind {
        BudgetKind::Amount => None,
        BudgetKind::AnnualEstimate => Some(reader.say("budget_annual_estimate").to_owned()),
        BudgetKind::Empty => Some(reader.say("budget_empty").to_owned()),
    };
    BudgetView {
        kind: kebab(&budget.kind),
        printed: budget.printed.as_ref().map(ToString::to_string),
        label,
        millions: budget.vnd.map(|amount| amount.shown_in_millions(reader.locale)),
        dong: budget.vnd.map(|amount| amount.shown(reader.locale)),
    }
}
