//! A site on a web server, under any path.

use std::sync::Arc;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Response;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body, ResponseExt};

use super::address::{Address, of_path};
use super::place::{Fault, no_manifest};
use super::{answer, manifest};
use crate::output::MANIFEST;
use crate::values::Unreadable;
use crate::values::limits::{LARGEST_MANIFEST, MOST_REDIRECTS};

/// A server that was busy is asked once more after this time.
const PAUSE: Duration = Duration::from_secs(1);

/// The folder of a site on a server.
pub struct Web {
    agent: Agent,
    /// Its address, with a slash at its end.
    pub base: String,
    /// Its manifest, which was read to find it.
    manifest: Vec<u8>,
}

impl std::fmt::Debug for Web {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "Web({})", self.base)
    }
}

impl Web {
    /// Finds the manifest at an address, or in a folder above it.
    ///
    /// # Errors
    /// When there is none, or no answer.
    pub fn find(address: &Address, seconds: u64) -> Result<Self, Unreadable> {
        let agent = agent(address.is_encrypted(), seconds);
        let mut first: Option<Unreadable> = None;
        for base in address.folders() {
            let mut web = Self { agent: agent.clone(), base, manifest: Vec::new() };
            // A server that cannot be reached is not asked for the folder above.
            let found = web.ask(MANIFEST).map_err(|fault| no_manifest(&web.base, &fault))?;
            let last = found.get_uri().to_string();
            let mut bytes = Vec::new();
            let read = answer::bytes(found, MANIFEST, LARGEST_MANIFEST, &mut |part| {
                bytes.extend_from_slice(part);
            });
            let judged = match read {
                Ok(()) => manifest::read(&bytes, &web.base).map(drop),
                Err(Fault::Missing) => continue,
                Err(fault) => Err(no_manifest(&web.base, &fault)),
            };
            if let Err(fault) = judged {
                // A portal may have a manifest of its own, and answer with a page for what it does not have.
                first.get_or_insert(fault);
                continue;
            }
            web.manifest = bytes;
            // Where a server sends one on to, the other files are as well.
            let folder = last.strip_suffix(MANIFEST).filter(|it| it.ends_with('/'));
            if let Some(folder) = folder {
                folder.clone_into(&mut web.base);
            }
            return Ok(web);
        }
        let shown = address.folders().into_iter().next().unwrap_or_default();
        Err(first.unwrap_or_else(|| no_manifest(&shown, &Fault::Missing)))
    }

    /// Reads a file in parts.
    pub fn read(&self, path: &str, most: usize, to: &mut dyn FnMut(&[u8])) -> Result<(), Fault> {
        if path == MANIFEST {
            to(&self.manifest);
            return Ok(());
        }
        answer::bytes(self.ask(path)?, path, most, to)
    }

    fn ask(&self, path: &str) -> Result<Response<Body>, Fault> {
        let address = format!("{}{}", self.base, of_path(path));
        let ask = || self.agent.get(&address).call();
        let mut answered = ask();
        let again = match &answered {
            Ok(answer) => answer::is_passing(answer.status().as_u16()),
            Err(fault) => matches!(fault, ureq::Error::Io(_) | ureq::Error::ConnectionFailed),
        };
        if again {
            std::thread::sleep(PAUSE);
            answered = ask();
        }
        answered.map_err(|fault| Fault::Unread(answer::why(&fault)))
    }
}

/// What asks: one connection for each of those that ask at the same time, and no page of an unencrypted address where
/// an encrypted one was given.
fn agent(encrypted_only: bool, seconds: u64) -> Agent {
    let wait = Some(Duration::from_secs(seconds));
    let known = rustls_native_certs::load_native_certs().certs;
    let roots = known.iter().map(|it| Certificate::from_der(it).to_owned());
    let encryption = TlsConfig::builder()
        .root_certs(RootCerts::from(roots))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    Config::builder()
        .tls_config(encryption)
        .https_only(encrypted_only)
        .http_status_as_error(false)
        .max_redirects(MOST_REDIRECTS)
        .max_idle_connections_per_host(super::compare::AT_ONCE)
        .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " (verify)"))
        .accept_encoding("identity")
        .timeout_resolve(wait)
        .timeout_connect(wait)
        .timeout_recv_response(wait)
        .timeout_per_read(wait)
        .build()
        .new_agent()
}
