//! What search finds beside the plans: agencies, terms and pages; and which names mean the same.

use crate::model::{Agency, Model};
use crate::pages::address::tail;
use crate::pages::markdown::plain_text;
use crate::pages::{Reader, TextView};
use crate::values::Locale;

use super::document::SearchDocument;

pub fn add(reader: &Reader, documents: &mut Vec<SearchDocument>) {
    let model = reader.model;
    documents.extend(model.agencies.values().map(|agency| of_agency(reader, agency)));
    documents.extend(model.terms.iter().map(|term| of_term(reader, &term.record)));
    for both in &model.pages {
        let Some(vietnamese) = &both.vi else { continue };
        let (page, locale) = match (&both.en, reader.locale) {
            (Some(english), Locale::En) => (english, Locale::En),
            _ => (vietnamese, Locale::Vi),
        };
        let title = TextView::new(&page.title, locale, reader.locale);
        let href = reader.address(format!("{}/", page.name)).file();
        documents.push(SearchDocument::new("page", href, &title).line(&plain_text(&page.body)));
    }
    for (page, title) in [
        ("agencies/", "agencies_title"),
        ("corrections/", "corrections_title"),
        ("glossary/", "glossary_title"),
        ("sitemap/", "sitemap_title"),
        ("follow/", "follow_title"),
        ("data/", "data_title"),
    ] {
        let title = TextView::of_interface(reader.say(title));
        documents.push(SearchDocument::new("page", reader.address(page).file(), &title));
    }
}

fn of_agency(reader: &Reader, agency: &Agency) -> SearchDocument {
    let href = reader.address(tail::agency(agency)).file();
    let title = match reader.model.plans.first() {
        Some(plan) => &agency.name_on(plan.record.instrument.date).name,
        None => &agency.last_name().name,
    };
    let abbreviation = agency.record.abbreviation.as_ref().map(crate::values::Text::as_str);
    let names = agency.record.names.iter().map(|name| reader.plain(&name.name));
    let title = reader.text(title);
    let mut document = SearchDocument::new("agency", href, &title)
        .known_as([agency.record.id.as_str()])
        .row(
            names.filter(|name| *name != title.text).collect::<Vec<_>>().iter().map(String::as_str),
        )
        .line(abbreviation.unwrap_or_default());
    for printed in &agency.record.printed {
        document = document.line(printed.as_str());
    }
    document
}

fn of_term(reader: &Reader, term: &crate::content::Term) -> SearchDocument {
    let href = format!("{}#{}", reader.address("glossary/").file(), term.id);
    let mut document = SearchDocument::new("term", href, &reader.text(&term.term));
    let forms = term.abbreviation.as_ref();
    let short = forms.and_then(|forms| match reader.locale {
        Locale::Vi => forms.vi.as_ref(),
        Locale::En => forms.en.as_ref().or(forms.vi.as_ref()),
    });
    if let Some(short) = short {
        document = document.numbered(short.as_str());
    }
    let other = match reader.locale {
        Locale::Vi => term.term.en.as_ref(),
        Locale::En => Some(&term.term.vi),
    };
    if let Some(other) = other {
        document = document.line(other.as_str());
    }
    document.line(&term.meaning.as_ref().map_or_else(String::new, |text| reader.plain(text)))
}

/// The names of each term of the glossary in both languages, where it has more than one.
pub fn same(model: &Model) -> Vec<Vec<String>> {
    let names = |term: &crate::content::Term| {
        let forms = term.abbreviation.as_ref();
        let mut names: Vec<String> = [
            Some(&term.term.vi),
            forms.and_then(|forms| forms.vi.as_ref()),
            term.term.en.as_ref(),
            forms.and_then(|forms| forms.en.as_ref()),
        ]
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
        names.dedup();
        names
    };
    model.terms.iter().map(|term| names(&term.record)).filter(|names| names.len() > 1).collect()
}
