//! `releases/`: the facts of each cut-off day as they were published, and the addresses that were.
//!
//! `releases.lock` lists the releases, the oldest first: `2025-07 2025-07-31 9f86d0… 1926 60303a…`, a label, a
//! cut-off day and the SHA-256 of the bytes of `LABEL.json`; then how many lines of `published-urls.txt` were
//! there, and the SHA-256 of these. Each file names the one before it with its hash, so that nobody can
//! change one without all that follow. `congkhai release` writes all of it.

use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::Notices;
use super::folder::Folder;
use super::received::hex;
use super::record::{Release, ReleaseBefore, ReleaseItem};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Date, ItemId, PlanSlug, Said, said};

/// File names, relative to the content folder.
pub mod names {
    pub const FOLDER: &str = "releases";
    pub const LOCK: &str = "releases/releases.lock";
    pub const PUBLISHED_URLS: &str = "published-urls.txt";

    /// The facts of one release.
    #[must_use]
    pub fn facts(label: &crate::values::ReleaseLabel) -> String {
        format!("{FOLDER}/{label}.json")
    }
}

/// A release as it stands in the content.
#[derive(Debug, Clone)]
pub struct ReleaseFile {
    pub record: Release,
    /// As it was written and is published.
    pub bytes: Arc<[u8]>,
    /// Of these bytes, in hexadecimal.
    pub sha256: String,
    /// How many addresses were published with it and before it, and the SHA-256 of these lines.
    pub addresses: (usize, String),
}

impl ReleaseFile {
    /// An item as it stood in it.
    #[must_use]
    pub fn item(&self, plan: &PlanSlug, id: &ItemId) -> Option<&ReleaseItem> {
        self.record.data.items.iter().find(|item| item.plan == *plan && item.id == *id)
    }
}

/// The addresses that were published before.
#[derive(Debug, Clone, Default)]
pub struct PublishedAddresses {
    pub file: Option<Arc<str>>,
    /// An address and its line, 1-based.
    pub addresses: Vec<(String, usize)>,
}

/// The SHA-256 of addresses, each followed by a line feed, in hexadecimal.
pub fn addresses_digest<'a>(addresses: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for address in addresses {
        hash.update(address);
        hash.update("\n");
    }
    hex(&hash.finalize())
}

/// The lock's text.
#[must_use]
pub fn release_lock(releases: &[ReleaseFile]) -> String {
    let mut text = String::from(
        "# The releases, the oldest first: label, cut-off day, SHA-256 of LABEL.json; how many addresses were \
         published by then, and their SHA-256. Written by `congkhai release`.\n",
    );
    for release in releases {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{} {} {} {} {}",
            release.record.label,
            release.record.as_of,
            release.sha256,
            release.addresses.0,
            release.addresses.1
        );
    }
    text
}

fn damaged(place: Place, message: Said) -> Diagnostic {
    Diagnostic::new(
        Code::ReleaseDamaged,
        place,
        message,
        said!(
            "restore `releases/` and `published-urls.txt` as they were published; only `congkhai \
             release` adds to them",
            "khôi phục `releases/` và `published-urls.txt` như khi công bố; chỉ `congkhai \
             release` được bổ sung"
        ),
    )
}

/// The releases that are whole and in order; what is wrong with the others is said.
pub(super) fn read(
    folder: &Folder,
    published: &PublishedAddresses,
    notices: &mut Notices,
) -> Vec<ReleaseFile> {
    let mut releases: Vec<ReleaseFile> = Vec::new();
    let mut listed: Vec<String> = Vec::new();
    if folder.has(names::LOCK)
        && let Some((lock, text)) = folder.text(names::LOCK, notices)
    {
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let place = Place::line(&lock, at + 1);
            let words: Vec<&str> = line.split(' ').collect();
            let [label, day, sha256, count, digest] = words.as_slice() else {
                let message = said!(
                    "this line is not a label, a day, a hash, a number and a hash",
                    "dòng này không gồm tên, ngày, mã băm, số và mã băm"
                );
                notices.say(damaged(place, message));
                continue;
            };
            let known = published.addresses.iter().map(|(address, _)| address.as_str());
            let count = count.parse::<usize>().unwrap_or(usize::MAX);
            if count > published.addresses.len() || addresses_digest(known.take(count)) != *digest {
                notices.say(damaged(
                    place,
                    said!(
                        "the first {count} lines of {} are not as they were",
                        "{count} dòng đầu của {} không còn như trước",
                        names::PUBLISHED_URLS
                    ),
                ));
                continue;
            }
            let Ok(label) = label.parse() else {
                notices.say(damaged(
                    place,
                    said!(
                        "`{label}` is no label of a release",
                        "`{label}` không phải là tên của bản công bố"
                    ),
                ));
                continue;
            };
            let path = names::facts(&label);
            listed.push(path.clone());
            let addresses = (count, (*digest).to_owned());
            match one(folder, &path, sha256, addresses, releases.last(), notices) {
                Ok(release) if release.record.label != label => {
                    let other = &release.record.label;
                    notices.say(damaged(
                        place,
                        said!(
                            "{path} says that its label is `{other}`",
                            "{path} ghi tên là `{other}`"
                        ),
                    ));
                }
                Ok(release) if day.parse::<Date>() != Ok(release.record.as_of) => {
                    let other = release.record.as_of;
                    notices.say(damaged(
                        place,
                        said!("{path} says that its day is {other}", "{path} ghi ngày là {other}"),
                    ));
                }
                Ok(release) => releases.push(release),
                Err(message) => notices.say(damaged(place, message)),
            }
        }
    }
    for name in folder.files_in(names::FOLDER, ".json") {
        let path = format!("{}/{name}", names::FOLDER);
        if !listed.contains(&path) {
            notices.say(damaged(
                Place::whole(&path.as_str().into()),
                said!(
                    "this release is not in releases.lock",
                    "bản công bố này không có trong releases.lock"
                ),
            ));
        }
    }
    releases
}

fn one(
    folder: &Folder,
    path: &str,
    sha256: &str,
    addresses: (usize, String),
    before: Option<&ReleaseFile>,
    notices: &mut Notices,
) -> Result<ReleaseFile, Said> {
    let Some(bytes) = folder.bytes_if_present(path, notices) else {
        return Err(said!("there is no file {path}", "không có tệp {path}"));
    };
    let found = super::received::sha256(&bytes);
    if found != sha256 {
        return Err(said!(
            "{path} is not as it was published: its hash is {}… and was {}…",
            "{path} không còn như khi công bố: mã băm là {}… trước đây là {}…",
            found.get(..12).unwrap_or_default(),
            sha256.get(..12).unwrap_or_default()
        ));
    }
    let record: Release = serde_json::from_slice(&bytes).map_err(|fault| {
        said!(
            "{path} cannot be read as a release: {fault}",
            "{path} không đọc được thành bản công bố: {fault}"
        )
    })?;
    let expected = before.map(|before| ReleaseBefore {
        label: before.record.label.clone(),
        sha256: before.sha256.clone(),
    });
    if record.before != expected {
        return Err(said!(
            "{path} does not name the release above it with its hash",
            "{path} không nêu bản công bố đứng trên kèm mã băm"
        ));
    }
    if before.is_some_and(|before| before.record.as_of >= record.as_of) {
        return Err(said!(
            "{path} is not later than the release above it",
            "{path} không muộn hơn bản công bố đứng trên"
        ));
    }
    Ok(ReleaseFile { record, bytes: bytes.into(), sha256: found, addresses })
}

pub(super) fn read_addresses(folder: &Folder, notices: &mut Notices) -> PublishedAddresses {
    if !folder.has(names::PUBLISHED_URLS) {
        return PublishedAddresses::default();
    }
    let Some((file, text)) = folder.text(names::PUBLISHED_URLS, notices) else {
        return PublishedAddresses::default();
    };
    let addresses = text
        .lines()
        .enumerate()
        .map(|(at, line)| (line.trim().to_owned(), at + 1))
        .filter(|(line, _)| !line.is_empty() && !line.starts_with('#'))
        .collect();
    PublishedAddresses { file: Some(file), addresses }
}
