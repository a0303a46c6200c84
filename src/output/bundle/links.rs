//! The links of a page, so that each names a file beside it.
//!
//! It reads pages as they are published: attributes may stand without quotes there.

use crate::output::dead_links::resolve;

/// What leads a reader, or loads something. Addresses for machines (canonical, alternate) stay whole: they
/// say where the page is published.
const NAMES: [&str; 3] = ["href", "src", "action"];

/// The page, with relative links to folders and absolute links into the site (`base`) leading to files.
/// `exists` knows the files of the archive.
pub fn made_local(
    path: &str,
    html: &str,
    base: Option<&str>,
    exists: &dyn Fn(&str) -> bool,
) -> String {
    let mut new = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, after) = rest.split_at(at);
        new.push_str(text);
        let (piece, after) = after.split_at(end_of_piece(after));
        if is_changed(piece) {
            new.push_str(&tag(piece, &|link| local(path, link, base, exists)));
        } else {
            new.push_str(piece);
        }
        rest = after;
    }
    new.push_str(rest);
    new
}

/// Where a tag or a comment ends; a script and a style with all that is in them.
fn end_of_piece(text: &str) -> usize {
    let after = |mark: &str| text.find(mark).map_or(text.len(), |at| at + mark.len());
    let end = end_of_tag(text);
    match text {
        _ if text.starts_with("<!--") => after("-->"),
        _ if text.starts_with("<style") => after("</style>"),
        _ if text.starts_with("<script") && !loads(text.get(..end).unwrap_or_default()) => {
            after("</script>")
        }
        _ => end,
    }
}

fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether a script is elsewhere and not in the page.
fn loads(tag: &str) -> bool {
    tag.contains(" src=")
}

/// Whether the links of a piece are for readers. What is for machines says where the page is published,
/// and stays.
fn is_changed(piece: &str) -> bool {
    let is_tag =
        piece.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    let opening = piece.get(..end_of_tag(piece)).unwrap_or_default();
    let is_code = piece.starts_with("<style") || piece.starts_with("<script") && !loads(opening);
    let is_for_machines = piece.starts_with("<link ")
        && ["canonical", "alternate ", "alternate>", "alternate\"", "hreflang"]
            .iter()
            .any(|word| piece.contains(word));
    is_tag && !is_code && !is_for_machines
}

/// A tag with its links changed; as it is where none changes.
fn tag(tag: &str, change: &dyn Fn(&str) -> Option<String>) -> String {
    let mut new = String::with_capacity(tag.len());
    let mut rest = tag;
    loop {
        // An attribute begins after white space, or after the quote of the one before.
        let Some((at, length)) = next_link(rest) else {
            new.push_str(rest);
            return new;
        };
        let (before, value) = rest.split_at(at + length);
        new.push_str(before);
        let (written, after, plain) = value_of(value);
        match change(plain) {
            Some(changed) => {
                new.push('"');
                new.push_str(&changed);
                new.push('"');
                // An attribute that stood without quotes may have been followed by nothing.
                if !after.starts_with([' ', '>', '/']) {
                    new.push(' ');
                }
            }
            None => new.push_str(written),
        }
        rest = after;
    }
}

/// The place and length of ` href=`.
fn next_link(text: &str) -> Option<(usize, usize)> {
    let places = NAMES.iter().filter_map(|name| {
        text.match_indices(&format!("{name}=")).find_map(|(at, found)| {
            let before = text.get(..at)?.chars().last()?;
            (before.is_whitespace() || before == '"' || before == '\'').then_some((at, found.len()))
        })
    });
    places.min()
}

/// A value as it is written, what follows it, and the value without its quotes.
fn value_of(text: &str) -> (&str, &str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            let end = inside.find(quote).unwrap_or(inside.len());
            let plain = inside.get(..end).unwrap_or_default();
            let (written, after) = text.split_at((end + 2).min(text.len()));
            return (written, after, plain);
        }
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    let (written, after) = text.split_at(end);
    (written, after, written)
}

/// The link to the file, where the link as it is would not lead there from a folder on a disk.
fn local(
    path: &str,
    link: &str,
    base: Option<&str>,
    exists: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let end = link.find(['?', '#']).unwrap_or(link.len());
    let (address, rest) = link.split_at(end);
    let target = match base.and_then(|base| address.strip_prefix(base)) {
        Some(inside) => inside.to_owned(),
        None if address.is_empty() || address.contains(':') || address.starts_with('/') => {
            return None;
        }
        None => {
            let target = resolve(path, address)?;
            if exists(&target) {
                return None;
            }
            target
        }
    };
    let folder = target.trim_end_matches('/');
    let index =
        if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    let file = [target, index].into_iter().find(|file| exists(file))?;
    Some(format!("{}{rest}", from(path, &file)))
}

/// How the page at `path` names a file.
fn from(path: &str, file: &str) -> String {
    format!("{}{file}", "../".repeat(path.matches('/').count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(html: &str) -> String {
        let files = ["index.html", "vi/index.html", "vi/a/index.html", "data/plan.json"];
        let exists = |file: &str| files.contains(&file);
        made_local("vi/a/index.html", html, Some("https://a.vn/cchc/"), &exists)
    }

    #[test]
    fn links_lead_to_files() {
        for (before, after) in [
            ("<a href=../>x</a>", "<a href=\"../../vi/index.html\">x</a>"),
            (
                "<a class=x href='../../vi/#y' id=z>",
                "<a class=x href=\"../../vi/index.html#y\" id=z>",
            ),
            ("<a href=\"..\">", "<a href=\"../../vi/index.html\">"),
            ("<a href=https://a.vn/cchc/>", "<a href=\"../../index.html\">"),
            ("<a href=https://a.vn/cchc/vi/a>", "<a href=\"../../vi/a/index.html\">"),
            (
                "<a href=\"https://a.vn/cchc/data/plan.json?x#y\">",
                "<a href=\"../../data/plan.json?x#y\">",
            ),
            ("<form action=../ method=get>", "<form action=\"../../vi/index.html\" method=get>"),
        ] {
            assert_eq!(changed(before), after);
        }
    }

    #[test]
    fn what_is_right_or_elsewhere_stays() {
        for same in [
            "<a href=../index.html#x>",
            "<a href=#x>",
            "<a href=https://a.vn/>",
            "<a href=https://b.vn/cchc/>",
            "<a href=mailto:a@b.vn?subject=../>",
            "<a href=/cchc/>",
            "<a href=../../../../>",
            "<a href=no/such/>",
            "<link rel=canonical href=https://a.vn/cchc/vi/a/>",
            "<link rel=alternate hreflang=vi href=https://a.vn/cchc/vi/a/>",
            "<p data-href=../>href=../</p>",
            "<script type=application/ld+json>{\"a\":\"<a href=../>\"}</script>",
            "<!-- <a href=../> --><style>a[href=\"../\"]{}</style>",
            "<a href=\"",
            "<",
            "a < b",
        ] {
            assert_eq!(changed(same), same);
        }
    }
}
