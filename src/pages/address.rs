//! Addresses of the site, and which pages there are.

use crate::content::{Redirect, ReleaseFile, ReleaseItem};
use crate::model::{AgencyIx, AreaIx, ItemIx, Kind, Model, PartIx, Plan, Standing};
use crate::values::{BaseUrl, Locale};

use super::list;
use super::parts::{Form, tail_of};

/// What a share picture is called, in the folder of its page.
pub const PICTURE_NAME: &str = "share.png";

/// Where a page stands: its folder relative to the site's root, with a slash at its end, or a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Whether it stands inside pages of other sites.
    embedded: bool,
    locale: Option<Locale>,
    /// Without the locale: `3322-2024/ii2-ct08/`; empty for a home page; `404.html`.
    tail: String,
}

impl Address {
    #[must_use]
    pub fn new(locale: Option<Locale>, tail: impl Into<String>) -> Self {
        Self { embedded: false, locale, tail: tail.into() }
    }

    /// `embed/vi/3322-2024/ii2-ct08/`: a page that others show inside theirs.
    #[must_use]
    pub fn embedded(locale: Locale, tail: impl Into<String>) -> Self {
        Self { embedded: true, locale: Some(locale), tail: tail.into() }
    }

    #[must_use]
    pub fn locale(&self) -> Option<Locale> {
        self.locale
    }

    #[must_use]
    pub fn tail(&self) -> &str {
        &self.tail
    }

    /// `vi/3322-2024/ii2-ct08/`: what follows the base URL.
    #[must_use]
    pub fn url(&self) -> String {
        self.written("", false)
    }

    /// The whole address, for those who read it elsewhere.
    #[must_use]
    pub fn absolute(&self, base: &BaseUrl) -> String {
        self.written(base.as_str(), false)
    }

    /// `vi/3322-2024/ii2-ct08/index.html`: the file, and what links name, so that they work from a
    /// folder on a disk too.
    #[must_use]
    pub fn file(&self) -> String {
        self.written("", true)
    }

    /// Behind a front, with the name of the file where it is asked for. Every page has a hundred of them, so
    /// each is written in one go.
    fn written(&self, front: &str, named: bool) -> String {
        let mut text = String::with_capacity(front.len() + self.tail.len() + 24);
        text.push_str(front);
        if self.embedded {
            text.push_str("embed/");
        }
        if let Some(locale) = self.locale {
            text.push_str(locale.code());
            text.push('/');
        }
        text.push_str(&self.tail);
        let is_folder = self.tail.is_empty() || self.tail.ends_with('/');
        if named && is_folder {
            text.push_str("index.html");
        }
        text
    }

    /// `vi/3322-2024/ii2-ct08/index.json`: the data of the page, where it has some of its own.
    #[must_use]
    pub fn data(&self) -> String {
        format!("{}index.json", self.url())
    }

    /// `vi/3322-2024/ii2-ct08/share.png`: the page's share picture, where it has one of its own.
    #[must_use]
    pub fn picture(&self) -> String {
        format!("{}{PICTURE_NAME}", self.url())
    }
}

/// Where the reader is: what links are relative to.
#[derive(Debug, Clone)]
pub struct Here {
    /// `../../../`, or empty at the root.
    pub root: String,
}

impl Here {
    #[must_use]
    pub fn at(address: &Address) -> Self {
        let above = usize::from(address.embedded) + usize::from(address.locale.is_some());
        Self { root: "../".repeat(above + address.tail.matches('/').count()) }
    }

    #[must_use]
    pub fn to(&self, address: &Address) -> String {
        address.written(&self.root, true)
    }

    #[must_use]
    pub fn to_anchor(&self, address: &Address, anchor: &str) -> String {
        format!("{}#{anchor}", self.to(address))
    }
}

/// The pages of a plan besides its first, and the interface words that name them.
pub const PAGES_OF_A_PLAN: [(&str, &str); 9] = [
    ("commitments", "commitments_title"),
    ("with-report", "with_report_title"),
    ("decision", "decision_title"),
    ("decision/side-by-side", "side_by_side_title"),
    ("results", "results_title"),
    ("no-report", "silence_title"),
    ("deadlines", "deadlines_title"),
    ("coverage", "coverage_title"),
    ("conflicts", "conflicts_title"),
];

/// What a page is about.
#[derive(Debug, Clone, Copy)]
pub enum What<'m> {
    Home,
    Plan(&'m Plan),
    Area(&'m Plan, AreaIx),
    Item(&'m Plan, ItemIx),
    Agencies,
    Agency(AgencyIx),
    /// A part of the document.
    Part(&'m Plan, Form, PartIx),
    Results(&'m Plan),
    Silence(&'m Plan),
    Deadlines(&'m Plan),
    Coverage(&'m Plan),
    Conflicts(&'m Plan),
    /// Every item in one list.
    Commitments(&'m Plan),
    /// Those on which a report was found.
    Reported(&'m Plan),
    OfKind(&'m Plan, Kind),
    OfStanding(&'m Plan, Standing),
    Corrections,
    Glossary,
    /// A page of `content/pages/`, by position.
    Text(usize),
    Search,
    SiteMap,
    /// Feeds and calendars.
    Follow,
    OpenData,
    NotFound,
    ItemId(&'m Plan, ItemIx),
    Greeting,
    /// All releases.
    Releases,
    /// What a release says, and where its data are.
    Release(&'m ReleaseFile),
    /// What changed since the release before it.
    Changes(&'m ReleaseFile),
    /// An item as it stood in a release.
    ReleaseItem(&'m ReleaseFile, &'m ReleaseItem),
    /// An item inside a page of another site, as it stands now.
    Embed(&'m Plan, ItemIx),
    /// The same as it stood in a release.
    ReleaseEmbed(&'m ReleaseFile, &'m ReleaseItem),
    /// What became of a page that was published.
    Moved(&'m Redirect),
}

/// A page that is to be laid out.
#[derive(Debug, Clone)]
pub struct Outline<'m> {
    pub address: Address,
    pub what: What<'m>,
}

/// The tails of addresses; the same in both languages.
pub mod tail {
    use crate::content::ReleaseItem;
    use crate::model::{Agency, Area, Item, Plan};
    use crate::values::ReleaseLabel;

    #[must_use]
    pub fn plan(plan: &Plan) -> String {
        format!("{}/", plan.record.slug)
    }

    #[must_use]
    pub fn of_plan(plan: &Plan, page: &str) -> String {
        format!("{}/{page}/", plan.record.slug)
    }

    #[must_use]
    pub fn area(plan: &Plan, area: &Area) -> String {
        format!("{}/areas/{}/", plan.record.slug, area.number.as_str().to_lowercase())
    }

    #[must_use]
    pub fn item(plan: &Plan, item: &Item) -> String {
        format!("{}/{}/", plan.record.slug, item.id)
    }

    #[must_use]
    pub fn agency(agency: &Agency) -> String {
        format!("agencies/{}/", agency.record.id)
    }

    /// The pages of a release.
    #[must_use]
    pub fn release(label: &ReleaseLabel) -> String {
        format!("ky/{label}/")
    }

    #[must_use]
    pub fn changes(label: &ReleaseLabel) -> String {
        format!("ky/{label}/changes/")
    }

    #[must_use]
    pub fn release_item(label: &ReleaseLabel, item: &ReleaseItem) -> String {
        format!("ky/{label}/{}/{}/", item.plan, item.id)
    }

    /// The language-neutral permanent link, from the root.
    #[must_use]
    pub fn id(plan: &Plan, item: &Item) -> String {
        format!("id/{}-{}/", plan.record.slug, item.id)
    }
}

/// The pages of one language.
pub fn of_locale(model: &Model, locale: Locale) -> Vec<Outline<'_>> {
    let items = model.plans.iter().flat_map(|plan| plan.items.indexes().map(move |at| (plan, at)));
    let of_items = items.flat_map(|(plan, at)| {
        let tail = tail::item(plan, plan.items.get(at));
        [
            Outline {
                address: Address::new(Some(locale), tail.clone()),
                what: What::Item(plan, at),
            },
            Outline { address: Address::embedded(locale, tail), what: What::Embed(plan, at) },
        ]
    });
    let mut outlines = of_few(model, locale);
    outlines.extend(of_items);
    outlines
}

/// The page that stands in a file. Those of items are looked up, because there are many.
pub fn of_file<'m>(model: &'m Model, file: &str) -> Option<Outline<'m>> {
    of_item(model, file).or_else(|| {
        let few = Locale::ALL.into_iter().flat_map(|locale| of_few(model, locale));
        few.chain(few_of_both(model)).find(|outline| outline.address.file() == file)
    })
}

/// `vi/3322-2024/ii2-ct08/index.html`, the same under `embed/`, or `id/3322-2024-ii2-ct08/index.html`.
fn of_item<'m>(model: &'m Model, file: &str) -> Option<Outline<'m>> {
    let find = |slug: &str, id: &str| {
        let plan = model.plans.iter().find(|plan| plan.record.slug.as_str() == slug)?;
        Some((plan, *plan.items_by_id.get(id)?))
    };
    if let Some(name) = file.strip_prefix("id/") {
        let name = name.strip_suffix("/index.html")?;
        return model.plans.iter().find_map(|plan| {
            let id = name.strip_prefix(plan.record.slug.as_str())?.strip_prefix('-')?;
            let at = *plan.items_by_id.get(id)?;
            let tail = tail::id(plan, plan.items.get(at));
            Some(Outline { address: Address::new(None, tail), what: What::ItemId(plan, at) })
        });
    }
    let (embedded, rest) = match file.strip_prefix("embed/") {
        Some(rest) => (true, rest),
        None => (false, file),
    };
    let (code, tail) = rest.split_once('/')?;
    let locale = Locale::ALL.into_iter().find(|locale| locale.code() == code)?;
    let (slug, id) = tail.strip_suffix("/index.html")?.split_once('/')?;
    let (plan, at) = find(slug, id)?;
    let tail = tail::item(plan, plan.items.get(at));
    Some(if embedded {
        Outline { address: Address::embedded(locale, tail), what: What::Embed(plan, at) }
    } else {
        Outline { address: Address::new(Some(locale), tail), what: What::Item(plan, at) }
    })
}

/// The pages of one language but for those of items as they are today.
fn of_few(model: &Model, locale: Locale) -> Vec<Outline<'_>> {
    let mut outlines = Vec::new();
    let mut add = |tail: String, what: What<'static>| {
        outlines.push((tail, what));
    };
    add(String::new(), What::Home);
    add("agencies/".to_owned(), What::Agencies);
    add("corrections/".to_owned(), What::Corrections);
    add("glossary/".to_owned(), What::Glossary);
    add("search/".to_owned(), What::Search);
    add("sitemap/".to_owned(), What::SiteMap);
    add("follow/".to_owned(), What::Follow);
    add("data/".to_owned(), What::OpenData);
    add("404.html".to_owned(), What::NotFound);
    for agency in model.agencies.indexes() {
        add(tail::agency(model.agencies.get(agency)), What::Agency(agency));
    }
    for (at, page) in model.pages.iter().enumerate() {
        if let Some(page) = &page.vi {
            add(format!("{}/", page.name), What::Text(at));
        }
    }
    let mut outlines: Vec<(String, What<'_>)> = outlines;
    for plan in &model.plans {
        let mut add = |tail: String, what| outlines.push((tail, what));
        add(tail::plan(plan), What::Plan(plan));
        for form in Form::ALL {
            for (at, _) in plan.parts.iter() {
                add(tail_of(plan, form, at), What::Part(plan, form, at));
            }
        }
        add(tail::of_plan(plan, "results"), What::Results(plan));
        add(tail::of_plan(plan, "no-report"), What::Silence(plan));
        add(tail::of_plan(plan, "deadlines"), What::Deadlines(plan));
        add(tail::of_plan(plan, "coverage"), What::Coverage(plan));
        add(tail::of_plan(plan, "conflicts"), What::Conflicts(plan));
        add(tail::of_plan(plan, "commitments"), What::Commitments(plan));
        add(tail::of_plan(plan, list::REPORTED_PAGE), What::Reported(plan));
        for kind in list::kinds_of(plan) {
            add(tail::of_plan(plan, &list::kind_page(kind)), What::OfKind(plan, kind));
        }
        for standing in list::standings_of(model, plan) {
            let page = list::standing_page(standing);
            add(tail::of_plan(plan, &page), What::OfStanding(plan, standing));
        }
        for (at, area) in plan.areas.iter() {
            add(tail::area(plan, area), What::Area(plan, at));
        }
    }
    if !model.releases.is_empty() {
        outlines.push((RELEASES.to_owned(), What::Releases));
    }
    for release in &model.releases {
        let label = &release.record.label;
        outlines.push((tail::release(label), What::Release(release)));
        outlines.push((tail::changes(label), What::Changes(release)));
        for item in &release.record.data.items {
            outlines.push((tail::release_item(label, item), What::ReleaseItem(release, item)));
        }
    }
    for redirect in &model.redirects {
        outlines.push((redirect.record.from.to_string(), What::Moved(&redirect.record)));
    }
    let embedded = past_embeds(model)
        .into_iter()
        .map(|(tail, what)| Outline { address: Address::embedded(locale, tail), what });
    outlines
        .into_iter()
        .map(|(tail, what)| Outline { address: Address::new(Some(locale), tail), what })
        .chain(embedded)
        .collect()
}

/// Where the releases are listed.
pub const RELEASES: &str = "ky/";

/// The pages that other sites show inside theirs: each item as it was in each release.
fn past_embeds(model: &Model) -> Vec<(String, What<'_>)> {
    let mut outlines = Vec::new();
    for release in &model.releases {
        for item in &release.record.data.items {
            let tail = tail::release_item(&release.record.label, item);
            outlines.push((tail, What::ReleaseEmbed(release, item)));
        }
    }
    outlines
}

/// The pages that speak both languages.
pub fn of_both(model: &Model) -> Vec<Outline<'_>> {
    let mut outlines = few_of_both(model);
    for plan in &model.plans {
        for (at, item) in plan.items.iter() {
            outlines.push(Outline {
                address: Address::new(None, tail::id(plan, item)),
                what: What::ItemId(plan, at),
            });
        }
    }
    outlines
}

/// The same but for the permanent links of items.
fn few_of_both(model: &Model) -> Vec<Outline<'_>> {
    let mut outlines = vec![
        Outline { address: Address::new(None, ""), what: What::Greeting },
        Outline { address: Address::new(None, "404.html"), what: What::NotFound },
    ];
    for redirect in &model.redirects {
        // The permanent link of an item that moved.
        if let Some((plan, item)) = redirect.record.from.as_str().split_once('/')
            && let Some(item) = item.strip_suffix('/').filter(|item| !item.contains('/'))
        {
            outlines.push(Outline {
                address: Address::new(None, format!("id/{plan}-{item}/")),
                what: What::Moved(&redirect.record),
            });
        }
    }
    outlines
}

/// A kind's plural, as lists and data files call it.
#[must_use]
pub fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Aim => "aims",
        Kind::Target => "targets",
        Kind::Task => "tasks",
        Kind::Activity => "activities",
        Kind::Duty => "duties",
    }
}
