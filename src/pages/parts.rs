//! The parts of a plan's document as pages: where each stands, what it is called, and the way from one
//! to the next.
//!
//! Every part has a page in each form: in one language, side by side, and passage by passage in the
//! coverage. The tails are the same in all three, so that a reader can change the form and stay.

use serde::Serialize;

use crate::model::{AreaIx, Part, PartIx, PartKind, Plan, leading_number};
use crate::values::{ItemId, Text, Translated};

use super::Reader;
use super::address::tail;
use super::markdown::slug;
use super::shared::{LinkView, TextView};

/// How a part of the document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    OneLanguage,
    SideBySide,
    Coverage,
}

impl Form {
    pub const ALL: [Self; 3] = [Self::OneLanguage, Self::SideBySide, Self::Coverage];

    fn folder(self) -> &'static str {
        match self {
            Self::OneLanguage => "decision",
            Self::SideBySide => "decision/side-by-side",
            Self::Coverage => "coverage",
        }
    }

    /// The page of the navigation to which it belongs.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::OneLanguage | Self::SideBySide => "decision",
            Self::Coverage => "coverage",
        }
    }

    /// The key of the word that names the document in this form.
    fn title(self) -> &'static str {
        match self {
            Self::OneLanguage => "decision_title",
            Self::SideBySide => "side_by_side_title",
            Self::Coverage => "coverage_title",
        }
    }

    /// The same where the name of a part follows, or little room is left.
    fn short_title(self) -> &'static str {
        match self {
            Self::OneLanguage => "decision_title",
            Self::SideBySide => "side_by_side_short",
            Self::Coverage => "coverage_title",
        }
    }
}

/// What stands around a part on its page.
#[derive(Debug, Serialize)]
pub struct PartsView {
    /// Short, because the document's own heading follows: "Toàn văn quyết định – Lĩnh vực 2".
    pub heading: String,
    /// Whether this page is where one begins to read, so that the contents are shown at once.
    pub is_first: bool,
    pub contents: Vec<ContentsGroup>,
    pub previous: Option<LinkView>,
    pub next: Option<LinkView>,
    /// The same part in the three forms.
    pub one_language_href: String,
    pub side_by_side_href: String,
    pub coverage_href: String,
    pub received_href: Option<String>,
}

/// Parts that stand next to one another under the same heading of the document.
#[derive(Debug, Serialize)]
pub struct ContentsGroup {
    pub under: Option<TextView>,
    pub lines: Vec<ContentsLine>,
}

#[derive(Debug, Serialize)]
pub struct ContentsLine {
    pub href: String,
    pub label: TextView,
    pub current: bool,
}

/// `3322-2024/decision/area-2/`. The opening is what the reader of the document sees first, so it has
/// the folder's own address; that of the coverage belongs to its summary.
#[must_use]
pub fn tail_of(plan: &Plan, form: Form, at: PartIx) -> String {
    let number = |number: Option<&Text>| number.map(|text| slug(text.as_str())).unwrap_or_default();
    let name = match plan.parts.get(at).kind {
        PartKind::Opening if form != Form::Coverage => return tail::of_plan(plan, form.folder()),
        PartKind::Opening => "opening".to_owned(),
        PartKind::Area(area) => format!("area-{}", number(Some(&plan.areas.get(area).number))),
        PartKind::Closing(1) => "closing".to_owned(),
        PartKind::Closing(nth) => format!("closing-{nth}"),
        PartKind::Annex(area) => format!("annex-{}", number(plan.areas.get(area).annex.as_ref())),
    };
    tail::of_plan(plan, &format!("{}/{name}", form.folder()))
}

/// Where an item, or another entry of the text, stands in the document: from the site's root.
#[must_use]
pub fn passage_place(reader: &Reader, plan: &Plan, id: &ItemId) -> String {
    match plan.parts.of_id(id) {
        Some(part) => {
            format!("{}#{id}", reader.address(tail_of(plan, Form::OneLanguage, part)).file())
        }
        None => reader.address(tail::of_plan(plan, "decision")).file(),
    }
}

/// The same, from where the reader is.
#[must_use]
pub fn passage_href(reader: &Reader, plan: &Plan, id: &ItemId) -> String {
    format!("{}{}", reader.here.root, passage_place(reader, plan, id))
}

/// Where the text of an area begins in the document.
#[must_use]
pub fn area_href(reader: &Reader, plan: &Plan, area: AreaIx) -> String {
    reader.href(match plan.parts.of_area(area) {
        Some(part) => tail_of(plan, Form::OneLanguage, part),
        None => tail::of_plan(plan, "decision"),
    })
}

pub fn view(reader: &Reader, plan: &Plan, form: Form, at: PartIx) -> PartsView {
    let to = |form: Form| reader.href(tail_of(plan, form, at));
    let neighbour = |part: Option<PartIx>| {
        part.map(|part| LinkView {
            href: reader.href(tail_of(plan, form, part)),
            label: label(reader, plan, plan.parts.get(part)),
        })
    };
    PartsView {
        heading: heading(reader, plan, form, at),
        is_first: plan.parts.get(at).kind == PartKind::Opening,
        contents: contents(reader, plan, form, Some(at)),
        previous: neighbour(plan.parts.before(at)),
        next: neighbour(plan.parts.after(at)),
        one_language_href: to(Form::OneLanguage),
        side_by_side_href: to(Form::SideBySide),
        coverage_href: to(Form::Coverage),
        received_href: received_href(reader, plan),
    }
}

/// The whole in one piece: the received copy as it came.
pub fn received_href(reader: &Reader, plan: &Plan) -> Option<String> {
    plan.received.as_ref()?;
    Some(format!("{}{}", reader.here.root, received_file(plan)))
}

/// `data/3322-2024/received.txt`.
#[must_use]
pub fn received_file(plan: &Plan) -> String {
    format!("data/{}/received.txt", plan.record.slug)
}

/// The pages above a part's page.
pub fn crumbs(reader: &Reader, plan: &Plan, form: Form, at: PartIx) -> Vec<LinkView> {
    let first = |form: Form| LinkView {
        href: reader.href(tail::of_plan(plan, form.folder())),
        label: TextView::of_interface(reader.say(form.short_title())),
    };
    let is_first = plan.parts.get(at).kind == PartKind::Opening;
    match (form, is_first) {
        (Form::OneLanguage, true) => Vec::new(),
        (Form::OneLanguage, false) | (Form::SideBySide, true) => vec![first(Form::OneLanguage)],
        (Form::SideBySide, false) => vec![first(Form::OneLanguage), first(Form::SideBySide)],
        (Form::Coverage, _) => vec![first(Form::Coverage)],
    }
}

/// The parts, those under one heading of the document together; `current` is the page's own.
pub fn contents(
    reader: &Reader,
    plan: &Plan,
    form: Form,
    current: Option<PartIx>,
) -> Vec<ContentsGroup> {
    let mut groups: Vec<(Option<&Translated>, ContentsGroup)> = Vec::new();
    for (at, part) in plan.parts.iter() {
        let line = ContentsLine {
            href: reader.href(tail_of(plan, form, at)),
            label: name(reader, plan, part),
            current: current == Some(at),
        };
        let under = part.above.last().map(|(_, words)| words);
        match groups.last_mut() {
            Some((above, group)) if under.is_some() && *above == under => group.lines.push(line),
            Some(_) | None => {
                let group = ContentsGroup { under: reader.text_if(under), lines: vec![line] };
                groups.push((under, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The title of a part's page, which stands in windows and search results.
pub fn title(reader: &Reader, plan: &Plan, form: Form, at: PartIx) -> TextView {
    let part = plan.parts.get(at);
    if part.kind == PartKind::Opening && form != Form::Coverage {
        return TextView::of_interface(reader.say(form.title()));
    }
    let label = label(reader, plan, part);
    TextView { text: below(reader, form, &label.text), lang: label.lang }
}

fn heading(reader: &Reader, plan: &Plan, form: Form, at: PartIx) -> String {
    let part = plan.parts.get(at);
    let number = |key: &str, number: &str| reader.words.fill(key, &[("number", number)]);
    let short = match part.kind {
        PartKind::Opening if form != Form::Coverage => return reader.say(form.title()).to_owned(),
        PartKind::Opening => reader.say("part_opening").to_owned(),
        PartKind::Area(area) => number("part_area", plan.areas.get(area).number.as_str()),
        PartKind::Annex(area) => number("part_annex", annex_number(plan, area)),
        PartKind::Closing(_) => {
            let numbers: Vec<String> = part
                .headings
                .iter()
                .filter_map(|words| leading_number(words.vi.as_str()))
                .collect();
            match numbers.as_slice() {
                [] => reader.say("part_closing").to_owned(),
                numbers => number("part_text", &numbers.join(", ")),
            }
        }
    };
    below(reader, form, &short)
}

/// The document and a part of it. A line never begins with the dash.
fn below(reader: &Reader, form: Form, part: &str) -> String {
    format!("{}\u{a0}– {part}", reader.say(form.short_title()))
}

/// What a part is called where the headings above it are not shown.
pub fn label(reader: &Reader, plan: &Plan, part: &Part) -> TextView {
    match part.kind {
        PartKind::Annex(area) => {
            let number = annex_number(plan, area);
            let short = reader.words.fill("part_annex", &[("number", number)]);
            let heading = reader.text_if(plan.areas.get(area).annex_heading.as_ref());
            joined(": ", std::iter::once(TextView::of_interface(&short)).chain(heading))
        }
        PartKind::Opening | PartKind::Area(_) | PartKind::Closing(_) => name(reader, plan, part),
    }
}

/// What a part is called in the contents.
fn name(reader: &Reader, plan: &Plan, part: &Part) -> TextView {
    let headings = || part.headings.iter().map(|words| reader.text(words));
    let word = |key| TextView::of_interface(reader.say(key));
    match part.kind {
        PartKind::Opening => joined("; ", std::iter::once(word("part_opening")).chain(headings())),
        PartKind::Area(area) => reader.area_name(plan.areas.get(area)),
        PartKind::Closing(_) if part.headings.is_empty() => word("part_closing"),
        PartKind::Closing(_) => joined("; ", headings()),
        PartKind::Annex(area) => {
            let number = TextView::of_interface(annex_number(plan, area));
            let heading = reader.text_if(plan.areas.get(area).annex_heading.as_ref());
            joined(" ", std::iter::once(number).chain(heading))
        }
    }
}

fn annex_number(plan: &Plan, area: AreaIx) -> &str {
    plan.areas.get(area).annex.as_ref().map_or("", Text::as_str)
}

/// Several texts as one; not in the page's language if one of them is not.
fn joined(between: &str, texts: impl Iterator<Item = TextView>) -> TextView {
    let texts: Vec<TextView> = texts.collect();
    TextView {
        lang: texts.iter().find_map(|text| text.lang),
        text: texts.into_iter().map(|text| text.text).collect::<Vec<_>>().join(between),
    }
}
