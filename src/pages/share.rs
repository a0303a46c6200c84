//! What other sites show of a page when somebody shares it: a few words, and a picture that says title,
//! standing and as-of.
//!
//! In: a reader and what the page is about. Out: plain data; where lines break is for who draws them.

use serde::Serialize;

use crate::model::{ItemIx, Plan};
use crate::values::Locale;

use super::Reader;
use super::address::{Address, tail};
use super::counts::Reported;
use super::outlines::{Outline, What};
use super::shared::StandingView;

/// Width and height of a share picture in pixels, as Open Graph wants it.
pub const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// What a share picture says.
#[derive(Debug, Clone, Serialize)]
pub struct ShareView {
    pub locale: Locale,
    /// "Chỉ tiêu II.2.a.8"; empty on the home page of several plans.
    pub eyebrow: String,
    pub title: String,
    /// None on the picture of a home page.
    pub standing: Option<StandingView>,
    /// Who leads, or the part of the plan where the decision gives neither a body nor a deadline.
    pub who: Vec<String>,
    /// "Thời hạn: trước ngày 31/12/2025"; empty where there is no deadline.
    pub when: String,
    /// How much is promised and reported; only on the picture of a home page.
    pub counts: Vec<CountView>,
    /// What the picture is part of.
    pub foot: String,
    /// "Tính đến ngày 31/12/2025".
    pub as_of: String,
}

/// A number of commitments, and what it counts.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    pub number: String,
    pub label: String,
}

/// A picture and the page that it stands beside.
#[derive(Debug)]
pub struct Share {
    pub page: Address,
    pub view: ShareView,
}

/// The head of a page for other sites (Open Graph); what it shares with `Frame` stands there.
#[derive(Debug, Clone, Serialize)]
pub struct SharedAs {
    /// `article` or `website`.
    pub kind: &'static str,
    /// `vi_VN`.
    pub locale: &'static str,
    /// The languages of the page's translations.
    pub other_locales: Vec<&'static str>,
    pub picture: Option<SharedPicture>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SharedPicture {
    /// Absolute.
    pub url: String,
    pub width: u32,
    pub height: u32,
    /// What the picture says, for those who do not see it.
    pub alt: String,
}

/// The picture of a page: its own, or that of the home page in its language. None where the site has no
/// pictures, and for pages that nobody shares.
pub fn picture(reader: &Reader, outline: &Outline) -> Option<Share> {
    if !reader.model.site.record.share_pictures {
        return None;
    }
    let (tail, view) = match outline.what {
        What::NotFound | What::Embed(..) | What::ReleaseEmbed(..) | What::Moved(_) => return None,
        // The permanent link speaks both languages; its picture has the one that governs.
        What::Item(plan, at) | What::ItemId(plan, at) => {
            (tail::item(plan, plan.items.get(at)), of_item(reader, plan, at))
        }
        _ => (String::new(), of_home(reader)),
    };
    Some(Share { page: reader.address(tail), view })
}

/// What other sites are told of a page; nothing of one that nobody shares.
pub fn shared_as(
    reader: &Reader,
    outline: &Outline,
    picture: Option<&Share>,
    is_translated: bool,
) -> Option<SharedAs> {
    let kind = match outline.what {
        What::NotFound | What::Embed(..) | What::ReleaseEmbed(..) | What::Moved(_) => return None,
        What::Home | What::Greeting => "website",
        _ => "article",
    };
    let speaks_both = outline.address.locale().is_none();
    let other_locales = if speaks_both || is_translated {
        vec![open_graph(reader.locale.other())]
    } else {
        Vec::new()
    };
    Some(SharedAs {
        kind,
        locale: open_graph(reader.locale),
        other_locales,
        picture: picture.map(|Share { page, view }| SharedPicture {
            url: format!("{}{}", reader.model.site.base_url, page.picture()),
            width: PICTURE_SIZE.0,
            height: PICTURE_SIZE.1,
            alt: alt(view),
        }),
    })
}

fn of_item(reader: &Reader, plan: &Plan, at: ItemIx) -> ShareView {
    let item = plan.items.get(at);
    let card = reader.card(plan, at);
    let who = if card.leads.is_empty() && item.deadline.is_none() {
        let part = card.area.map(|area| area.label).or_else(|| reader.text_if(item.trail.last()));
        part.into_iter().collect()
    } else {
        card.leads
    };
    let when = item.reading().map_or_else(String::new, |reading| {
        format!("{} {}", reader.say("deadline_is"), reader.reading(reading))
    });
    ShareView {
        eyebrow: format!("{} {}", card.kind_label, card.number),
        title: card.title.text,
        standing: Some(card.standing),
        who: who.into_iter().map(|name| name.text).collect(),
        when,
        ..empty(reader)
    }
}

/// A site of several plans names none of them, and counts all.
fn of_home(reader: &Reader) -> ShareView {
    let plans = &reader.model.plans;
    let eyebrow = match plans.as_slice() {
        [plan] => {
            let instrument = &plan.record.instrument;
            let date = instrument.date.shown(reader.locale);
            format!("{} {} · {date}", reader.plain(&instrument.kind), instrument.number)
        }
        _ => String::new(),
    };
    let reported = Reported::among(plans.iter().flat_map(|plan| plan.items.values()));
    let count = |number: usize, key| CountView {
        number: number.to_string(),
        label: reader.say(key).to_owned(),
    };
    let counts = vec![
        count(reported.of, "commitments_in_the_plan"),
        count(reported.with, "commitments_with_report"),
        count(reported.without(), "commitments_without_report"),
    ];
    ShareView {
        eyebrow,
        title: reader.plain(&reader.model.site.record.title),
        counts,
        foot: reader.plain(&reader.model.site.record.publisher),
        ..empty(reader)
    }
}

/// What every picture says.
fn empty(reader: &Reader) -> ShareView {
    let site = &reader.model.site;
    ShareView {
        locale: reader.locale,
        eyebrow: String::new(),
        title: String::new(),
        standing: None,
        who: Vec::new(),
        when: String::new(),
        counts: Vec::new(),
        foot: reader.plain(&site.record.title),
        as_of: format!("{} {}", reader.say("as_of"), site.as_of.shown(reader.locale)),
    }
}

/// "Chỉ tiêu II.2.a.8: Giải quyết hồ sơ trực tuyến. Có số liệu. Tính đến ngày 31/12/2025"
fn alt(view: &ShareView) -> String {
    let title = if view.eyebrow.is_empty() {
        view.title.clone()
    } else {
        format!("{}: {}", view.eyebrow, view.title)
    };
    let mut said = vec![title];
    said.extend(view.standing.iter().map(|standing| standing.label.clone()));
    said.extend(view.counts.iter().map(|count| format!("{} {}", count.number, count.label)));
    said.push(view.as_of.clone());
    said.join(". ")
}

/// Open Graph names a language together with a country.
fn open_graph(locale: Locale) -> &'static str {
    match locale {
        Locale::Vi => "vi_VN",
        Locale::En => "en_GB",
    }
}
