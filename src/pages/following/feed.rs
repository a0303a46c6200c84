//! A channel as a feed.

use crate::model::{Item, Outcome, OutcomeIx, Plan};
use crate::pages::Reader;
use crate::pages::address::Address;
use crate::values::{Date, Locale};

use super::channel::Channel;
use super::entry::{EntryView, FeedLinkView, of_correction, of_outcome};
use super::of_release::of_releases;
use super::{correction_names, stands_on_page_of};

#[derive(Debug)]
pub struct FeedView {
    pub locale: Locale,
    /// The feed's own address, which is a name for ever, as every address of the site.
    pub id: String,
    pub title: String,
    pub subtitle: String,
    /// The newest entry's day; of an empty feed the cut-off day.
    pub updated: Date,
    /// The publisher of the site, and the site.
    pub author: String,
    pub author_uri: String,
    pub rights: String,
    pub icon: String,
    pub links: Vec<FeedLinkView>,
    /// Newest first.
    pub entries: Vec<EntryView>,
}

#[must_use]
pub fn feed(reader: &Reader, channel: Channel) -> FeedView {
    let site = &reader.model.site;
    let itself = reader.absolute(&channel.address(reader));
    let other = reader.locale.other();
    let entries = entries(reader, channel);
    FeedView {
        locale: reader.locale,
        id: itself.clone(),
        title: format!("{} — {}", channel.title(reader), reader.plain(&site.record.title)),
        subtitle: reader.plain(&site.record.notice),
        updated: entries.first().map_or(site.as_of, |newest| newest.updated),
        author: reader.plain(&site.record.publisher),
        author_uri: reader.absolute(&reader.address("")),
        rights: reader.plain(&site.record.licence.name),
        icon: format!("{}assets/icon-32.png", site.base_url),
        links: vec![
            atom("self", reader.locale, itself),
            FeedLinkView::to_page(
                "alternate",
                reader.locale,
                reader.absolute(&channel.page(reader)),
            ),
            atom("alternate", other, reader.absolute(&in_locale(&channel.address(reader), other))),
            FeedLinkView::out("license", site.record.licence.url.to_string()),
        ],
        entries,
    }
}

fn atom(rel: &'static str, locale: Locale, href: String) -> FeedLinkView {
    FeedLinkView { media: Some("application/atom+xml"), ..FeedLinkView::to_page(rel, locale, href) }
}

fn in_locale(address: &Address, locale: Locale) -> Address {
    Address::new(Some(locale), address.tail())
}

fn entries(reader: &Reader, channel: Channel) -> Vec<EntryView> {
    let model = reader.model;
    let mut entries: Vec<EntryView> = match channel {
        Channel::Corrections => model
            .corrections
            .iter()
            .zip(correction_names(model))
            .map(|(correction, name)| of_correction(reader, &correction.record, &name))
            .collect(),
        Channel::Releases => of_releases(reader),
        Channel::Everything => about(reader, |_, _| true),
        Channel::Area(its, area) => {
            about(reader, |plan, item| std::ptr::eq(plan, its) && item.area == Some(area))
        }
        Channel::Agency(agency) => about(reader, |_, item| stands_on_page_of(model, agency, item)),
    };
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    entries
}

/// The results that are about items of which `wanted` says yes.
fn about(reader: &Reader, wanted: impl Fn(&Plan, &Item) -> bool) -> Vec<EntryView> {
    let mut entries = Vec::new();
    for plan in &reader.model.plans {
        let is_wanted = |(_, outcome): &(OutcomeIx, &Outcome)| {
            outcome.items.iter().any(|item| wanted(plan, plan.items.get(*item)))
        };
        let its = plan.outcomes.iter().filter(is_wanted);
        entries.extend(its.map(|(at, outcome)| of_outcome(reader, plan, at, outcome)));
    }
    entries
}
