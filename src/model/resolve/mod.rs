//! Records → the model. Whatever refers to something by its id is joined to it here.

mod agencies;
mod facts;
mod items;
mod outcomes;
mod pairs;
pub(super) mod reports;
mod translatable;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::{Content, Notices, PlanFolder};
use crate::diagnostic::{Code, Diagnostic, Files, Place};
use crate::values::{AgencyId, BaseUrl, Said, said};

use super::alignment::align;
use super::script::Owner;
use super::{
    Agency, AgencyIx, Alignment, Area, AreaIx, Arena, ItemIx, Model, Parts, Plan, Settings,
    SiteFacts,
};

/// The bodies by id.
pub(super) type AgencyIds = BTreeMap<AgencyId, AgencyIx>;

/// Resolves everything. The model is missing only where its frame is: the site's settings.
#[must_use]
pub fn resolve(
    mut content: Content,
    settings: &Settings,
) -> (Option<Model>, Files, Vec<Diagnostic>) {
    let plans = std::mem::take(&mut content.plans);
    let (frame, files, mut said) = Frame::of(content, settings);
    let model = frame.map(|frame| {
        let mut notices = Notices::default();
        let resolved = notices.of_each(plans, |folder, notices| {
            plan(folder, &frame.model.site, &frame.agency_ids, notices).map(Arc::new)
        });
        said.extend(notices.into_inner());
        frame.with(resolved)
    });
    (model, files, said)
}

/// The model before its plans are known, each of which may be resolved alone.
#[derive(Debug)]
pub struct Frame {
    model: Model,
    agency_ids: AgencyIds,
}

impl Frame {
    /// Resolves what is not of a plan. Missing where the site's settings are.
    #[must_use]
    pub fn of(content: Content, settings: &Settings) -> (Option<Self>, Files, Vec<Diagnostic>) {
        let mut notices = Notices::default();
        let Some(site) = content.site else {
            return (None, content.files, notices.into_inner());
        };
        let base_url = settings.base_url.clone().or_else(|| site.record.base_url.clone());
        let site = SiteFacts {
            as_of: settings.as_of.unwrap_or(site.record.as_of),
            has_address: base_url.is_some(),
            base_url: base_url.unwrap_or_else(BaseUrl::of_nowhere),
            record: site.record,
            place: site.place,
        };
        let (agencies, agency_ids) = agencies::resolve(content.agencies, &mut notices);
        pairs::check_pages(&content.pages, &mut notices);
        let (releases, later): (Vec<_>, Vec<_>) =
            content.releases.into_iter().partition(|release| release.record.as_of <= site.as_of);
        let later_releases = later.into_iter().map(|release| release.record.label).collect();
        let model = Model {
            site,
            agencies,
            terms: content.terms,
            corrections: content.corrections,
            pages: content.pages,
            plans: Vec::new(),
            releases,
            later_releases,
            published: content.published,
            redirects: content.redirects,
        };
        (Some(Self { model, agency_ids }), content.files, notices.into_inner())
    }

    /// The bodies, on which every plan depends.
    #[must_use]
    pub fn agencies(&self) -> &Arena<AgencyIx, Agency> {
        &self.model.agencies
    }

    /// Resolves one plan. It depends on nothing but its folder, the site's settings and the bodies.
    #[must_use]
    pub fn plan(&self, folder: PlanFolder) -> (Option<Plan>, Vec<Diagnostic>) {
        let mut notices = Notices::default();
        let resolved = plan(folder, &self.model.site, &self.agency_ids, &mut notices);
        (resolved, notices.into_inner())
    }

    /// The model with these plans, in their order.
    #[must_use]
    pub fn with(self, plans: Vec<Arc<Plan>>) -> Model {
        Model { plans, ..self.model }
    }
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

    let mut items_by_body: BTreeMap<AgencyIx, Vec<ItemIx>> = BTreeMap::new();
    for (at, item) in built.items.iter() {
        let bodies: BTreeSet<AgencyIx> = item.roles.iter().map(|role| role.agency).collect();
        for body in bodies {
            items_by_body.entry(body).or_default().push(at);
        }
    }
    let parts = Parts::of(built.cuts, &built.script, &built.entries, &built.items);
    let mut plan = Plan {
        folder: folder.folder,
        record: folder.plan.record,
        place: folder.plan.place,
        issuer,
        areas,
        items: built.items,
        items_by_id: built.items_by_id,
        items_by_body,
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
