//! The facts of the YAML files, by item id.

use std::collections::BTreeMap;

use crate::content::{self, Bodies, Body, Budget, Deadline, Notices, PlanFolder};
use crate::diagnostic::Place;
use crate::values::{ItemId, Text, Translated};

use super::{AgencyIds, agencies, repeated};
use crate::model::{AreaIx, Kind, Role, RoleKind, arena::Index};

/// What a YAML file says of one item.
#[derive(Debug)]
pub struct Facts {
    pub kind: Kind,
    pub area: Option<AreaIx>,
    pub place: Place,
    pub roles: Vec<Role>,
    pub deadline: Option<Deadline>,
    pub budget: Option<Budget>,
    pub related: Vec<ItemId>,
    pub measures: Vec<content::Measure>,
    pub lacks: Vec<content::Lack>,
    pub lacks_note: Option<Translated>,
    /// Duties: the number of the body as printed.
    pub body: Option<Text>,
}

/// The annex row of an activity: its facts have the words beside them.
#[derive(Debug)]
pub struct Row {
    pub record: content::Activity,
    pub place: Place,
    pub facts: Facts,
}

#[derive(Debug, Default)]
pub struct AllFacts {
    pub of_entries: BTreeMap<ItemId, Facts>,
    /// Area by area, in order: objectives with their tasks and rows.
    pub annex: Vec<Vec<ObjectiveRows>>,
}

#[derive(Debug)]
pub struct ObjectiveRows {
    pub number: Option<Text>,
    pub words: Option<Translated>,
    pub place: Place,
    pub tasks: Vec<TaskRows>,
}

#[derive(Debug)]
pub struct TaskRows {
    pub words: Option<Translated>,
    pub continues: bool,
    pub place: Place,
    pub rows: Vec<Row>,
}

struct Collector<'a> {
    agencies: &'a AgencyIds,
    seen: BTreeMap<ItemId, Place>,
    all: AllFacts,
}

pub fn collect(folder: &PlanFolder, agencies: &AgencyIds, notices: &mut Notices) -> AllFacts {
    let mut collector = Collector { agencies, seen: BTreeMap::new(), all: AllFacts::default() };
    let root = &folder.decision.place;
    for (at, aim) in folder.decision.record.aims.iter().enumerate() {
        let place = root.element("aims", at);
        let facts = Facts::new(Kind::Aim, None, &place, &aim.related);
        collector.entry(&aim.id, facts, notices);
    }
    for (at, duty) in folder.decision.record.duties.iter().enumerate() {
        let place = root.element("duties", at);
        let mut facts = Facts::new(Kind::Duty, None, &place, &duty.related);
        facts.roles =
            collector.roles(RoleKind::Holder, &duty.agencies, &place, "agencies", notices);
        facts.deadline.clone_from(&duty.deadline);
        facts.body = Some(duty.body.clone());
        collector.entry(&duty.id, facts, notices);
    }
    for (number, area) in folder.areas.iter().enumerate() {
        collector.area(AreaIx::from_usize(number), &area.area, notices);
    }
    collector.all
}

impl Facts {
    fn new(kind: Kind, area: Option<AreaIx>, place: &Place, related: &[ItemId]) -> Self {
        Self {
            kind,
            area,
            place: place.clone(),
            roles: Vec::new(),
            deadline: None,
            budget: None,
            related: related.to_vec(),
            measures: Vec::new(),
            lacks: Vec::new(),
            lacks_note: None,
            body: None,
        }
    }
}

impl Collector<'_> {
    /// Whether the id is new.
    fn is_new(&mut self, id: &ItemId, place: &Place, notices: &mut Notices) -> bool {
        let place = place.below("id");
        if let Some(first) = self.seen.get(id) {
            notices.say(repeated(id.as_str(), place, first.clone()));
            return false;
        }
        self.seen.insert(id.clone(), place);
        true
    }

    fn entry(&mut self, id: &ItemId, facts: Facts, notices: &mut Notices) {
        if self.is_new(id, &facts.place, notices) {
            self.all.of_entries.insert(id.clone(), facts);
        }
    }

    fn roles(
        &self,
        kind: RoleKind,
        bodies: &[Body],
        place: &Place,
        key: &str,
        notices: &mut Notices,
    ) -> Vec<Role> {
        let mut roles = Vec::new();
        for (at, body) in bodies.iter().enumerate() {
            let place = place.element(key, at);
            if let Some(agency) =
                agencies::find(self.agencies, &body.agency, &place.below("agency"), notices)
            {
                roles.push(Role {
                    kind,
                    agency,
                    scope: body.scope.clone(),
                    deadline: body.deadline.clone(),
                    place,
                });
            }
        }
        roles
    }

    /// The bodies that a target or a task names itself; in an annex row they stand in cells.
    fn leads_and_partners(
        &self,
        leads: &[Body],
        partners: &[Body],
        place: &Place,
        notices: &mut Notices,
    ) -> Vec<Role> {
        let mut roles = self.roles(RoleKind::Lead, leads, place, "leads", notices);
        roles.extend(self.roles(RoleKind::Partner, partners, place, "partners", notices));
        roles
    }

    fn area(
        &mut self,
        area: AreaIx,
        record: &content::Placed<content::Area>,
        notices: &mut Notices,
    ) {
        let root = &record.place;
        for (at, target) in record.record.targets.iter().enumerate() {
            let place = root.element("targets", at);
            let mut facts = Facts::new(Kind::Target, Some(area), &place, &target.related);
            facts.measures.clone_from(&target.measures);
            facts.lacks.clone_from(&target.lacks);
            facts.lacks_note.clone_from(&target.lacks_note);
            facts.roles = self.leads_and_partners(&target.leads, &target.partners, &place, notices);
            facts.budget.clone_from(&target.budget);
            self.entry(&target.id, facts, notices);
        }
        for (at, task) in record.record.tasks.iter().enumerate() {
            let place = root.element("tasks", at);
            let mut facts = Facts::new(Kind::Task, Some(area), &place, &task.related);
            facts.roles = self.leads_and_partners(&task.leads, &task.partners, &place, notices);
            facts.budget.clone_from(&task.budget);
            self.entry(&task.id, facts, notices);
        }
        let mut objectives = Vec::new();
        for (at, objective) in record.record.objectives.iter().enumerate() {
            let place = root.element("objectives", at);
            let mut tasks = Vec::new();
            for (at, task) in objective.tasks.iter().enumerate() {
                let place = place.element("tasks", at);
                let mut rows = Vec::new();
                for (at, activity) in task.activities.iter().enumerate() {
                    let place = place.element("activities", at);
                    if self.is_new(&activity.id, &place, notices) {
                        rows.push(self.row(area, activity, place, notices));
                    }
                }
                tasks.push(TaskRows {
                    words: task.words.clone(),
                    continues: task.continues,
                    place,
                    rows,
                });
            }
            objectives.push(ObjectiveRows {
                number: objective.number.clone(),
                words: objective.words.clone(),
                place,
                tasks,
            });
        }
        self.all.annex.push(objectives);
    }

    fn row(
        &self,
        area: AreaIx,
        activity: &content::Activity,
        place: Place,
        notices: &mut Notices,
    ) -> Row {
        let mut facts = Facts::new(Kind::Activity, Some(area), &place, &activity.related);
        facts.deadline.clone_from(&activity.deadline);
        facts.budget.clone_from(&activity.budget);
        let mut add = |kind: RoleKind, cell: Option<&Bodies>, key: &str| {
            if let Some(cell) = cell {
                let place = place.below(key);
                facts.roles.extend(self.roles(kind, &cell.bodies, &place, "bodies", notices));
            }
        };
        add(RoleKind::Lead, activity.lead.as_ref(), "lead");
        add(RoleKind::Partner, activity.partners.as_ref(), "partners");
        Row { record: activity.clone(), place, facts }
    }
}

/// The words of a cell that is not empty.
pub fn budget_words(budget: &Budget) -> Option<&str> {
    budget.printed.as_ref().map(Text::as_str)
}
