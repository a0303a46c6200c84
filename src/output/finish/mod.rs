//! What is known of a page only when it stands whole: which abbreviations it uses first where, and which
//! headings it has.
//!
//! In: the HTML of a template. Out: the same with `abbr` around the first use of each abbreviation, and with
//! the two lists in the places that the template marks with `<!--abbreviations-->` and `<!--contents-->`.
//! A template without a mark gets no list. It reads our own HTML, in which every element is closed and
//! every attribute stands in double quotes.

mod abbreviations;
mod contents;
mod tokens;

pub use abbreviations::{Abbreviations, Expansion};
pub use contents::Heading;
pub use tokens::deepest;

use crate::values::Locale;

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

/// Finishes a page. `show` makes the HTML of a list.
///
/// # Errors
/// Those of `show`.
pub fn finish<E>(
    html: &str,
    locale: Locale,
    known: &Abbreviations,
    show: impl Fn(List) -> Result<String, E>,
) -> Result<String, E> {
    let (mut html, used) = known.mark_first_uses(html, locale);
    if html.contains(CONTENTS_MARK) {
        let headings = contents::headings(&html);
        let list = if headings.len() < FEWEST_HEADINGS {
            String::new()
        } else {
            show(List::Contents(headings))?
        };
        html = html.replacen(CONTENTS_MARK, &list, 1);
    }
    if html.contains(ABBREVIATIONS_MARK) {
        let list = if used.is_empty() { String::new() } else { show(List::Abbreviations(used))? };
        html = html.replacen(ABBREVIATIONS_MARK, &list, 1);
    }
    Ok(html)
}
