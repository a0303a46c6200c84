//! A body with its dated names and its end.

use serde_json::{Value, json};

use crate::content::AgencyKind;
use crate::model::{Agency, AgencyIx};
use crate::pages::Reader;
use crate::pages::address::{Address, tail};
use crate::values::{Date, Locale};

use super::{text, with};

pub fn organization(reader: &Reader, at: AgencyIx) -> Value {
    let agency = reader.model.agencies.get(at);
    let record = &agency.record;
    let last = agency.last_name();
    // A name that it had for a time is, in schema.org's way, a role with an end.
    let earlier = record.names.iter().filter_map(|name| {
        Some(json!({
            "@type": "Role",
            "alternateName": text(&reader.text(&name.name)),
            "endDate": name.until?,
        }))
    });
    let short =
        record.abbreviation.as_ref().map(|short| json!({ "@language": "vi", "@value": short }));
    let others: Vec<Value> = earlier.chain(short).collect();
    let members: Vec<Value> =
        agency.members.iter().map(|at| named(reader, *at, reader.model.site.as_of)).collect();
    let thing = json!({
        "@type": kind(record.kind),
        "@id": name_of(reader, agency),
        "url": reader.absolute(&reader.address(tail::agency(agency))),
        "name": text(&reader.text(&last.name)),
    });
    with(
        thing,
        [
            ("alternateName", (!others.is_empty()).then(|| json!(others))),
            ("subOrganization", (!members.is_empty()).then(|| json!(members))),
            ("dissolutionDate", record.end.as_ref().map(|end| json!(end.date))),
        ],
    )
}

/// A body where another thing speaks of it, as it was called on a day.
pub fn named(reader: &Reader, at: AgencyIx, day: Date) -> Value {
    let agency = reader.model.agencies.get(at);
    json!({
        "@type": kind(agency.record.kind),
        "@id": name_of(reader, agency),
        "name": text(&reader.text(&agency.name_on(day).name)),
    })
}

fn name_of(reader: &Reader, agency: &Agency) -> String {
    let page = Address::new(Some(Locale::Vi), tail::agency(agency));
    format!("{}#body", reader.absolute(&page))
}

/// Party bodies, the media and what is not one body are no bodies of government.
fn kind(kind: AgencyKind) -> &'static str {
    match kind {
        AgencyKind::Committee
        | AgencyKind::Council
        | AgencyKind::Office
        | AgencyKind::Department
        | AgencyKind::Division
        | AgencyKind::Board
        | AgencyKind::Centre
        | AgencyKind::Ministry
        | AgencyKind::Government
        | AgencyKind::Assembly => "GovernmentOrganization",
        AgencyKind::Media | AgencyKind::Party | AgencyKind::Group => "Organization",
    }
}
