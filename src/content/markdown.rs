//! What Markdown may hold: CommonMark with tables and footnotes, no HTML, no pictures, safe links.

use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Notices, bounds};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::limits::{DEEPEST_MARKDOWN, MOST_COLUMNS, MOST_LINKS};
use crate::values::{ItemId, said};

/// The Markdown of all content.
#[must_use]
pub fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES
}

/// A link to a page, an item or an agency of the site (`item:ii2-ct08`).
#[derive(Debug, Clone)]
pub struct InternalLink {
    pub target: String,
    pub place: Place,
}

/// The schemes of links inside the site.
pub const INTERNAL: [&str; 3] = ["page:", "item:", "agency:"];

/// Says what may not stand in a text, and returns its links into the site.
///
/// `offset` is where `text` begins in its file, in bytes.
pub fn check_markdown(
    file: &Arc<str>,
    text: &str,
    offset: usize,
    notices: &mut Notices,
) -> Vec<InternalLink> {
    let mut links = Vec::new();
    let (mut depth, mut count) = (0_usize, 0_usize);
    for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
        let at = at.start + offset..at.end + offset;
        let place = || Place::bytes(file, at.clone());
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_MARKDOWN {
            notices.say(Diagnostic::new(
                Code::MarkdownTooDeep,
                Place::bytes(file, at.start..at.start),
                said!("the nesting is too deep here", "ở đây lồng quá nhiều cấp"),
                said!(
                    "write the text without lists and quotations in one another",
                    "viết mà không lồng danh sách và trích dẫn vào nhau"
                ),
            ));
            return links;
        }
        match event {
            Event::Text(words) | Event::Code(words) => bounds::letters(file, &words, at, notices),
            Event::Start(Tag::Heading { id, classes, attrs, .. })
                if !classes.is_empty()
                    || !attrs.is_empty()
                    || id.as_ref().is_some_and(|id| id.parse::<ItemId>().is_err()) =>
            {
                notices.say(Diagnostic::new(
                    Code::MarkdownAttribute,
                    place(),
                    said!(
                        "this heading has more in its braces than an id",
                        "trong ngoặc nhọn của tiêu đề này không chỉ có một mã hợp lệ"
                    ),
                    said!(
                        "write only the id, as in {{#ii2-ct08}}: lower-case letters a to z, digits and single hyphens",
                        "chỉ ghi mã, ví dụ {{#ii2-ct08}}: chữ thường không dấu a đến z, chữ số và từng dấu gạch nối"
                    ),
                ));
            }
            Event::Start(Tag::Table(columns)) if columns.len() > MOST_COLUMNS => {
                let what = said!("columns", "cột");
                notices.say(bounds::too_many(place(), columns.len(), MOST_COLUMNS, &what));
            }
            Event::Html(_) | Event::InlineHtml(_) => notices.say(Diagnostic::new(
                Code::MarkdownHtml,
                place(),
                said!("this is HTML", "đây là HTML"),
                said!(
                    "write it in Markdown; to show a < as itself, write \\<",
                    "viết bằng Markdown; để hiển thị dấu < thì ghi \\<"
                ),
            )),
            Event::Start(Tag::Image { .. }) => notices.say(Diagnostic::new(
                Code::MarkdownImage,
                place(),
                said!("this is a picture", "đây là hình ảnh"),
                said!(
                    "describe in words what it shows, or link to it",
                    "mô tả nội dung hình bằng lời, hoặc đặt liên kết đến hình"
                ),
            )),
            Event::Start(Tag::Link { dest_url, .. }) => {
                count += 1;
                if count == MOST_LINKS + 1 {
                    let what = said!("links or more", "liên kết trở lên");
                    notices.say(bounds::too_many(place(), count, MOST_LINKS, &what));
                    return links;
                }
                if INTERNAL.iter().any(|scheme| dest_url.starts_with(scheme)) {
                    links.push(InternalLink { target: dest_url.to_string(), place: place() });
                } else if !is_safe(&dest_url) {
                    notices.say(Diagnostic::new(
                        Code::MarkdownLink,
                        place(),
                        said!(
                            "the link to `{dest_url}` has no scheme that may stand here",
                            "liên kết đến `{dest_url}` không thuộc loại được dùng ở đây"
                        ),
                        said!(
                            "write a whole address with https://, or page:NAME, item:ID or \
                             agency:ID for something on this site",
                            "ghi địa chỉ đầy đủ với https://, hoặc page:TÊN, item:MÃ, agency:MÃ \
                             cho nội dung của trang này"
                        ),
                    ));
                }
            }
            _ => {}
        }
    }
    links
}

/// Whether a reader can be sent there.
#[must_use]
pub fn is_safe(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto" | "tel"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_schemes_are_safe() {
        for good in ["https://a.vn", "http://a.vn", "mailto:a@b.vn", "tel:+84", "HTTPS://a.vn"] {
            assert!(is_safe(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//a.vn",
            "a.html",
            "",
            "JavaScript:x",
            "vbscript:x",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
    }
}
