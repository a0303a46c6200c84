//! One item as it stood in a release.

use serde::Serialize;

use crate::content::{ReleaseFile, ReleaseItem};
use crate::model::Plan;

use super::super::cite::named;
use super::super::embed::{EmbedCode, code_of};
use super::super::markdown::paragraphs;
use super::super::report::{ReportView, of_about};
use super::super::shared::{StandingView, TextView};
use super::super::{Reader, View};
use super::{ReleaseLink, item_now, link, outcome, permanent};

#[derive(Debug, Serialize)]
pub struct ReleaseItemView {
    pub release: ReleaseLink,
    /// The page of the same item today.
    pub now_href: Option<String>,
    pub id: String,
    pub number: String,
    pub kind_label: String,
    pub words_html: String,
    pub words_lang: Option<&'static str>,
    pub standing: StandingView,
    pub leads: Vec<TextView>,
    pub deadline: Option<TextView>,
    pub product: Option<TextView>,
    pub measures: Vec<PromiseView>,
    pub amendments: Vec<TextView>,
    pub reports: Vec<ReportView>,
    pub context: Vec<ReportView>,
    pub permanent: String,
    pub permanent_href: String,
    pub cite: String,
    pub embed: EmbedCode,
}

/// What a measure promised, in our words and in the document's.
#[derive(Debug, Serialize)]
pub struct PromiseView {
    pub what: TextView,
    pub printed: String,
}

pub fn lay_out(
    reader: &Reader,
    release: &ReleaseFile,
    item: &ReleaseItem,
) -> (&'static str, TextView, View) {
    let (words, locale) = item.words.read(reader.locale);
    let (mut reports, mut context) = (Vec::new(), Vec::new());
    for (id, about) in item.about() {
        let told = release.record.data.outcome(id);
        let Some(outcome) = told.and_then(|told| outcome(reader, release, told)) else { continue };
        let measure = item.measures.iter().find(|it| Some(&it.id) == about.measure.as_ref());
        let measure = measure.map(|measure| reader.text(&measure.what));
        let list = if about.counts() { &mut reports } else { &mut context };
        list.push(of_about(reader, &about, measure, outcome));
    }
    let permanent = permanent(item);
    let view = ReleaseItemView {
        release: link(reader, release),
        now_href: item_now(reader, item),
        id: item.id.to_string(),
        number: item.number.to_string(),
        kind_label: kind_label(reader, item),
        words_html: paragraphs(words),
        words_lang: (locale != reader.locale).then(|| locale.code()),
        standing: reader.standing_named(item.standing.as_str()),
        leads: leads(reader, release, item),
        deadline: item.deadline.as_ref().map(|deadline| reader.text(&deadline.printed)),
        product: reader.text_if(item.product.as_ref()),
        measures: item
            .measures
            .iter()
            .map(|measure| PromiseView {
                what: reader.text(&measure.what),
                printed: measure.printed.to_string(),
            })
            .collect(),
        amendments: item.amendments.iter().map(|it| reader.text(&it.title)).collect(),
        reports,
        context,
        permanent: reader.shown_address(&permanent),
        permanent_href: reader.here.to(&permanent),
        cite: cite(reader, release, item),
        embed: code_of(reader, release, item),
    };
    ("release-item", reader.text(&item.title), View::ReleaseItem(Box::new(view)))
}

/// Who leads it, as the document knew them.
pub fn leads(reader: &Reader, release: &ReleaseFile, item: &ReleaseItem) -> Vec<TextView> {
    let data = &release.record.data;
    let day = data.plan(&item.plan).map_or(release.record.as_of, |plan| plan.date);
    let name = |role: &crate::content::ReleaseRole| data.name_of(&role.agency, day);
    item.leads.iter().filter_map(name).map(|name| reader.text(name)).collect()
}

pub fn kind_label(reader: &Reader, item: &ReleaseItem) -> String {
    reader.words.say(&format!("kind_{}", item.kind)).to_owned()
}

/// As the item is cited, with the standing of then and the hash of the release.
fn cite(reader: &Reader, release: &ReleaseFile, item: &ReleaseItem) -> String {
    let data = &release.record.data;
    let Some(of) = data.plan(&item.plan) else { return named(reader, release) };
    let url = reader.address(super::tail::release_item(&release.record.label, item));
    let mut plans = reader.model.plans.iter().map(|plan| &**plan);
    let plan = plans.find(|plan| plan.record.slug == item.plan);
    let place = |plan: &Plan| {
        let at = plan.items_by_id.get(item.id.as_str())?;
        Some(super::super::cite::place(reader, plan, plan.items.get(*at)))
    };
    let issuer = data.name_of(&of.issuer, of.date);
    let text = reader.words.fill(
        "cite",
        &[
            ("issuer", &issuer.map(|name| reader.plain(name)).unwrap_or_default()),
            ("kind", &reader.plain(&of.kind)),
            ("number", of.number.as_str()),
            ("date", &of.date.in_words(reader.locale)),
            ("place", &plan.and_then(place).unwrap_or_else(|| item.number.to_string())),
            ("title", &reader.plain(&item.title)),
            ("standing", &reader.standing_named(item.standing.as_str()).label),
            ("as_of", &release.record.as_of.shown(reader.locale)),
            ("url", &reader.shown_address(&url)),
        ],
    );
    format!("{text} {}", named(reader, release))
}
