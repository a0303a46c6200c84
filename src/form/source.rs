//! The sheet `Nguồn` → the source of all results of the form.

use crate::content::{Foreign, OutcomePeriod, Source};
use crate::values::{Locale, PartialDate, Text, Translated};

use super::answer::{Answers, Got, Length};
use super::meta::Field;
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
    let mut ours = Field::ALL.into_iter().filter(|field| !field.is_prefilled());
    ours.any(|field| answers.holds(field.at()))
}

pub fn read(answers: &mut Answers, form: &Form) -> ReadSource {
    let before = answers.said.len();
    let kind = answers.choice(Field::Kind.at());
    let title = answers.words(Field::Title.at(), Length::Any);
    let publisher = answers.words(Field::Publisher.at(), Length::Any);
    let number = answers.words(Field::Number.at(), Length::Any);
    let url = answers.address(Field::Url.at());
    let day_published = answers.day(Field::Published.at());
    let read = answers.day(Field::Read.at());
    let from = answers.day(Field::From.at());
    let to = answers.day(Field::To.at());
    let quote = answers.words(Field::Quote.at(), Length::Any);
    for field in Field::ALL.into_iter().filter(|field| field.required()) {
        if !answers.holds(field.at()) {
            answers.say(Said::FieldMissing, field.at(), &[field.title()]);
        }
    }
    if number.is_nothing() && url.is_nothing() {
        answers.say(Said::SourceNameless, Field::Number.at(), &[]);
    }
    let shown = |day: &crate::values::Date| day.shown(Locale::Vi);
    if let (Some(published), Some(read)) = (day_published.get(), read.get())
        && read < published
    {
        answers.say(Said::ReadTooEarly, Field::Read.at(), &[&shown(read), &shown(published)]);
    }
    if let (Some(from), Some(to)) = (from.get(), to.get())
        && to < from
    {
        answers.say(Said::PeriodBackwards, Field::To.at(), &[&shown(to), &shown(from)]);
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
