//! The page that explains feeds and calendars to a citizen, and lists all of them.

use serde::Serialize;

use crate::pages::shared::TextView;
use crate::pages::{Reader, View};

use super::channel::{Calendar, Channel, Following, calendars, channels};

#[derive(Debug, Serialize)]
pub struct FollowView {
    pub everything: Following,
    pub corrections: Following,
    /// None before there is a release.
    pub releases: Option<Following>,
    /// The calendars of whole plans.
    pub plans: Vec<Following>,
    pub areas: Vec<Following>,
    pub agencies: Vec<Line>,
}

/// What there is to follow of one body.
#[derive(Debug, Serialize)]
pub struct Line {
    pub name: TextView,
    /// Its page.
    pub href: String,
    pub feed: Following,
    pub calendar: Option<Following>,
}

#[must_use]
pub fn lay_out(reader: &Reader) -> (&'static str, TextView, View) {
    let calendars = calendars(reader);
    let (mut areas, mut agencies) = (Vec::new(), Vec::new());
    let mut releases = None;
    for channel in channels(reader.model) {
        match channel {
            Channel::Everything | Channel::Corrections => {}
            Channel::Releases => releases = Some(channel.link(reader)),
            Channel::Area(..) => areas.push(channel.link(reader)),
            Channel::Agency(agency) => {
                let its = calendars.iter().find(
                    |calendar| matches!(calendar, Calendar::Agency(other) if *other == agency),
                );
                agencies.push(Line {
                    name: super::channel::name_of(reader, agency),
                    href: reader.here.to(&channel.page(reader)),
                    feed: channel.link(reader),
                    calendar: its.map(|calendar| calendar.link(reader)),
                });
            }
        }
    }
    agencies.sort_by(|a, b| reader.compare(&a.name.text, &b.name.text));
    let view = FollowView {
        everything: Channel::Everything.link(reader),
        corrections: Channel::Corrections.link(reader),
        plans: calendars
            .iter()
            .filter(|calendar| matches!(calendar, Calendar::Plan(_)))
            .map(|calendar| calendar.link(reader))
            .collect(),
        releases,
        areas,
        agencies,
    };
    ("follow", TextView::of_interface(reader.say("follow_title")), View::Follow(view))
}
