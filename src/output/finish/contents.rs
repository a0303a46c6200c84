//! The headings of a page, for its list of contents.

use serde::Serialize;

use super::tokens::{Token, attribute, tokens};

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    pub anchor: String,
    /// HTML without tags: entities are still written as such.
    pub label_html: String,
}

/// The headings of the second level, in the main part of the page, that have an id.
pub fn headings(html: &str) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut open: Option<Heading> = None;
    let mut in_main = false;
    for token in tokens(html) {
        match token {
            Token::Open { name: "main", .. } => in_main = true,
            Token::Close { name: "main", .. } => in_main = false,
            Token::Open { name: "h2", tag, .. } if in_main => {
                open = attribute(tag, "id")
                    .map(|anchor| Heading { anchor: anchor.to_owned(), label_html: String::new() });
            }
            Token::Close { name: "h2", .. } => found.extend(open.take()),
            Token::Text(text) => {
                if let Some(heading) = &mut open {
                    heading.label_html.push_str(text);
                }
            }
            Token::Open { .. } | Token::Close { .. } | Token::Other(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_with_an_id_are_listed_without_their_tags() {
        let html = r#"<main><h1 id="t">T</h1><h2 id="a">A <b>&amp;</b> B</h2><h2>no id</h2><h3 id="c">C</h3></main><h2 id="f">foot</h2>"#;
        let expected = [Heading { anchor: "a".to_owned(), label_html: "A &amp; B".to_owned() }];
        assert_eq!(headings(html), expected);
    }
}
