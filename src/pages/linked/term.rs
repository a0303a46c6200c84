//! The glossary as `DefinedTermSet`.

use serde_json::{Value, json};

use crate::content::Term;
use crate::pages::Reader;
use crate::pages::address::Address;
use crate::values::Locale;

use super::{text, with};

pub fn set(reader: &Reader, page: &Address) -> Value {
    let url = reader.absolute(page);
    let terms: Vec<Value> =
        reader.model.terms.iter().map(|term| of_term(reader, &url, &term.record)).collect();
    json!({
        "@type": "DefinedTermSet",
        "@id": format!("{url}#terms"),
        "url": url,
        "name": reader.say("glossary_title"),
        "inLanguage": reader.locale.code(),
        "hasDefinedTerm": terms,
    })
}

fn of_term(reader: &Reader, page: &str, term: &Term) -> Value {
    let forms = term.abbreviation.as_ref();
    let short = forms.and_then(|forms| match reader.locale {
        Locale::Vi => forms.vi.as_ref(),
        Locale::En => forms.en.as_ref(),
    });
    with(
        json!({
            "@type": "DefinedTerm",
            "@id": format!("{page}#{}", term.id),
            "name": text(&reader.text(&term.term)),
        }),
        [
            ("alternateName", short.map(|short| json!(short))),
            ("description", term.meaning.as_ref().map(|meaning| text(&reader.text(meaning)))),
        ],
    )
}
