//! Our own HTML as a sequence of tags and texts.

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
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];

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
            rest.find('<').unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(token(piece))
    })
}

/// The most elements that are open at once. One that is never closed stays open.
pub fn deepest(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for token in tokens(html) {
        match token {
            Token::Open { closed: false, .. } => open += 1,
            Token::Close { .. } => open = open.saturating_sub(1),
            Token::Open { closed: true, .. } | Token::Other(_) | Token::Text(_) => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// A `>` may stand in an attribute's value.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn token(piece: &str) -> Token<'_> {
    let name = |inside: &'_ str| -> usize {
        inside.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(inside.len())
    };
    if let Some(inside) = piece.strip_prefix("</") {
        let (name, _) = inside.split_at(name(inside));
        return Token::Close { name, tag: piece };
    }
    match piece.strip_prefix('<') {
        Some(inside) if inside.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let (name, _) = inside.split_at(name(inside));
            let closed = piece.ends_with("/>") || VOID.contains(&name);
            Token::Open { name, tag: piece, closed }
        }
        Some(_) => Token::Other(piece),
        None => Token::Text(piece),
    }
}

/// The value of an attribute of a tag, as it is written.
pub fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
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
        assert_eq!(attribute(r#"<p id="a" lang="vi">"#, "lang"), Some("vi"));
        assert_eq!(attribute(r#"<p hreflang="vi">"#, "lang"), None);
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
