//! No two pages want one address.
//!
//! The site is searched for clashes again when it is put together; here the files are known that an
//! editor can rename.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;
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

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    // Address to the place of what stands there; none for a page of the program.
    let mut taken: BTreeMap<String, Option<Place>> = BTreeMap::new();
    for name in OF_SITE {
        taken.insert(name.to_owned(), None);
    }
    for plan in &model.plans {
        for name in OF_PLAN {
            taken.insert(format!("{}/{name}", plan.record.slug), None);
        }
    }
    let mut take = |address: String, place: Place, cure: Said| {
        if let Some(first) = taken.get(&address) {
            let mut clash = Diagnostic::new(
                Code::AddressClash,
                place,
                match first {
                    Some(_) => said!(
                        "the address {address}/ is given a second time",
                        "địa chỉ {address}/ được dùng lần thứ hai"
                    ),
                    None => said!(
                        "the program itself has a page at the address {address}/",
                        "chương trình đã có sẵn một trang ở địa chỉ {address}/"
                    ),
                },
                cure,
            );
            if let Some(first) = first {
                clash =
                    clash.with(first.clone(), said!("the first stands here", "lần thứ nhất ở đây"));
            }
            said.push(clash);
        } else {
            taken.insert(address, Some(place));
        }
    };
    for page in model.pages.iter().filter_map(|both| both.vi.as_ref()) {
        let cure = said!(
            "give this file another name, in both languages",
            "đặt tên khác cho tệp này, ở cả hai ngôn ngữ"
        );
        take(page.name.clone(), Place::whole(&page.file), cure);
    }
    for plan in &model.plans {
        let slug = &plan.record.slug;
        take(
            slug.to_string(),
            plan.place.below("slug"),
            said!(
                "give one of the two plans another slug",
                "đặt `slug` khác cho một trong hai kế hoạch"
            ),
        );
        for area in plan.areas.values() {
            let number = area.number.as_str().to_lowercase();
            let cure = said!(
                "correct the number of one of the two areas",
                "sửa số thứ tự của một trong hai lĩnh vực"
            );
            take(format!("{slug}/areas/{number}"), area.place.below("number"), cure);
            if let Some(annex) = &area.annex {
                let number = annex.as_str().to_lowercase();
                let cure = said!(
                    "correct the annex number of one of the two areas",
                    "sửa số thứ tự trong phụ lục của một trong hai lĩnh vực"
                );
                take(format!("{slug}/decision/annex-{number}"), area.place.below("annex"), cure);
            }
        }
        for item in plan.items.values() {
            let cure = said!(
                "give the item an id like those beside it, such as ii2-ct08",
                "đặt cho cam kết một mã cùng kiểu với các mã bên cạnh, ví dụ ii2-ct08"
            );
            take(format!("{slug}/{}", item.id), item.facts.below("id"), cure);
        }
    }
}
