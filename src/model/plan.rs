//! The whole: the site's settings, its agencies and its plans.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content;
use crate::diagnostic::Place;
use crate::values::{BaseUrl, Date, Localized, ReleaseLabel, Text, Translated};

use super::arena::index;
use super::{
    Agency, AgencyIx, Alignment, Arena, Block, Entry, EntryIx, Item, ItemIx, Kind, Outcome,
    OutcomeIx, Parts, Source, SourceIx,
};

index!(
    /// Names one `Area` of a plan.
    AreaIx
);

/// Pages that the program makes for every site; a text links to them as `page:NAME`.
pub const PAGES_OF_THE_PROGRAM: [&str; 17] = [
    "home",
    "plan",
    "commitments",
    "with-report",
    "agencies",
    "decision",
    "results",
    "no-report",
    "deadlines",
    "coverage",
    "conflicts",
    "corrections",
    "glossary",
    "search",
    "sitemap",
    "follow",
    "data",
];

/// What the person at the keyboard may set instead of `site.yaml`.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub as_of: Option<Date>,
    pub base_url: Option<BaseUrl>,
}

/// `site.yaml` with the settings applied.
#[derive(Debug, Clone)]
pub struct SiteFacts {
    pub record: content::Site,
    pub place: Place,
    /// The cut-off day. Never the clock.
    pub as_of: Date,
    /// A name that can never exist where nobody has said where the site will stand.
    pub base_url: BaseUrl,
    /// Whether it was said where the site will stand.
    pub has_address: bool,
}

#[derive(Debug, Clone)]
pub struct Model {
    pub site: SiteFacts,
    pub agencies: Arena<AgencyIx, Agency>,
    pub terms: Vec<content::Placed<content::Term>>,
    pub corrections: Vec<content::Placed<content::Correction>>,
    pub pages: Vec<Localized<Option<content::Page>>>,
    /// Shared, because a plan that has not changed is kept while others are read again.
    pub plans: Vec<Arc<Plan>>,
    /// Up to as-of, the oldest first.
    pub releases: Vec<content::ReleaseFile>,
    /// Of releases after as-of: only which pages belong to them.
    pub later_releases: Vec<ReleaseLabel>,
    /// The addresses that were published before.
    pub published: content::PublishedAddresses,
    pub redirects: Vec<content::Placed<content::Redirect>>,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub folder: String,
    pub record: content::Plan,
    pub place: Place,
    pub issuer: AgencyIx,
    pub areas: Arena<AreaIx, Area>,
    /// In the document's order.
    pub items: Arena<ItemIx, Item>,
    pub items_by_id: BTreeMap<String, ItemIx>,
    /// In which each body has a part, in the document's order.
    pub items_by_body: BTreeMap<AgencyIx, Vec<ItemIx>>,
    pub entries: Arena<EntryIx, Entry>,
    /// The document in reading order.
    pub script: Vec<Block>,
    /// The script, page by page.
    pub parts: Parts,
    pub sources: Arena<SourceIx, Source>,
    /// Up to as-of, oldest first.
    pub outcomes: Arena<OutcomeIx, Outcome>,
    /// Dated after as-of, and so not in the model: only where they stand.
    pub later_outcomes: Vec<(content::Outcome, Place)>,
    pub repairs: Vec<content::Placed<content::Repair>>,
    pub received: Option<content::Received>,
    pub alignment: Alignment,
    pub lock: content::TranslationLock,
    /// Every text that has or should have English: key, text, place.
    pub translatable: Vec<(String, Translated, Place)>,
    pub links: Vec<content::InternalLink>,
}

#[derive(Debug, Clone)]
pub struct Area {
    pub number: Text,
    pub annex: Option<Text>,
    pub annex_heading: Option<Translated>,
    pub name: Translated,
    pub place: Place,
}

impl Plan {
    pub fn items_of(&self, kind: Kind) -> impl Iterator<Item = (ItemIx, &Item)> {
        self.items.iter().filter(move |(_, item)| item.kind == kind)
    }

    /// Those in which a body has a part.
    pub fn items_of_body(&self, body: AgencyIx) -> impl Iterator<Item = (ItemIx, &Item)> {
        let its = self.items_by_body.get(&body);
        its.into_iter().flatten().map(|at| (*at, self.items.get(*at)))
    }

    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.items_of(kind).count()
    }
}
