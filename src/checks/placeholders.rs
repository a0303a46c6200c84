//! Nothing that was meant to be replaced is published.

use crate::content::looks_like_a_placeholder;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Model, Plan};
use crate::values::{BaseUrl, Text, WebAddress, said};

/// The sources of a plan.
pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let mut each = |text: Option<&str>, place: Place| say(text, place, said);
    for source in plan.sources.values() {
        each(source.record.url.as_ref().map(WebAddress::as_str), source.place.below("url"));
        let publisher = source.place.below("publisher").below("vi");
        each(Some(source.record.publisher.vi.as_str()), publisher);
        let title = source.record.title.as_ref().map(|title| title.text.as_str());
        each(title, source.place.below("title").below("text"));
    }
}

fn say(text: Option<&str>, place: Place, said: &mut Vec<Diagnostic>) {
    if let Some(found) = text.and_then(looks_like_a_placeholder) {
        said.push(Diagnostic::new(
            Code::Placeholder,
            place,
            said!("“{found}” is a placeholder", "“{found}” là nội dung tạm"),
            said!(
                "write the real thing, or take the key out while it is not known",
                "ghi nội dung thật, hoặc bỏ khóa khi chưa biết"
            ),
        ));
    }
}

/// The settings of the site.
pub fn rule_of_site(model: &Model, said: &mut Vec<Diagnostic>) {
    let mut each = |text: Option<&str>, place: Place| say(text, place, said);
    let site = &model.site;
    let record = &site.record;
    for (text, key) in
        [(&record.title, "title"), (&record.publisher, "publisher"), (&record.notice, "notice")]
    {
        let place = site.place.below(key);
        each(Some(text.vi.as_str()), place.below("vi"));
        each(text.en.as_ref().map(Text::as_str), place.below("en"));
    }
    let contact = &record.contact;
    each(contact.email.as_ref().map(Text::as_str), site.place.below("contact").below("email"));
    each(contact.url.as_ref().map(WebAddress::as_str), site.place.below("contact").below("url"));
    each(record.base_url.as_ref().map(BaseUrl::as_str), site.place.below("base_url"));
    each(Some(record.licence.id.as_str()), site.place.below("licence").below("id"));
    each(Some(record.licence.url.as_str()), site.place.below("licence").below("url"));
}
