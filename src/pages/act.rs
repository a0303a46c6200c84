//! Legal acts: those that the plan cites, and those that changed it.

use serde::Serialize;

use crate::model::{Item, Plan};

use super::Reader;
use super::shared::TextView;

#[derive(Debug, Serialize)]
pub struct ActView {
    pub title: TextView,
    pub number: Option<String>,
    pub ended: Option<String>,
    pub ended_by: Option<TextView>,
}

#[derive(Debug, Serialize)]
pub struct AmendmentView {
    pub title: TextView,
    pub number: String,
    pub date: String,
    pub url: String,
}

pub fn acts_of(reader: &Reader, plan: &Plan, item: &Item) -> Vec<ActView> {
    plan.record
        .acts
        .iter()
        .filter(|act| act.items.contains(&item.id))
        .map(|act| of_act(reader, act))
        .collect()
}

pub fn of_act(reader: &Reader, act: &crate::content::Act) -> ActView {
    ActView {
        title: reader.text(&act.title),
        number: act.number.as_ref().map(ToString::to_string),
        ended: act.ended.as_ref().map(|ended| ended.date.shown(reader.locale)),
        ended_by: act.ended.as_ref().map(|ended| reader.text(&ended.by)),
    }
}

pub fn amendments_of(reader: &Reader, plan: &Plan, item: &Item) -> Vec<AmendmentView> {
    plan.record
        .amendments_of(&item.id, reader.model.site.as_of)
        .map(|amendment| AmendmentView {
            title: reader.text(&amendment.title),
            number: amendment.number.to_string(),
            date: amendment.date.shown(reader.locale),
            url: amendment.url.to_string(),
        })
        .collect()
}
