//! No two pages want one address.
//!
//! The site is searched for clashes again when it is put together; here the files are known that an
//! editor can rename.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;
use crate::values::{Said, Text, folded, said};

/// Pages that the program makes itself, beside those of `content/pages/` and the plans.
const OF_SITE: [&str; 8] =
    ["agencies", "corrections", "data", "follow", "glossary", "ky", "search", "sitemap"];

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

/// A number as it stands in addresses: letters and digits, which a disk or a browser takes for nothing else. Those
/// that differ in marks only are one, because the parts of the document are addressed without marks.
fn in_address(number: &Text) -> Option<String> {
    let plain = folded(number.as_str()).replace('.', "-");
    let is_name = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.split('-').all(is_name).then_some(plain)
}

fn no_number(number: &Text, place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ValueUnreadable,
        place,
        said!(
            "“{number}” cannot stand in the address of a page",
            "“{number}” không thể nằm trong địa chỉ của một trang"
        ),
        said!(
            "write the number with letters and digits only, such as 2, IV or 2.1",
            "chỉ ghi số thứ tự bằng chữ và chữ số, ví dụ 2, IV hoặc 2.1"
        ),
    )
}

pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    for area in model.plans.iter().flat_map(|plan| plan.areas.values()) {
        let numbers = [("number", Some(&area.number)), ("annex", area.annex.as_ref())];
        for (key, number) in numbers {
            if let Some(number) = number.filter(|number| in_address(number).is_none()) {
                said.push(no_number(number, area.place.below(key)));
            }
        }
    }
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
            false
        } else {
            taken.insert(address, Some(place));
            true
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
            let number = in_address(&area.number).unwrap_or_default();
            let cure = said!(
                "correct the number of one of the two areas",
                "sửa số thứ tự của một trong hai lĩnh vực"
            );
            take(format!("{slug}/areas/{number}"), area.place.below("number"), cure);
            if let Some(annex) = &area.annex {
                let number = in_address(annex).unwrap_or_default();
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
            let is_free = take(format!("{slug}/{}", item.id), item.facts.below("id"), cure.clone());
            // `1` and `2025-i1` have the permanent link of `1-2025` and `i1`. It has no language, so its address is
            // none of those above.
            if is_free {
                take(format!("/id/{slug}-{}", item.id), item.facts.below("id"), cure);
            }
        }
    }
}
