//! Which feeds and calendars there are, where they stand, and which page each belongs to.

use serde::Serialize;

use crate::model::{AgencyIx, AreaIx, Model, Plan};
use crate::pages::Reader;
use crate::pages::address::{Address, RELEASES, tail};
use crate::pages::outlines::{Outline, What};
use crate::pages::plan::plan_title;
use crate::pages::shared::TextView;

use super::calendar::has_events;
use super::stands_on_page_of;

/// What a feed is called, in the folder of its page.
pub const FEED_FILE: &str = "feed.atom";
/// What a calendar is called, likewise.
pub const CALENDAR_FILE: &str = "deadlines.ics";

/// What a feed tells of.
#[derive(Debug, Clone, Copy)]
pub enum Channel<'m> {
    /// Every reported result.
    Everything,
    Area(&'m Plan, AreaIx),
    Agency(AgencyIx),
    Corrections,
    /// What changed from each release to the next.
    Releases,
}

/// Whose deadlines a calendar holds.
#[derive(Debug, Clone, Copy)]
pub enum Calendar<'m> {
    Plan(&'m Plan),
    Agency(AgencyIx),
}

/// A feed or a calendar, as pages link to it.
#[derive(Debug, Clone, Serialize)]
pub struct Following {
    pub href: String,
    /// The media type.
    pub media: &'static str,
    pub title: String,
}

impl<'m> Channel<'m> {
    /// The plan that it is of, if it is of one.
    #[must_use]
    pub fn plan(self) -> Option<&'m Plan> {
        match self {
            Self::Area(plan, _) => Some(plan),
            Self::Everything | Self::Agency(_) | Self::Corrections | Self::Releases => None,
        }
    }

    /// Of the file.
    #[must_use]
    pub fn address(self, reader: &Reader) -> Address {
        reader.address(format!("{}{FEED_FILE}", self.folder(reader)))
    }

    /// Of the page that shows the same.
    #[must_use]
    pub fn page(self, reader: &Reader) -> Address {
        match (self, reader.model.plans.as_slice()) {
            (Self::Everything, [plan]) => reader.address(tail::of_plan(plan, "results")),
            _ => reader.address(self.folder(reader)),
        }
    }

    fn folder(self, reader: &Reader) -> String {
        match self {
            Self::Everything => String::new(),
            Self::Area(plan, area) => tail::area(plan, plan.areas.get(area)),
            Self::Agency(agency) => tail::agency(reader.model.agencies.get(agency)),
            Self::Corrections => "corrections/".to_owned(),
            Self::Releases => RELEASES.to_owned(),
        }
    }

    /// "Kết quả mới: 2. Cải cách thủ tục hành chính".
    #[must_use]
    pub fn title(self, reader: &Reader) -> String {
        match self {
            Self::Everything => reader.say("feed_everything").to_owned(),
            Self::Area(plan, area) => {
                let name = reader.area_name(plan.areas.get(area)).text;
                reader.words.fill("feed_about", &[("what", &name)])
            }
            Self::Agency(agency) => {
                let name = name_of(reader, agency).text;
                reader.words.fill("feed_about", &[("what", &name)])
            }
            Self::Corrections => reader.say("feed_corrections").to_owned(),
            Self::Releases => reader.say("feed_releases").to_owned(),
        }
    }

    #[must_use]
    pub fn link(self, reader: &Reader) -> Following {
        Following {
            href: reader.here.to(&self.address(reader)),
            media: "application/atom+xml",
            title: self.title(reader),
        }
    }
}

impl<'m> Calendar<'m> {
    /// The plan that it is of, if it is of one.
    #[must_use]
    pub fn plan(self) -> Option<&'m Plan> {
        match self {
            Self::Plan(plan) => Some(plan),
            Self::Agency(_) => None,
        }
    }

    /// Of the file.
    #[must_use]
    pub fn address(self, reader: &Reader) -> Address {
        reader.address(format!("{}{CALENDAR_FILE}", self.folder(reader)))
    }

    /// Of the page that shows the same.
    #[must_use]
    pub fn page(self, reader: &Reader) -> Address {
        reader.address(self.folder(reader))
    }

    fn folder(self, reader: &Reader) -> String {
        match self {
            Self::Plan(plan) => tail::of_plan(plan, "deadlines"),
            Self::Agency(agency) => tail::agency(reader.model.agencies.get(agency)),
        }
    }

    /// "Thời hạn của kế hoạch theo Quyết định số …".
    #[must_use]
    pub fn title(self, reader: &Reader) -> String {
        let whose = match self {
            Self::Plan(plan) => plan_title(reader, plan),
            Self::Agency(agency) => name_of(reader, agency).text,
        };
        reader.words.fill("calendar_about", &[("what", &whose)])
    }

    #[must_use]
    pub fn link(self, reader: &Reader) -> Following {
        Following {
            href: reader.here.to(&self.address(reader)),
            media: "text/calendar",
            title: self.title(reader),
        }
    }
}

/// A body as its page calls it.
pub fn name_of(reader: &Reader, agency: AgencyIx) -> TextView {
    match reader.model.plans.first() {
        Some(plan) => reader.agency(plan, agency).name,
        None => reader.text(&reader.model.agencies.get(agency).last_name().name),
    }
}

/// Every feed of a language.
#[must_use]
pub fn channels(model: &Model) -> Vec<Channel<'_>> {
    let mut all = vec![Channel::Everything, Channel::Corrections];
    for plan in &model.plans {
        all.extend(plan.areas.indexes().map(|area| Channel::Area(plan, area)));
    }
    all.extend(agencies_with_a_part(model).map(Channel::Agency));
    if !model.releases.is_empty() {
        all.push(Channel::Releases);
    }
    all
}

/// Every calendar of a language. One without events would be no calendar (RFC 5545, 3.6).
#[must_use]
pub fn calendars<'m>(reader: &Reader<'m>) -> Vec<Calendar<'m>> {
    let model = reader.model;
    let of_plans = model.plans.iter().map(|plan| Calendar::Plan(plan));
    let of_agencies = agencies_with_a_part(model).map(Calendar::Agency);
    of_plans.chain(of_agencies).filter(|calendar| has_events(reader, *calendar)).collect()
}

/// Bodies on whose page an item stands.
fn agencies_with_a_part(model: &Model) -> impl Iterator<Item = AgencyIx> {
    model.agencies.indexes().filter(|at| has_a_part(model, *at))
}

fn has_a_part(model: &Model, agency: AgencyIx) -> bool {
    let mut items = model.plans.iter().flat_map(|plan| plan.items.values());
    items.any(|item| stands_on_page_of(model, agency, item))
}

/// The feeds and calendars that a page links to.
#[must_use]
pub fn links_of(reader: &Reader, outline: &Outline) -> Vec<Following> {
    let feed = |channel: Channel| channel.link(reader);
    let dates = |calendar: Calendar| has_events(reader, calendar).then(|| calendar.link(reader));
    match outline.what {
        What::Home | What::Results(_) | What::Reported(_) | What::Silence(_) => {
            vec![feed(Channel::Everything)]
        }
        What::Plan(plan) => {
            std::iter::once(feed(Channel::Everything)).chain(dates(Calendar::Plan(plan))).collect()
        }
        What::Follow => {
            let of_plans = reader.model.plans.iter().filter_map(|plan| dates(Calendar::Plan(plan)));
            [feed(Channel::Everything), feed(Channel::Corrections)]
                .into_iter()
                .chain(of_plans)
                .collect()
        }
        What::Area(plan, area) => vec![feed(Channel::Area(plan, area))],
        What::Item(plan, item) => match plan.items.get(item).area {
            Some(area) => vec![feed(Channel::Area(plan, area))],
            None => vec![feed(Channel::Everything)],
        },
        What::Agency(agency) if has_a_part(reader.model, agency) => {
            std::iter::once(feed(Channel::Agency(agency)))
                .chain(dates(Calendar::Agency(agency)))
                .collect()
        }
        What::Deadlines(plan) => dates(Calendar::Plan(plan)).into_iter().collect(),
        What::Corrections => vec![feed(Channel::Corrections)],
        What::Releases | What::Release(_) | What::Changes(_) => vec![feed(Channel::Releases)],
        What::ReleaseItem(..)
        | What::Embed(..)
        | What::ReleaseEmbed(..)
        | What::Moved(_)
        | What::Agency(_)
        | What::Agencies
        | What::Part(..)
        | What::Coverage(_)
        | What::Conflicts(_)
        | What::Commitments(_)
        | What::OfKind(..)
        | What::OfStanding(..)
        | What::Glossary
        | What::Text(_)
        | What::Search
        | What::SiteMap
        | What::OpenData
        | What::NotFound
        | What::ItemId(..)
        | What::Greeting => Vec::new(),
    }
}
