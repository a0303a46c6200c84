//! Our own HTML as a sequence of tags and texts, and a tag as a sequence of attributes.

use memchr::{memchr, memchr2};

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'h> {
    /// `<p class="x">`: its name and the whole tag. `closed`: no end tag follows.
    Open {
        name: &'h str,
        tag: &'h str,
        closed: bool,
    },
    Close {
        name: &'h str,
        tag: &'h str,
    },
    /// A comment or the document type.
    Other(&'h str),
    Text(&'h str),
}

/// Elements that have no end tag.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "wbr"
    )
}

/// The pieces in order; together they are the page.
pub fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |at| at + 3)
        } else if rest.starts_with('<') {
            end_of_tag(rest)
        } else {
            memchr(b'<', rest.as_bytes()).unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(token(piece))
    })
}

/// A `>` may stand in an attribute's value.
fn end_of_tag(text: &str) -> usize {
    let mut at = 0;
    let next = |from: usize, find: &dyn Fn(&[u8]) -> Option<usize>| {
        text.as_bytes().get(from..).and_then(find).map(|found| from + found)
    };
    while let Some(found) = next(at, &|bytes| memchr2(b'"', b'>', bytes)) {
        if text.as_bytes().get(found) == Some(&b'>') {
            return found + 1;
        }
        match next(found + 1, &|bytes| memchr(b'"', bytes)) {
            Some(closing) => at = closing + 1,
            None => break,
        }
    }
    text.len()
}

fn token(piece: &str) -> Token<'_> {
    let name = |inside: &'_ str| -> usize {
        let ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        inside.bytes().position(ends).unwrap_or(inside.len())
    };
    if let Some(inside) = piece.strip_prefix("</") {
        let (name, _) = inside.split_at(name(inside));
        return Token::Close { name, tag: piece };
    }
    match piece.strip_prefix('<') {
        Some(inside) if inside.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let (name, _) = inside.split_at(name(inside));
            let closed = piece.ends_with("/>") || is_void(name);
            Token::Open { name, tag: piece, closed }
        }
        Some(_) => Token::Other(piece),
        None => Token::Text(piece),
    }
}

/// The attributes of a tag that have a value: name and value, as they are written.
pub fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let (before, after) = rest.split_at_checked(memchr(b'"', rest.as_bytes())? + 1)?;
        let (value, after) = after.split_at_checked(memchr(b'"', after.as_bytes())?)?;
        rest = after.get(1..).unwrap_or_default();
        let before = before.strip_suffix("=\"").unwrap_or(before);
        let space = before.bytes().rposition(|byte| byte.is_ascii_whitespace());
        let name = space.and_then(|at| before.get(at + 1..)).unwrap_or(before);
        Some((name, value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_the_page() {
        let html = r#"<!doctype html><p title="a > b">x<br>y <b>z</b><svg><path d="M0"/></svg></p><!--c-->"#;
        let all: Vec<Token> = tokens(html).collect();
        let together: String = all
            .iter()
            .map(|token| match token {
                Token::Open { tag, .. } | Token::Close { tag, .. } => *tag,
                Token::Other(text) | Token::Text(text) => *text,
            })
            .collect();
        assert_eq!(together, html);
        let opened: Vec<(&str, bool)> = all
            .iter()
            .filter_map(|token| match token {
                Token::Open { name, closed, .. } => Some((*name, *closed)),
                _ => None,
            })
            .collect();
        assert_eq!(
            opened,
            [("p", false), ("br", true), ("b", false), ("svg", false), ("path", true)]
        );
        let of = |tag: &'static str| attributes(tag).collect::<Vec<_>>();
        assert_eq!(of(r#"<p id="a" hidden lang="">"#), [("id", "a"), ("lang", "")]);
        assert_eq!(of(r#"<p hidden title="a=b > c""#), [("title", "a=b > c")]);
        assert_eq!(of("<p hidden>"), []);
    }

    #[test]
    fn what_is_cut_off_is_no_fault() {
        for html in ["<", "<p", "<!--", "</", "a<", "<p title=\""] {
            let length: usize = tokens(html)
                .map(|token| match token {
                    Token::Open { tag, .. } | Token::Close { tag, .. } => tag.len(),
                    Token::Other(text) | Token::Text(text) => text.len(),
                })
                .sum();
            assert_eq!(length, html.len(), "{html}");
        }
    }
}
