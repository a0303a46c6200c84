//! Files for search engines: the site map with its translations, and robots.txt.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::Model;
use crate::pages::Page;

pub fn files(model: &Model, pages: &[Page]) -> BTreeMap<String, Vec<u8>> {
    let base = &model.site.base_url;
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n");
    BTreeMap::from([
        ("robots.txt".to_owned(), robots.into_bytes()),
        ("sitemap.xml".to_owned(), site_map(pages).into_bytes()),
    ])
}

/// sitemaps.org 0.9, with the alternates that search engines read.
fn site_map(pages: &[Page]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages.iter().filter(|page| !page.frame.unlisted) {
        // Writing to a string cannot fail.
        let _ = write!(xml, "<url><loc>{}</loc>", escaped(&page.frame.canonical));
        for alternate in &page.frame.alternates {
            let _ = write!(
                xml,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                alternate.hreflang,
                escaped(&alternate.href)
            );
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// A text in an attribute or an element of XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
