//! Which pages there are: what each is about, and where it stands.

use super::address::{Address, RELEASES, tail};
use super::list;
use super::parts::{Form, tail_of};
use crate::content::{Redirect, ReleaseFile, ReleaseItem};
use crate::model::{AgencyIx, AreaIx, ItemIx, Kind, Model, PartIx, Plan, Standing};
use crate::values::Locale;

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

impl<'m> Outline<'m> {
    /// The plan that the page is of, if it is of one as it stands today.
    #[must_use]
    pub fn plan(&self) -> Option<&'m Plan> {
        match self.what {
            What::Plan(plan)
            | What::Area(plan, _)
            | What::Item(plan, _)
            | What::Part(plan, ..)
            | What::Results(plan)
            | What::Silence(plan)
            | What::Deadlines(plan)
            | What::Coverage(plan)
            | What::Conflicts(plan)
            | What::Commitments(plan)
            | What::Reported(plan)
            | What::OfKind(plan, _)
            | What::OfStanding(plan, _)
            | What::ItemId(plan, _)
            | What::Embed(plan, _) => Some(plan),
            What::Home
            | What::Agencies
            | What::Agency(_)
            | What::Corrections
            | What::Glossary
            | What::Text(_)
            | What::Search
            | What::SiteMap
            | What::Follow
            | What::OpenData
            | What::NotFound
            | What::Greeting
            | What::Releases
            | What::Release(_)
            | What::Changes(_)
            | What::ReleaseItem(..)
            | What::ReleaseEmbed(..)
            | What::Moved(_) => None,
        }
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
    let mut outlines = of_few(model, locale, &|_| true);
    outlines.extend(of_items);
    outlines
}

/// The page that stands in a file. Those of items are looked up, because there are many.
pub fn of_file<'m>(model: &'m Model, file: &str) -> Option<Outline<'m>> {
    of_item(model, file).or_else(|| {
        // What stands in front tells the language, and of which plan it is, so that the others need not be listed.
        let names = |name: &str| file.split('/').take(3).any(|part| part == name);
        let is_asked = |plan: &Plan| names(plan.record.slug.as_str());
        let locales = Locale::ALL.into_iter().filter(|locale| names(locale.code()));
        let few = locales.flat_map(|locale| of_few(model, locale, &is_asked));
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

/// The pages of one language but for those of items as they are today, and of plans that are not `wanted`.
fn of_few<'m>(
    model: &'m Model,
    locale: Locale,
    wanted: &dyn Fn(&Plan) -> bool,
) -> Vec<Outline<'m>> {
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
    for plan in model.plans.iter().filter(|plan| wanted(plan)) {
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
