//! Files for search engines: the site map with its translations, and robots.txt.

use std::fmt::Write as _;

use rayon::prelude::*;

use crate::model::Model;
use crate::pages::{Listing, Outline, listing};
use crate::theme::Words;
use crate::values::Localized;

pub const ROBOTS: &str = "robots.txt";
pub const SITE_MAP: &str = "sitemap.xml";

pub fn robots(model: &Model) -> Vec<u8> {
    let base = &model.site.base_url;
    format!("User-agent: *\nAllow: /\n\nSitemap: {base}{SITE_MAP}\n").into_bytes()
}

/// sitemaps.org 0.9, with the alternates that search engines read.
pub fn site_map(model: &Model, words: &Localized<Words>, outlines: &[Outline]) -> Vec<u8> {
    let entries: Vec<String> = outlines
        .par_iter()
        .filter_map(|outline| listing(model, words, outline))
        .map(|listing| entry(&listing))
        .collect();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    xml.extend(entries);
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

fn entry(listing: &Listing) -> String {
    let mut xml = format!("<url><loc>{}</loc>", escaped(&listing.canonical));
    for alternate in &listing.alternates {
        // Writing to a string cannot fail.
        let _ = write!(
            xml,
            "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
            alternate.hreflang,
            escaped(&alternate.href)
        );
    }
    xml.push_str("</url>\n");
    xml
}

/// A text in an attribute or an element of XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
