//! Records → the model. Whatever refers to something by its id is joined to it here.

mod agencies;
mod facts;
mod items;
mod outcomes;
mod pairs;
pub(super) mod reports;
mod translatable;

use std::collections::BTreeMap;

use crate::content::{Content, Notices, PlanFolder};
use crate::diagnostic::{Code, Diagnostic, Files, Place};
use crate::values::{AgencyId, BaseUrl, Said, said};

use super::alignment::align;
use super::script::Owner;
use super::{AgencyIx, Alignment, Area, AreaIx, Arena, Model, Parts, Plan, Settings, SiteFacts};

/// The bodies by id.
pub(super) type AgencyIds = BTreeMap<AgencyId, AgencyIx>;

/// Resolves everything. The model is missing only where its frame is: the site's settings.
#[must_use]
pub fn resolve(content: Content, settings: &Settings) -> (Option<Model>, Files, Vec<Diagnostic>) {
    let mut notices = Notices::default();
    let Content {
        files,
        site,
        agencies,
        terms,
        corrections,
        pages,
        plans,
        releases,
        published,
        redirects,
        // Of the bytes, which no longer matter here.
        fingerprint: _,
    } = content;
    let Some(site) = site else {
        return (None, files, notices.into_inner());
    };
    let base_url = settings.base_url.clone().or_else(|| site.record.base_url.clone());
    let site = SiteFacts {
        as_of: settings.as_of.unwrap_or(site.record.as_of),
        has_address: base_url.is_some(),
        base_url: base_url.unwrap_or_else(BaseUrl::of_nowhere),
        record: site.record,
        place: site.place,
    };
    let (agencies, agency_ids) = agencies::resolve(agencies, &mut notices);
    let plans = notices.of_each(plans, |folder, notices| plan(folder, &site, &agency_ids, notices));
    pairs::check_pages(&pages, &mut notices);
    let (releases, later): (Vec<_>, Vec<_>) =
        releases.into_iter().partition(|release| release.record.as_of <= site.as_of);
    let later_releases = later.into_iter().map(|release| release.record.label).collect();
    let model = Model {
        site,
        agencies,
        terms,
        corrections,
        pages,
        plans,
        releases,
        later_releases,
        published,
        redirects,
    };
    (Some(model), files, notices.into_inner())
}

fn plan(
    folder: PlanFolder,
    site: &SiteFacts,
    agency_ids: &AgencyIds,
    notices: &mut Notices,
) -> Option<Plan> {
    let issuer_place = folder.plan.place.below("instrument").below("issuer");
    let issuer =
        agencies::find(agency_ids, &folder.plan.record.instrument.issuer, &issuer_place, notices)?;

    let mut areas: Arena<AreaIx, Area> = Arena::default();
    for area in &folder.areas {
        areas.push(Area {
            number: area.area.record.number.clone(),
            annex: area.area.record.annex.clone(),
            annex_heading: area.area.record.annex_heading.clone(),
            name: area.area.record.name.clone(),
            place: area.area.place.clone(),
        });
    }

    let pairs = pairs::pair(&folder, notices);
    let facts = facts::collect(&folder, agency_ids, notices);
    let mut built = items::build(pairs, facts, &folder, notices);
    items::link(&mut built, notices);

    let alignment = folder.received.as_ref().map_or_else(Alignment::default, |received| {
        let repairs: Vec<_> = folder.repairs.iter().map(|repair| &repair.record).collect();
        align(&built.script, received, &repairs)
    });
    for (owner, lines) in &alignment.lines {
        match owner {
            Owner::Entry(entry) => {
                let entry = built.entries.get_mut(*entry);
                entry.source_lines.clone_from(lines);
                if let Some(item) = entry.item {
                    built.items.get_mut(item).source_lines.clone_from(lines);
                }
            }
            Owner::Activity(item) => built.items.get_mut(*item).source_lines.clone_from(lines),
            Owner::Frame => {}
        }
    }

    let told =
        outcomes::resolve(&folder.outcomes, &built.items_by_id, agency_ids, site.as_of, notices);
    reports::attach(&mut built.items, &told, &folder.plan.record, site.as_of);
    check_ids(&folder, &built, notices);

    let parts = Parts::of(built.cuts, &built.script, &built.entries, &built.items);
    let mut plan = Plan {
        folder: folder.folder,
        record: folder.plan.record,
        place: folder.plan.place,
        issuer,
        areas,
        items: built.items,
        items_by_id: built.items_by_id,
        entries: built.entries,
        script: built.script,
        parts,
        sources: told.sources,
        outcomes: told.outcomes,
        later_outcomes: told.later,
        repairs: folder.repairs,
        received: folder.received,
        alignment,
        lock: folder.lock,
        translatable: Vec::new(),
        links: built.links,
    };
    plan.translatable = translatable::of(&plan, &folder.outcomes);
    Some(plan)
}

/// Ids in lists beside the items: acts, amendments, repairs.
fn check_ids(folder: &PlanFolder, built: &items::Built, notices: &mut Notices) {
    let mut known = |id: &crate::values::ItemId, place: Place| {
        if !built.entry_ids.contains(id.as_str()) && !built.items_by_id.contains_key(id.as_str()) {
            notices.say(unknown(&said!("item or entry", "cam kết hoặc mục"), id.as_str(), place));
        }
    };
    let plan = &folder.plan;
    for (at, act) in plan.record.acts.iter().enumerate() {
        let place = plan.place.element("acts", at);
        for (at, id) in act.items.iter().enumerate() {
            known(id, place.element("items", at));
        }
    }
    for (at, amendment) in plan.record.amendments.iter().enumerate() {
        let place = plan.place.element("amendments", at);
        for (at, id) in amendment.items.iter().enumerate() {
            known(id, place.element("items", at));
        }
    }
    for repair in &folder.repairs {
        known(&repair.record.item, repair.place.below("item"));
    }
    for not_item in &folder.not_items {
        known(&not_item.record.id, not_item.place.below("id"));
    }
}

/// Something refers to an id that does not exist.
pub(super) fn unknown(what: &Said, id: &str, place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::IdUnknown,
        place,
        Said {
            en: format!("there is no {} `{id}`", what.en),
            vi: format!("không có {} `{id}`", what.vi),
        },
        said!("correct the id, or add what it names", "sửa mã, hoặc bổ sung nội dung mang mã đó"),
    )
}

/// An id stands for two things.
pub(super) fn repeated(id: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(
        Code::IdRepeated,
        place,
        said!("the id `{id}` is given a second time", "mã `{id}` được dùng lần thứ hai"),
        said!(
            "give the newer one another id; an id that was published keeps its meaning for ever",
            "đặt mã khác cho nội dung mới hơn; mã đã công bố giữ nguyên ý nghĩa mãi mãi"
        ),
    )
    .with(first, said!("the first stands here", "lần thứ nhất ở đây"))
}
