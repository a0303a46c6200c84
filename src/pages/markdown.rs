//! Markdown → HTML. What may not stand in a text was refused when it was read.

use std::fmt::Write as _;

use crate::content::{is_safe, markdown_options};
use crate::values::folded;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

use super::Reader;

/// A text as HTML. `deeper` lowers its headings by so many levels.
#[must_use]
pub fn to_html(reader: &Reader, markdown: &str, deeper: usize) -> String {
    html_of(markdown, deeper, |target| reader.internal(target))
}

/// A text as HTML. `internal` knows where a link into the site leads (`item:ii2-ct08`).
#[must_use]
pub fn html_of(markdown: &str, deeper: usize, internal: impl Fn(&str) -> Option<String>) -> String {
    let mut events: Vec<Event> = Vec::new();
    let mut heading: Option<(usize, String)> = None;
    let mut plain_link = false;
    for event in Parser::new_ext(markdown, markdown_options()) {
        match event {
            // HTML is refused when content is read; should any come here, it is shown as text.
            Event::Html(text) | Event::InlineHtml(text) => events.push(Event::Text(text)),
            // An alignment would be written as a style attribute, which the pages' policy forbids.
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Html(CowStr::Borrowed("<div class=\"table\">")));
                events.push(Event::Start(Tag::Table(vec![
                    pulldown_cmark::Alignment::None;
                    columns.len()
                ])));
            }
            Event::End(TagEnd::Table) => {
                events.push(Event::End(TagEnd::Table));
                events.push(Event::Html(CowStr::Borrowed("</div>\n")));
            }
            // So are links that could run something, and pictures. Links do not stand in one another.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let inside = internal(&dest_url).map(CowStr::from);
                match inside.or_else(|| is_safe(&dest_url).then_some(dest_url)) {
                    Some(dest_url) => {
                        events.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                    }
                    None => plain_link = true,
                }
            }
            Event::End(TagEnd::Link) if plain_link => plain_link = false,
            // Only an id: an attribute could be a script.
            Event::Start(Tag::Heading { level, id, .. }) => {
                heading = Some((events.len(), String::new()));
                let level = lowered(level, deeper);
                events.push(Event::Start(Tag::Heading {
                    level,
                    id,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }));
            }
            Event::End(TagEnd::Heading(level)) => {
                if let Some((at, text)) = heading.take()
                    && let Some(Event::Start(Tag::Heading { id, .. })) = events.get_mut(at)
                    && id.is_none()
                {
                    *id = Some(CowStr::from(slug(&text)));
                }
                events.push(Event::End(TagEnd::Heading(lowered(level, deeper))));
            }
            Event::Text(text) => {
                if let Some((_, heading)) = &mut heading {
                    heading.push_str(&text);
                }
                events.push(Event::Text(text));
            }
            other => events.push(other),
        }
    }
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events.into_iter());
    out
}

fn lowered(level: HeadingLevel, deeper: usize) -> HeadingLevel {
    HeadingLevel::try_from(level as usize + deeper).unwrap_or(HeadingLevel::H6)
}

/// Plain paragraphs as HTML, for words that were never Markdown (annex cells).
#[must_use]
pub fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "<p>{}</p>", escaped(line.trim()));
    }
    out
}

#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Without marks, đ as d, other signs as hyphens: "Cải cách" becomes `cai-cach`.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in folded(text).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A text without its marks, a line for each block.
#[must_use]
pub fn plain_text(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, markdown_options()) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => text.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::Heading(_)
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => {
                text.truncate(text.trim_end().len());
                text.push('\n');
            }
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_words_apart() {
        let markdown =
            "# A *b*\n\nc\nd [e](https://f.vn)\n\n- g\n- h\n\n| i | j |\n| - | - |\n| k | l |\n";
        assert_eq!(plain_text(markdown), "A b\nc d e\ng\nh\ni j\nk l");
    }

    #[test]
    fn what_should_have_been_refused_is_words() {
        let html =
            html_of("[a](javascript:b) ![c](https://d.vn/e.png) [f](https://g.vn/) <i>", 0, |_| {
                None
            });
        assert_eq!(html, "<p>a c <a href=\"https://g.vn/\">f</a> &lt;i&gt;</p>\n");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Đính chính & sửa đổi"), "dinh-chinh-sua-doi");
        assert_eq!(slug("Nghị định 63/2010"), "nghi-dinh-63-2010");
    }
}
