//! What the files about the data say of the edition as a whole.

use crate::model::Model;
use crate::values::{Date, Localized};

pub struct Edition {
    pub title: Localized<String>,
    pub publisher: Localized<String>,
    pub notice: Localized<String>,
    pub licence: Localized<String>,
    /// SPDX identifier.
    pub licence_id: String,
    pub licence_url: String,
    pub base_url: String,
    pub as_of: Date,
    /// The first and the last day of what the plans promise; none where there is no plan.
    pub period: Option<(Date, Date)>,
    /// Numbers of the plans' legal documents, with their slugs.
    pub plans: Vec<Instrument>,
}

pub struct Instrument {
    pub slug: String,
    /// "Quyết định 3322/QĐ-UBND".
    pub name: Localized<String>,
}

pub fn edition(model: &Model) -> Edition {
    let site = &model.site;
    let record = &site.record;
    let periods = || model.plans.iter().map(|plan| &plan.record.period);
    let first = periods().map(|period| period.from).min();
    let last = periods().map(|period| period.to).max();
    Edition {
        title: record.title.in_both(),
        publisher: record.publisher.in_both(),
        notice: record.notice.in_both(),
        licence: record.licence.name.in_both(),
        licence_id: record.licence.id.to_string(),
        licence_url: record.licence.url.to_string(),
        base_url: site.base_url.to_string(),
        as_of: site.as_of,
        period: first.zip(last),
        plans: model
            .plans
            .iter()
            .map(|plan| {
                let instrument = &plan.record.instrument;
                let kind = instrument.kind.in_both();
                Instrument {
                    slug: plan.record.slug.to_string(),
                    name: kind.map(|kind| format!("{kind} {}", instrument.number)),
                }
            })
            .collect(),
    }
}
