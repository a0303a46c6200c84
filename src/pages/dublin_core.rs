//! A page's record for libraries and archives: Dublin Core, whose six elements Circular 24/2011/TT-BTTTT
//! asks of the pages of public bodies. Title, description and language are those of the frame.

use serde::Serialize;

use super::Reader;
use super::address::{Address, tail};
use super::frame::release_shown;
use super::outlines::{Outline, What};

#[derive(Debug, Clone, Serialize)]
pub struct DublinCore {
    /// Who wrote it: the issuer of a decision's text, else the publisher.
    pub creator: String,
    /// The cut-off day: as of when the page says what it says.
    pub date: String,
    /// When the decision was issued, on pages with its text.
    pub issued: Option<String>,
    /// Absolute, and permanent.
    pub identifier: String,
    /// The document that the page is made from.
    pub source: Option<String>,
    /// The page of the plan, or the home page.
    pub is_part_of: Option<String>,
}

/// Nothing for a page that does not exist.
#[must_use]
pub fn dublin_core(reader: &Reader, outline: &Outline) -> Option<DublinCore> {
    let home = reader.absolute(&reader.address(""));
    let plan = outline.plan();
    let record = plan.map(|plan| &plan.record.instrument);
    let publisher = reader.plain(&reader.model.site.record.publisher);
    let identifier = match outline.what {
        What::NotFound => return None,
        What::Item(plan, item) => {
            reader.absolute(&Address::new(None, tail::id(plan, plan.items.get(item))))
        }
        _ => reader.absolute(&outline.address),
    };
    let writer = match outline.what {
        What::Part(plan, ..) => Some(plan),
        _ => None,
    };
    let issuer = writer.map(|plan| {
        let issuer = reader.model.agencies.get(plan.issuer);
        reader.plain(&issuer.name_on(plan.record.instrument.date).name)
    });
    let release = release_shown(outline);
    let as_of = release.map_or(reader.model.site.as_of, |release| release.record.as_of);
    Some(DublinCore {
        creator: issuer.unwrap_or(publisher),
        date: as_of.to_string(),
        issued: writer.map(|plan| plan.record.instrument.date.to_string()),
        identifier,
        source: record.map(|instrument| {
            let date = instrument.date.shown(reader.locale);
            format!("{} {}, {date}", reader.plain(&instrument.kind), instrument.number)
        }),
        is_part_of: match (outline.what, plan) {
            (What::Home | What::Greeting, _) => None,
            (What::Plan(_), _) | (_, None) => Some(home),
            (_, Some(plan)) => Some(reader.absolute(&reader.address(tail::plan(plan)))),
        },
    })
}
