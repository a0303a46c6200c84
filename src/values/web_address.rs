//! Addresses on the web: of sources, and of the site itself.

use std::fmt;
use std::str::FromStr;

use super::letters::hidden_letter;
use super::limits::LONGEST_ADDRESS;
use super::reading::{Unreadable, reads_from_text};
use super::said::said;

/// Where a reader can open something. Only http and https: anything else could do harm in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(String);

impl WebAddress {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the scheme: `hue.gov.vn/cchc/`.
    fn after_scheme(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, rest)| rest)
    }
}

impl FromStr for WebAddress {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let is_sound = |rest: &str| {
            rest.starts_with(char::is_alphanumeric)
                && !rest
                    .contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c))
                && hidden_letter(rest).is_none()
                && rest.len() <= LONGEST_ADDRESS
        };
        match rest {
            Some(rest) if is_sound(rest) => Ok(Self(text.to_owned())),
            _ => Err(Unreadable::new(
                said!(
                    "“{text}” is no address on the web",
                    "“{text}” không phải là địa chỉ trên mạng"
                ),
                said!(
                    "write the whole address as the browser shows it, beginning with https:// or \
                     http://",
                    "ghi toàn bộ địa chỉ như trình duyệt hiển thị, bắt đầu bằng https:// hoặc \
                     http://"
                ),
            )),
        }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for WebAddress {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

reads_from_text!(
    WebAddress,
    "an address on the web, such as https://hue.gov.vn/",
    "một địa chỉ trên mạng, ví dụ https://hue.gov.vn/"
);

/// Where the site stands. Ends in a slash, so that the pages' addresses can follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(WebAddress);

impl BaseUrl {
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Where the site stands while nobody has said where. The name is one that never resolves (RFC 6761),
    /// so that a forgotten setting sends nobody to a stranger's site.
    #[must_use]
    pub fn of_nowhere() -> Self {
        Self(WebAddress("https://congkhai.invalid/".to_owned()))
    }

    /// The name of the host, without a port: `hue.gov.vn`.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.after_scheme();
        let host = rest.split('/').next().unwrap_or(rest);
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        host.split(':').next().unwrap_or(host)
    }

    /// Where the site stands on its host: `/cchc/2025/`.
    #[must_use]
    pub fn path(&self) -> &str {
        let rest = self.0.after_scheme();
        rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for BaseUrl {
    type Err = Unreadable;
    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let address: WebAddress = text.parse()?;
        if address.as_str().contains(['?', '#', '&']) {
            return Err(Unreadable::new(
                said!(
                    "“{text}” is no address of a folder",
                    "“{text}” không phải là địa chỉ của một thư mục"
                ),
                said!(
                    "write the address of the folder that the site stands in, such as \
                     https://hue.gov.vn/cchc/",
                    "ghi địa chỉ của thư mục chứa trang, ví dụ https://hue.gov.vn/cchc/"
                ),
            ));
        }
        Ok(Self(WebAddress(format!("{}/", address.as_str().trim_end_matches('/')))))
    }
}

reads_from_text!(
    BaseUrl,
    "the address of the site, such as https://hue.gov.vn/cchc/",
    "địa chỉ của trang, ví dụ https://hue.gov.vn/cchc/"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked() {
        for good in ["https://hue.gov.vn", "http://a.vn/x?y=1&z=2#q", "https://huế.vn/Tin-tức"]
        {
            assert_eq!(good.parse::<WebAddress>().unwrap().as_str(), good);
        }
        for bad in [
            "",
            "hue.gov.vn",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https:///x",
            "https://a.vn/ b",
            "https://a.vn/\"><script>",
            "ftp://a.vn",
        ] {
            assert!(bad.parse::<WebAddress>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_site_stands_in_a_folder() {
        let base: BaseUrl = "https://hue.gov.vn/cchc/2025".parse().unwrap();
        assert_eq!((base.as_str(), base.path()), ("https://hue.gov.vn/cchc/2025/", "/cchc/2025/"));
        let base: BaseUrl = "https://hue.gov.vn".parse().unwrap();
        assert_eq!((base.as_str(), base.path()), ("https://hue.gov.vn/", "/"));
        for base in ["https://hue.gov.vn", "http://hue.gov.vn:8080/a/b/", "https://a@hue.gov.vn/"] {
            assert_eq!(base.parse::<BaseUrl>().unwrap().host(), "hue.gov.vn");
        }
        for bad in ["https://a.vn/?x", "https://a.vn/#x", "//a.vn", "a.vn"] {
            assert!(bad.parse::<BaseUrl>().is_err(), "{bad}");
        }
    }
}
