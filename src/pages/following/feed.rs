//! A channel as a feed.

use std::cmp::Reverse;
use std::iter::once;

use crate::model::{Item, Outcome, OutcomeIx, Plan};
use crate::pages::Reader;
use crate::pages::address::Address;
use crate::values::{Date, Locale};

use super::channel::Channel;
use super::entry::{EntryView, FeedLinkView, of_correction, of_outcome};
use super::of_release::of_releases;
use super::{correction_names, id, stands_on_page_of};

/// The newest of a feed. Who asks once a week misses nothing, and who comes later finds everything in the pages;
/// programs that read feeds load all of it each time.
pub const MOST_ENTRIES: usize = 200;

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
    let all_plans = model.plans.iter().map(|plan| &**plan);
    let mut entries: Vec<EntryView> = match channel {
        Channel::Corrections => model
            .corrections
            .iter()
            .zip(correction_names(model))
            .map(|(correction, name)| of_correction(reader, &correction.record, &name))
            .collect(),
        Channel::Releases => of_releases(reader),
        Channel::Everything => about(reader, all_plans, |_| true),
        Channel::Area(its, area) => about(reader, once(its), |item| item.area == Some(area)),
        Channel::Agency(agency) => {
            about(reader, all_plans, |item| stands_on_page_of(model, agency, item))
        }
    };
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    entries.truncate(MOST_ENTRIES);
    entries
}

/// The newest results that are about items of which `wanted` says yes, as many as a feed has.
fn about<'m>(
    reader: &Reader,
    plans: impl Iterator<Item = &'m Plan>,
    wanted: impl Fn(&Item) -> bool,
) -> Vec<EntryView> {
    let mut found: Vec<(Date, &Plan, OutcomeIx, &Outcome)> = Vec::new();
    for plan in plans {
        let is_wanted = |(_, outcome): &(OutcomeIx, &Outcome)| {
            outcome.items.iter().any(|item| wanted(plan.items.get(*item)))
        };
        let its = plan.outcomes.iter().filter(is_wanted);
        found.extend(its.map(|(at, outcome)| (outcome.record.dated.last_day(), plan, at, outcome)));
    }
    found.sort_by(|(one, ..), (other, ..)| other.cmp(one));
    if let Some((last, ..)) = found.get(MOST_ENTRIES - 1) {
        let last = *last;
        found.retain(|(day, ..)| *day >= last);
    }
    // Hundreds may be of the last one's day: only those that the feed will have are laid out.
    found.sort_by_cached_key(|(day, plan, _, outcome)| {
        (Reverse(*day), id::of_outcome(reader, plan, outcome))
    });
    found.truncate(MOST_ENTRIES);
    found.into_iter().map(|(_, plan, at, outcome)| of_outcome(reader, plan, at, outcome)).collect()
}
