//! What a web server must be told to host the site → its configuration, ready to copy.
//!
//! In: where the site stands and what its pages allow. Out: the text of a configuration. All four say
//! the same; what they say is in `facts`, how each server writes it is in its own file.

mod apache;
mod caddy;
mod facts;
mod iis;
mod nginx;
mod policy;

pub use policy::policy;

/// A server that can be configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    Nginx,
    Apache,
    Iis,
    Caddy,
}

/// What a configuration depends on.
#[derive(Debug)]
pub struct Hosted {
    /// `https://hue.gov.vn`; none while nobody has said where the site will stand.
    pub origin: Option<String>,
    /// `/cchc/2025/`: begins and ends with a slash.
    pub base: String,
    /// The public folder on the server, without a slash at its end.
    pub root: String,
    /// What the pages allow a browser to load: their own content security policy.
    pub policy: String,
    /// Old address → new address, both from the site's root: `vi/old/` → `vi/3322-2024/`.
    pub redirects: Vec<(String, String)>,
    /// nginx has its module for `.br` files.
    pub brotli: bool,
}

impl Hosted {
    /// `/cchc/2025`; none where the site has the whole host.
    fn base_without_slash(&self) -> Option<&str> {
        self.base.strip_suffix('/').filter(|base| !base.is_empty())
    }

    /// Every address that leads to a new one, from the host's root: a folder also without its slash, and
    /// its file.
    fn redirects_from_root(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for (from, to) in &self.redirects {
            let to = format!("{}{to}", self.base);
            match from.strip_suffix('/') {
                Some(folder) => {
                    for from in [folder.to_owned(), from.clone(), format!("{from}index.html")] {
                        all.push((format!("{}{from}", self.base), to.clone()));
                    }
                }
                None => all.push((format!("{}{from}", self.base), to)),
            }
        }
        all
    }
}

/// The configuration of a server.
#[must_use]
pub fn configuration(server: Server, hosted: &Hosted) -> String {
    match server {
        Server::Nginx => nginx::configuration(hosted),
        Server::Apache => apache::configuration(hosted),
        Server::Iis => iis::configuration(hosted),
        Server::Caddy => caddy::configuration(hosted),
    }
}

/// Why a text cannot be written into a configuration, where a server would read it as more than a name.
///
/// # Errors
/// The first sign that is in the way.
pub fn is_plain(text: &str, more: &str) -> Result<(), char> {
    let plain =
        |sign: char| sign.is_alphanumeric() || "/-._~".contains(sign) || more.contains(sign);
    text.chars().find(|sign| !plain(*sign)).map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Server; 4] = [Server::Nginx, Server::Apache, Server::Iis, Server::Caddy];

    fn hosted(base: &str) -> Hosted {
        Hosted {
            origin: Some("https://hue.gov.vn".to_owned()),
            base: base.to_owned(),
            root: "/srv/công khai/public".to_owned(),
            policy: "default-src 'none'; style-src 'self'".to_owned(),
            redirects: vec![
                ("vi/old/".to_owned(), "vi/3322-2024/".to_owned()),
                ("data/old.json".to_owned(), "data/plan.json".to_owned()),
            ],
            brotli: true,
        }
    }

    #[test]
    fn every_server_is_told_the_same() {
        for server in ALL {
            for base in ["/", "/cchc/2025/"] {
                // Apache's rules are expressions, in which a dot is written `\.`.
                let text = configuration(server, &hosted(base)).replace("\\.", ".");
                for wanted in [
                    "default-src 'none'; style-src 'self'; frame-ancestors 'self'",
                    "default-src 'none'; style-src 'self'; frame-ancestors *",
                    "nosniff",
                    "strict-origin-when-cross-origin",
                    "immutable",
                    "text/csv",
                    "404.html",
                    &format!("{base}vi/3322-2024/"),
                    &format!("{base}data/plan.json"),
                    "data/old.json",
                    "Strict-Transport-Security",
                ] {
                    assert!(text.contains(wanted), "{server:?} has no {wanted} in:\n{text}");
                }
                assert!(!text.contains("//vi"), "{server:?}:\n{text}");
            }
        }
    }

    #[test]
    fn the_configuration_of_iis_is_xml() {
        let mut hosted = hosted("/cchc--2025/");
        hosted.policy = "script-src 'self' https://hue.gov.vn/a?b&c".to_owned();
        let text = configuration(Server::Iis, &hosted);
        let document = roxmltree::Document::parse(&text).unwrap();
        let redirects =
            document.descendants().filter(|node| node.has_tag_name("httpRedirect")).count();
        assert_eq!(redirects, 3);
    }

    #[test]
    fn what_a_server_would_read_as_a_command_is_found() {
        assert_eq!(is_plain("/cchc/2025/", ""), Ok(()));
        assert_eq!(is_plain("/srv/công khai", " "), Ok(()));
        assert_eq!(is_plain("/a;}/", ""), Err(';'));
        assert_eq!(is_plain("/a\nb", " "), Err('\n'));
        assert_eq!(is_plain("/a$uri", " "), Err('$'));
    }
}
