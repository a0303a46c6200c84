//! The headings of a page, for its list of contents: those of the second level in its main part that have an
//! id.

use serde::Serialize;

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    pub anchor: String,
    /// HTML without tags: entities are still written as such.
    pub label_html: String,
}

#[cfg(test)]
mod tests {
    use super::super::pass::walk;
    use super::super::{Abbreviations, Shape};
    use super::*;
    use crate::values::Locale;

    #[test]
    fn headings_with_an_id_are_listed_without_their_tags() {
        let html = r#"<main><h1 id="t">T</h1><h2 id="a">A <b>&amp;</b> B</h2><h2>no id</h2><h3 id="c">C</h3></main><h2 id="f">foot</h2>"#;
        let walked = walk(html, Locale::Vi, &Abbreviations::default(), Shape::Small, &mut |_| {});
        let expected = [Heading { anchor: "a".to_owned(), label_html: "A &amp; B".to_owned() }];
        assert_eq!(walked.headings, expected);
    }
}
