//! One walk over a page: what it shows, what is in it, and without the white space that nobody sees.
//!
//! White space between elements that stand under one another is left out; every other run of it becomes
//! one space, but where it is kept as it is written (`pre`, scripts). No tag is changed.

use std::collections::BTreeSet;

use super::abbreviations::{Abbreviations, Use};
use super::contents::Heading;
use super::tokens::{Token, attributes, tokens};
use super::{ABBREVIATIONS_MARK, CONTENTS_MARK, Found, Shape};
use crate::values::Locale;

/// What kind of element a name is.
#[derive(Debug, Clone, Copy, Default)]
struct Nature {
    /// It stands in a line of text, where white space around it is seen.
    in_line: bool,
    /// Inside it no abbreviation is marked: choices and drawings take no markup, and code is no prose.
    left_alone: bool,
    /// Inside it every character counts.
    as_written: bool,
}

impl Nature {
    fn of(name: &str) -> Self {
        let of = |in_line, left_alone, as_written| Self { in_line, left_alone, as_written };
        match name {
            "a" | "b" | "bdi" | "cite" | "data" | "dfn" | "em" | "i" | "img" | "input" | "kbd"
            | "mark" | "q" | "s" | "samp" | "select" | "small" | "span" | "strong" | "sub"
            | "sup" | "text" | "time" | "tspan" | "u" | "var" => of(true, false, false),
            "abbr" | "button" | "code" | "label" | "svg" => of(true, true, false),
            "option" => of(false, true, false),
            "pre" | "textarea" => of(false, false, true),
            "script" | "style" => of(false, true, true),
            _ => of(false, false, false),
        }
    }
}

/// What the walk leaves.
#[derive(Debug, Default)]
pub struct Walked {
    pub html: String,
    pub used: BTreeSet<Use>,
    pub headings: Vec<Heading>,
    /// Where in `html` the two lists are wanted.
    pub contents_at: Option<usize>,
    pub abbreviations_at: Option<usize>,
}

/// Walks over a page. `see` gets every id and every link of it.
pub fn walk(
    html: &str,
    page: Locale,
    known: &Abbreviations,
    shape: Shape,
    see: &mut dyn FnMut(Found<'_>),
) -> Walked {
    let mut walked = Walked { html: String::with_capacity(html.len()), ..Walked::default() };
    // The elements around, each with the language inside it.
    let mut around: Vec<(&str, Locale)> = Vec::with_capacity(16);
    let one = |is: bool, of: usize| usize::from(is && of > 0);
    let (mut in_main, mut left_alone, mut as_written) = (0_usize, 0_usize, 0_usize);
    let mut heading: Option<Heading> = None;
    let mut space = Space::None;
    for token in tokens(html) {
        match token {
            Token::Open { name, tag, closed } => {
                let outside = around.last().map_or(page, |(_, locale)| *locale);
                let mut locale = outside;
                let mut id = None;
                for (name, value) in attributes(tag) {
                    match name {
                        "lang" if value == "vi" => locale = Locale::Vi,
                        "lang" if value == "en" => locale = Locale::En,
                        "id" => {
                            id = Some(value);
                            see(Found::Id(value));
                        }
                        "href" | "src" | "action" => see(Found::Link(value)),
                        _ => {}
                    }
                }
                let nature = Nature::of(name);
                space = space.at_tag(nature.in_line, closed, &mut walked.html);
                walked.html.push_str(tag);
                if closed {
                    continue;
                }
                around.push((name, locale));
                in_main += usize::from(name == "main");
                left_alone += usize::from(nature.left_alone);
                as_written += usize::from(nature.as_written);
                if name == "h2" && in_main > 0 {
                    heading = id.map(|anchor| Heading {
                        anchor: anchor.to_owned(),
                        label_html: String::new(),
                    });
                }
            }
            Token::Close { name, tag } => {
                // Even an empty one may be drawn by the style sheet.
                let stands = space == Space::None;
                let nature = Nature::of(name);
                space = space.at_tag(nature.in_line, stands, &mut walked.html);
                walked.html.push_str(tag);
                if name == "h2" && in_main > 0 {
                    walked.headings.extend(heading.take());
                }
                if around.last().is_some_and(|(open, _)| *open == name) {
                    around.pop();
                    in_main -= one(name == "main", in_main);
                    left_alone -= one(nature.left_alone, left_alone);
                    as_written -= one(nature.as_written, as_written);
                }
            }
            Token::Text(text) => {
                if let Some(heading) = &mut heading {
                    heading.label_html.push_str(text);
                }
                let locale = around.last().map_or(page, |(_, locale)| *locale);
                let is_prose = in_main > 0 && left_alone == 0;
                let mut put = |text: &str, out: &mut String| {
                    if is_prose {
                        known.mark(text, locale, &mut walked.used, out);
                    } else {
                        out.push_str(text);
                    }
                };
                if as_written > 0 || shape == Shape::Readable {
                    put(text, &mut walked.html);
                } else {
                    space = space.within(text, &mut walked.html, &mut put);
                }
            }
            Token::Other(CONTENTS_MARK) if walked.contents_at.is_none() => {
                walked.contents_at = Some(walked.html.len());
            }
            Token::Other(ABBREVIATIONS_MARK) if walked.abbreviations_at.is_none() => {
                walked.abbreviations_at = Some(walked.html.len());
            }
            Token::Other(text) => {
                if shape == Shape::Readable || !text.starts_with("<!--") {
                    walked.html.push_str(text);
                }
            }
        }
    }
    walked
}

/// What stands before the next piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Space {
    /// The beginning, or an element that stands alone: white space here is not seen.
    None,
    /// Something in a line.
    Word,
    /// White space behind something in a line: seen if another such thing follows.
    Waiting,
    /// White space that was written: more of it would not be seen.
    Written,
}

impl Space {
    /// Before a tag of an element; `stands`: something that is seen stands in the line behind it.
    fn at_tag(self, in_line: bool, stands: bool, out: &mut String) -> Self {
        match (self, in_line) {
            (_, false) => Self::None,
            (Self::Waiting, true) => {
                out.push(' ');
                if stands { Self::Word } else { Self::Written }
            }
            (_, true) if stands => Self::Word,
            (before, true) => before,
        }
    }

    /// Writes a text with each run of white space as one space.
    fn within(self, text: &str, out: &mut String, put: &mut dyn FnMut(&str, &mut String)) -> Self {
        let seen = text.trim_matches(is_space);
        if seen.is_empty() {
            return if self == Self::Word && !text.is_empty() { Self::Waiting } else { self };
        }
        if self == Self::Waiting || (self == Self::Word && text.starts_with(is_space)) {
            out.push(' ');
        }
        if seen.contains(['\n', '\t', '\r']) || seen.contains("  ") {
            let words: Vec<&str> = seen.split(is_space).filter(|word| !word.is_empty()).collect();
            put(&words.join(" "), out);
        } else {
            put(seen, out);
        }
        if text.ends_with(is_space) { Self::Waiting } else { Self::Word }
    }
}

/// What HTML takes for white space; a no-break space is none.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(html: &str) -> String {
        walk(html, Locale::Vi, &Abbreviations::default(), Shape::Small, &mut |_| {}).html
    }

    #[test]
    fn white_space_that_is_not_seen_goes_and_the_rest_stays() {
        for (html, expected) in [
            ("<ul>\n  <li> a\n b </li>\n  <li>c</li>\n</ul>\n", "<ul><li>a b</li><li>c</li></ul>"),
            (
                "<p>a <b>b</b> <i>c</i>\n<a href=\"x\"> d</a></p>",
                "<p>a <b>b</b> <i>c</i> <a href=\"x\">d</a></p>",
            ),
            ("<p>a<b> b </b> c</p>", "<p>a<b> b </b>c</p>"),
            ("<p> <span class=\"x\"></span> a</p>", "<p><span class=\"x\"></span> a</p>"),
            ("<p>a <svg>\n <path d=\"\"/>\n </svg> b</p>", "<p>a <svg><path d=\"\"/></svg> b</p>"),
            ("<p>a <b> b</b></p>", "<p>a <b>b</b></p>"),
            ("<p>a\u{a0} b</p>", "<p>a\u{a0} b</p>"),
            ("<p>a <br> b</p>", "<p>a<br>b</p>"),
            ("<p> <span>a</span> <img src=\"x\"> b</p>", "<p><span>a</span> <img src=\"x\"> b</p>"),
            ("<pre> a\n  b </pre> <p>", "<pre> a\n  b </pre><p>"),
            ("<!doctype html>\n<p>a<!-- c -->b", "<!doctype html><p>ab"),
        ] {
            assert_eq!(small(html), expected, "{html}");
        }
    }

    #[test]
    fn what_is_small_stays_as_it_is() {
        let html = "<main><p>a <b>b</b>, <i>c</i> d</p><pre> x\n</pre><p>e</p></main>";
        assert_eq!(small(html), html);
    }
}
