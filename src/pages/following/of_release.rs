//! What changed from each release to the next, as entries of a feed: one for each change, and one for each
//! release itself.

use crate::content::{ReleaseFile, ReleaseItem};
use crate::pages::Reader;
use crate::pages::address::tail;
use crate::pages::frame::shortened;
use crate::pages::release::{before, changes};
use crate::pages::shared::TextView;

use super::entry::{EntryView, FeedLinkView, LONGEST_TITLE};
use super::id;

pub fn of_releases(reader: &Reader) -> Vec<EntryView> {
    reader.model.releases.iter().flat_map(|release| of_release(reader, release)).collect()
}

fn of_release(reader: &Reader, release: &ReleaseFile) -> Vec<EntryView> {
    let label = &release.record.label;
    let page = reader.absolute(&reader.address(tail::release(label)));
    let changed = reader.absolute(&reader.address(tail::changes(label)));
    let entry = |name: &str, href: String, title: String, lang, summary: String| EntryView {
        id: id::of_change(reader, release, name),
        updated: release.record.as_of,
        title: TextView { text: shortened(&title, LONGEST_TITLE), lang },
        summary: TextView { text: summary, lang },
        links: vec![FeedLinkView::to_page("alternate", reader.locale, href)],
        categories: Vec::new(),
    };
    let mut entries = vec![entry(
        "release",
        page,
        format!("{}: {label}", reader.say("release_published")),
        None,
        crate::pages::cite::named(reader, release),
    )];
    let Some(before) = before(reader, release) else { return entries };
    let found = changes(&before.record.data, &release.record.data);
    let of_item = |item: &ReleaseItem| {
        let url = reader.absolute(&reader.address(tail::release_item(label, item)));
        let title = reader.text(&item.title);
        let name = format!("{} {}", item.number, title.text);
        (url, name, title.lang)
    };
    for (was, now) in &found.standings {
        let (href, name, lang) = of_item(now);
        let [was, now_label] =
            [was, now].map(|item| reader.standing_named(item.standing.as_str()).label);
        let title = format!("{}: {name}", reader.say("changed_standings"));
        let name = format!("standing-{}-{}", now.plan, now.id);
        entries.push(entry(&name, href, title, lang, format!("{was} → {now_label}")));
    }
    for (key, list, anchored) in
        [("new_results", &found.results, true), ("withdrawn_results", &found.withdrawn, false)]
    {
        for told in list {
            let words = reader.text(&told.words);
            let anchor = if anchored { format!("#result-{}", told.id) } else { String::new() };
            let title = format!("{}: {}", reader.words.say(key), words.text);
            let name = format!("{key}-{}", told.id);
            entries.push(entry(&name, format!("{changed}{anchor}"), title, words.lang, words.text));
        }
    }
    for (at, correction) in found.corrections.iter().enumerate() {
        let said = [&correction.was, &correction.now, &correction.reason].map(|it| reader.text(it));
        let [was, now, reason] = &said;
        let summary = format!("{} → {} ({})", was.text, now.text, reason.text);
        let lang = was.lang.or(now.lang).or(reason.lang);
        let title =
            format!("{}: {}", reader.say("feed_correction"), correction.date.shown(reader.locale));
        entries.push(entry(&format!("correction-{at}"), changed.clone(), title, lang, summary));
    }
    for (item, amendment) in &found.amendments {
        let (href, name, lang) = of_item(item);
        let title = format!("{}: {name}", reader.say("new_amendments"));
        let name_of_it = format!("amendment-{}-{}-{}", item.plan, item.id, amendment.date);
        let summary = format!("{} ({})", reader.text(&amendment.title).text, amendment.number);
        entries.push(entry(&name_of_it, href, title, lang, summary));
    }
    for item in &found.items {
        let (href, name, lang) = of_item(item);
        let title = format!("{}: {name}", reader.say("new_items"));
        let name_of_it = format!("item-{}-{}", item.plan, item.id);
        entries.push(entry(&name_of_it, href, title, lang, reader.text(&item.words).text));
    }
    entries
}
