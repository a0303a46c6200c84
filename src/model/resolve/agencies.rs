//! `agencies.yaml` → bodies that know their successors.

use std::collections::BTreeMap;

use crate::content::{self, Notices, Placed};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{AgencyId, said};

use super::{AgencyIds, repeated, unknown};
use crate::model::{Agency, AgencyIx, Arena, Successor};

pub fn resolve(
    records: Vec<Placed<content::Agency>>,
    notices: &mut Notices,
) -> (Arena<AgencyIx, Agency>, AgencyIds) {
    let mut agencies: Arena<AgencyIx, Agency> = Arena::default();
    let mut ids: AgencyIds = BTreeMap::new();
    for Placed { place, record } in records {
        let Some(last_name) = record.names.last().cloned() else {
            notices.say(Diagnostic::new(
                Code::YamlMissingKey,
                place.below("names"),
                said!("the agency `{}` has no name", "cơ quan `{}` chưa có tên", record.id),
                said!(
                    "write at least one name in both languages",
                    "ghi ít nhất một tên bằng cả hai ngôn ngữ"
                ),
            ));
            continue;
        };
        if let Some(first) = ids.get(&record.id) {
            let first = agencies.get(*first).place.below("id");
            notices.say(repeated(record.id.as_str(), place.below("id"), first));
            continue;
        }
        let id = record.id.clone();
        let at = agencies.push(Agency {
            record,
            last_name,
            place,
            successors: Vec::new(),
            members: Vec::new(),
            predecessors: Vec::new(),
        });
        ids.insert(id, at);
    }
    for at in agencies.indexes().collect::<Vec<_>>() {
        let agency = agencies.get(at);
        let mut successors = Vec::new();
        for (number, successor) in agency.record.successors.iter().enumerate() {
            let place = agency.place.element("successors", number).below("agency");
            if let Some(found) = find(&ids, &successor.agency, &place, notices) {
                successors.push(Successor {
                    agency: found,
                    from: successor.from,
                    note: successor.note.clone(),
                });
            }
        }
        let mut members = Vec::new();
        for (number, member) in agency.record.members.iter().enumerate() {
            let place = agency.place.element("members", number);
            members.extend(find(&ids, member, &place, notices));
        }
        for successor in &successors {
            agencies.get_mut(successor.agency).predecessors.push(at);
        }
        let agency = agencies.get_mut(at);
        agency.successors = successors;
        agency.members = members;
    }
    (agencies, ids)
}

pub fn find(
    ids: &AgencyIds,
    id: &AgencyId,
    place: &Place,
    notices: &mut Notices,
) -> Option<AgencyIx> {
    let found = ids.get(id).copied();
    if found.is_none() {
        notices.say(unknown(&said!("agency", "cơ quan"), id.as_str(), place.clone()));
    }
    found
}
