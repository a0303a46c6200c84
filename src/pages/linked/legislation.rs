//! The decision and its parts as `Legislation`. The Vietnamese governs, so the English is a translation of
//! it without legal value.

use serde_json::{Value, json};

use crate::model::{PartIx, PartKind, Plan};
use crate::pages::Reader;
use crate::pages::address::{Address, tail};
use crate::pages::parts::{self, Form, tail_of};
use crate::values::Locale;

use super::organization::named;
use super::{text, with};

pub fn whole(reader: &Reader, plan: &Plan) -> Value {
    let instrument = &plan.record.instrument;
    let locale = reader.locale;
    let kind = reader.text(&instrument.kind);
    let thing = json!({
        "@type": "Legislation",
        "@id": name_of(reader, plan, locale),
        "url": reader.absolute(&document(plan, locale)),
        "name": text(&reader.text(&instrument.title)),
        "alternateName": format!("{} {}", kind.text, instrument.number),
        "legislationIdentifier": instrument.number,
        "legislationType": text(&kind),
        "legislationDate": instrument.date,
        "legislationPassedBy": named(reader, plan.issuer, instrument.date),
        "temporalCoverage": format!("{}/{}", plan.record.period.from, plan.record.period.to),
        "inLanguage": locale.code(),
    });
    match locale {
        Locale::Vi => thing,
        Locale::En => with(
            thing,
            [
                ("translationOfWork", Some(json!({ "@id": name_of(reader, plan, Locale::Vi) }))),
                ("legislationLegalValue", Some(json!("https://schema.org/UnofficialLegalValue"))),
            ],
        ),
    }
}

pub fn part(reader: &Reader, plan: &Plan, form: Form, at: PartIx) -> Value {
    if plan.parts.get(at).kind == PartKind::Opening && form == Form::OneLanguage {
        return whole(reader, plan);
    }
    let instrument = &plan.record.instrument;
    let (languages, of) = match form {
        Form::SideBySide => (json!(["vi", "en"]), Locale::Vi),
        Form::OneLanguage | Form::Coverage => (json!(reader.locale.code()), reader.locale),
    };
    let address = reader.address(tail_of(plan, form, at));
    json!({
        "@type": "Legislation",
        "@id": format!("{}#legislation", reader.absolute(&address)),
        "url": reader.absolute(&address),
        "name": text(&parts::title(reader, plan, form, at)),
        "inLanguage": languages,
        "isPartOf": {
            "@type": "Legislation",
            "@id": name_of(reader, plan, of),
            "legislationIdentifier": instrument.number,
            "legislationDate": instrument.date,
            "legislationPassedBy": named(reader, plan.issuer, instrument.date),
        },
    })
}

/// The name of the whole decision in a language.
pub fn name_of(reader: &Reader, plan: &Plan, locale: Locale) -> String {
    format!("{}#legislation", reader.absolute(&document(plan, locale)))
}

fn document(plan: &Plan, locale: Locale) -> Address {
    Address::new(Some(locale), tail::of_plan(plan, "decision"))
}
