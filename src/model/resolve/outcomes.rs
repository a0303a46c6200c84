//! Outcome files → outcomes up to as-of, oldest first.

use std::collections::BTreeMap;

use crate::content::{self, Notices, Placed};
use crate::diagnostic::Place;
use crate::values::{Date, OutcomeId, said};

use super::{AgencyIds, agencies, repeated, unknown};
use crate::model::{Arena, ItemIx, Outcome, OutcomeIx, Report, Source, SourceIx};

/// What the outcome files tell.
#[derive(Debug, Default)]
pub struct Told {
    pub sources: Arena<SourceIx, Source>,
    pub outcomes: Arena<OutcomeIx, Outcome>,
    pub later: Vec<(content::Outcome, Place)>,
    /// By item, oldest first.
    pub reports: Vec<(ItemIx, Report)>,
}

/// What an outcome says of one item, and where.
type OfItem = (ItemIx, content::About, Place);

/// The name of a source: its file's, without the ending.
pub fn source_id(file: &Placed<content::OutcomeFile>) -> &str {
    let name = file.place.file.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".yaml")
}

pub fn resolve(
    files: &[Placed<content::OutcomeFile>],
    items: &BTreeMap<String, ItemIx>,
    agency_ids: &AgencyIds,
    as_of: Date,
    notices: &mut Notices,
) -> Told {
    let mut told = Told::default();
    let mut seen: BTreeMap<OutcomeId, Place> = BTreeMap::new();
    // Each with what it says of items.
    let mut found: Vec<(Outcome, Vec<OfItem>)> = Vec::new();
    for file in files {
        let mut source = None;
        for (number, outcome) in file.record.outcomes.iter().enumerate() {
            let place = file.place.element("outcomes", number);
            if let Some(first) = seen.get(&outcome.id) {
                notices.say(repeated(outcome.id.as_str(), place.below("id"), first.below("id")));
                continue;
            }
            seen.insert(outcome.id.clone(), place.clone());
            let mut about_items = Vec::new();
            let mut reports = Vec::new();
            for (number, about) in outcome.about.iter().enumerate() {
                let place = place.element("about", number);
                match items.get(about.item.as_str()) {
                    Some(item) => {
                        about_items.push(*item);
                        reports.push((*item, about.clone(), place));
                    }
                    None => notices.say(unknown(
                        &said!("item", "cam kết"),
                        about.item.as_str(),
                        place.below("item"),
                    )),
                }
            }
            let agency = outcome
                .agency
                .as_ref()
                .and_then(|id| agencies::find(agency_ids, id, &place.below("agency"), notices));
            // A date known to the month or year only counts from its last day: before that nobody can
            // be sure that the fact was known.
            if outcome.dated.last_day() > as_of {
                told.later.push((outcome.clone(), place));
                continue;
            }
            let source = *source.get_or_insert_with(|| {
                told.sources.push(Source {
                    id: source_id(file).to_owned(),
                    record: file.record.source.clone(),
                    file: file.place.file.clone(),
                    place: file.place.below("source"),
                })
            });
            about_items.sort();
            about_items.dedup();
            let outcome =
                Outcome { record: outcome.clone(), source, agency, items: about_items, place };
            found.push((outcome, reports));
        }
    }
    found.sort_by(|(a, _), (b, _)| {
        let days = |it: &Outcome| (it.record.dated.last_day(), it.record.dated.first_day());
        days(a).cmp(&days(b)).then_with(|| a.record.id.cmp(&b.record.id))
    });
    for (outcome, reports) in found {
        let at = told.outcomes.push(outcome);
        let reports = reports.into_iter();
        told.reports.extend(
            reports.map(|(item, about, place)| (item, Report { outcome: at, about, place })),
        );
    }
    told
}
