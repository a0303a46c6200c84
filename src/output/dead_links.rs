//! Every link inside the site leads to a file and a place that exist.
//!
//! It reads our own HTML before it is minified: attributes are always in double quotes there, because
//! templates write them so and every value is escaped.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Said, said};

/// Links of the pages that lead nowhere. `root` is where the site stands on its host: `/cchc/`.
/// `from_root` are links of the search, which begin at the site's root.
pub fn find<'l>(
    root: &str,
    pages: &BTreeMap<String, String>,
    others: &BTreeMap<String, Vec<u8>>,
    from_root: impl Iterator<Item = &'l str>,
) -> Vec<Diagnostic> {
    let anchors: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, html)| (path.as_str(), values(html, "id").collect())).collect();
    let mut said = Vec::new();
    for link in from_root {
        let (file, anchor) = link.split_once('#').map_or((link, None), |(f, a)| (f, Some(a)));
        let there = anchors.get(file);
        if !there.is_some_and(|anchors| anchor.is_none_or(|anchor| anchors.contains(anchor))) {
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
    for (path, html) in pages {
        let links = ["href", "src", "action"].into_iter().flat_map(|name| values(html, name));
        for link in links {
            if link.contains("://") || link.starts_with("mailto:") || link.starts_with("tel:") {
                continue;
            }
            let link = link.replace("&amp;", "&");
            let (file, anchor) = match link.split_once('#') {
                Some((file, anchor)) => (file, Some(anchor)),
                None => (link.as_str(), None),
            };
            // What follows the question mark is for the page's script.
            let file = file.split('?').next().unwrap_or_default();
            let target = match file.strip_prefix(root) {
                _ if file.is_empty() => Some(path.clone()),
                Some(from_root) => Some(from_root.to_owned()),
                None => resolve(path, file),
            };
            let exists = target.as_deref().is_some_and(|target| match anchors.get(target) {
                Some(anchors) => anchor.is_none_or(|anchor| anchors.contains(anchor)),
                None => anchor.is_none() && others.contains_key(target),
            });
            if !exists {
                said.push(Diagnostic::new(
                    Code::LinkDead,
                    Place::whole(&format!("@{path}").into()),
                    said!(
                        "this page has a link to `{link}`, which leads nowhere",
                        "trang này có liên kết đến `{link}`, nơi không tồn tại"
                    ),
                    help_for(target.as_deref()),
                ));
            }
        }
    }
    said
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

/// The values of an attribute.
fn values<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let opening = format!(" {name}=\"");
    let mut rest = html;
    std::iter::from_fn(move || {
        let at = rest.find(&opening)?;
        rest = rest.get(at + opening.len()..)?;
        let (value, after) = rest.split_once('"')?;
        rest = after;
        Some(value)
    })
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

    #[test]
    fn dead_links_and_anchors_are_found() {
        let page = |html: &str| html.to_owned();
        let pages = BTreeMap::from([
            (
                "vi/a/index.html".to_owned(),
                page(
                    r##"<p id="x"><a href="../b/index.html#y">1</a> <a href="#x">2</a> <a href="/cchc/vi/b/index.html">3</a></p>"##,
                ),
            ),
            (
                "vi/b/index.html".to_owned(),
                page(
                    r#"<p id="y"><a href="../../assets/s.css">1</a> <a href="https://a.vn">2</a></p>"#,
                ),
            ),
        ]);
        let others = BTreeMap::from([("assets/s.css".to_owned(), Vec::new())]);
        let from_root = ["vi/a/index.html", "vi/b/index.html#y"];
        assert!(find("/cchc/", &pages, &others, from_root.into_iter()).is_empty());
        for bad in ["vi/c/index.html", "vi/a/index.html#y", "assets/s.css", ""] {
            assert_eq!(find("/cchc/", &pages, &others, [bad].into_iter()).len(), 1, "{bad}");
        }
        for bad in [
            "../c/index.html",
            "../b/index.html#z",
            "#z",
            "../../../../etc/passwd",
            "../../assets/t.css",
            "/cchc/vi/c/index.html",
            "/vi/b/index.html",
        ] {
            let mut pages = pages.clone();
            pages.insert("vi/c/d.html".to_owned(), format!(r#"<a href="{bad}">x</a>"#));
            if bad == "../c/index.html" {
                pages.insert(
                    "vi/c/d.html".to_owned(),
                    r#"<a href="../e/index.html">x</a>"#.to_owned(),
                );
            }
            assert_eq!(find("/cchc/", &pages, &others, std::iter::empty()).len(), 1, "{bad}");
        }
    }
}
