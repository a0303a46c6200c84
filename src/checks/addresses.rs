//! No two pages want one address.
//!
//! The site is searched for clashes again when it is put together; here the files are known that an
//! editor can rename.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Model, Plan};
use crate::values::{Said, said};

/// Pages that the program makes itself, beside those of `content/pages/` and the plans.
const OF_SITE: [&str; 6] = ["agencies", "corrections", "glossary", "search", "sitemap", "ky"];

/// Pages that the program makes itself below each plan, beside its items.
const OF_PLAN: [&str; 11] = [
    "areas",
    "commitments",
    "with-report",
    "kinds",
    "standings",
    "decision",
    "results",
    "no-report",
    "deadlines",
    "coverage",
    "conflicts",
];

/// The pages of texts, and the plans.
pub fn rule_of_site(model: &Model, said: &mut Vec<Diagnostic>) {
    let mut taken = Taken::by_the_program(OF_SITE.map(str::to_owned));
    for page in model.pages.iter().filter_map(|both| both.vi.as_ref()) {
        let cure = said!(
            "give this file another name, in both languages",
            "đặt tên khác cho tệp này, ở cả hai ngôn ngữ"
        );
        said.extend(taken.take(page.name.clone(), Place::whole(&page.file), cure));
    }
    for plan in &model.plans {
        let cure = said!(
            "give one of the two plans another slug",
            "đặt `slug` khác cho một trong hai kế hoạch"
        );
        said.extend(taken.take(plan.record.slug.to_string(), plan.place.below("slug"), cure));
    }
}

/// What stands below one plan.
pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let slug = &plan.record.slug;
    let mut taken = Taken::by_the_program(OF_PLAN.map(|name| format!("{slug}/{name}")));
    for area in plan.areas.values() {
        let number = area.number.as_str().to_lowercase();
        let cure = said!(
            "correct the number of one of the two areas",
            "sửa số thứ tự của một trong hai lĩnh vực"
        );
        let place = area.place.below("number");
        said.extend(taken.take(format!("{slug}/areas/{number}"), place, cure));
        if let Some(annex) = &area.annex {
            let number = annex.as_str().to_lowercase();
            let cure = said!(
                "correct the annex number of one of the two areas",
                "sửa số thứ tự trong phụ lục của một trong hai lĩnh vực"
            );
            let place = area.place.below("annex");
            said.extend(taken.take(format!("{slug}/decision/annex-{number}"), place, cure));
        }
    }
    for item in plan.items.values() {
        let cure = said!(
            "give the item an id like those beside it, such as ii2-ct08",
            "đặt cho cam kết một mã cùng kiểu với các mã bên cạnh, ví dụ ii2-ct08"
        );
        said.extend(taken.take(format!("{slug}/{}", item.id), item.facts.below("id"), cure));
    }
}

/// Address to the place of what stands there; none for a page of the program.
struct Taken(BTreeMap<String, Option<Place>>);

impl Taken {
    fn by_the_program(addresses: impl IntoIterator<Item = String>) -> Self {
        Self(addresses.into_iter().map(|address| (address, None)).collect())
    }

    /// Takes an address; says so where it is taken.
    fn take(&mut self, address: String, place: Place, cure: Said) -> Option<Diagnostic> {
        let Some(first) = self.0.get(&address) else {
            self.0.insert(address, Some(place));
            return None;
        };
        let what = match first {
            Some(_) => said!(
                "the address {address}/ is given a second time",
                "địa chỉ {address}/ được dùng lần thứ hai"
            ),
            None => said!(
                "the program itself has a page at the address {address}/",
                "chương trình đã có sẵn một trang ở địa chỉ {address}/"
            ),
        };
        let clash = Diagnostic::new(Code::AddressClash, place, what, cure);
        Some(match first {
            Some(first) => {
                clash.with(first.clone(), said!("the first stands here", "lần thứ nhất ở đây"))
            }
            None => clash,
        })
    }
}
