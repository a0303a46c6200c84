//! The whole site as a value.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;
use crate::pages::{CSL_NAME, Page, Searchable, searchable};
use crate::theme::Theme;
use crate::values::{Locale, said};

use super::finish::Abbreviations;
use super::html::{minified, render};
use super::share::{self, Earlier, Letters};
use super::{data, dead_links, following, machine, permanence, search};

/// Path relative to the public folder, with `/`, to bytes.
#[derive(Debug, Default)]
pub struct Site {
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Renders every page, draws its picture, and adds the files for machines. Pictures of the `earlier` site
/// are kept where nothing that they are made from has changed.
///
/// # Errors
/// What the theme got wrong, addresses that clash, links that lead nowhere.
pub fn assemble(
    model: &Model,
    pages: &[Page],
    theme: &Theme,
    earlier: Option<&Earlier>,
) -> Result<Site, Vec<Diagnostic>> {
    let letters = Letters::of(theme).map_err(|fault| vec![fault])?;
    let known = Abbreviations::of(model);
    let rendered: Vec<Result<(String, String), Diagnostic>> = pages
        .par_iter()
        .map(|page| render(theme, &known, page).map(|html| (page.address.file(), html)))
        .collect();
    let mut said = Vec::new();
    let mut html: BTreeMap<String, String> = BTreeMap::new();
    for page in rendered {
        match page {
            Ok((path, text)) => {
                if html.insert(path.clone(), text).is_some() {
                    said.push(Diagnostic::new(
                        Code::AddressClash,
                        Place::whole(&"plans".into()),
                        said!(
                            "two pages have the address {path}",
                            "hai trang có cùng địa chỉ {path}"
                        ),
                        said!(
                            "give one of the two another id or name",
                            "đặt mã hoặc tên khác cho một trong hai"
                        ),
                    ));
                }
            }
            Err(fault) => said.push(fault),
        }
    }
    let mut site = Site::default();
    for (name, bytes) in &theme.published.files {
        site.files.insert(format!("assets/{name}"), bytes.clone());
    }
    match share::icons(theme, &letters) {
        Ok(icons) => site.files.extend(icons),
        Err(fault) => said.push(fault),
    }
    site.files.extend(machine::files(model, pages));
    site.files.extend(data::files(model, &theme.words));
    site.files.extend(permanence::files(model).map(|(path, facts)| (path, facts.to_vec())));
    site.files.extend(references(model, theme));
    site.files.extend(following::files(model, &theme.words));
    let searchables = searchables(model, theme);
    site.files.extend(searchables.iter().flat_map(search::index));
    if said.is_empty() {
        let found = searchables.iter().flat_map(|searchable| &searchable.documents);
        let found = found.map(|document| document.href.as_str());
        said.extend(dead_links::find(model.site.base_url.path(), &html, &site.files, found));
    }
    if said.is_empty() {
        said.extend(permanence::lost_files(model, &site));
    }
    if said.is_empty() {
        for picture in share::pictures(theme, &letters, pages, earlier) {
            match picture {
                Ok((path, bytes)) => _ = site.files.insert(path, bytes),
                Err(fault) => said.push(fault),
            }
        }
    }
    if !said.is_empty() {
        // A faulty template is used by many pages: once is enough.
        said.dedup_by(|a, b| a.message == b.message);
        return Err(said);
    }
    let minified: Vec<(String, Vec<u8>)> =
        html.into_par_iter().map(|(path, text)| (path, minified(&text))).collect();
    site.files.extend(minified);
    Ok(site)
}

/// How each item is cited, for programs that keep references.
fn references(model: &Model, theme: &Theme) -> impl Iterator<Item = (String, Vec<u8>)> {
    crate::pages::references(model, &theme.words).into_iter().map(|(path, reference)| {
        let mut json = serde_json::to_vec_pretty(&[reference]).unwrap_or_default();
        json.push(b'\n');
        (path, json)
    })
}

fn searchables(model: &Model, theme: &Theme) -> [Searchable; 2] {
    Locale::ALL.map(|locale| searchable(model, &theme.words, locale))
}

/// The files of the search index. They are made together, so whoever needs one keeps them all.
#[must_use]
pub fn search_files(model: &Model, theme: &Theme) -> BTreeMap<String, Vec<u8>> {
    searchables(model, theme).iter().flat_map(search::index).collect()
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
        return following::files(model, &theme.words).remove(path);
    }
    if matches!(path, "robots.txt" | "sitemap.xml") {
        let pages = crate::pages::lay_out(model, &theme.words);
        return machine::files(model, &pages).remove(path);
    }
    None
}
