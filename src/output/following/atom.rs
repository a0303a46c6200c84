//! A feed → Atom 1.0 (RFC 4287).

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::pages::{EntryView, FeedLinkView, FeedView, TextView};
use crate::values::Date;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";
const PROGRAM: &str = "congkhai";

type Xml = Writer<Vec<u8>>;

/// The feed as a file. Writing to memory cannot fail.
pub fn written(feed: &FeedView) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    let _ = document(&mut xml, feed);
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn document(xml: &mut Xml, feed: &FeedView) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let start = xml
        .create_element("feed")
        .with_attribute(("xmlns", NAMESPACE))
        .with_attribute(("xml:lang", feed.locale.code()));
    start.write_inner_content(|xml| {
        element(xml, "id", &feed.id)?;
        element(xml, "title", &feed.title)?;
        element(xml, "subtitle", &feed.subtitle)?;
        element(xml, "updated", &moment(feed.updated))?;
        xml.create_element("author").write_inner_content(|xml| {
            element(xml, "name", &feed.author)?;
            element(xml, "uri", &feed.author_uri)
        })?;
        element(xml, "rights", &feed.rights)?;
        element(xml, "icon", &feed.icon)?;
        element(xml, "generator", PROGRAM)?;
        feed.links.iter().try_for_each(|it| link(xml, it))?;
        feed.entries.iter().try_for_each(|it| entry(xml, it))
    })?;
    Ok(())
}

fn entry(xml: &mut Xml, entry: &EntryView) -> io::Result<()> {
    xml.create_element("entry").write_inner_content(|xml| {
        element(xml, "id", &entry.id)?;
        text(xml, "title", &entry.title)?;
        element(xml, "updated", &moment(entry.updated))?;
        text(xml, "summary", &entry.summary)?;
        entry.links.iter().try_for_each(|it| link(xml, it))?;
        entry.categories.iter().try_for_each(|(term, label)| {
            let category = xml.create_element("category");
            let label = writable(label);
            let named = [("term", term.as_str()), ("label", &*label)];
            category.with_attributes(named).write_empty().map(|_| ())
        })
    })?;
    Ok(())
}

fn link(xml: &mut Xml, link: &FeedLinkView) -> io::Result<()> {
    let title = link.title.as_deref().map(writable);
    let attributes = [
        Some(("rel", link.rel)),
        link.media.map(|media| ("type", media)),
        link.hreflang.map(|language| ("hreflang", language)),
        title.as_ref().map(|title| ("title", &**title)),
        Some(("href", link.href.as_str())),
    ];
    xml.create_element("link").with_attributes(attributes.into_iter().flatten()).write_empty()?;
    Ok(())
}

fn element(xml: &mut Xml, name: &str, words: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&writable(words)))?;
    Ok(())
}

/// Without the characters that XML 1.0 cannot hold, not even escaped.
fn writable(words: &str) -> Cow<'_, str> {
    let is_not = |c: char| {
        (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
    };
    if words.contains(is_not) {
        Cow::Owned(words.replace(is_not, ""))
    } else {
        Cow::Borrowed(words)
    }
}

/// A text, with its language where that is not the feed's.
fn text(xml: &mut Xml, name: &str, text: &TextView) -> io::Result<()> {
    let element = xml.create_element(name);
    let element = match text.lang {
        Some(lang) => element.with_attribute(("xml:lang", lang)),
        None => element,
    };
    element.write_text_content(BytesText::new(&writable(&text.text)))?;
    Ok(())
}

/// The beginning of a day in Vietnam (RFC 3339).
fn moment(day: Date) -> String {
    format!("{day}T00:00:00+07:00")
}
