//! The sheet `Nguồn` → the source of all results of the form.

use crate::content::{Foreign, OutcomePeriod, Source};
use crate::values::{Locale, PartialDate, Text, Translated};

use super::answer::{Answers, Got, Length};
use super::meta::{ANSWER, Field};
use super::rows::Form;
use super::said::Said;

/// The source as far as it could be read.
#[derive(Debug)]
pub struct ReadSource {
    /// Missing where something is wrong with it.
    pub source: Option<Source>,
    pub published: Option<crate::values::Date>,
    pub period: Option<OutcomePeriod>,
    /// The words that stand for every row without words of its own.
    pub quote: Got<Text>,
}

/// Whether anything was filled in that was not there when the form was made.
pub fn is_touched(answers: &Answers) -> bool {
    [
        Field::Kind,
        Field::Title,
        Field::Number,
        Field::Url,
        Field::Published,
        Field::Read,
        Field::Quote,
    ]
    .into_iter()
    .any(|field| answers.sheet.get(field.row(), ANSWER).is_some())
}

pub fn read(answers: &mut Answers, form: &Form) -> ReadSource {
    let before = answers.said.len();
    let at = |field: Field| (field.row(), ANSWER);
    let kind = answers.choice(at(Field::Kind));
    let title = answers.words(at(Field::Title), Length::Any);
    let publisher = answers.words(at(Field::Publisher), Length::Any);
    let number = answers.words(at(Field::Number), Length::Any);
    let url = answers.address(at(Field::Url));
    let day_published = answers.day(at(Field::Published));
    let read = answers.day(at(Field::Read));
    let from = answers.day(at(Field::From));
    let to = answers.day(at(Field::To));
    let quote = answers.words(at(Field::Quote), Length::Any);
    for (field, missing) in [
        (Field::Kind, kind.is_nothing()),
        (Field::Title, title.is_nothing()),
        (Field::Publisher, publisher.is_nothing()),
        (Field::Published, day_published.is_nothing()),
        (Field::Read, read.is_nothing()),
        (Field::From, from.is_nothing()),
        (Field::To, to.is_nothing()),
    ] {
        if missing {
            answers.say(Said::FieldMissing, at(field), &[field.title()]);
        }
    }
    if number.is_nothing() && url.is_nothing() {
        answers.say(Said::SourceNameless, at(Field::Number), &[]);
    }
    let shown = |day: &crate::values::Date| day.shown(Locale::Vi);
    if let (Some(published), Some(read)) = (day_published.get(), read.get())
        && read < published
    {
        answers.say(Said::ReadTooEarly, at(Field::Read), &[&shown(read), &shown(published)]);
    }
    if let (Some(from), Some(to)) = (from.get(), to.get())
        && to < from
    {
        answers.say(Said::PeriodBackwards, at(Field::To), &[&shown(to), &shown(from)]);
    }
    let sound = answers.said.len() == before;
    let day = day_published.value();
    let period = from.value().zip(to.value()).map(|(from, to)| OutcomePeriod { from, to });
    let source = kind.value().zip(publisher.value()).zip(read.value()).filter(|_| sound).map(
        |((kind, publisher), read)| Source {
            kind,
            title: title.value().map(vietnamese),
            description: None,
            publisher: publisher_of(form, publisher),
            number: number.value(),
            url: url.value(),
            published: day.map(PartialDate::Day),
            published_note: None,
            read: PartialDate::Day(read),
            read_note: None,
        },
    );
    ReadSource { source, published: day, period, quote }
}

/// The English of the publisher is known where it is the body itself.
fn publisher_of(form: &Form, publisher: Text) -> Translated {
    let name = form.name();
    if name.vi == publisher { name.clone() } else { Translated { vi: publisher, en: None } }
}

pub fn vietnamese(text: Text) -> Foreign {
    // The tag of a language is never empty.
    let lang = Locale::Vi.code().parse().unwrap_or_else(|_| text.clone());
    Foreign { text, lang, machine_translated: false }
}
