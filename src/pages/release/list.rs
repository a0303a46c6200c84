//! The list of all releases, and the page of one: its day, its hash, its data, and how every item stood.

use serde::Serialize;

use crate::content::{ReleaseFile, ReleaseItem};
use crate::model::Kind;

use super::super::address::plural;
use super::super::shared::TextView;
use super::super::{Reader, View};
use super::changes::before;
use super::{ReleaseLink, ReleaseRow, link, release_file, row};

#[derive(Debug, Serialize)]
pub struct ReleasesView {
    /// Newest first.
    pub releases: Vec<ReleaseLink>,
}

#[derive(Debug, Serialize)]
pub struct ReleaseView {
    pub release: ReleaseLink,
    pub before: Option<ReleaseLink>,
    pub data_href: String,
    pub results: usize,
    pub sources: usize,
    pub cite: String,
    pub kinds: Vec<ReleaseKind>,
}

#[derive(Debug, Serialize)]
pub struct ReleaseKind {
    pub anchor: &'static str,
    pub label: String,
    pub total: usize,
    pub standings: Vec<ReleaseCount>,
    pub rows: Vec<ReleaseRow>,
}

#[derive(Debug, Serialize)]
pub struct ReleaseCount {
    pub label: String,
    pub count: usize,
}

pub fn lay_out_all(reader: &Reader) -> (&'static str, TextView, View) {
    let releases = reader.model.releases.iter().rev().map(|release| link(reader, release));
    let view = ReleasesView { releases: releases.collect() };
    ("releases", TextView::of_interface(reader.say("releases_title")), View::Releases(view))
}

pub fn lay_out(reader: &Reader, release: &ReleaseFile) -> (&'static str, TextView, View) {
    let data = &release.record.data;
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        let items: Vec<&ReleaseItem> =
            data.items.iter().filter(|item| item.kind.as_str() == kind.name()).collect();
        (!items.is_empty()).then(|| ReleaseKind {
            anchor: plural(kind),
            label: reader.words.say(&format!("kind_{}", plural(kind))).to_owned(),
            total: items.len(),
            standings: counts(reader, &items),
            rows: items.iter().map(|item| row(reader, release, item)).collect(),
        })
    });
    let label = release.record.label.as_str();
    let day = release.record.as_of.shown(reader.locale);
    let url = reader.shown_address(&reader.address(super::tail::release(&release.record.label)));
    let cite = reader.words.fill(
        "cite_whole_release",
        &[
            ("publisher", &reader.plain(&reader.model.site.record.publisher)),
            ("title", &reader.plain(&reader.model.site.record.title)),
            ("label", label),
            ("as_of", &day),
            ("hash", &release.sha256),
            ("url", &url),
        ],
    );
    let view = ReleaseView {
        release: link(reader, release),
        before: before(reader, release).map(|before| link(reader, before)),
        data_href: format!("{}{}", reader.here.root, release_file(&release.record.label)),
        results: data.outcomes.len(),
        sources: data.sources.len(),
        cite,
        kinds: kinds.collect(),
    };
    let title = reader.words.fill("release_title", &[("label", label), ("as_of", &day)]);
    ("release", TextView::of_interface(&title), View::Release(view))
}

/// How many stand how, in the order of the items; they add up to the total.
fn counts(reader: &Reader, items: &[&ReleaseItem]) -> Vec<ReleaseCount> {
    let mut names: Vec<&str> = Vec::new();
    for item in items {
        if !names.contains(&item.standing.as_str()) {
            names.push(item.standing.as_str());
        }
    }
    let count = |name: &str| items.iter().filter(|item| item.standing.as_str() == name).count();
    names
        .into_iter()
        .map(|name| ReleaseCount { label: reader.standing_named(name).label, count: count(name) })
        .collect()
}
