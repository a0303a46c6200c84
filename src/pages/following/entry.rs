//! One reported result, or one correction, as an entry of a feed.

use crate::content;
use crate::model::{Outcome, OutcomeIx, Plan};
use crate::pages::Reader;
use crate::pages::address::{Address, tail};
use crate::pages::frame::shortened;
use crate::pages::shared::TextView;
use crate::values::{Date, Locale};

use super::id;

/// How long a title may be: what a list of news shows in one or two lines.
pub const LONGEST_TITLE: usize = 120;

#[derive(Debug)]
pub struct EntryView {
    pub id: String,
    /// The day of the fact; of a month or a year the last day, which is the one that counts.
    pub updated: Date,
    pub title: TextView,
    pub summary: TextView,
    pub links: Vec<FeedLinkView>,
    /// What readers can filter by: term and label.
    pub categories: Vec<(String, String)>,
}

/// A link of a feed or an entry.
#[derive(Debug)]
pub struct FeedLinkView {
    /// `self`, `alternate`, `related`, `via` or `license`.
    pub rel: &'static str,
    pub media: Option<&'static str>,
    pub hreflang: Option<&'static str>,
    pub title: Option<String>,
    /// Absolute.
    pub href: String,
}

impl FeedLinkView {
    #[must_use]
    pub fn to_page(rel: &'static str, locale: Locale, href: String) -> Self {
        Self { rel, media: Some("text/html"), hreflang: Some(locale.code()), title: None, href }
    }

    #[must_use]
    pub fn out(rel: &'static str, href: String) -> Self {
        Self { rel, media: None, hreflang: None, title: None, href }
    }
}

pub fn of_outcome(reader: &Reader, plan: &Plan, at: OutcomeIx, outcome: &Outcome) -> EntryView {
    let view = reader.outcome(plan, outcome);
    let anchored = |address: &Address| format!("{}#{}", reader.absolute(address), view.anchor);
    let results = |locale: Locale| {
        let address = Address::new(Some(locale), tail::of_plan(plan, "results"));
        FeedLinkView::to_page("alternate", locale, anchored(&address))
    };
    let mut links = vec![results(reader.locale)];
    if outcome.record.words.en.is_some() {
        links.push(results(reader.locale.other()));
    }
    let mut about = Vec::new();
    let mut counts = false;
    let mut categories = vec![(view.source.kind.clone(), view.source.kind_label.clone())];
    for item in outcome.items.iter().map(|item| plan.items.get(*item)) {
        let name = format!("{} {}", item.number, reader.plain(&item.title));
        counts |= item.reports.iter().any(|report| report.outcome == at && report.counts());
        links.push(FeedLinkView {
            title: Some(name.clone()),
            ..FeedLinkView::to_page(
                "related",
                reader.locale,
                anchored(&reader.address(tail::item(plan, item))),
            )
        });
        categories.push((item.id.to_string(), item.number.clone()));
        about.push(name);
    }
    links.extend(view.source.url.map(|url| FeedLinkView::out("via", url)));
    let mut summary = vec![
        view.words.text.clone(),
        format!(
            "{} {}; {}, {}.",
            reader.say("source"),
            view.source.publisher.text,
            view.source.kind_label.to_lowercase(),
            view.date
        ),
        format!("{} {}.", reader.say("about_these_items"), about.join("; ")),
    ];
    if !counts {
        summary.push(format!("{}.", reader.say("related_only")));
    }
    let title = format!("{}: {}", view.source.kind_label, view.words.text);
    EntryView {
        id: id::of_outcome(reader, plan, outcome),
        updated: outcome.record.dated.last_day(),
        title: TextView { text: shortened(&title, LONGEST_TITLE), lang: view.words.lang },
        summary: TextView { text: summary.join(" "), lang: view.words.lang },
        links,
        categories,
    }
}

pub fn of_correction(reader: &Reader, record: &content::Correction, name: &str) -> EntryView {
    let page = |locale: Locale| {
        let address = Address::new(Some(locale), "corrections/");
        let anchor = id::anchor_of_correction(record, name);
        let href = format!("{}#{anchor}", reader.absolute(&address));
        FeedLinkView::to_page("alternate", locale, href)
    };
    let texts = [&record.was, &record.now, &record.reason];
    let mut links = vec![page(reader.locale)];
    if texts.iter().all(|text| text.en.is_some()) {
        links.push(page(reader.locale.other()));
    }
    let [was, now, reason] = texts.map(|text| reader.text(text));
    let about = record.item.as_ref().map(ToString::to_string);
    let about = about.or_else(|| record.outcome.as_ref().map(ToString::to_string));
    let about = about.or_else(|| record.page.as_ref().map(ToString::to_string));
    let title = match &about {
        Some(about) => format!("{}: {about}", reader.say("feed_correction")),
        None => reader.say("feed_correction").to_owned(),
    };
    let said = [("was", &was), ("is_now", &now), ("reason", &reason)];
    let said = said.map(|(key, text)| format!("{}: {}", reader.say(key), text.text));
    EntryView {
        id: id::of_correction(reader, record, name),
        updated: record.date,
        title: TextView::of_interface(&title),
        summary: TextView { text: said.join(" "), lang: was.lang.or(now.lang).or(reason.lang) },
        links,
        categories: about.map(|about| (about.clone(), about)).into_iter().collect(),
    }
}
