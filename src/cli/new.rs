//! `new`: files for a plan, an area, agencies or an outcome, with a gap for each fact to be filled in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::output::Refusal;
use crate::values::{AgencyId, ItemId, Locale, Said, Unreadable, said};

use super::{Answer, fresh, starter, tell};

/// What can be made.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum What {
    Plan,
    Area,
    Agency,
    Outcome,
}

pub fn new(content: &Path, what: What, ids: &[String], plan: Option<&str>, lang: Locale) -> Answer {
    let files: BTreeMap<PathBuf, String> = match what {
        What::Plan => of_each(ids, |id| Ok(plan_files(content, id, lang)))?,
        What::Area => {
            let plan = plan_folder(content, plan)?;
            of_each(ids, |id| area_files(&plan, id, lang))?
        }
        What::Outcome => {
            let plan = plan_folder(content, plan)?;
            of_each(ids, |id| Ok(outcome_files(&plan, id, lang)))?
        }
        What::Agency => return agencies(content, ids, lang),
    };
    fresh::write_all(&files)?;
    for path in files.keys() {
        told(path, lang);
    }
    ask_for_check(lang);
    Ok(0)
}

fn told(path: &Path, lang: Locale) {
    tell(said!("made {}\n", "đã tạo {}\n", path.display()).get(lang));
}

fn ask_for_check(lang: Locale) {
    let said = said!(
        "fill in what stands in [[…]]; `congkhai check` names what is left\n",
        "điền vào các chỗ [[…]]; `congkhai check` nêu những chỗ còn lại\n"
    );
    tell(said.get(lang));
}

fn no_id(fault: Unreadable) -> Refusal {
    Refusal::new(fault.message, fault.help)
}

fn of_each(
    ids: &[String],
    make: impl Fn(&str) -> Result<BTreeMap<PathBuf, String>, Refusal>,
) -> Result<BTreeMap<PathBuf, String>, Refusal> {
    let mut files = BTreeMap::new();
    for id in ids {
        id.parse::<ItemId>().map_err(no_id)?;
        files.extend(make(id)?);
    }
    Ok(files)
}

/// The files of a folder of `src/cli/starter/new/`, below `into`.
fn made(
    from: &str,
    into: &Path,
    values: &[(&str, &str)],
    lang: Locale,
) -> BTreeMap<PathBuf, String> {
    starter::files(from)
        .into_iter()
        .map(|(below, text)| (into.join(below), starter::filled(&text, values, lang)))
        .collect()
}

fn plan_files(content: &Path, id: &str, lang: Locale) -> BTreeMap<PathBuf, String> {
    // "qd-123-2026" is a good name for a folder; an address needs no kind of document.
    let slug = id.strip_prefix("qd-").unwrap_or(id);
    made("new/plan", &content.join("plans").join(id), &[("slug", slug)], lang)
}

fn area_files(plan: &Path, id: &str, lang: Locale) -> Result<BTreeMap<PathBuf, String>, Refusal> {
    let digits: String = id.chars().take_while(char::is_ascii_digit).collect();
    let Some(number) = digits.parse::<usize>().ok().filter(|number| (1..40).contains(number))
    else {
        return Err(Refusal::new(
            said!(
                "`{id}` does not begin with the number of the area",
                "`{id}` không bắt đầu bằng số thứ tự của lĩnh vực"
            ),
            said!(
                "write the number first, such as 2-thu-tuc-hanh-chinh; it decides the order",
                "ghi số trước, ví dụ 2-thu-tuc-hanh-chinh; số này quyết định thứ tự"
            ),
        ));
    };
    let (number, roman) = (number.to_string(), roman(number));
    let lower = roman.to_lowercase();
    let values = [("number", number.as_str()), ("roman", &roman), ("roman_lower", &lower)];
    Ok(made("new/area", &plan.join("areas").join(id), &values, lang))
}

fn outcome_files(plan: &Path, id: &str, lang: Locale) -> BTreeMap<PathBuf, String> {
    let text = starter::files("new/outcome.yaml").remove("").unwrap_or_default();
    let path = plan.join("outcomes").join(format!("{id}.yaml"));
    BTreeMap::from([(path, starter::filled(&text, &[("outcome", &format!("{id}-1"))], lang))])
}

fn agencies(content: &Path, ids: &[String], lang: Locale) -> Answer {
    let template = starter::files("new/agency.yaml").remove("").unwrap_or_default();
    let mut records = String::new();
    for (at, id) in ids.iter().enumerate() {
        id.parse::<AgencyId>().map_err(no_id)?;
        if ids.iter().take(at).any(|before| before == id) {
            return Err(already(id, &said!("what you typed", "những mã vừa gõ")));
        }
        records.push_str(&starter::filled(&template, &[("id", id)], lang));
    }
    let path = content.join(crate::content::names::AGENCIES);
    fresh::append(&path, &records, |before| {
        let stands = |id: &str| {
            before.lines().any(|line| {
                let key = line.trim_start_matches(['-', ' ']);
                key.strip_prefix("id:").is_some_and(|rest| {
                    rest.split('#').next().unwrap_or_default().trim().trim_matches(['"', '\''])
                        == id
                })
            })
        };
        let id = ids.iter().find(|id| stands(id))?;
        Some(already(id, &Said::same(&path.display())))
    })?;
    tell(said!("added to {}\n", "đã thêm vào {}\n", path.display()).get(lang));
    ask_for_check(lang);
    Ok(0)
}

fn already(id: &str, where_it_is: &Said) -> Refusal {
    Refusal::new(
        Said {
            en: format!("`{id}` is already in {}", where_it_is.en),
            vi: format!("`{id}` đã có trong {}", where_it_is.vi),
        },
        said!("choose another id; nothing was written", "chọn mã khác; chưa ghi gì"),
    )
}

/// The folder of the plan that is named, or of the only one.
fn plan_folder(content: &Path, plan: Option<&str>) -> Result<PathBuf, Refusal> {
    let plans = content.join("plans");
    let known = fresh::folders_in(&plans);
    let list = known.join(", ");
    match (plan, known.as_slice()) {
        (Some(name), _) if known.iter().any(|folder| folder == name) => Ok(plans.join(name)),
        (Some(name), _) => Err(Refusal::new(
            said!(
                "there is no plan {name} in {}",
                "không có kế hoạch {name} trong {}",
                plans.display()
            ),
            said!(
                "make it with `congkhai new plan {name}`, or name one of: {list}",
                "tạo bằng `congkhai new plan {name}`, hoặc nêu một trong các kế hoạch: {list}"
            ),
        )),
        (None, [only]) => Ok(plans.join(only)),
        (None, []) => Err(Refusal::new(
            said!("there is no plan in {}", "chưa có kế hoạch nào trong {}", plans.display()),
            said!(
                "make one first, for example with `congkhai new plan qd-123-2026`",
                "hãy tạo kế hoạch trước, ví dụ bằng `congkhai new plan qd-123-2026`"
            ),
        )),
        (None, _) => Err(Refusal::new(
            said!("it is not said to which plan it belongs", "chưa nêu thuộc kế hoạch nào"),
            said!(
                "add --plan with one of: {list}",
                "thêm --plan với một trong các kế hoạch: {list}"
            ),
        )),
    }
}

/// From 1 to 39.
fn roman(number: usize) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = ONES.get(number % 10).copied().unwrap_or_default();
    "X".repeat(number / 10) + ones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_numbered_as_annexes_are() {
        for (number, text) in
            [(1, "I"), (4, "IV"), (9, "IX"), (10, "X"), (14, "XIV"), (39, "XXXIX")]
        {
            assert_eq!(roman(number), text);
        }
    }
}
