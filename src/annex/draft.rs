//! One group of the annex → the text of a draft `area.yaml`.

use crate::checks::{ANNUAL_ESTIMATE, read_budget, read_wording};
use crate::content::Hand;
use crate::values::folded;

use super::rows::{Activity, Group, Objective, Task};

/// A draft, and the folder that it is for.
#[derive(Debug)]
pub struct Draft {
    /// `1-cai-cach-the-che`.
    pub folder: String,
    pub text: String,
    pub activities: usize,
}

/// The bodies that are known: each printed form, and the id that it means.
pub type Names = Vec<(String, String)>;

const LONGEST_TITLE: usize = 80;

/// One draft for each group. `year` is the plan's, where it is known: a
/// quarter without a year lies in it.
#[must_use]
pub fn drafts(groups: &[Group], names: &Names, year: Option<i16>) -> Vec<Draft> {
    // Longer names are looked for first: "UBND các xã, phường" holds commas that part nothing.
    let mut names = names.clone();
    names.sort_by_key(|(name, id)| (std::cmp::Reverse(name.len()), id.clone()));
    (1..).zip(groups).map(|(number, group)| draft(number, group, &names, year)).collect()
}

fn draft(number: usize, group: &Group, names: &Names, year: Option<i16>) -> Draft {
    let mut hand = Hand::default();
    hand.comment(0, "Bản nháp lập từ bảng phụ lục bằng `congkhai take`. Chỗ nào ghi XEM LẠI thì đối chiếu với bản in,");
    hand.comment(0, "hoàn thiện rồi xóa dòng ghi chú. Tên ngắn (title) do người biên tập đặt.");
    for remark in &group.remarks {
        check(&mut hand, 0, remark);
    }
    check(&mut hand, 0, "số của lĩnh vực ở phần II của kế hoạch");
    hand.quoted(0, "number", &number);
    hand.scalar(0, "annex", if group.number.is_empty() { "?" } else { &group.number });
    words(&mut hand, 0, "name", &group.heading);
    words(&mut hand, 0, "annex_heading", &group.heading);
    hand.key(0, "objectives");
    let mut activities = 0;
    for record in &group.objectives {
        objective(&mut hand, record, group, names, year, &mut activities);
    }
    let name: String = folded(&group.heading)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(6)
        .collect::<Vec<_>>()
        .join("-");
    let name = if name.is_empty() { "phu-luc".to_owned() } else { name };
    Draft { folder: format!("{number}-{name}"), text: hand.text, activities }
}

fn check(hand: &mut Hand, indent: usize, words: &str) {
    hand.comment(indent, &format!("XEM LẠI: {words}"));
}

/// Words as received; a cell that is empty is said to be empty.
fn words(hand: &mut Hand, indent: usize, key: &str, text: &str) {
    if text.is_empty() {
        check(hand, indent, &format!("ô `{key}` để trống trong bảng"));
        return;
    }
    hand.key(indent, key);
    hand.scalar(indent + 2, "vi", text);
}

fn objective(
    hand: &mut Hand,
    objective: &Objective,
    group: &Group,
    names: &Names,
    year: Option<i16>,
    activities: &mut usize,
) {
    for remark in &objective.remarks {
        check(hand, 2, remark);
    }
    hand.element(2);
    hand.quoted(4, "number", &objective.number);
    words(hand, 4, "words", &objective.words);
    hand.key(4, "tasks");
    for record in &objective.tasks {
        task(hand, record, group, names, year, activities);
    }
}

fn task(
    hand: &mut Hand,
    task: &Task,
    group: &Group,
    names: &Names,
    year: Option<i16>,
    activities: &mut usize,
) {
    for remark in &task.remarks {
        check(hand, 6, remark);
    }
    hand.element(6);
    if task.words.is_empty() {
        hand.date(8, "continues", Some(&true));
    } else {
        words(hand, 8, "words", &task.words);
    }
    hand.key(8, "activities");
    for record in &task.activities {
        *activities += 1;
        let id = format!("pl-{}{activities}", group.number.to_lowercase());
        activity(hand, record, &id, names, year);
    }
}

fn activity(hand: &mut Hand, activity: &Activity, id: &str, names: &Names, year: Option<i16>) {
    for remark in &activity.remarks {
        check(hand, 10, remark);
    }
    hand.element(10);
    hand.scalar(12, "id", id);
    let (title, cut) = short(&activity.words);
    if cut {
        check(hand, 12, "tên ngắn bị cắt; đặt lại trong 80 ký tự");
    }
    words(hand, 12, "title", &title);
    words(hand, 12, "words", &activity.words);
    if !activity.product.is_empty() {
        words(hand, 12, "product", &activity.product);
    }
    bodies(hand, "lead", &activity.lead, names);
    bodies(hand, "partners", &activity.partners, names);
    deadline(hand, &activity.deadline, year);
    budget(hand, &activity.budget);
}

/// The first words, as many as a title holds.
fn short(text: &str) -> (String, bool) {
    if text.chars().count() <= LONGEST_TITLE {
        return (text.to_owned(), false);
    }
    let mut title = String::new();
    for word in text.split(' ') {
        if title.chars().count() + word.chars().count() + 2 > LONGEST_TITLE {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    title.push('…');
    (title, true)
}

fn bodies(hand: &mut Hand, key: &str, printed: &str, names: &Names) {
    if printed.is_empty() {
        return;
    }
    let (found, rest) = named(printed, names);
    hand.key(12, key);
    words(hand, 14, "printed", printed);
    if !rest.is_empty() {
        check(
            hand,
            14,
            &format!(
                "chưa nhận ra cơ quan trong “{rest}”; thêm `agency`, `scope`, `deadline` nếu có"
            ),
        );
    }
    if found.is_empty() {
        hand.as_is(14, "bodies", "[]");
        return;
    }
    hand.key(14, "bodies");
    for agency in found {
        hand.element(16);
        hand.scalar(18, "agency", &agency);
    }
}

/// The bodies that a cell names, in its order, and what of it was not understood. `names` has longer names
/// first.
fn named(printed: &str, names: &Names) -> (Vec<String>, String) {
    let mut rest = printed.to_owned();
    let mut found: Vec<(usize, String)> = Vec::new();
    for (name, id) in names {
        while let Some(at) = rest.find(name.as_str()) {
            // Blanked, so that a place in the cell stays the same place.
            rest.replace_range(at..at + name.len(), &" ".repeat(name.len()));
            found.push((at, id.clone()));
        }
    }
    found.sort();
    let mut ids: Vec<String> = Vec::new();
    for (_, id) in found {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let left = rest
        .split([',', ';', ' '])
        .filter(|word| !word.is_empty() && *word != "và")
        .collect::<Vec<_>>()
        .join(" ");
    (ids, left)
}

fn deadline(hand: &mut Hand, printed: &str, year: Option<i16>) {
    if printed.is_empty() {
        check(hand, 12, "ô thời hạn để trống trong bảng");
        return;
    }
    hand.key(12, "deadline");
    words(hand, 14, "printed", printed);
    // Without the plan's year, only a wording that names its own can be read.
    let names_a_year = printed.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let year = year.or(names_a_year.then_some(0));
    match year.and_then(|year| read_wording(printed, Some(year))) {
        Some(read) => hand.scalar(14, "read", &read.to_string()),
        None => check(hand, 14, "chưa đọc được thời hạn; thêm `read:` (xem docs/content.md)"),
    }
}

fn budget(hand: &mut Hand, printed: &str) {
    hand.key(12, "budget");
    if printed.is_empty() {
        hand.scalar(14, "kind", "empty");
    } else if printed.to_lowercase() == ANNUAL_ESTIMATE {
        hand.scalar(14, "kind", "annual-estimate");
        hand.scalar(14, "printed", printed);
    } else {
        hand.scalar(14, "kind", "amount");
        hand.quoted(14, "printed", &printed);
        match read_budget(printed) {
            Some(amount) => hand.date(14, "vnd", Some(&amount.0)),
            None => {
                check(hand, 14, "chưa đọc được số tiền; thêm `vnd:` bằng đồng, hoặc sửa `kind:`");
            }
        }
    }
}
