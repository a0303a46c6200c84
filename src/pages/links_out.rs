//! Links that carry a page with them: to those who share it, and to those who hear what is wrong with it.

use std::fmt::Write as _;

use serde::Serialize;

use super::Reader;
use super::address::Address;
use super::outlines::{Outline, What};

/// A plain link to a service where people share pages.
#[derive(Debug, Clone, Serialize)]
pub struct ShareLink {
    pub name: &'static str,
    pub href: String,
}

/// Services by name, and what stands before the page's address. They are asked only when a reader follows
/// the link.
const SERVICES: &[(&str, &str)] = &[
    ("Zalo", "https://zalo.me/share?url="),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u="),
];

/// None while nobody has said where the site stands: there is no address to share.
pub fn share_links(reader: &Reader, address: &Address) -> Vec<ShareLink> {
    let site = &reader.model.site;
    if !site.has_address {
        return Vec::new();
    }
    let page = percent_encoded(&reader.absolute(address));
    SERVICES
        .iter()
        .map(|(name, before)| ShareLink { name, href: format!("{before}{page}") })
        .collect()
}

/// Where to report an error in a page, with its id and the cut-off day filled in: the publisher's form, whose
/// address may have `{page}` and `{as_of}`, or a letter.
pub fn report_links(reader: &Reader, outline: &Outline) -> (Option<String>, Option<String>) {
    let contact = &reader.model.site.record.contact;
    let as_of = reader.model.site.as_of.to_string();
    let page = match outline.what {
        What::Item(plan, item) => format!("{}-{}", plan.record.slug, plan.items.get(item).id),
        _ => outline.address.url(),
    };
    let form = contact.url.as_ref().map(|url| {
        url.as_str()
            .replace("{page}", &percent_encoded(&page))
            .replace("{as_of}", &percent_encoded(&as_of))
    });
    let letter = contact.email.as_ref().map(|email| {
        let named = [("page", page.as_str()), ("as_of", as_of.as_str())];
        let subject = reader.words.fill("report_subject", &named);
        let shown = reader.shown_address(&outline.address);
        let body = reader.words.fill("report_body", &[("url", &shown), ("as_of", &as_of)]);
        format!(
            "mailto:{}?subject={}&body={}",
            email,
            percent_encoded(&subject),
            percent_encoded(&body)
        )
    });
    (form, letter)
}

/// RFC 3986: what is not unreserved is written as its bytes.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_plain_letters_is_encoded() {
        assert_eq!(percent_encoded("a-Z_0.~"), "a-Z_0.~");
        assert_eq!(
            percent_encoded("https://h.vn/é ?&\n"),
            "https%3A%2F%2Fh.vn%2F%C3%A9%20%3F%26%0A"
        );
    }
}
