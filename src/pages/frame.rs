//! What stands around every page: its addresses, its place, the navigation, and the site's own facts.

use serde::Serialize;

use super::Reader;
use super::address::{Address, RELEASES, tail};
use super::dublin_core::{DublinCore, dublin_core};
use super::following::{self, Following};
use super::linked::linked;
use super::links_out::{ShareLink, report_links, share_links};
use super::outlines::{Outline, What};
use super::parts;
use super::share::{Share, SharedAs, shared_as};
use super::shared::{LinkView, TextView};
use crate::content::ReleaseFile;
use crate::values::Locale;

/// What stands around every page.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    pub locale: &'static str,
    /// `../../../`, or empty at the root.
    pub root: String,
    pub title: TextView,
    pub description: String,
    /// `vi/3322-2024/ii2-ct08/`: what follows the base URL.
    pub url: String,
    pub canonical: String,
    /// The same as people see it: without the host where nobody has said which.
    pub shown_address: String,
    /// Absolute addresses of the translations, for search engines; empty where there are none.
    pub alternates: Vec<AlternateView>,
    /// The same page in the other language.
    pub other_language: Option<OtherLanguage>,
    pub crumbs: Vec<LinkView>,
    pub nav: Vec<NavLink>,
    pub footer: Vec<NavLink>,
    /// The page of the search; none on that page itself.
    pub search_href: Option<String>,
    pub site_title: TextView,
    /// For the head of the page, where room is short.
    pub short_title: TextView,
    pub publisher: TextView,
    pub notice: TextView,
    pub contact: ContactView,
    /// Empty while the site has no address.
    pub share: Vec<ShareLink>,
    pub licence: TextView,
    pub licence_url: String,
    pub as_of: String,
    pub as_of_iso: String,
    pub is_vi: bool,
    /// It shows the facts of a release, and not those of today.
    pub is_past: bool,
    /// Pages that search engines should not list.
    pub unlisted: bool,
    /// The page in JSON: of an item its own data, else the whole plan.
    pub data_href: String,
    /// Feeds and calendars of what the page is about.
    pub following: Vec<Following>,
    pub follow_href: String,
    pub dublin_core: Option<DublinCore>,
    /// The data block in JSON-LD, ready to stand in the page as it is.
    pub linked: Option<String>,
    /// For sites on which the page is shared; none for pages that nobody shares.
    pub shared_as: Option<SharedAs>,
}

#[derive(Debug, Clone, Serialize)]
pub struct AlternateView {
    pub hreflang: &'static str,
    pub href: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct OtherLanguage {
    pub href: String,
    pub lang: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct NavLink {
    /// The word's key in the interface words: `nav_plan`.
    pub key: &'static str,
    pub href: String,
    /// What `aria-current` says: `page`; `true` on another part of the same document; or empty.
    pub current: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    pub words: TextView,
    pub email: Option<String>,
    /// A letter about this page, its id and the cut-off day filled in.
    pub letter_href: Option<String>,
    /// The publisher's form, likewise.
    pub url: Option<String>,
    pub corrections_href: String,
}

/// The frame of a page.
pub fn frame(
    reader: &Reader,
    outline: &Outline,
    kind: &str,
    title: TextView,
    picture: Option<&Share>,
) -> Frame {
    let site = &reader.model.site;
    let record = &site.record;
    let address = &outline.address;
    let other_locale = reader.locale.other();
    let section = match outline.what {
        What::Part(_, form, _) => form.section(),
        _ => kind,
    };
    let alternates = alternates(reader, outline);
    let release = release_shown(outline);
    let as_of = release.map_or(site.as_of, |release| release.record.as_of);
    let (form_href, letter_href) = report_links(reader, outline);
    Frame {
        share: share_links(reader, address),
        locale: reader.locale.code(),
        shared_as: shared_as(reader, outline, picture, !alternates.is_empty()),
        root: reader.here.root.clone(),
        description: description(reader, outline, &title),
        title,
        url: address.url(),
        canonical: reader.absolute(address),
        shown_address: reader.shown_address(address),
        alternates,
        other_language: address.locale().map(|_| OtherLanguage {
            href: reader.here.to(&Address::new(Some(other_locale), address.tail())),
            lang: other_locale.code(),
        }),
        crumbs: crumbs(reader, outline),
        nav: links(reader, address, section, NAV),
        footer: links(reader, address, section, FOOTER),
        search_href: (!matches!(outline.what, What::Search)).then(|| reader.href("search/")),
        site_title: reader.text(&record.title),
        short_title: reader.text(record.short_title.as_ref().unwrap_or(&record.title)),
        publisher: reader.text(&record.publisher),
        notice: reader.text(&record.notice),
        contact: ContactView {
            words: reader.text(&record.contact.words),
            email: record.contact.email.as_ref().map(ToString::to_string),
            letter_href,
            url: form_href,
            corrections_href: reader.href("corrections/"),
        },
        licence: reader.text(&record.licence.name),
        licence_url: record.licence.url.to_string(),
        as_of: as_of.shown(reader.locale),
        as_of_iso: as_of.to_string(),
        is_past: release.is_some(),
        is_vi: reader.locale == Locale::Vi,
        unlisted: is_unlisted(outline),
        data_href: match outline.what {
            What::Item(..) => format!("{}{}", reader.here.root, address.data()),
            _ => format!("{}data/plan.json", reader.here.root),
        },
        following: following::links_of(reader, outline),
        follow_href: reader.href("follow/"),
        dublin_core: dublin_core(reader, outline),
        linked: linked(reader, outline),
    }
}

/// The release whose facts a page shows.
pub fn release_shown<'m>(outline: &Outline<'m>) -> Option<&'m ReleaseFile> {
    match outline.what {
        What::Release(release)
        | What::Changes(release)
        | What::ReleaseItem(release, _)
        | What::ReleaseEmbed(release, _) => Some(release),
        _ => None,
    }
}

/// What search engines are told of a page.
#[derive(Debug)]
pub struct Listing {
    pub canonical: String,
    pub alternates: Vec<AlternateView>,
}

/// None where they should not list it.
pub fn listing(reader: &Reader, outline: &Outline) -> Option<Listing> {
    (!is_unlisted(outline)).then(|| Listing {
        canonical: reader.absolute(&outline.address),
        alternates: alternates(reader, outline),
    })
}

fn is_unlisted(outline: &Outline) -> bool {
    release_shown(outline).is_some()
        || matches!(
            outline.what,
            What::NotFound | What::Search | What::ItemId(..) | What::Embed(..) | What::Moved(_)
        )
}

/// The same page in both languages, where it has both.
fn alternates(reader: &Reader, outline: &Outline) -> Vec<AlternateView> {
    let address = &outline.address;
    let has_other = address.locale().is_some() && !matches!(outline.what, What::NotFound);
    if !has_other || !is_translated(reader, outline) {
        return Vec::new();
    }
    let in_locale = |locale: Locale| reader.absolute(&Address::new(Some(locale), address.tail()));
    vec![
        AlternateView { hreflang: "vi", href: in_locale(Locale::Vi) },
        AlternateView { hreflang: "en", href: in_locale(Locale::En) },
        AlternateView { hreflang: "x-default", href: in_locale(Locale::Vi) },
    ]
}

/// hreflang names only real translations: a page of ours without English has none.
pub fn is_translated(reader: &Reader, outline: &Outline) -> bool {
    match outline.what {
        What::Text(at) => reader.model.pages.get(at).is_some_and(|page| page.en.is_some()),
        What::Item(plan, item) => {
            let item = plan.items.get(item);
            item.words.en.is_some() && item.title.en.is_some()
        }
        // What search engines should not list.
        What::Embed(..) | What::Moved(_) => false,
        _ => release_shown(outline).is_none(),
    }
}

fn description(reader: &Reader, outline: &Outline, title: &TextView) -> String {
    let text = match outline.what {
        What::Item(plan, item) | What::ItemId(plan, item) => {
            reader.plain(&plan.items.get(item).words)
        }
        What::Home | What::Plan(_) => reader.plain(&reader.model.site.record.notice),
        _ => format!("{} — {}", title.text, reader.plain(&reader.model.site.record.title)),
    };
    shortened(&text.replace('\n', " "), 180)
}

/// The first words of a text, at most `longest` characters.
#[must_use]
pub fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(longest).collect();
    if let Some(end) = short.rfind(' ') {
        short.truncate(end);
    }
    short.push('…');
    short
}

const NAV: &[(&str, &str)] = &[
    ("search", "/search/"),
    ("plan", ""),
    ("commitments", "commitments"),
    ("results", "results"),
    ("silence", "no-report"),
    ("deadlines", "deadlines"),
    ("agencies", "/agencies/"),
    ("decision", "decision"),
];

const FOOTER: &[(&str, &str)] = &[
    ("about", "/about/"),
    ("method", "/method/"),
    ("coverage", "coverage"),
    ("conflicts", "conflicts"),
    ("corrections", "/corrections/"),
    ("glossary", "/glossary/"),
    ("releases", "/ky/"),
    ("follow", "/follow/"),
    ("sitemap", "/sitemap/"),
    ("data", "/data/"),
];

/// Links to pages of the site (with a slash in front) and of its first plan.
fn links(
    reader: &Reader,
    address: &Address,
    section: &str,
    names: &[(&'static str, &str)],
) -> Vec<NavLink> {
    let plan = reader.model.plans.first();
    names
        .iter()
        .filter_map(|(name, page)| {
            let tail = match page.strip_prefix('/') {
                Some(tail) => tail.to_owned(),
                None if page.is_empty() => tail::plan(plan?),
                None => tail::of_plan(plan?, page),
            };
            let page_is_written = !matches!(*name, "about" | "method")
                || reader
                    .model
                    .pages
                    .iter()
                    .flat_map(|page| &page.vi)
                    .any(|page| page.name == *name);
            let is_there = *name != "releases" || !reader.model.releases.is_empty();
            let current = match (section == *name, address.tail() == tail) {
                (true, true) => "page",
                (true, false) => "true",
                (false, _) => "",
            };
            (page_is_written && is_there).then(|| NavLink {
                key: name,
                href: reader.href(tail),
                current,
            })
        })
        .collect()
}

fn crumbs(reader: &Reader, outline: &Outline) -> Vec<LinkView> {
    let home = || LinkView {
        href: reader.href(""),
        label: TextView::of_interface(reader.say("home_title")),
    };
    let to_plan = |plan: &crate::model::Plan| LinkView {
        href: reader.href(tail::plan(plan)),
        label: TextView::of_interface(plan.record.instrument.number.as_str()),
    };
    let to_releases = || LinkView {
        href: reader.href(RELEASES),
        label: TextView::of_interface(reader.say("releases_title")),
    };
    match outline.what {
        What::Greeting
        | What::Home
        | What::NotFound
        | What::ItemId(..)
        | What::Embed(..)
        | What::ReleaseEmbed(..)
        | What::Moved(_) => Vec::new(),
        What::Plan(_)
        | What::Agencies
        | What::Corrections
        | What::Glossary
        | What::Text(_)
        | What::Search
        | What::SiteMap
        | What::Releases
        | What::Follow
        | What::OpenData => vec![home()],
        What::Release(_) => vec![home(), to_releases()],
        What::Changes(release) | What::ReleaseItem(release, _) => {
            let label = &release.record.label;
            let link = LinkView {
                href: reader.href(tail::release(label)),
                label: TextView::of_interface(label.as_str()),
            };
            vec![home(), to_releases(), link]
        }
        What::Agency(_) => vec![
            home(),
            LinkView {
                href: reader.href("agencies/"),
                label: TextView::of_interface(reader.say("agencies_title")),
            },
        ],
        What::Area(plan, _)
        | What::Results(plan)
        | What::Silence(plan)
        | What::Deadlines(plan)
        | What::Coverage(plan)
        | What::Conflicts(plan)
        | What::Commitments(plan) => vec![home(), to_plan(plan)],
        What::Reported(plan) | What::OfKind(plan, _) | What::OfStanding(plan, _) => vec![
            home(),
            to_plan(plan),
            LinkView {
                href: reader.href(tail::of_plan(plan, "commitments")),
                label: TextView::of_interface(reader.say("commitments_title")),
            },
        ],
        What::Part(plan, form, part) => {
            let mut crumbs = vec![home(), to_plan(plan)];
            crumbs.extend(parts::crumbs(reader, plan, form, part));
            crumbs
        }
        What::Item(plan, item) => {
            let mut crumbs = vec![home(), to_plan(plan)];
            crumbs.extend(plan.items.get(item).area.map(|area| reader.area_link(plan, area)));
            crumbs
        }
    }
}
