//! What is known of a page only when it stands whole: which abbreviations it uses first where, which headings
//! it has, where it leads, and which white space nobody sees.
//!
//! In: the HTML of a template. Out: the same with `abbr` around the first use of each abbreviation, with the
//! two lists in the places that the template marks with `<!--abbreviations-->` and `<!--contents-->`, and
//! small. A template without a mark gets no list. It reads our own HTML, in which every element is closed
//! and every attribute's value stands in double quotes, because templates write them so and every value is
//! escaped.

mod abbreviations;
mod contents;
mod pass;
mod tokens;

pub use abbreviations::{Abbreviations, Expansion};
pub use contents::Heading;
pub use tokens::{deepest, ids};

use crate::values::Locale;
use pass::walk;

/// Where a template wants the list of abbreviations.
const ABBREVIATIONS_MARK: &str = "<!--abbreviations-->";
/// Where a template wants the list of headings.
const CONTENTS_MARK: &str = "<!--contents-->";
/// A page with fewer headings is seen at a glance.
const FEWEST_HEADINGS: usize = 3;

/// The lists of a page, for the template that shows them.
#[derive(Debug)]
pub enum List {
    Abbreviations(Vec<Expansion>),
    Contents(Vec<Heading>),
}

/// How the page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As it is published: smaller, and the same to a browser.
    Small,
    /// Line by line as the templates have it, for people who compare pages.
    Readable,
}

/// What a page has and where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'h> {
    Id(&'h str),
    /// As it is written in the page.
    Link(&'h str),
}

/// Finishes a page. `show` makes the HTML of a list; `see` gets every id and every link.
///
/// # Errors
/// Those of `show`.
pub fn finish<E>(
    html: &str,
    locale: Locale,
    known: &Abbreviations,
    shape: Shape,
    show: impl Fn(List) -> Result<String, E>,
    see: &mut dyn FnMut(Found<'_>),
) -> Result<String, E> {
    let walked = walk(html, locale, known, shape, see);
    let mut lists = Vec::new();
    if let Some(at) = walked.contents_at
        && walked.headings.len() >= FEWEST_HEADINGS
    {
        lists.push((at, show(List::Contents(walked.headings))?));
    }
    if let Some(at) = walked.abbreviations_at
        && !walked.used.is_empty()
    {
        let used = known.expansions(walked.used, locale);
        lists.push((at, show(List::Abbreviations(used))?));
    }
    let mut html = walked.html;
    // The last first, so that the places before it stay.
    lists.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let nothing = Abbreviations::default();
    for (at, list) in lists {
        html.insert_str(at, &walk(&list, locale, &nothing, shape, see).html);
    }
    Ok(html)
}
