//! Stage 4: model → one finished view for each page and locale, as plain data. Cannot fail.
//!
//! In: the model and the interface words. Out: views that a template shows without any arithmetic.
//!
//! Architecture invariant: nothing here knows of HTML files, templates or folders; addresses are
//! relative to the site's root.
//!
//! To add a page kind: write a file with its view and the function that makes it, add it to `View`
//! and to `lay_out`, and write `themes/default/templates/KIND.html`.

mod address;
mod dublin_core;
mod frame;
mod linked;
mod links_out;
mod markdown;
mod outlines;
mod parts;
mod reader;
mod shared;
mod share;

mod pictures;

mod tables;

mod act;
mod measure;
mod repair;
mod report;

mod agency;
mod area;
mod conflicts;
mod corrections;
mod cite;
mod counts;
mod coverage;
mod coverage_part;
mod deadlines;
mod decision;
mod embed;
mod glossary;
mod home;
mod item;
mod item_id;
mod list;
mod moved;
mod open_data;
mod plan;
mod release;
mod results;
mod following;
mod search;
mod silence;
mod site_map;
mod text;

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use crate::model::{Model, Plan};
use crate::theme::Words;
use crate::values::{Locale, Localized};
use outlines::What;

pub use address::tail::{id as id_tail, item as item_tail};
pub use address::{Address, Here, PICTURE_NAME};
pub use cite::{CSL_NAME, Csl};
pub use following::{
    CALENDAR_FILE, Calendar, CalendarView, Channel, EntryView, EventView, FEED_FILE, FeedLinkView,
    FeedView, Following, calendar, calendars, channels, feed,
};
pub use frame::{Frame, Listing};
pub use markdown::{escaped, html_of};
pub use outlines::Outline;
pub use parts::received_file;
pub use reader::Reader;
pub use release::release_file;
pub use search::{SearchDocument, SearchKind, Searchable, searchable};
pub use share::{CountView, PICTURE_SIZE, ShareView};
pub use shared::{LinkView, StandingView, TextView, WORDS_USED};
pub use tables::{Cell, Column, Foreign, Kind as ColumnKind, Rows, Table, tables};

/// A page, finished but for its looks.
#[derive(Debug, Serialize)]
pub struct Page {
    /// Where it stands in the site.
    #[serde(skip)]
    pub address: Address,
    /// The template's name, without `.html`.
    pub kind: &'static str,
    pub frame: Frame,
    pub view: View,
    /// The picture that stands beside the page, where it has one of its own.
    #[serde(skip)]
    pub picture: Option<ShareView>,
}

/// What the page shows.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    Home(home::HomeView),
    Plan(plan::PlanView),
    Area(area::AreaView),
    Item(Box<item::ItemView>),
    Agencies(agency::AgenciesView),
    Agency(agency::AgencyView),
    Decision(decision::DecisionView),
    Results(results::ResultsView),
    Silence(silence::SilenceView),
    Deadlines(deadlines::DeadlinesView),
    Coverage(coverage::CoverageView),
    CoveragePart(coverage_part::CoveragePartView),
    Conflicts(conflicts::ConflictsView),
    List(list::ListView),
    Corrections(corrections::CorrectionsView),
    Glossary(glossary::GlossaryView),
    Text(text::PageTextView),
    Search(search::SearchView),
    SiteMap(site_map::SiteMapView),
    Follow(following::FollowView),
    OpenData(open_data::OpenDataView),
    NotFound(NotFoundView),
    ItemId(item_id::ItemIdView),
    Greeting(item_id::GreetingView),
    Releases(release::ReleasesView),
    Release(release::ReleaseView),
    Changes(release::ChangesView),
    ReleaseItem(Box<release::ReleaseItemView>),
    Embed(embed::EmbedView),
    Moved(moved::MovedView),
}

/// The page for an address that does not exist.
#[derive(Debug, Serialize)]
pub struct NotFoundView {}

/// Which pages the site has.
fn all(model: &Model) -> impl Iterator<Item = Outline<'_>> {
    let of_languages = Locale::ALL.into_iter().flat_map(|it| outlines::of_locale(model, it));
    of_languages.chain(outlines::of_both(model))
}

/// The same, in the order of their addresses.
#[must_use]
pub fn outlines(model: &Model) -> Vec<Outline<'_>> {
    let mut outlines: Vec<Outline> = all(model).collect();
    outlines.sort_by(|a, b| a.address.cmp(&b.address));
    outlines
}

/// Every page of the site, in the order of their addresses.
#[must_use]
pub fn lay_out(model: &Model, words: &Localized<Words>) -> Vec<Page> {
    outlines(model).into_par_iter().map(|outline| lay_out_one(model, words, outline)).collect()
}

/// The page at one address; none where there is no such page.
#[must_use]
pub fn lay_out_at(model: &Model, words: &Localized<Words>, path: &str) -> Option<Page> {
    outlines::of_file(model, path).map(|outline| lay_out_one(model, words, outline))
}

/// The page whose share picture stands at `path`.
#[must_use]
pub fn lay_out_beside(model: &Model, words: &Localized<Words>, path: &str) -> Option<Page> {
    let page = format!("{}index.html", path.strip_suffix(PICTURE_NAME)?);
    lay_out_at(model, words, &page)
}

/// The addresses of all pages that have something of their own, and of those that say what became of it.
#[must_use]
pub fn addresses(model: &Model) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut there, mut moved) = (BTreeSet::new(), BTreeSet::new());
    for outline in all(model) {
        let is_moved = matches!(outline.what, What::Moved(_));
        let list = if is_moved { &mut moved } else { &mut there };
        list.insert(outline.address.url());
    }
    (there, moved)
}

/// Addresses whose page has gone and where they lead, both from the site's root. The permanent link of an
/// item leads to the Vietnamese page, because it has no language.
#[must_use]
pub fn moved(model: &Model) -> Vec<(String, String)> {
    all(model)
        .filter_map(|outline| match outline.what {
            What::Moved(redirect) => {
                let locale = outline.address.locale().unwrap_or(Locale::Vi);
                let to = Address::new(Some(locale), redirect.to.as_str());
                Some((outline.address.url(), to.url()))
            }
            _ => None,
        })
        .collect()
}

/// How each item of a plan is cited, as CSL-JSON: path and reference.
#[must_use]
pub fn references(model: &Model, words: &Localized<Words>, plan: &Plan) -> Vec<(String, Csl)> {
    let mut references = Vec::new();
    for locale in Locale::ALL {
        let nowhere = Address::new(Some(locale), "");
        let reader = Reader::new(model, words.get(locale), locale, &nowhere);
        references.extend(plan.items.values().map(|item| cite::csl(&reader, plan, item)));
    }
    references
}

/// What search engines are told of a page; none where they should not list it.
#[must_use]
pub fn listing(model: &Model, words: &Localized<Words>, outline: &Outline) -> Option<Listing> {
    let locale = outline.address.locale().unwrap_or(Locale::Vi);
    let reader = Reader::new(model, words.get(locale), locale, &outline.address);
    frame::listing(&reader, outline)
}

/// One page.
#[must_use]
pub fn lay_out_one(model: &Model, words: &Localized<Words>, outline: Outline) -> Page {
    use parts::Form;
    let locale = outline.address.locale().unwrap_or(Locale::Vi);
    let mut reader = Reader::new(model, words.get(locale), locale, &outline.address);
    if matches!(outline.what, What::NotFound) {
        reader = reader.from_anywhere();
    }
    let (kind, title, view) = match outline.what {
        What::Home => home::lay_out(&reader),
        What::Plan(plan) => plan::lay_out(&reader, plan),
        What::Area(plan, area) => area::lay_out(&reader, plan, area),
        What::Item(plan, item) => item::lay_out(&reader, plan, item),
        What::Agencies => agency::lay_out_all(&reader),
        What::Agency(agency) => agency::lay_out(&reader, agency),
        What::Part(plan, form, part) => match form {
            Form::OneLanguage | Form::SideBySide => {
                decision::lay_out(&reader, words, plan, form, part)
            }
            Form::Coverage => coverage_part::lay_out(&reader, plan, part),
        },
        What::Results(plan) => results::lay_out(&reader, plan),
        What::Silence(plan) => silence::lay_out(&reader, plan),
        What::Deadlines(plan) => deadlines::lay_out(&reader, plan),
        What::Coverage(plan) => coverage::lay_out(&reader, plan),
        What::Conflicts(plan) => conflicts::lay_out(&reader, plan),
        What::Commitments(plan) => list::lay_out(&reader, plan),
        What::Reported(plan) => list::lay_out_reported(&reader, plan),
        What::OfKind(plan, kind) => list::lay_out_kind(&reader, plan, kind),
        What::OfStanding(plan, standing) => list::lay_out_standing(&reader, plan, standing),
        What::Corrections => corrections::lay_out(&reader),
        What::Glossary => glossary::lay_out(&reader),
        What::Text(page) => text::lay_out(&reader, page),
        What::Search => search::lay_out(&reader),
        What::SiteMap => site_map::lay_out(&reader),
        What::NotFound => (
            "not-found",
            TextView::of_interface(reader.say("not_found_title")),
            View::NotFound(NotFoundView {}),
        ),
        What::Follow => following::lay_out(&reader),
        What::OpenData => open_data::lay_out(&reader, words),
        What::ItemId(plan, item) => item_id::lay_out(&reader, plan, item),
        What::Greeting => item_id::lay_out_greeting(&reader),
        What::Releases => release::lay_out_all(&reader),
        What::Release(of) => release::lay_out(&reader, of),
        What::Changes(of) => release::lay_out_changes(&reader, of),
        What::ReleaseItem(of, item) => release::lay_out_item(&reader, of, item),
        What::Embed(plan, item) => embed::lay_out(&reader, plan, item),
        What::ReleaseEmbed(of, item) => embed::lay_out_dated(&reader, of, item),
        What::Moved(redirect) => moved::lay_out(&reader, redirect),
    };
    let picture = share::picture(&reader, &outline);
    Page {
        frame: frame::frame(&reader, &outline, kind, title, picture.as_ref()),
        picture: picture.filter(|it| it.page == outline.address).map(|it| it.view),
        address: outline.address,
        kind,
        view,
    }
}
