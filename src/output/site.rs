//! The whole site: which files it has, and how each is made.
//!
//! Files go to a `Sink` as they are made, so that the site is never in memory as a whole. First come those
//! that are no pages, because pages may lead to them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Model, Plan};
use crate::pages::{CSL_NAME, Outline, lay_out_one, outlines, searchable};
use crate::theme::Theme;
use crate::timings::{Stage, Timings};
use crate::values::{Locale, said};

use super::dead_links::{Links, Targets, ids_of};
use super::finish::{Abbreviations, Found, Shape};
use super::html::render_and_see;
use super::share::{self, Earlier, Letters};
use super::sink::{Kept, Named, Sink};
use super::{Again, Made, MadeFile, data, following, machine, permanence, search};

/// A site as a value: path relative to the public folder, with `/`, to bytes.
#[derive(Debug, Default)]
pub struct Site {
    pub files: BTreeMap<String, Vec<u8>>,
}

/// What a site has, without its bytes.
#[derive(Debug, Default)]
pub struct Contents {
    /// The path of every file.
    pub files: BTreeSet<String>,
    /// How many pages there are of each kind and language, and in both.
    pub pages: BTreeMap<(String, Option<Locale>), usize>,
    /// What was made of each plan, by its folder.
    pub made: BTreeMap<String, Made>,
    /// How many plans need not have been made again.
    pub kept: usize,
}

impl Contents {
    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages.values().sum()
    }
}

/// What is kept of a page that was passed on.
struct Passed {
    kind: &'static str,
    locale: Option<Locale>,
    links: Links,
}

/// Makes the whole site as a value.
///
/// # Errors
/// As for `assemble`.
pub fn site(
    model: &Model,
    theme: &Theme,
    earlier: Option<&Earlier>,
) -> Result<(Contents, Site), Vec<Diagnostic>> {
    let kept = Kept::default();
    let again = Again::default();
    let contents = assemble(model, theme, earlier, &again, &kept, &Timings::default())?;
    Ok((contents, kept.site()))
}

/// Renders every page, draws its picture, and adds the files for machines. Pictures of the `earlier` site
/// are kept where nothing that they are made from has changed, and everything that was made of a plan where
/// `again` says that it stays.
///
/// # Errors
/// What the theme got wrong, addresses that clash, links that lead nowhere. What the sink has by then is no
/// whole site.
pub fn assemble(
    model: &Model,
    theme: &Theme,
    earlier: Option<&Earlier>,
    again: &Again,
    sink: &dyn Sink,
    timings: &Timings,
) -> Result<Contents, Vec<Diagnostic>> {
    let letters = Letters::of(theme).map_err(|fault| vec![fault])?;
    let outlines = outlines(model);
    let plans: Vec<Option<&str>> =
        outlines.iter().map(|outline| Some(outline.plan()?.folder.as_str())).collect();
    let paths: Vec<String> = outlines.iter().map(|outline| outline.address.file()).collect();
    let mut said = clashes(&paths);
    let files = Files::new(model, again, sink, timings);
    let (found, fault) = others(model, theme, &letters, &files, timings);
    said.extend(fault);
    files.of_site.put(machine::ROBOTS, machine::robots(model));
    files.of_site.put(machine::SITE_MAP, machine::site_map(model, &theme.words, &outlines));

    let known = Abbreviations::of(model);
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let others = files.names();
    let targets = Targets::new(model.site.base_url.path(), paths.iter().copied(), &others);
    let page = |outline: Outline, path: &str| -> Result<Option<Passed>, Diagnostic> {
        let plan = outline.plan().map(|plan| plan.folder.as_str());
        let Some(to) = files.of(plan) else { return Ok(None) };
        let page = timings.of(Stage::LayOut, || lay_out_one(model, &theme.words, outline));
        let mut links = Links::default();
        let mut see = |found: Found<'_>| targets.see(path, found, &mut links);
        let html = render_and_see(theme, &known, &page, Shape::Small, &mut see, timings)?;
        to.put(path, html.into_bytes());
        if let Some(view) = &page.picture {
            let path = page.address.picture();
            let picture = timings
                .of(Stage::Pictures, || share::picture(theme, &letters, &path, view, earlier));
            to.put(&path, picture?);
        }
        Ok(Some(Passed { kind: page.kind, locale: page.address.locale(), links }))
    };
    let pages: Vec<Result<Option<Passed>, Diagnostic>> = outlines
        .into_par_iter()
        .zip(paths.par_iter())
        .map(|(outline, path)| page(outline, path))
        .collect();

    let mut counts = Counts::new();
    let mut links = Vec::with_capacity(pages.len());
    for (passed, plan) in pages.into_iter().zip(plans) {
        match passed {
            Ok(page) => links.push(page.map(|page| {
                let kind = (page.kind.to_owned(), page.locale);
                *counts.entry(plan).or_default().entry(kind).or_default() += 1;
                page.links
            })),
            Err(fault) => said.push(fault),
        }
    }
    if said.is_empty() {
        let found: Vec<&str> = found.iter().flatten().map(String::as_str).collect();
        let standing = |path: &str| {
            let html = earlier.and_then(|earlier| earlier(path)).unwrap_or_default();
            ids_of(&String::from_utf8_lossy(&html))
        };
        said.extend(targets.judge(&paths, &links, &standing, &found));
    }
    drop(targets);
    let contents = files.contents(again, counts);
    if said.is_empty() {
        said.extend(permanence::lost_files(model, &contents.files));
    }
    if said.is_empty() {
        return Ok(contents);
    }
    // A faulty template is used by many pages: once is enough.
    said.dedup_by(|a, b| a.message == b.message);
    Err(said)
}

/// How many pages there are of each kind and language, of each plan and of none.
type Counts<'m> = BTreeMap<Option<&'m str>, BTreeMap<(String, Option<Locale>), usize>>;

/// Where the files of each plan go, and those that are of none.
struct Files<'a> {
    of_site: Named<'a>,
    /// By the plan's folder; those that stay are not among them.
    of_plans: BTreeMap<&'a str, Named<'a>>,
    /// What need not be made again.
    stays: BTreeMap<&'a str, &'a Made>,
}

impl<'a> Files<'a> {
    fn new(model: &'a Model, again: &Again<'a>, sink: &'a dyn Sink, timings: &'a Timings) -> Self {
        let folders = model.plans.par_iter().map(|plan| plan.folder.as_str());
        let stays: BTreeMap<&str, &Made> = timings.of(Stage::Keep, || {
            folders.clone().filter_map(|plan| Some((plan, again.stays(plan, sink)?))).collect()
        });
        let named = || Named::new(sink, timings);
        let folders = model.plans.iter().map(|plan| plan.folder.as_str());
        let made = folders.filter(|plan| !stays.contains_key(plan));
        let of_plans = made.map(|plan| (plan, named())).collect();
        Self { of_site: named(), of_plans, stays }
    }

    /// None for a plan of which everything stays.
    fn of(&self, plan: Option<&str>) -> Option<&Named<'a>> {
        plan.map_or(Some(&self.of_site), |plan| self.of_plans.get(plan))
    }

    /// The path of every file that is there by now.
    fn names(&self) -> BTreeSet<String> {
        let all = std::iter::once(&self.of_site).chain(self.of_plans.values());
        let stays = self.stays.values().flat_map(|made| &made.files);
        all.flat_map(Named::names).chain(stays.map(|file| file.0.clone())).collect()
    }

    fn contents(self, again: &Again, mut counts: Counts<'a>) -> Contents {
        let (files, kept) = (self.names(), self.stays.len());
        let mut made: BTreeMap<String, Made> =
            self.stays.into_iter().map(|(plan, made)| (plan.to_owned(), made.clone())).collect();
        let pages_of_site = counts.remove(&None).unwrap_or_default();
        for (plan, named) in self.of_plans {
            let pages = counts.remove(&Some(plan)).unwrap_or_default();
            let pages = pages.into_iter().map(|((kind, locale), number)| (kind, locale, number));
            let files = named.names().into_iter().map(|path| MadeFile(path, None));
            let key = again.keys.get(plan).cloned().unwrap_or_default();
            let of_plan = Made { key, pages: pages.collect(), files: files.collect() };
            made.insert(plan.to_owned(), of_plan);
        }
        let mut pages = pages_of_site;
        for (kind, locale, number) in made.values().flat_map(|made| &made.pages) {
            *pages.entry((kind.clone(), *locale)).or_default() += number;
        }
        Contents { files, pages, made, kept }
    }
}

/// Pages of the same address; the paths are sorted.
fn clashes(paths: &[String]) -> Vec<Diagnostic> {
    let pairs = paths.windows(2).filter_map(|pair| match pair {
        [one, other] if one == other => Some(one),
        _ => None,
    });
    pairs
        .map(|path| {
            Diagnostic::new(
                Code::AddressClash,
                Place::whole(&"plans".into()),
                said!("two pages have the address {path}", "hai trang có cùng địa chỉ {path}"),
                said!(
                    "give one of the two another id or name",
                    "đặt mã hoặc tên khác cho một trong hai"
                ),
            )
        })
        .collect()
}

/// The files that are no pages, and where what the search finds stands.
fn others(
    model: &Model,
    theme: &Theme,
    letters: &Letters,
    files: &Files,
    timings: &Timings,
) -> ([Vec<String>; 2], Option<Diagnostic>) {
    let sink = &files.of_site;
    for (name, bytes) in &theme.published.files {
        sink.put(&format!("assets/{name}"), bytes.clone());
    }
    let icons = share::icons(theme, letters);
    let put = |files: BTreeMap<String, Vec<u8>>| {
        for (path, bytes) in files {
            sink.put(&path, bytes);
        }
    };
    let fault = match icons {
        Ok(icons) => {
            put(icons);
            None
        }
        Err(fault) => Some(fault),
    };
    for (path, facts) in permanence::files(model) {
        sink.put(&path, facts.to_vec());
    }
    let ((), found) = rayon::join(
        || {
            let put = |path: &str, bytes| sink.put(path, bytes);
            timings.of(Stage::Data, || data::of_site(model, &theme.words, &put));
            let made = model
                .plans
                .par_iter()
                .filter_map(|plan| files.of_plans.get(plan.folder.as_str()).map(|to| (plan, to)));
            made.for_each(|(plan, to)| {
                timings.of(Stage::Data, || beside_items(model, theme, plan, to));
            });
            let to = |plan: Option<&Plan>| files.of(plan.map(|plan| plan.folder.as_str()));
            timings.of(Stage::Feeds, || following::files(model, &theme.words, &to));
        },
        || {
            let of = |locale: Locale| {
                let index = timings.of(Stage::Search, || search_of(model, theme, locale));
                put(index.files);
                index.found
            };
            let (vi, en) = rayon::join(|| of(Locale::Vi), || of(Locale::En));
            [vi, en]
        },
    );
    (found, fault)
}

/// The data of each item of a plan, and how it is cited, for programs that keep references.
fn beside_items(model: &Model, theme: &Theme, plan: &Plan, to: &dyn Sink) {
    data::of_items(model, plan, &|path, bytes| to.put(path, bytes));
    for (path, reference) in references(model, theme, plan) {
        to.put(&path, reference);
    }
}

fn references(
    model: &Model,
    theme: &Theme,
    plan: &Plan,
) -> impl Iterator<Item = (String, Vec<u8>)> + use<> {
    crate::pages::references(model, &theme.words, plan).into_iter().map(|(path, reference)| {
        let mut json = serde_json::to_vec_pretty(&[reference]).unwrap_or_default();
        json.push(b'\n');
        (path, json)
    })
}

fn search_of(model: &Model, theme: &Theme, locale: Locale) -> search::Index {
    search::index(searchable(model, &theme.words, locale))
}

/// The files of the search index. They are made together, so whoever needs one keeps them all.
#[must_use]
pub fn search_files(model: &Model, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    Locale::ALL.into_iter().flat_map(|locale| search_of(model, theme, locale).files).collect()
}

/// One file that is neither a page nor of the search index: an asset, a share picture, a data file, a
/// feed or calendar, what search engines read.
///
/// # Errors
/// What the theme got wrong.
pub fn other_file(model: &Model, theme: &Theme, path: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
    if let Some(name) = path.strip_prefix("assets/") {
        return match theme.published.files.get(name) {
            Some(asset) => Ok(Some(asset.clone())),
            None => share::icons(theme, &Letters::of(theme)?).map(|mut icons| icons.remove(path)),
        };
    }
    let beside = crate::pages::lay_out_beside(model, &theme.words, path);
    if let Some(view) = beside.and_then(|page| page.picture) {
        return share::picture(theme, &Letters::of(theme)?, path, &view, None).map(Some);
    }
    Ok(machine_file(model, theme, path))
}

fn machine_file(model: &Model, theme: &Theme, path: &str) -> Option<Vec<u8>> {
    if let Some((_, facts)) = permanence::files(model).find(|(of, _)| of == path) {
        return Some(facts.to_vec());
    }
    if path.ends_with(CSL_NAME) {
        let mut all = model.plans.iter().flat_map(|plan| references(model, theme, plan));
        return all.find(|(of, _)| of == path).map(|(_, json)| json);
    }
    if path.starts_with("data/") || path.ends_with("/index.json") {
        return data::file(model, &theme.words, path);
    }
    if following::is_one(path) {
        return following::file(model, &theme.words, path);
    }
    match path {
        machine::ROBOTS => Some(machine::robots(model)),
        machine::SITE_MAP => Some(machine::site_map(model, &theme.words, &outlines(model))),
        _ => None,
    }
}
