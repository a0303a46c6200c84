//! Markdown files → the plan's text, entry by entry, and the pages.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::Notices;
use super::folder::Folder;
use super::markdown::{InternalLink, check_markdown, options};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{ItemId, Locale, Localized, Said, said};

/// The longest short title, in characters.
pub const LONGEST_TITLE: usize = 80;

/// `decision.vi.md`, `area.en.md`: headings of the document and entries.
#[derive(Debug, Clone)]
pub struct PlanText {
    pub file: Arc<str>,
    pub parts: Vec<Part>,
    pub links: Vec<InternalLink>,
}

#[derive(Debug, Clone)]
pub enum Part {
    Heading(Heading),
    Entry(Entry),
}

/// A heading of the document itself.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 or 2.
    pub level: u8,
    pub words: Plain,
    pub id: Option<String>,
    pub place: Place,
}

/// Our short title and, under it, the document's words.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: ItemId,
    pub title: String,
    pub place: Place,
    /// Markdown.
    pub body: String,
    pub words: Plain,
}

/// A text without its marks, which still knows where each stretch of it stands in the file.
#[derive(Debug, Clone, Default)]
pub struct Plain {
    pub text: String,
    /// Where a stretch begins in `text`, and in the file, in bytes; in rising order.
    pub stretches: Vec<(usize, usize)>,
}

impl Plain {
    fn push(&mut self, text: &str, at: usize) {
        self.stretches.push((self.text.len(), at));
        self.text.push_str(text);
    }

    fn part(&mut self, separator: &str) {
        if !self.text.is_empty() && !self.text.ends_with(separator) {
            self.text.push_str(separator);
        }
    }

    /// Where the byte `at` of `text` stands in the file.
    #[must_use]
    pub fn in_file(&self, at: usize) -> usize {
        let after = self.stretches.partition_point(|(start, _)| *start <= at);
        match after.checked_sub(1).and_then(|index| self.stretches.get(index)) {
            Some((start, file)) => file + (at - start),
            None => 0,
        }
    }
}

/// `pages/NAME.vi.md`.
#[derive(Debug, Clone)]
pub struct Page {
    pub file: Arc<str>,
    pub name: String,
    pub title: String,
    /// Markdown, without the title.
    pub body: String,
    pub links: Vec<InternalLink>,
}

/// Reads `decision.vi.md`, `area.en.md` …
pub fn in_one(
    folder: &Folder,
    path: &str,
    locale: Locale,
    notices: &mut Notices,
) -> Option<PlanText> {
    // The English may be missing; that is said by the check on translations.
    let (file, text) = match locale {
        Locale::Vi => folder.text(path, notices)?,
        Locale::En => folder.text_if_present(path, notices)?,
    };
    Some(plan_text(&file, &text, notices))
}

struct OpenHeading {
    level: HeadingLevel,
    id: Option<String>,
    at: Range<usize>,
    words: Plain,
}

enum Open {
    Nothing,
    Heading(OpenHeading),
}

fn plan_text(file: &Arc<str>, text: &str, notices: &mut Notices) -> PlanText {
    let links = check_markdown(file, text, 0, notices);
    let mut parts: Vec<Part> = Vec::new();
    let mut open = Open::Nothing;
    // Where the body of the entry that is being read begins.
    let mut body_from = 0;
    let mut outside_said = false;
    for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                close_body(&mut parts, text, body_from, at.start, notices);
                open = Open::Heading(OpenHeading {
                    level,
                    id: id.map(|id| id.to_string()),
                    at,
                    words: Plain::default(),
                });
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Open::Heading(heading) = std::mem::replace(&mut open, Open::Nothing) {
                    body_from = heading.at.end;
                    outside_said = false;
                    if let Some(part) = heading.close(file, notices) {
                        parts.push(part);
                    } else {
                        // Its text would be called outside of any entry; one fault is enough.
                        outside_said = true;
                    }
                }
            }
            Event::Text(words) | Event::Code(words) => match (&mut open, parts.last_mut()) {
                (Open::Heading(heading), _) => heading.words.push(&words, at.start),
                (Open::Nothing, Some(Part::Entry(entry))) => entry.words.push(&words, at.start),
                (Open::Nothing, _) => {
                    if !outside_said {
                        outside_said = true;
                        notices.say(Diagnostic::new(
                            Code::TextOutside,
                            Place::bytes(file, at),
                            said!(
                                "this text stands under no entry",
                                "đoạn này không nằm dưới mục nào"
                            ),
                            said!(
                                "put a heading of its own above it: ### short title {{#id}}",
                                "đặt phía trên đoạn này một tiêu đề riêng: ### tiêu đề ngắn \
                                 {{#id}}"
                            ),
                        ));
                    }
                }
            },
            Event::SoftBreak | Event::HardBreak => match (&mut open, parts.last_mut()) {
                (Open::Heading(heading), _) => heading.words.part(" "),
                (Open::Nothing, Some(Part::Entry(entry))) => entry.words.part(" "),
                (Open::Nothing, _) => {}
            },
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                if let Some(Part::Entry(entry)) = parts.last_mut() {
                    entry.words.part("\n");
                }
            }
            _ => {}
        }
    }
    close_body(&mut parts, text, body_from, text.len(), notices);
    PlanText { file: Arc::clone(file), parts, links }
}

/// A text without the blank lines at its ends. The indentation of its first line stays: four spaces make it code, and
/// as code it was judged.
fn without_blank_lines(text: &str) -> &str {
    let text = text.trim_end();
    let blank = text.len() - text.trim_start().len();
    let begin = text.get(..blank).and_then(|blank| blank.rfind('\n')).map_or(0, |at| at + 1);
    text.get(begin..).unwrap_or_default()
}

fn close_body(parts: &mut [Part], text: &str, from: usize, to: usize, notices: &mut Notices) {
    if let Some(Part::Entry(entry)) = parts.last_mut()
        && entry.body.is_empty()
    {
        without_blank_lines(text.get(from..to).unwrap_or_default()).clone_into(&mut entry.body);
        entry.words.text.truncate(entry.words.text.trim_end().len());
        if entry.words.text.is_empty() {
            notices.say(Diagnostic::new(
                Code::EntryEmpty,
                entry.place.clone(),
                said!("the entry `{}` has no words", "mục `{}` không có nội dung", entry.id),
                said!(
                    "write the words of the document under this heading",
                    "ghi nguyên văn của văn bản dưới tiêu đề này"
                ),
            ));
        }
    }
}

impl OpenHeading {
    fn close(self, file: &Arc<str>, notices: &mut Notices) -> Option<Part> {
        let place = Place::bytes(file, self.at.start..self.at.end);
        match self.level {
            HeadingLevel::H1 | HeadingLevel::H2 => Some(Part::Heading(Heading {
                level: if self.level == HeadingLevel::H1 { 1 } else { 2 },
                words: self.words,
                id: self.id,
                place,
            })),
            HeadingLevel::H3 => {
                let title = self.words.text.trim().to_owned();
                if title.chars().count() > LONGEST_TITLE {
                    notices.say(Diagnostic::new(
                        Code::TitleTooLong,
                        place.clone(),
                        said!(
                            "this title has {} characters",
                            "tiêu đề này có {} ký tự",
                            title.chars().count()
                        ),
                        said!(
                            "shorten it to at most {LONGEST_TITLE} characters; the words under it \
                             stay as they are",
                            "rút gọn còn tối đa {LONGEST_TITLE} ký tự; phần nguyên văn bên dưới \
                             giữ nguyên"
                        ),
                    ));
                }
                let Some(id) = self.id else {
                    notices.say(Diagnostic::new(
                        Code::HeadingId,
                        place,
                        said!("this heading has no id", "tiêu đề này không có mã"),
                        said!(
                            "write the id at its end in braces: ### short title {{#ii2-ct08}}",
                            "ghi mã trong ngoặc nhọn ở cuối tiêu đề: ### tiêu đề ngắn \
                             {{#ii2-ct08}}"
                        ),
                    ));
                    return None;
                };
                match id.parse() {
                    Ok(id) => Some(Part::Entry(Entry {
                        id,
                        title,
                        place,
                        body: String::new(),
                        words: Plain::default(),
                    })),
                    Err(fault) => {
                        notices.say(Diagnostic::new(
                            Code::ValueUnreadable,
                            place,
                            fault.message,
                            fault.help,
                        ));
                        None
                    }
                }
            }
            HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => {
                notices.say(Diagnostic::new(
                    Code::HeadingLevel,
                    place,
                    said!(
                        "headings of this level are not used in the text of a plan",
                        "văn bản của kế hoạch không dùng tiêu đề cấp này"
                    ),
                    said!(
                        "use # and ## for the document's own headings, ### for an entry",
                        "dùng # và ## cho tiêu đề của chính văn bản, ### cho một mục"
                    ),
                ));
                None
            }
        }
    }
}

/// All pages, each in both languages, sorted by name.
pub fn pages(folder: &Folder, notices: &mut Notices) -> Vec<Localized<Option<Page>>> {
    let mut pages: BTreeMap<String, Localized<Option<Page>>> = BTreeMap::new();
    for locale in Locale::ALL {
        let end = format!(".{}.md", locale.code());
        for file_name in folder.files_in("pages", &end) {
            let name = file_name.trim_end_matches(&end).to_owned();
            let path = format!("pages/{file_name}");
            let Some((file, text)) = folder.text(&path, notices) else {
                continue;
            };
            let page = page(&file, &text, &name, notices);
            let both = pages.entry(name).or_default();
            match locale {
                Locale::Vi => both.vi = page,
                Locale::En => both.en = page,
            }
        }
    }
    pages.into_values().collect()
}

fn page(file: &Arc<str>, text: &str, name: &str, notices: &mut Notices) -> Option<Page> {
    if let Err(fault) = name.parse::<ItemId>() {
        notices.say(Diagnostic::new(
            Code::ValueUnreadable,
            Place::whole(file),
            Said {
                en: format!(
                    "the name of this page cannot be part of an address: {}",
                    fault.message.en
                ),
                vi: format!(
                    "tên của trang này không thể là một phần của địa chỉ: {}",
                    fault.message.vi
                ),
            },
            fault.help,
        ));
        return None;
    }
    let links = check_markdown(file, text, 0, notices);
    let mut title = String::new();
    let mut title_ends = None;
    let mut in_title = false;
    for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if title_ends.is_none() => {
                in_title = true;
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                notices.say(Diagnostic::new(
                    Code::HeadingLevel,
                    Place::bytes(file, at),
                    said!("this is a second heading of level 1", "đây là tiêu đề cấp 1 thứ hai"),
                    said!("use ## and ### below the title", "dùng ## và ### bên dưới tên trang"),
                ));
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) if in_title => {
                in_title = false;
                title_ends = Some(at.end);
            }
            Event::Text(words) | Event::Code(words) if in_title => title.push_str(&words),
            _ => {}
        }
    }
    let Some(end) = title_ends else {
        notices.say(Diagnostic::new(
            Code::HeadingLevel,
            Place::whole(file),
            said!("this page has no title", "trang này không có tên"),
            said!("begin it with one line `# Title`", "bắt đầu trang bằng một dòng `# Tên trang`"),
        ));
        return None;
    };
    Some(Page {
        file: Arc::clone(file),
        name: name.to_owned(),
        title,
        body: without_blank_lines(text.get(end..).unwrap_or_default()).to_owned(),
        links,
    })
}
