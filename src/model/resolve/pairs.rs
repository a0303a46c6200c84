//! The Vietnamese and the English text, part by part.

use crate::content::{self, Heading, Notices, Part, PlanFolder, PlanText};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Localized, Text, Translated, said};

/// A part of the text in both languages.
#[derive(Debug)]
pub enum Pair {
    Heading { vi: Heading, en: Option<Text> },
    Entry { vi: Box<content::Entry>, en: Option<Box<content::Entry>> },
}

/// The texts of a plan: outside the areas, and of each area in order.
#[derive(Debug, Default)]
pub struct Pairs {
    pub decision: Vec<Pair>,
    pub areas: Vec<Vec<Pair>>,
    pub links: Vec<content::InternalLink>,
}

pub fn pair(folder: &PlanFolder, notices: &mut Notices) -> Pairs {
    let mut pairs =
        Pairs { decision: texts(&folder.text, notices), areas: Vec::new(), links: Vec::new() };
    for area in &folder.areas {
        pairs.areas.push(texts(&area.text, notices));
    }
    for both in std::iter::once(&folder.text).chain(folder.areas.iter().map(|area| &area.text)) {
        for text in [&both.vi, &both.en].into_iter().flatten() {
            pairs.links.extend(text.links.iter().cloned());
        }
    }
    pairs
}

fn texts(both: &Localized<Option<PlanText>>, notices: &mut Notices) -> Vec<Pair> {
    let Some(vi) = &both.vi else {
        return Vec::new();
    };
    let same = both.en.as_ref().is_some_and(|en| same_parts(vi, en, notices));
    let mut english = both
        .en
        .as_ref()
        .filter(|_| same)
        .map(|en| en.parts.clone())
        .unwrap_or_default()
        .into_iter();
    vi.parts
        .iter()
        .map(|part| match (part.clone(), english.next()) {
            (Part::Heading(vi), Some(Part::Heading(en))) => {
                Pair::Heading { vi, en: en.words.text.parse().ok() }
            }
            (Part::Entry(vi), Some(Part::Entry(en))) => {
                Pair::Entry { vi: Box::new(vi), en: Some(Box::new(en)) }
            }
            (Part::Heading(vi), _) => Pair::Heading { vi, en: None },
            (Part::Entry(vi), _) => Pair::Entry { vi: Box::new(vi), en: None },
        })
        .collect()
}

fn name(part: &Part) -> String {
    match part {
        Part::Heading(heading) => {
            let signs = if heading.level == 1 { "#" } else { "##" };
            match &heading.id {
                Some(id) => format!("{signs} {{#{id}}}"),
                None => signs.to_owned(),
            }
        }
        Part::Entry(entry) => format!("### {{#{}}}", entry.id),
    }
}

fn place(part: &Part) -> &Place {
    match part {
        Part::Heading(heading) => &heading.place,
        Part::Entry(entry) => &entry.place,
    }
}

/// Whether both hold the same parts in the same order; says where they part ways.
fn same_parts(vi: &PlanText, en: &PlanText, notices: &mut Notices) -> bool {
    let mut others = en.parts.iter();
    for part in &vi.parts {
        match others.next() {
            Some(other) if name(part) == name(other) => {}
            Some(other) => {
                notices.say(
                    Diagnostic::new(
                        Code::LocalesDiffer,
                        place(other).clone(),
                        said!(
                            "here the Vietnamese text has `{}`, the English has `{}`",
                            "ở đây bản tiếng Việt có `{}`, bản tiếng Anh có `{}`",
                            name(part),
                            name(other)
                        ),
                        said!(
                            "write the same headings and entries in the same order in both files",
                            "ghi cùng các tiêu đề và mục theo cùng thứ tự ở cả hai tệp"
                        ),
                    )
                    .with(place(part).clone(), said!("the Vietnamese text", "bản tiếng Việt")),
                );
                return false;
            }
            None => {
                notices.say(Diagnostic::new(
                    Code::LocalesDiffer,
                    place(part).clone(),
                    said!(
                        "the English text ends before `{}`",
                        "bản tiếng Anh kết thúc trước `{}`",
                        name(part)
                    ),
                    said!("add it to {}", "thêm vào {}", en.file),
                ));
                return false;
            }
        }
    }
    if let Some(other) = others.next() {
        notices.say(Diagnostic::new(
            Code::LocalesDiffer,
            place(other).clone(),
            said!("the Vietnamese text has no `{}`", "bản tiếng Việt không có `{}`", name(other)),
            said!(
                "write the Vietnamese first; it governs",
                "viết bản tiếng Việt trước; bản tiếng Việt là bản có giá trị"
            ),
        ));
        return false;
    }
    true
}

/// Title or words in both languages; the Vietnamese is never empty here.
pub fn translated(vi: &str, en: Option<&str>) -> Option<Translated> {
    Some(Translated { vi: vi.parse().ok()?, en: en.and_then(|en| en.parse().ok()) })
}

/// Every page has a Vietnamese text.
pub fn check_pages(pages: &[Localized<Option<content::Page>>], notices: &mut Notices) {
    for both in pages {
        if let (None, Some(en)) = (&both.vi, &both.en) {
            notices.say(Diagnostic::new(
                Code::LocalesDiffer,
                Place::whole(&en.file),
                said!(
                    "the page `{}` has no Vietnamese text",
                    "trang `{}` không có bản tiếng Việt",
                    en.name
                ),
                said!(
                    "write pages/{}.vi.md; the Vietnamese governs",
                    "viết pages/{}.vi.md; bản tiếng Việt là bản có giá trị",
                    en.name
                ),
            ));
        }
    }
}
