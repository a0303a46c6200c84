//! One item inside a page of another site: what was promised, how it stands, on which day, and where to read
//! the rest. It needs no script and fits 320 px.

use serde::Serialize;

use crate::content::{ReleaseFile, ReleaseItem};
use crate::model::{ItemIx, Plan};

use super::address::{Address, tail};
use super::release::{self, ReleaseLink};
use super::shared::{StandingView, TextView};
use super::{Reader, View};

/// Height of the frame in pixels: at a width of 320 the longest title takes four lines.
const HEIGHT: u32 = 380;

#[derive(Debug, Serialize)]
pub struct EmbedView {
    pub kind_label: String,
    pub number: String,
    pub standing: StandingView,
    pub leads: Vec<TextView>,
    pub deadline: Option<TextView>,
    /// How many results stand behind the standing.
    pub reports: usize,
    /// The page to read on.
    pub href: String,
    /// The release that it is taken from; none where it shows the state of today.
    pub release: Option<ReleaseLink>,
}

/// What a site needs to show an item, for its page.
#[derive(Debug, Serialize)]
pub struct EmbedCodes {
    /// The state of a release, which stays as it is; none before there is one.
    pub dated: Option<EmbedCode>,
    /// The state of today, which changes with the site.
    pub live: EmbedCode,
}

#[derive(Debug, Serialize)]
pub struct EmbedCode {
    pub href: String,
    /// HTML to copy; none while nobody has said where the site stands.
    pub code: Option<String>,
    pub release: Option<ReleaseLink>,
}

pub fn lay_out(reader: &Reader, plan: &Plan, at: ItemIx) -> (&'static str, TextView, View) {
    let item = plan.items.get(at);
    let card = reader.card(plan, at);
    let view = EmbedView {
        kind_label: card.kind_label,
        number: card.number,
        standing: card.standing,
        leads: card.leads,
        deadline: card.deadline.map(|deadline| deadline.short),
        reports: card.reports,
        href: reader.item_href(plan, item),
        release: None,
    };
    ("embed", card.title, View::Embed(view))
}

pub fn lay_out_dated(
    reader: &Reader,
    release: &ReleaseFile,
    item: &ReleaseItem,
) -> (&'static str, TextView, View) {
    let view = EmbedView {
        kind_label: release::kind_label(reader, item),
        number: item.number.to_string(),
        standing: reader.standing_named(item.standing.as_str()),
        leads: release::leads(reader, release, item),
        deadline: item.deadline.as_ref().map(|deadline| reader.text(&deadline.printed)),
        reports: item.about().filter(|(_, about)| about.counts()).count(),
        href: reader.href(tail::release_item(&release.record.label, item)),
        release: Some(release::link(reader, release)),
    };
    ("embed", reader.text(&item.title), View::Embed(view))
}

/// What the page of an item offers to those who want to show it elsewhere.
pub fn codes(reader: &Reader, plan: &Plan, at: ItemIx) -> EmbedCodes {
    let item = plan.items.get(at);
    // The newest release that knows the item.
    let dated = reader.model.releases.iter().rev().find_map(|release| {
        Some(code_of(reader, release, release.item(&plan.record.slug, &item.id)?))
    });
    let live = Address::embedded(reader.locale, tail::item(plan, item));
    let title = format!("{} {}", item.number, reader.plain(&item.title));
    EmbedCodes { dated, live: code(reader, &live, &title, None) }
}

/// The same of an item as it stood in a release.
pub fn code_of(reader: &Reader, release: &ReleaseFile, item: &ReleaseItem) -> EmbedCode {
    let tail = tail::release_item(&release.record.label, item);
    let title = format!("{} {}", item.number, reader.plain(&item.title));
    code(reader, &Address::embedded(reader.locale, tail), &title, Some(release))
}

fn code(
    reader: &Reader,
    address: &Address,
    title: &str,
    release: Option<&ReleaseFile>,
) -> EmbedCode {
    let site = &reader.model.site;
    let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    EmbedCode {
        href: reader.here.to(address),
        code: site.has_address.then(|| {
            format!(
                "<iframe src=\"{}\" title=\"{title}\" width=\"320\" height=\"{HEIGHT}\" loading=\"lazy\"></iframe>",
                reader.absolute(address)
            )
        }),
        release: release.map(|release| release::link(reader, release)),
    }
}
