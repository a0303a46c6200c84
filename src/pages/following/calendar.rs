//! Deadlines as days of a calendar.
//!
//! Only deadlines that name a day, a month or quarters become days: "năm 2025" would put half of the plan
//! on 31 December, which nobody promised.

use crate::content::Deadline;
use crate::model::{Item, Measure, Model, Plan, Role};
use crate::pages::Reader;
use crate::pages::address::tail;
use crate::values::{Date, Locale, PartialDate, Reading};

use super::channel::Calendar;
use super::{id, is_its_own, stands_on_page_of};

#[derive(Debug)]
pub struct CalendarView {
    pub locale: Locale,
    pub name: String,
    pub description: String,
    /// Absolute: of the file, and of the page that shows the same.
    pub source: String,
    pub page: String,
    /// The cut-off day: when what the calendar says was last true.
    pub as_of: Date,
    /// By day.
    pub events: Vec<EventView>,
}

#[derive(Debug)]
pub struct EventView {
    pub uid: String,
    /// The last day on which the work is in time.
    pub day: Date,
    pub summary: String,
    pub description: String,
    pub url: String,
}

#[must_use]
pub fn calendar(reader: &Reader, calendar: Calendar) -> CalendarView {
    let site = &reader.model.site;
    CalendarView {
        locale: reader.locale,
        name: calendar.title(reader),
        description: format!(
            "{} {}",
            reader.say("calendar_what"),
            reader.plain(&site.record.notice)
        ),
        source: reader.absolute(&calendar.address(reader)),
        page: reader.absolute(&calendar.page(reader)),
        as_of: site.as_of,
        events: events(reader, calendar),
    }
}

/// A deadline that a calendar holds, and whose it is.
struct Due<'m> {
    plan: &'m Plan,
    item: &'m Item,
    deadline: &'m Deadline,
    day: Date,
    whose: Whose<'m>,
}

#[derive(Clone, Copy)]
enum Whose<'m> {
    /// Of the whole commitment.
    Item,
    Measure(&'m Measure),
    Role(&'m Role),
}

/// Whether a calendar holds any day.
pub fn has_events(reader: &Reader, calendar: Calendar) -> bool {
    dues(reader, calendar).next().is_some()
}

/// The days of a calendar, in their order.
fn events(reader: &Reader, calendar: Calendar) -> Vec<EventView> {
    let mut events: Vec<EventView> =
        dues(reader, calendar).map(|due| event(reader, &due)).collect();
    events.sort_by(|a, b| a.day.cmp(&b.day).then_with(|| a.uid.cmp(&b.uid)));
    events
}

/// The deadlines of a calendar that are precise enough.
fn dues<'m>(reader: &Reader<'m>, calendar: Calendar<'m>) -> impl Iterator<Item = Due<'m>> {
    let model = reader.model;
    let plans =
        model.plans.iter().map(|plan| &**plan).filter(
            move |plan| !matches!(calendar, Calendar::Plan(its) if !std::ptr::eq(*plan, its)),
        );
    let items = plans.flat_map(|plan| plan.items.values().map(move |item| (plan, item)));
    items.flat_map(move |(plan, item)| {
        let own = concerns(model, calendar, item);
        let whole = item.deadline.as_ref().map(|deadline| (deadline, Whose::Item));
        let measures = item.measures().iter();
        let measures = measures
            .filter_map(|measure| Some((measure.deadline.as_ref()?, Whose::Measure(measure))));
        let roles = item.roles.iter().filter(move |role| is_meant(model, calendar, role));
        let roles = roles.filter_map(|role| Some((role.deadline.as_ref()?, Whose::Role(role))));
        let all = whole.into_iter().chain(measures).filter(move |_| own).chain(roles);
        all.filter_map(move |(deadline, whose)| {
            Some(Due { plan, item, deadline, day: day_of(deadline.read)?, whose })
        })
    })
}

fn concerns(model: &Model, calendar: Calendar, item: &Item) -> bool {
    match calendar {
        Calendar::Plan(_) => true,
        Calendar::Agency(agency) => stands_on_page_of(model, agency, item),
    }
}

/// Whether a role's own deadline belongs to the calendar.
fn is_meant(model: &Model, calendar: Calendar, role: &Role) -> bool {
    match calendar {
        Calendar::Plan(_) => true,
        Calendar::Agency(agency) => is_its_own(model, agency, role),
    }
}

/// The day of a deadline that is precise enough.
fn day_of(reading: Reading) -> Option<Date> {
    match reading {
        Reading::Before(_)
        | Reading::On(PartialDate::Day(_) | PartialDate::Month { .. })
        | Reading::Quarters { .. } => reading.last_day(),
        Reading::On(PartialDate::Year(_)) | Reading::EachBody => None,
    }
}

fn event(reader: &Reader, due: &Due) -> EventView {
    let Due { plan, item, deadline, day, whose } = *due;
    // The id and the name of the body or the measure whose own deadline it is.
    let (part, name) = match whose {
        Whose::Item => (None, None),
        Whose::Measure(measure) => (Some(measure.id.as_str()), Some(reader.plain(&measure.what))),
        Whose::Role(role) => {
            let body = reader.model.agencies.get(role.agency).record.id.as_str();
            (Some(body), Some(reader.agency(plan, role.agency).name.text))
        }
    };
    let shown = reader.deadline(deadline);
    let kind = reader.words.say(&format!("kind_{}", item.kind.name())).to_owned();
    let title = reader.plain(&item.title);
    let mut described = vec![format!("{kind} {}: {title}", item.number)];
    described.extend(name.clone());
    let printed = format!("{} “{}”", reader.say("deadline_is"), shown.printed.text);
    described.push(if shown.says_the_same {
        printed
    } else {
        format!("{printed} ({} {})", reader.say("read_as"), shown.read)
    });
    described.push(format!(
        "{} {}: {}",
        reader.say("as_of"),
        reader.model.site.as_of.shown(reader.locale),
        reader.standing(item).label
    ));
    let place = name.map(|name| format!(", {name}")).unwrap_or_default();
    EventView {
        uid: id::of_event(reader, plan, &item.id, part),
        day,
        summary: format!("{} {}{place}: {title}", reader.say("calendar_due"), item.number),
        description: described.join("\n"),
        url: reader.absolute(&reader.address(tail::item(plan, item))),
    }
}
