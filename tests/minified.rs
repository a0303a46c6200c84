//! Making pages smaller changes nothing that a reader reads, follows or hears.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

use congkhai::model::Settings;
use congkhai::output::Shape;
use congkhai::{Job, check, compile, load_theme, output, pages};
use rayon::prelude::*;
use scraper::node::Node;
use scraper::{ElementRef, Html};

/// Elements inside a line; every other element stands on lines of its own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// Attributes whose values people read, hear or follow.
const ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "lang",
    "id",
    "alt",
    "title",
    "aria-label",
    "aria-current",
    "datetime",
    "content",
    "hreflang",
    "rel",
    "scope",
    "colspan",
    "rowspan",
    "open",
    "for",
    "type",
    "value",
    "name",
];

/// What a browser makes of a page, line by line: texts with their white space collapsed, and what hangs
/// on the elements.
fn read(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut lines = vec![String::new()];
    walk(page.root_element(), false, &mut lines);
    lines
        .into_iter()
        .map(|line| match line.strip_prefix('\0') {
            Some(verbatim) => verbatim.to_owned(),
            None => line.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        })
        .filter(|line| !line.is_empty())
        .collect()
}

fn walk(element: ElementRef, verbatim: bool, lines: &mut Vec<String>) {
    let name = element.value().name();
    let inline = INLINE.contains(&name);
    let verbatim = verbatim || name == "pre";
    let break_line = |lines: &mut Vec<String>| {
        lines.push(if verbatim { "\0".to_owned() } else { String::new() });
    };
    if !inline {
        break_line(lines);
    }
    // What a telephone does with the page is no text; the spaces in it mean nothing.
    let told = if element.value().attr("name") == Some("viewport") { &[] } else { ATTRIBUTES };
    for attribute in told {
        if let Some(value) = element.value().attr(attribute) {
            let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            // Behind the text of the line, so that it parts no word.
            let at = lines.len() - 1;
            lines.insert(at, format!("{name} {attribute}={value}"));
        }
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => lines.last_mut().unwrap().push_str(text),
            Node::Element(_) => walk(ElementRef::wrap(child).unwrap(), verbatim, lines),
            _ => {}
        }
    }
    if !inline {
        lines.push(String::new());
    }
}

#[test]
fn the_pages_read_the_same() {
    let job = Job { content: "content".into(), settings: Settings::default(), theme: None };
    let checked = check(&job);
    let mut model = checked.model.unwrap();
    model.site.record.share_pictures = false;
    let theme = load_theme(&job, Some(&model)).unwrap();
    let (_, site) = compile(&model, &theme).unwrap();
    let pages = pages::lay_out(&model, &theme.words);
    assert!(pages.len() > 500, "only {} pages", pages.len());
    let known = output::Abbreviations::of(&model);
    let readable = |page| output::render(&theme, &known, page, Shape::Readable).unwrap();
    let (mut before, mut after) = (0, 0);
    for page in &pages {
        before += readable(page).len();
        after += site.files[&page.address.file()].len();
    }
    assert!(after < before, "nothing was made smaller: {before} bytes, then {after}");
    let mut differ: Vec<String> = pages
        .par_iter()
        .filter_map(|page| {
            let file = page.address.file();
            let whole = read(&readable(page));
            let small = read(std::str::from_utf8(&site.files[&file]).unwrap());
            assert!(whole.len() > 20, "{file} has {} lines only", whole.len());
            let first = whole.iter().zip(&small).find(|(whole, small)| whole != small);
            (whole != small).then(|| format!("{file}: {first:?}"))
        })
        .collect();
    differ.sort();
    assert!(
        differ.is_empty(),
        "{} of {} pages read otherwise\n{}",
        differ.len(),
        pages.len(),
        differ.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn the_reading_sees_what_a_reader_would_miss() {
    let page = |body: &str| read(&format!("<!doctype html><title>t</title><body>{body}"));
    assert_eq!(page("<p>a  b\n c</p>"), page("<p>a b c"));
    assert_eq!(page("<p>a <b>b</b> c</p>"), page("<p>a <b>b</b>\nc</p>"));
    for (one, other) in [
        ("<p>a <b>b</b></p>", "<p>a<b>b</b></p>"),
        ("<p>a</p><p>b</p>", "<p>a b</p>"),
        ("<p lang=en>a</p>", "<p>a</p>"),
        ("<a href=x>a</a>", "<a href=y>a</a>"),
        ("<pre>a  b</pre>", "<pre>a b</pre>"),
        ("<p>1&nbsp;%</p>", "<p>1 %</p>"),
    ] {
        assert_ne!(page(one), page(other), "{one} and {other}");
    }
}
