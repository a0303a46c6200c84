//! English that is missing, or older than the Vietnamese it was made from.

use std::collections::BTreeSet;

use crate::content::digest;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Model, Plan};
use crate::values::said;

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let mut known = BTreeSet::new();
    for (key, text, place) in &plan.translatable {
        known.insert(key.as_str());
        if text.en.is_none() {
            said.push(Diagnostic::new(
                Code::EnglishMissing,
                place.clone(),
                said!("`{key}` has no English", "`{key}` chưa có bản tiếng Anh"),
                said!(
                    "translate it; until then the English page shows the Vietnamese and says \
                     so",
                    "dịch nội dung này; cho đến khi đó trang tiếng Anh hiển thị tiếng Việt và \
                     nói rõ điều này"
                ),
            ));
            continue;
        }
        let locked = plan.lock.entries.get(key);
        if locked.is_none_or(|entry| entry.digest != digest(text.vi.as_str())) {
            let message = if locked.is_some() {
                said!(
                    "the Vietnamese of `{key}` changed after its English was made",
                    "bản tiếng Việt của `{key}` đã thay đổi sau khi dịch sang tiếng Anh"
                )
            } else {
                said!(
                    "the English of `{key}` has not been accepted yet",
                    "bản tiếng Anh của `{key}` chưa được xác nhận"
                )
            };
            said.push(Diagnostic::new(
                Code::EnglishStale,
                place.clone(),
                message,
                said!(
                    "compare the two, mend the English, then run `congkhai accept-translation \
                     {key}`",
                    "đối chiếu hai bản, sửa bản tiếng Anh, rồi chạy `congkhai \
                     accept-translation {key}`"
                ),
            ));
        }
    }
    if let Some(file) = &plan.lock.file {
        for (key, entry) in &plan.lock.entries {
            if !known.contains(key.as_str()) {
                said.push(Diagnostic::new(
                    Code::LockUnused,
                    Place::line(file, entry.line),
                    said!("there is no text `{key}` any more", "không còn nội dung `{key}`"),
                    said!(
                        "run `congkhai accept-translation` to take it out",
                        "chạy `congkhai accept-translation` để bỏ dòng này"
                    ),
                ));
            }
        }
    }
}

/// The same of the pages of the site.
pub fn rule_of_pages(model: &Model, said: &mut Vec<Diagnostic>) {
    for page in &model.pages {
        if let (Some(vi), None) = (&page.vi, &page.en) {
            said.push(Diagnostic::new(
                Code::EnglishMissing,
                Place::whole(&vi.file),
                said!("the page `{}` has no English", "trang `{}` chưa có bản tiếng Anh", vi.name),
                said!("write pages/{}.en.md", "viết pages/{}.en.md", vi.name),
            ));
        }
    }
}
