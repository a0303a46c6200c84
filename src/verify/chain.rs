//! The releases of a site: each names the one before it with its hash, so that nobody can change one alone.
//!
//! Who changes all of them makes a chain that fits. That shows to whoever has an older hash: from a citation, a
//! signature, or another copy.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::content::{ReleaseBefore, sha256};
use crate::values::{Date, ReleaseLabel, Said, said};

const FOLDER: &str = "data/releases/";

/// A release, and how it is tied to the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub path: String,
    /// None where the file cannot be read as a release.
    pub label: Option<ReleaseLabel>,
    pub as_of: Option<Date>,
    /// Of the bytes that are there.
    pub sha256: String,
    pub before: Option<ReleaseLabel>,
    pub fault: Option<Said>,
}

/// What of a release the chain is made of. Its facts are not looked at.
#[derive(Deserialize)]
struct Head {
    label: ReleaseLabel,
    as_of: Date,
    before: Option<ReleaseBefore>,
}

/// Whether a file of a site is a release.
pub fn is_release(path: &str) -> bool {
    path.strip_prefix(FOLDER)
        .and_then(|name| name.strip_suffix(".json"))
        .is_some_and(|label| label.parse::<ReleaseLabel>().is_ok())
}

/// The links of the chain, the oldest first.
pub fn of(releases: &BTreeMap<String, Vec<u8>>) -> Vec<Link> {
    let mut heads: Vec<(Link, Option<ReleaseBefore>)> = releases
        .iter()
        .map(|(path, bytes)| {
            let head: Option<Head> = serde_json::from_slice(bytes).ok();
            let fault = head
                .is_none()
                .then(|| said!("this is no release", "đây không phải là bản công bố"));
            let (label, as_of, before) = match head {
                Some(head) => (Some(head.label), Some(head.as_of), head.before),
                None => (None, None, None),
            };
            let named = before.as_ref().map(|before| before.label.clone());
            let (path, sha256) = (path.clone(), sha256(bytes));
            (Link { path, label, as_of, sha256, before: named, fault }, before)
        })
        .collect();
    heads.sort_by(|(one, _), (other, _)| (one.as_of, &one.path).cmp(&(other.as_of, &other.path)));
    let mut links: Vec<Link> = Vec::new();
    for (mut link, before) in heads {
        let last = links.iter().rfind(|link| link.label.is_some());
        if link.fault.is_none() {
            link.fault = untied(before.as_ref(), last);
        }
        links.push(link);
    }
    links
}

/// Why a release is not tied to the one that stands before it.
fn untied(named: Option<&ReleaseBefore>, last: Option<&Link>) -> Option<Said> {
    let Some(named) = named else {
        let label = last?.label.as_ref()?;
        return Some(said!(
            "it names no release before it, though {label} is older",
            "không nêu bản công bố trước, dù {label} cũ hơn"
        ));
    };
    match last {
        Some(last) if last.label.as_ref() == Some(&named.label) => (last.sha256 != named.sha256)
            .then(|| {
                said!(
                    "when it was released, {} had the hash {}: one of the two was rewritten",
                    "khi bản này được công bố, {} có mã băm {}: một trong hai bản đã bị viết lại",
                    named.label,
                    named
                        .sha256
                        .chars()
                        .filter(char::is_ascii_hexdigit)
                        .take(64)
                        .collect::<String>()
                )
            }),
        _ => Some(said!(
            "it names the release {} before it, which is not here",
            "bản này nêu bản công bố trước là {}, nhưng không có ở đây",
            named.label
        )),
    }
}
