//! What a page says for machines that know no congkhai: schema.org as JSON-LD.
//!
//! In: a reader and what the page is about. Out: the text of a data block. Every address in it is absolute,
//! and one thing has one name (`@id`) on all pages, so that what many pages say of it can be put together.
//! Nothing stands here that the page does not say to people.

mod correction;
mod dataset;
mod legislation;
mod observation;
mod organization;
mod term;

use serde_json::{Value, json};

use super::Reader;
use super::address::{Address, tail};
use super::outlines::{Outline, What};
use super::parts::Form;
use super::shared::TextView;

/// The data block of a page; none where the page is about nothing that schema.org has a word for.
#[must_use]
pub fn linked(reader: &Reader, outline: &Outline) -> Option<String> {
    let thing = match outline.what {
        What::Home | What::OpenData => dataset::dataset(reader),
        What::Plan(plan) => legislation::whole(reader, plan),
        What::Part(plan, form @ (Form::OneLanguage | Form::SideBySide), part) => {
            legislation::part(reader, plan, form, part)
        }
        What::Item(plan, item) => observation::of_item(reader, plan, plan.items.get(item))?,
        What::Agency(agency) => organization::organization(reader, agency),
        What::Glossary => term::set(reader, &outline.address),
        What::Corrections => correction::log(reader, &outline.address)?,
        What::Part(_, Form::Coverage, _)
        | What::Area(..)
        | What::Agencies
        | What::Results(_)
        | What::Silence(_)
        | What::Deadlines(_)
        | What::Coverage(_)
        | What::Conflicts(_)
        | What::Commitments(_)
        | What::Reported(_)
        | What::OfKind(..)
        | What::OfStanding(..)
        | What::Text(_)
        | What::Search
        | What::SiteMap
        | What::Follow
        | What::Releases
        | What::Release(_)
        | What::Changes(_)
        | What::ReleaseItem(..)
        | What::Embed(..)
        | What::ReleaseEmbed(..)
        | What::Moved(_)
        | What::NotFound
        | What::ItemId(..)
        | What::Greeting => return None,
    };
    Some(block(thing))
}

/// The text between `<script type="application/ld+json">` and its end: nothing in it can end it early.
fn block(mut thing: Value) -> String {
    if let Value::Object(members) = &mut thing {
        members.insert("@context".to_owned(), json!("https://schema.org"));
    }
    thing.to_string().replace('<', "\\u003c")
}

/// A text, with its language where that is not the page's.
fn text(view: &TextView) -> Value {
    match view.lang {
        Some(lang) => json!({ "@language": lang, "@value": view.text }),
        None => json!(view.text),
    }
}

/// Who compiles the site.
fn publisher(reader: &Reader) -> Value {
    let name = text(&reader.text(&reader.model.site.record.publisher));
    json!({ "@type": "Organization", "name": name })
}

/// Puts in what there is.
fn with(
    mut thing: Value,
    members: impl IntoIterator<Item = (&'static str, Option<Value>)>,
) -> Value {
    if let Value::Object(all) = &mut thing {
        let there = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        all.extend(there);
    }
    thing
}

/// The permanent name of an item: the address that speaks both languages.
fn item_name(reader: &Reader, plan: &crate::model::Plan, item: &crate::model::Item) -> String {
    reader.absolute(&Address::new(None, tail::id(plan, item)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_block_early() {
        let text = block(json!({ "name": "</script><script>alert(1)</script> <!-- & \u{2028}" }));
        assert!(!text.contains('<'), "{text}");
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["name"], "</script><script>alert(1)</script> <!-- & \u{2028}");
        assert_eq!(back["@context"], "https://schema.org");
    }
}
