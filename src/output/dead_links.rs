//! Every link inside the site leads to a file and a place that exist.
//!
//! In: the ids and links of each page, as it is rendered. What it leads to is asked at once; whether a place on
//! another page is there, when all pages are known. Out: what leads nowhere.
#![expect(clippy::disallowed_types, reason = "asked millions of times and never walked through")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use super::finish::{Found, ids};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Said, said};

/// What there is to lead to, before any page is rendered.
#[derive(Debug)]
pub struct Targets<'s> {
    /// Where the site stands on its host: `/cchc/`.
    root: &'s str,
    /// File to the number of its page.
    pages: HashMap<&'s str, usize>,
    others: &'s BTreeSet<String>,
}

/// What one page has, and which of its links are still to be answered.
#[derive(Debug, Default)]
pub struct Links {
    /// Of its ids, because there are many.
    ids: Vec<u64>,
    /// Page, hash of the place on it, and the link as it is written.
    places: Vec<(usize, u64, Box<str>)>,
    /// As they are written, with the file that is not there.
    dead: Vec<(Box<str>, Option<String>)>,
}

impl<'s> Targets<'s> {
    #[must_use]
    pub fn new(
        root: &'s str,
        pages: impl Iterator<Item = &'s str>,
        others: &'s BTreeSet<String>,
    ) -> Self {
        Self { root, pages: pages.enumerate().map(|(at, page)| (page, at)).collect(), others }
    }

    /// Takes in what was found on the page that stands in `file`.
    pub fn see(&self, file: &str, found: Found<'_>, links: &mut Links) {
        let written = match found {
            Found::Id(id) => return links.ids.push(hash(id)),
            Found::Link(link) => link,
        };
        if written.contains("://") || written.starts_with("mailto:") || written.starts_with("tel:")
        {
            return;
        }
        let plain;
        let link = if written.contains('&') {
            plain = written.replace("&amp;", "&");
            plain.as_str()
        } else {
            written
        };
        let (path, place) = match link.split_once('#') {
            Some((path, place)) => (path, Some(place)),
            None => (link, None),
        };
        // What follows the question mark is for the page's script.
        let path = path.split('?').next().unwrap_or_default();
        let resolved;
        let direct = path.strip_prefix(self.root).or_else(|| from_the_root(file, path));
        let target = match direct {
            _ if path.is_empty() => Some(file),
            Some(from_root) => Some(from_root),
            None => {
                resolved = resolve(file, path);
                resolved.as_deref()
            }
        };
        let page = target.and_then(|target| self.pages.get(target));
        match (page, place) {
            (Some(_), None) => {}
            (Some(page), Some(place)) => links.places.push((*page, hash(place), written.into())),
            (None, None) if target.is_some_and(|target| self.others.contains(target)) => {}
            (None, _) => links.dead.push((written.into(), target.map(str::to_owned))),
        }
    }

    /// What of the pages, in their order, leads nowhere, and which of the links of the search, which begin
    /// at the site's root. A page that was not made again has no links here: they were judged when it was made,
    /// and `standing` tells its ids.
    #[must_use]
    pub fn judge(
        &self,
        files: &[&str],
        pages: &[Option<Links>],
        standing: &(dyn Fn(&str) -> Vec<u64> + Sync),
        from_root: &[&str],
    ) -> Vec<Diagnostic> {
        let of_search = from_root.iter().filter_map(|link| self.pages.get(link.split_once('#')?.0));
        let made = || pages.iter().flatten();
        let of_pages = made().flat_map(|links| &links.places).map(|(page, ..)| page);
        let wanted: BTreeSet<usize> = of_search.chain(of_pages).copied().collect();
        let ids_of = |page: usize| -> Option<(usize, BTreeSet<u64>)> {
            let ids = match pages.get(page)? {
                Some(links) => links.ids.iter().copied().collect(),
                None => standing(files.get(page)?).into_iter().collect(),
            };
            Some((page, ids))
        };
        let ids: BTreeMap<usize, BTreeSet<u64>> =
            wanted.into_par_iter().filter_map(ids_of).collect();
        let is_there =
            |page: &usize, place: u64| ids.get(page).is_some_and(|it| it.contains(&place));
        let mut said = Vec::new();
        for &link in from_root {
            let (file, place) = link.split_once('#').map_or((link, None), |(f, p)| (f, Some(p)));
            let page = self.pages.get(file);
            let there =
                page.is_some_and(|page| place.is_none_or(|place| is_there(page, hash(place))));
            if !there {
                said.push(Diagnostic::new(
                    Code::LinkDead,
                    Place::whole(&format!("@{file}").into()),
                    said!(
                        "search leads to `{link}`, which is nowhere",
                        "phần tìm kiếm dẫn đến `{link}`, nơi không tồn tại"
                    ),
                    said!(
                        "give the place on this page its id again, in the template of the page",
                        "khôi phục mã của chỗ đó trên trang, trong khuôn trang"
                    ),
                ));
            }
        }
        let made =
            files.iter().zip(pages).filter_map(|(file, links)| Some((file, links.as_ref()?)));
        for (file, links) in made {
            let dead = links.dead.iter().map(|(link, target)| (link, target.as_deref()));
            let lost = links.places.iter().filter(|(page, place, _)| !is_there(page, *place));
            for (link, target) in dead.chain(lost.map(|(_, _, link)| (link, None))) {
                said.push(Diagnostic::new(
                    Code::LinkDead,
                    Place::whole(&format!("@{file}").into()),
                    said!(
                        "this page has a link to `{link}`, which leads nowhere",
                        "trang này có liên kết đến `{link}`, nơi không tồn tại"
                    ),
                    help_for(target),
                ));
            }
        }
        said
    }
}

/// The ids of a page, as the links to them are judged.
pub fn ids_of(html: &str) -> Vec<u64> {
    let mut found = Vec::new();
    ids(html, &mut |id| found.push(hash(id)));
    found
}

/// The same on every machine.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A file of the theme has another name in the site than in the theme.
fn help_for(target: Option<&str>) -> Said {
    if target.is_some_and(|target| target.starts_with("assets/")) {
        return said!(
            "in a template, write {{{{ frame.root }}}}{{{{ asset(name=\"…\") }}}} with the name \
             that the file has in the theme's assets/",
            "trong khuôn trang, ghi {{{{ frame.root }}}}{{{{ asset(name=\"…\") }}}} với tên tệp \
             trong thư mục assets/ của giao diện"
        );
    }
    said!(
        "mend the text or the template that the link comes from",
        "sửa nội dung hoặc khuôn trang chứa liên kết"
    )
}

/// `vi/a/index.html` of `../../vi/a/index.html` seen from `vi/b/index.html`, as nearly every link is written.
fn from_the_root<'l>(from: &str, link: &'l str) -> Option<&'l str> {
    let depth = from.bytes().filter(|byte| *byte == b'/').count();
    let mut rest = link;
    for _ in 0..depth {
        rest = rest.strip_prefix("../")?;
    }
    // Anything unusual is resolved part by part.
    (!rest.starts_with(['.', '/']) && !rest.contains("/.") && !rest.contains("//")).then_some(rest)
}

/// `../a/index.html` seen from `vi/b/index.html`; none where it leaves the site.
pub fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 3] = ["vi/a/index.html", "vi/b/index.html", "vi/c/d.html"];

    fn dead(links: &[(usize, Found<'_>)], search: &[&str]) -> usize {
        let others = BTreeSet::from(["assets/s.css".to_owned()]);
        let targets = Targets::new("/cchc/", FILES.into_iter(), &others);
        let mut pages = [Links::default(), Links::default(), Links::default()];
        for (page, found) in links {
            targets.see(FILES[*page], *found, &mut pages[*page]);
        }
        targets.judge(&FILES, &pages.map(Some), &|_| Vec::new(), search).len()
    }

    #[test]
    fn dead_links_and_anchors_are_found() {
        use Found::{Id, Link};
        let good = [
            (0, Id("x")),
            (1, Id("y")),
            (0, Link("../b/index.html#y")),
            (0, Link("#x")),
            (0, Link("/cchc/vi/b/index.html")),
            (1, Link("../../assets/s.css")),
            (1, Link("https://a.vn")),
        ];
        assert_eq!(dead(&good, &["vi/a/index.html", "vi/b/index.html#y"]), 0);
        for bad in ["vi/c/index.html", "vi/a/index.html#y", "assets/s.css", ""] {
            assert_eq!(dead(&good, &[bad]), 1, "{bad}");
        }
        for bad in [
            "../e/index.html",
            "../b/index.html#z",
            "#z",
            "../../../../etc/passwd",
            "../../assets/t.css",
            "../../assets/s.css#x",
            "/cchc/vi/c/index.html",
            "/vi/b/index.html",
        ] {
            let links: Vec<(usize, Found<'_>)> = good.into_iter().chain([(2, Link(bad))]).collect();
            assert_eq!(dead(&links, &[]), 1, "{bad}");
        }
    }
}
