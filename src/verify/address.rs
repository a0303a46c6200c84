//! What a person copies from a browser → where the manifest may be.

use std::fmt::Write as _;

use crate::output::MANIFEST;
use crate::values::{Unreadable, hidden_letter, said};

/// An address without its query and its place on the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    /// `https://hue.gov.vn`, without a slash.
    pub origin: String,
    /// What follows, part by part: `cchc`, `vi`, `index.html`.
    pub parts: Vec<String>,
    /// The folder of the site was said itself, by the name of the manifest.
    is_exact: bool,
}

/// Reads an address; none where the text is that of a folder.
///
/// # Errors
/// When it is an address that cannot be asked.
pub fn read(text: &str) -> Result<Option<Address>, Unreadable> {
    let text = text.trim();
    let Some((scheme, rest)) = text.split_once("://") else { return Ok(None) };
    let scheme = scheme.to_ascii_lowercase();
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_host = |it: u8| it.is_ascii_alphanumeric() || b".-_:[]".contains(&it);
    let is_sound = !host.is_empty()
        && host.bytes().all(is_host)
        && !path.contains(char::is_control)
        && hidden_letter(path).is_none();
    if !matches!(scheme.as_str(), "http" | "https") || !is_sound {
        return Err(Unreadable::new(
            said!(
                "{} is no address that can be asked",
                "{} không phải là địa chỉ truy cập được",
                text.escape_debug()
            ),
            said!(
                "copy the address of any page of the site as the browser shows it, beginning with https:// or http://; \
                 a name with marks is written as browsers send it (xn--…)",
                "chép địa chỉ của một trang bất kỳ như trình duyệt hiển thị, bắt đầu bằng https:// hoặc http://; tên \
                 miền có dấu ghi ở dạng xn--…"
            ),
        ));
    }
    let mut parts: Vec<String> =
        path.split('/').filter(|part| !part.is_empty()).map(|part| encoded(part, b"%")).collect();
    let is_exact = parts.last().is_some_and(|last| last == MANIFEST);
    if is_exact {
        parts.pop();
    }
    Ok(Some(Address { origin: format!("{scheme}://{host}"), parts, is_exact }))
}

impl Address {
    /// Folders in which the site may stand, the deepest first: the page that was copied may be anywhere in it.
    pub fn folders(&self) -> Vec<String> {
        let of = |length: usize| {
            let parts = self.parts.iter().take(length);
            parts.fold(format!("{}/", self.origin), |address, part| format!("{address}{part}/"))
        };
        let shortest = if self.is_exact { self.parts.len() } else { 0 };
        (shortest..=self.parts.len()).rev().map(of).collect()
    }

    pub fn is_encrypted(&self) -> bool {
        self.origin.starts_with("https:")
    }
}

/// A path of the manifest as it stands in an address.
pub fn of_path(path: &str) -> String {
    encoded(path, b"/")
}

/// RFC 3986: what is not allowed in a path is written as its bytes. `kept` are signs that stay besides.
fn encoded(text: &str, kept: &[u8]) -> String {
    text.bytes().fold(String::new(), |mut address, byte| {
        if byte.is_ascii_alphanumeric()
            || b"-._~!$&'()*+,;=:@".contains(&byte)
            || kept.contains(&byte)
        {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
        address
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(text: &str) -> Vec<String> {
        read(text).unwrap().unwrap().folders()
    }

    #[test]
    fn the_site_is_looked_for_from_the_page_upwards() {
        let expected = ["https://a.vn/b/vi/", "https://a.vn/b/", "https://a.vn/"];
        for text in ["https://a.vn/b/vi/", "https://a.vn/b/vi", "HTTPS://a.vn//b/vi/?q=1#x"] {
            assert_eq!(folders(text), expected, "{text}");
        }
        assert_eq!(folders("http://127.0.0.1:80"), ["http://127.0.0.1:80/"]);
        assert_eq!(folders("https://a.vn/b/manifest.json"), ["https://a.vn/b/"]);
        assert_eq!(
            folders("https://a.vn/kế%20hoạch x/")[0],
            "https://a.vn/k%E1%BA%BF%20ho%E1%BA%A1ch%20x/"
        );
    }

    #[test]
    fn what_is_no_address_is_refused_or_a_folder() {
        for text in [
            "ftp://a.vn/",
            "https://",
            "https:///x",
            "https://a b/",
            "https://u:p@a.vn/",
            "file:///etc",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        for text in ["public", "/srv/a", "C:\\a", ""] {
            assert_eq!(read(text).unwrap(), None, "{text}");
        }
    }

    #[test]
    fn a_path_cannot_leave_its_place_in_an_address() {
        assert_eq!(of_path("a/b?c#d%2e e"), "a/b%3Fc%23d%252e%20e");
    }
}
