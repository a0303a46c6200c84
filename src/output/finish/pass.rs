//! One walk over a page: what it shows, what is in it, and without the white space that nobody sees.
//!
//! White space between elements that stand under one another is left out; every other run of it becomes
//! one space, but where it is kept as it is written (`pre`, scripts). No tag is changed.

use std::collections::BTreeSet;

use super::abbreviations::{Abbreviations, Use};
use super::contents::Heading;
use super::tokens::{Scanner, Token};
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
    let mut walked = Walked::default();
    let mut copy = Copy { html, from: 0, out: String::with_capacity(html.len()) };
    // The elements around, each with the language inside it.
    let mut around: Vec<(&str, Locale)> = Vec::with_capacity(16);
    let one = |is: bool, of: usize| usize::from(is && of > 0);
    let (mut in_main, mut left_alone, mut as_written) = (0_usize, 0_usize, 0_usize);
    let mut heading: Option<Heading> = None;
    let mut space = Space::None;
    let mut scanner = Scanner::new(html);
    loop {
        let at = scanner.at();
        let outside = around.last().map_or(page, |(_, locale)| *locale);
        let (mut locale, mut id) = (outside, None);
        let token = scanner.next(&mut |name, value| match name {
            "lang" if value == "vi" => locale = Locale::Vi,
            "lang" if value == "en" => locale = Locale::En,
            "id" => {
                id = Some(value);
                see(Found::Id(value));
            }
            "href" | "src" | "action" => see(Found::Link(value)),
            _ => {}
        });
        let Some(token) = token else { break };
        match token {
            Token::Open { name, closed } => {
                let nature = Nature::of(name);
                space = space.at_tag(nature.in_line, closed, at, &mut copy);
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
            Token::Close { name } => {
                let nature = Nature::of(name);
                // Even an empty one may be drawn by the style sheet.
                let stands = space == Space::None;
                space = space.at_tag(nature.in_line, stands, at, &mut copy);
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
                let is_prose = in_main > 0 && left_alone == 0;
                let mut put = |text: &str, at: usize, copy: &mut Copy| {
                    if is_prose {
                        known.mark(text, locale, &mut walked.used, &mut |before, after, mark| {
                            copy.replace(at + before, at + after, mark);
                        });
                    }
                };
                if as_written > 0 || shape == Shape::Readable {
                    put(text, at, &mut copy);
                } else {
                    space = space.within(text, at, &mut copy, &mut put);
                }
            }
            Token::Other(CONTENTS_MARK) if walked.contents_at.is_none() => {
                copy.leave_out(at, scanner.at());
                walked.contents_at = Some(copy.out.len());
            }
            Token::Other(ABBREVIATIONS_MARK) if walked.abbreviations_at.is_none() => {
                copy.leave_out(at, scanner.at());
                walked.abbreviations_at = Some(copy.out.len());
            }
            Token::Other(text) => {
                if shape == Shape::Small && text.starts_with("<!--") {
                    copy.leave_out(at, scanner.at());
                }
            }
        }
    }
    copy.up_to(html.len());
    walked.html = copy.out;
    walked
}

/// A page as it is copied: what stays is taken over in long stretches.
struct Copy<'h> {
    html: &'h str,
    /// What stands before is copied or left out.
    from: usize,
    out: String,
}

impl Copy<'_> {
    fn up_to(&mut self, at: usize) {
        self.out.push_str(self.html.get(self.from..at).unwrap_or_default());
        self.from = at.max(self.from);
    }

    fn leave_out(&mut self, from: usize, to: usize) {
        self.replace(from, to, "");
    }

    fn replace(&mut self, from: usize, to: usize, with: &str) {
        self.up_to(from);
        self.out.push_str(with);
        self.from = to.max(self.from);
    }
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
    fn at_tag(self, in_line: bool, stands: bool, at: usize, copy: &mut Copy) -> Self {
        match (self, in_line) {
            (_, false) => Self::None,
            (Self::Waiting, true) => {
                copy.replace(at, at, " ");
                if stands { Self::Word } else { Self::Written }
            }
            (_, true) if stands => Self::Word,
            (before, true) => before,
        }
    }

    /// Copies the text that stands `at` a place with each run of white space as one space. `put` gets what is
    /// between them.
    fn within(
        self,
        text: &str,
        at: usize,
        copy: &mut Copy,
        put: &mut dyn FnMut(&str, usize, &mut Copy),
    ) -> Self {
        let end = at + text.len();
        let seen = text.trim_start_matches(is_space);
        let before = end - seen.len();
        if seen.is_empty() {
            copy.leave_out(at, end);
            return if self == Self::Word && !text.is_empty() { Self::Waiting } else { self };
        }
        let is_apart = self == Self::Waiting || (self == Self::Word && before > at);
        match (is_apart, copy.html.get(at..before)) {
            // As it is.
            (true, Some(" ")) | (false, Some("")) => {}
            _ => copy.replace(at, before, if is_apart { " " } else { "" }),
        }
        let seen = seen.trim_end_matches(is_space);
        let mut from = before;
        let runs = seen.match_indices(is_space).filter(|(at, _)| {
            // Where a run begins that is no single space.
            let rest = seen.get(*at..).unwrap_or_default();
            let alone =
                rest.starts_with(' ') && !rest.get(1..).is_some_and(|it| it.starts_with(is_space));
            let begins = !seen.get(..*at).is_some_and(|it| it.ends_with(is_space));
            begins && !alone
        });
        for (run, _) in runs {
            let rest = seen.get(run..).unwrap_or_default();
            let length = rest.len() - rest.trim_start_matches(is_space).len();
            put(copy.html.get(from..before + run).unwrap_or_default(), from, copy);
            copy.replace(before + run, before + run + length, " ");
            from = before + run + length;
        }
        let last = before + seen.len();
        put(copy.html.get(from..last).unwrap_or_default(), from, copy);
        if last < end {
            copy.leave_out(last, end);
            Self::Waiting
        } else {
            Self::Word
        }
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
