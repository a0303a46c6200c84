//! No two pages want one address.
//!
//! The site is searched for clashes again when it is put together; here the files are known that an
//! editor can rename.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Model, Plan};
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
    for one in &model.plans {
        for other in &model.plans {
            same_permanent_links(one, other, said);
        }
    }
}

/// `1` and `2025-i1` have the permanent link of `1-2025` and `i1`.
fn same_permanent_links(one: &Plan, other: &Plan, said: &mut Vec<Diagnostic>) {
    let (slug, longer) = (one.record.slug.as_str(), other.record.slug.as_str());
    let Some(rest) = longer.strip_prefix(slug).and_then(|rest| rest.strip_prefix('-')) else {
        return;
    };
    for item in other.items.values() {
        if let Some(first) = one.items_by_id.get(&format!("{rest}-{}", item.id)) {
            let address = format!("/id/{longer}-{}", item.id);
            let first = one.items.get(*first).facts.below("id");
            said.push(clash(&address, item.facts.below("id"), Some(&first), id_like_others()));
        }
    }
}

fn id_like_others() -> Said {
    said!(
        "give the item an id like those beside it, such as ii2-ct08",
        "đặt cho cam kết một mã cùng kiểu với các mã bên cạnh, ví dụ ii2-ct08"
    )
}

/// What stands below one plan.
pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let slug = &plan.record.slug;
    let mut taken = Taken::by_the_program(OF_PLAN.map(|name| format!("{slug}/{name}")));
    for area in plan.areas.values() {
        let numbers = [("number", Some(&area.number)), ("annex", area.annex.as_ref())];
        for (key, number) in numbers {
            if let Some(number) = number.filter(|number| in_address(number).is_none()) {
                said.push(no_number(number, area.place.below(key)));
            }
        }
        let number = in_address(&area.number).unwrap_or_default();
        let cure = said!(
            "correct the number of one of the two areas",
            "sửa số thứ tự của một trong hai lĩnh vực"
        );
        let place = area.place.below("number");
        said.extend(taken.take(format!("{slug}/areas/{number}"), place, cure));
        if let Some(annex) = &area.annex {
            let number = in_address(annex).unwrap_or_default();
            let cure = said!(
                "correct the annex number of one of the two areas",
                "sửa số thứ tự trong phụ lục của một trong hai lĩnh vực"
            );
            let place = area.place.below("annex");
            said.extend(taken.take(format!("{slug}/decision/annex-{number}"), place, cure));
        }
    }
    for item in plan.items.values() {
        let place = item.facts.below("id");
        said.extend(taken.take(format!("{slug}/{}", item.id), place, id_like_others()));
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
        Some(clash(&address, place, first.as_ref(), cure))
    }
}

/// `first` is what stands there already; none for a page of the program.
fn clash(address: &str, place: Place, first: Option<&Place>, cure: Said) -> Diagnostic {
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
    match first {
        Some(first) => {
            clash.with(first.clone(), said!("the first stands here", "lần thứ nhất ở đây"))
        }
        None => clash,
    }
}
