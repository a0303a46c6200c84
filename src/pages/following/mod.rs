//! What people follow without visiting: feeds of what was reported and corrected, and calendars of
//! deadlines.
//!
//! In: a reader. Out: plain data for each feed and calendar; `output` writes them as Atom and iCalendar.
//! Their addresses are absolute, because they are read outside the site, and their ids never change.

mod calendar;
mod channel;
mod entry;
mod feed;
mod id;
mod of_release;
mod page;

use crate::model::{AgencyIx, Item, Model, Role, RoleKind};

pub use calendar::{CalendarView, EventView, calendar};
pub use channel::{
    CALENDAR_FILE, Calendar, Channel, FEED_FILE, Following, calendars, channels, links_of,
};
pub use entry::{EntryView, FeedLinkView};
pub use feed::{FeedView, feed};
pub use id::{anchor_of_correction, correction_names};
pub use page::{FollowView, lay_out};

/// Whether an item stands on the page of a body: it has a part in it, or one that it took over from
/// leads or holds it.
fn stands_on_page_of(model: &Model, agency: AgencyIx, item: &Item) -> bool {
    item.roles.iter().any(|role| is_its_own(model, agency, role))
}

fn is_its_own(model: &Model, agency: AgencyIx, role: &Role) -> bool {
    let before = &model.agencies.get(agency).predecessors;
    role.agency == agency || (role.kind != RoleKind::Partner && before.contains(&role.agency))
}
