//! Files for search engines: the site map with its translations, and robots.txt.

use std::fmt::Write as _;

use crate::model::Model;
use crate::pages::Frame;

pub const ROBOTS: &str = "robots.txt";
pub const SITE_MAP: &str = "sitemap.xml";

pub fn robots(model: &Model) -> Vec<u8> {
    let base = &model.site.base_url;
    format!("User-agent: *\nAllow: /\n\nSitemap: {base}{SITE_MAP}\n").into_bytes()
}

/// sitemaps.org 0.9, with the alternates that search engines read, from the entries of the pages.
pub fn site_map<'e>(entries: impl Iterator<Item = &'e str>) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    xml.extend(entries);
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// What the site map says of a page; none where search engines should not list it.
pub fn site_map_entry(frame: &Frame) -> Option<String> {
    if frame.unlisted {
        return None;
    }
    let mut xml = format!("<url><loc>{}</loc>", escaped(&frame.canonical));
    for alternate in &frame.alternates {
        // Writing to a string cannot fail.
        let _ = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
            alternate.hreflang,
            escaped(&alternate.href)
        );
    }
    xml.push_str("</url>\n");
    Some(xml)
}

/// A text in an attribute or an element of XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
