//! Our own HTML as a sequence of tags and texts.

use memchr::memchr;

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'h> {
    /// `<p class="x">`: its name. `closed`: no end tag follows.
    Open {
        name: &'h str,
        closed: bool,
    },
    Close {
        name: &'h str,
    },
    /// A comment or the document type, whole.
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

/// The most elements that are open at once. One that is never closed stays open.
pub fn deepest(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    let mut scanner = Scanner::new(html);
    while let Some(token) = scanner.next(&mut |_, _| {}) {
        match token {
            Token::Open { closed: false, .. } => open += 1,
            Token::Close { .. } => open = open.saturating_sub(1),
            Token::Open { closed: true, .. } | Token::Other(_) | Token::Text(_) => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Calls `see` with every id of a page.
pub fn ids(html: &str, see: &mut dyn FnMut(&str)) {
    let mut scanner = Scanner::new(html);
    let mut attribute = |name: &str, value: &str| {
        if name == "id" {
            see(value);
        }
    };
    while scanner.next(&mut attribute).is_some() {}
}

/// Reads a page from its beginning to its end.
#[derive(Debug)]
pub struct Scanner<'h> {
    html: &'h str,
    /// Where the next piece begins.
    at: usize,
}

impl<'h> Scanner<'h> {
    pub fn new(html: &'h str) -> Self {
        Self { html, at: 0 }
    }

    /// Where the next piece begins, in bytes; behind the last, the length of the page.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next piece; together the pieces are the page. `attribute` gets the name and the value, as they are
    /// written, of each attribute of a tag that has a value.
    pub fn next(&mut self, attribute: &mut impl FnMut(&'h str, &'h str)) -> Option<Token<'h>> {
        let start = self.at;
        let first = self.byte(start)?;
        if first != b'<' {
            self.at = self.find(b'<', start);
            return Some(Token::Text(self.slice(start, self.at)));
        }
        match self.byte(start + 1) {
            Some(b'/') => {
                let end = self.end_of_name(start + 2);
                let name = self.slice(start + 2, end);
                self.at = self.behind(b'>', end);
                Some(Token::Close { name })
            }
            Some(letter) if letter.is_ascii_alphabetic() => {
                let end = self.end_of_name(start + 1);
                let name = self.slice(start + 1, end);
                let closed = self.attributes(end, attribute);
                Some(Token::Open { name, closed: closed || is_void(name) })
            }
            _ => {
                let rest = self.slice(start, self.html.len());
                self.at = if rest.starts_with("<!--") {
                    rest.find("-->").map_or(self.html.len(), |at| start + at + 3)
                } else {
                    self.behind(b'>', start)
                };
                Some(Token::Other(self.slice(start, self.at)))
            }
        }
    }

    /// Reads on to the end of the tag; tells whether it closes itself. A `>` may stand in a value.
    fn attributes(&mut self, mut at: usize, attribute: &mut impl FnMut(&'h str, &'h str)) -> bool {
        let mut name_at = at;
        loop {
            match self.byte(at) {
                None => {
                    self.at = self.html.len();
                    return false;
                }
                Some(b'>') => {
                    self.at = at + 1;
                    return self.byte(at - 1) == Some(b'/');
                }
                Some(b'"') => {
                    let end = self.find(b'"', at + 1);
                    if self.byte(end).is_some() {
                        attribute(self.slice(name_at, at - 1), self.slice(at + 1, end));
                    }
                    at = end + 1;
                    name_at = at;
                }
                Some(byte) => {
                    at += 1;
                    if byte.is_ascii_whitespace() {
                        name_at = at;
                    }
                }
            }
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.html.as_bytes().get(at).copied()
    }

    fn end_of_name(&self, from: usize) -> usize {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        let rest = self.html.as_bytes().get(from..).unwrap_or_default();
        rest.iter().position(ends).map_or(self.html.len(), |length| from + length)
    }

    /// Where the next such byte is; the length of the page where there is none.
    fn find(&self, byte: u8, from: usize) -> usize {
        let rest = self.html.as_bytes().get(from..).unwrap_or_default();
        memchr(byte, rest).map_or(self.html.len(), |length| from + length)
    }

    fn behind(&self, byte: u8, from: usize) -> usize {
        (self.find(byte, from) + 1).min(self.html.len())
    }

    /// All places are those of ASCII signs, so that no letter is cut.
    fn slice(&self, from: usize, to: usize) -> &'h str {
        self.html.get(from..to).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> (Vec<Token<'_>>, Vec<(&str, &str)>, String) {
        let (mut tokens, mut attributes, mut pieces) = (Vec::new(), Vec::new(), String::new());
        let mut scanner = Scanner::new(html);
        loop {
            let from = scanner.at();
            let Some(token) = scanner.next(&mut |name, value| attributes.push((name, value)))
            else {
                break;
            };
            assert!(scanner.at() > from, "{html}");
            pieces.push_str(&html[from..scanner.at()]);
            tokens.push(token);
        }
        (tokens, attributes, pieces)
    }

    #[test]
    fn pieces_make_the_page() {
        let html = r#"<!doctype html><p id="a > b" hidden lang="">x<br>y <b>z</b><svg><path d="M0"/></svg></p><!--c-->"#;
        let (tokens, attributes, pieces) = read(html);
        assert_eq!(pieces, html);
        let opened: Vec<(&str, bool)> = tokens
            .iter()
            .filter_map(|token| match token {
                Token::Open { name, closed } => Some((*name, *closed)),
                _ => None,
            })
            .collect();
        assert_eq!(
            opened,
            [("p", false), ("br", true), ("b", false), ("svg", false), ("path", true)]
        );
        assert_eq!(attributes, [("id", "a > b"), ("lang", ""), ("d", "M0")]);
        assert_eq!(tokens.last(), Some(&Token::Other("<!--c-->")));
        assert!(tokens.contains(&Token::Close { name: "svg" }));
        assert!(tokens.contains(&Token::Text("y ")));
    }

    #[test]
    fn what_is_cut_off_is_no_fault() {
        for html in
            ["<", "<p", "<!--", "</", "a<", "<p title=\"", "<p \"", "<p \"a\"", "<\"", "<p/"]
        {
            assert_eq!(read(html).2, html);
        }
    }
}
