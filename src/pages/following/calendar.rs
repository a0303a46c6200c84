//! Deadlines as days of a calendar.
//!
//! Only deadlines that name a day, a month or quarters become days: "năm 2025" would put half of the plan
//! on 31 December, which nobody promised.

use crate::content::Deadline;
use crate::model::{Item, Plan, Role};
use crate::pages::Reader;
use crate::pages::address::{Address, tail};
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
    let absolute = |address: &Address| format!("{}{}", site.base_url, address.url());
    CalendarView {
        locale: reader.locale,
        name: calendar.title(reader),
        description: format!(
            "{} {}",
            reader.say("calendar_what"),
            reader.plain(&site.record.notice)
        ),
        source: absolute(&calendar.address(reader)),
        page: absolute(&calendar.page(reader)),
        as_of: site.as_of,
        events: events(reader, calendar),
    }
}

/// The days of a calendar, in their order.
pub fn events(reader: &Reader, calendar: Calendar) -> Vec<EventView> {
    let mut events = Vec::new();
    for plan in &reader.model.plans {
        if matches!(calendar, Calendar::Plan(its) if !std::ptr::eq(plan, its)) {
            continue;
        }
        for item in plan.items.values() {
            if concerns(reader, calendar, item) {
                let whole = item.deadline.as_ref();
                events.extend(whole.and_then(|deadline| event(reader, plan, item, deadline, None)));
                events.extend(item.measures().iter().filter_map(|measure| {
                    let part = (measure.id.as_str(), reader.plain(&measure.what));
                    event(reader, plan, item, measure.deadline.as_ref()?, Some(part))
                }));
            }
            let own = item.roles.iter().filter(|role| is_meant(reader, calendar, role));
            events.extend(own.filter_map(|role| {
                let body = reader.model.agencies.get(role.agency).record.id.as_str();
                let name = reader.agency(plan, role.agency).name.text;
                event(reader, plan, item, role.deadline.as_ref()?, Some((body, name)))
            }));
        }
    }
    events.sort_by(|a, b| a.day.cmp(&b.day).then_with(|| a.uid.cmp(&b.uid)));
    events
}

fn concerns(reader: &Reader, calendar: Calendar, item: &Item) -> bool {
    match calendar {
        Calendar::Plan(_) => true,
        Calendar::Agency(agency) => stands_on_page_of(reader.model, agency, item),
    }
}

/// Whether a role's own deadline belongs to the calendar.
fn is_meant(reader: &Reader, calendar: Calendar, role: &Role) -> bool {
    match calendar {
        Calendar::Plan(_) => true,
        Calendar::Agency(agency) => is_its_own(reader.model, agency, role),
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

/// `part` is the id and the name of the body or the measure whose own deadline it is.
fn event(
    reader: &Reader,
    plan: &Plan,
    item: &Item,
    deadline: &Deadline,
    part: Option<(&str, String)>,
) -> Option<EventView> {
    let day = day_of(deadline.read)?;
    let shown = reader.deadline(deadline);
    let kind = reader.words.say(&format!("kind_{}", item.kind.name())).to_owned();
    let title = reader.plain(&item.title);
    let (part, name) = part.unzip();
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
    Some(EventView {
        uid: id::of_event(reader, plan, &item.id, part),
        day,
        summary: format!("{} {}{place}: {title}", reader.say("calendar_due"), item.number),
        description: described.join("\n"),
        url: format!(
            "{}{}",
            reader.model.site.base_url,
            reader.address(tail::item(plan, item)).url()
        ),
    })
}
