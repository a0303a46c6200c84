//! The whole site: which files it has, and how each is made.
//!
//! Files go to a `Sink` as they are made, so that the site is never in memory as a whole. First come those
//! that are no pages, because pages may lead to them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;
use crate::pages::{CSL_NAME, Outline, lay_out_one, outlines, searchable};
use crate::theme::Theme;
use crate::timings::{Stage, Timings};
use crate::values::{Locale, said};

use super::dead_links::{Links, Targets};
use super::finish::{Abbreviations, Found, Shape};
use super::html::render_and_see;
use super::share::{self, Earlier, Letters};
use super::sink::{Kept, Named, Sink};
use super::{data, following, machine, permanence, search};

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
    pub pages: BTreeMap<(&'static str, Option<Locale>), usize>,
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
    kind: (&'static str, Option<Locale>),
    links: Links,
    site_map: Option<String>,
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
    let contents = assemble(model, theme, earlier, &kept, &Timings::default())?;
    Ok((contents, kept.site()))
}

/// Renders every page, draws its picture, and adds the files for machines. Pictures of the `earlier` site
/// are kept where nothing that they are made from has changed.
///
/// # Errors
/// What the theme got wrong, addresses that clash, links that lead nowhere. What the sink has by then is no
/// whole site.
pub fn assemble(
    model: &Model,
    theme: &Theme,
    earlier: Option<&Earlier>,
    sink: &dyn Sink,
    timings: &Timings,
) -> Result<Contents, Vec<Diagnostic>> {
    let letters = Letters::of(theme).map_err(|fault| vec![fault])?;
    let outlines = outlines(model);
    let paths: Vec<String> = outlines.iter().map(|outline| outline.address.file()).collect();
    let mut said = clashes(&paths);
    let named = Named::new(sink, timings);
    let (found, fault) = others(model, theme, &letters, &named, timings);
    said.extend(fault);
    named.put(machine::ROBOTS, machine::robots(model));
    let mut files = named.names();
    files.insert(machine::SITE_MAP.to_owned());

    let known = Abbreviations::of(model);
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let targets = Targets::new(model.site.base_url.path(), paths.iter().copied(), &files);
    let written = Named::new(sink, timings);
    let page = |outline: Outline, path: &str| -> Result<Passed, Diagnostic> {
        let page = timings.of(Stage::LayOut, || lay_out_one(model, &theme.words, outline));
        let mut links = Links::default();
        let mut see = |found: Found<'_>| targets.see(path, found, &mut links);
        let html = render_and_see(theme, &known, &page, Shape::Small, &mut see, timings)?;
        written.put(path, html.into_bytes());
        if let Some(view) = &page.picture {
            let path = page.address.picture();
            let picture = timings
                .of(Stage::Pictures, || share::picture(theme, &letters, &path, view, earlier));
            written.put(&path, picture?);
        }
        let site_map = machine::site_map_entry(&page.frame);
        Ok(Passed { kind: (page.kind, page.address.locale()), links, site_map })
    };
    let made: Vec<Result<Passed, Diagnostic>> = outlines
        .into_par_iter()
        .zip(paths.par_iter())
        .map(|(outline, path)| page(outline, path))
        .collect();

    let mut contents = Contents::default();
    let (mut links, mut entries) = (Vec::new(), Vec::new());
    for passed in made {
        match passed {
            Ok(page) => {
                *contents.pages.entry(page.kind).or_default() += 1;
                links.push(page.links);
                entries.extend(page.site_map);
            }
            Err(fault) => said.push(fault),
        }
    }
    if said.is_empty() {
        let found = found.iter().flatten().map(String::as_str);
        said.extend(targets.judge(&paths, &links, found));
    }
    drop(targets);
    written.put(machine::SITE_MAP, machine::site_map(entries.iter().map(String::as_str)));
    files.extend(written.names());
    contents.files = files;
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
    sink: &dyn Sink,
    timings: &Timings,
) -> ([Vec<String>; 2], Option<Diagnostic>) {
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
    for (path, reference) in references(model, theme) {
        sink.put(&path, reference);
    }
    let ((), found) = rayon::join(
        || {
            let put = |path: &str, bytes| sink.put(path, bytes);
            timings.of(Stage::Data, || data::of_site(model, &theme.words, &put));
            timings.of(Stage::Data, || data::of_items(model, &put));
            timings.of(Stage::Feeds, || following::files(model, &theme.words, &put));
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

/// How each item is cited, for programs that keep references.
fn references(model: &Model, theme: &Theme) -> impl Iterator<Item = (String, Vec<u8>)> {
    crate::pages::references(model, &theme.words).into_iter().map(|(path, reference)| {
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
        return references(model, theme).find(|(of, _)| of == path).map(|(_, json)| json);
    }
    if path.starts_with("data/") || path.ends_with("/index.json") {
        return data::file(model, &theme.words, path);
    }
    if following::is_one(path) {
        return following::file(model, &theme.words, path);
    }
    match path {
        machine::ROBOTS => Some(machine::robots(model)),
        machine::SITE_MAP => {
            let pages = crate::pages::lay_out(model, &theme.words);
            let entries: Vec<String> =
                pages.iter().filter_map(|page| machine::site_map_entry(&page.frame)).collect();
            Some(machine::site_map(entries.iter().map(String::as_str)))
        }
        _ => None,
    }
}
