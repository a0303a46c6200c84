//! The rows of the annex → its groups, with objectives, tasks and activities as a tree.

use std::collections::BTreeMap;

use super::table::{Table, TableRow};
use crate::content::AnnexColumn;

/// A group of the annex: `I`, and its heading.
#[derive(Debug, Default)]
pub struct Group {
    /// Roman, as printed; empty for rows that stand before the first group.
    pub number: String,
    pub heading: String,
    pub objectives: Vec<Objective>,
    /// What was done to rows or fits nowhere: said at the head of the draft.
    pub remarks: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Objective {
    pub number: String,
    pub words: String,
    pub remarks: Vec<String>,
    pub tasks: Vec<Task>,
}

#[derive(Debug, Default)]
pub struct Task {
    /// Empty where the cell is empty: the task above is read as spanning it.
    pub words: String,
    pub remarks: Vec<String>,
    pub activities: Vec<Activity>,
}

#[derive(Debug, Default)]
pub struct Activity {
    pub words: String,
    pub product: String,
    pub lead: String,
    pub partners: String,
    pub deadline: String,
    pub budget: String,
    pub remarks: Vec<String>,
}

#[must_use]
pub fn groups(table: &Table) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for row in &table.rows {
        if let Some((number, heading)) = group_heading(row) {
            groups.push(Group { number, heading, ..Group::default() });
            continue;
        }
        if groups.is_empty() {
            groups.push(Group::default());
        }
        let Some(group) = groups.last_mut() else { continue };
        if continues(row) {
            join(group, row);
        } else {
            add(group, row);
        }
    }
    groups
}

/// The year that most deadlines name; a quarter without a year lies in it.
#[must_use]
pub fn year(groups: &[Group]) -> Option<i16> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    let tasks = groups.iter().flat_map(|group| &group.objectives).flat_map(|part| &part.tasks);
    for activity in tasks.flat_map(|task| &task.activities) {
        for word in activity.deadline.split(|c: char| !c.is_ascii_digit()) {
            if word.len() == 4
                && let Ok(year) = word.parse()
            {
                *years.entry(year).or_default() += 1;
            }
        }
    }
    years.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

/// "I | Cải cách thể chế", or "III Cải cách tổ chức bộ máy" in one cell; nothing else in the row.
fn group_heading(row: &TableRow) -> Option<(String, String)> {
    let filled: Vec<&str> = row.filled().collect();
    let (number, heading) = match filled.as_slice() {
        [number, heading] => (*number, *heading),
        [both] => both.split_once(' ')?,
        _ => return None,
    };
    let number = number.trim_end_matches('.');
    let is_roman = !number.is_empty() && number.chars().all(|c| "IVX".contains(c));
    is_roman.then(|| (number.to_owned(), heading.trim().to_owned()))
}

/// A row whose cells go on from the page before: neither number, product nor deadline, and no word that
/// begins like a sentence.
fn continues(row: &TableRow) -> bool {
    let nothing = |column: AnnexColumn| row.get(column).is_empty() || row.spanned.contains(&column);
    let own = || AnnexColumn::ALL.into_iter().filter(|column| !row.spanned.contains(column));
    let starts_small = |text: &str| {
        text.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || c == ';')
    };
    nothing(AnnexColumn::Number)
        && nothing(AnnexColumn::Product)
        && nothing(AnnexColumn::Deadline)
        && own().any(|column| starts_small(row.get(column)))
}

fn join(group: &mut Group, row: &TableRow) {
    let line = row.number;
    let Some(objective) = group.objectives.last_mut() else {
        group.remarks.push(fits_nowhere(row));
        return;
    };
    let note = |what: &str| format!("dòng {line}: {what} được nối với dòng trên vì bị ngắt trang");
    join_cell(
        &mut objective.words,
        row.get(AnnexColumn::Objective),
        &mut objective.remarks,
        &note("ô mục tiêu"),
    );
    // A cell left empty continues the task that began above.
    let Some(task) = objective.tasks.last_mut() else { return };
    join_cell(&mut task.words, row.get(AnnexColumn::Task), &mut task.remarks, &note("ô nhiệm vụ"));
    let Some(activity) = task.activities.last_mut() else { return };
    let Activity { words, product, lead, partners, deadline, budget, remarks } = activity;
    for (cell, column, what) in [
        (words, AnnexColumn::Activity, "ô hoạt động"),
        (product, AnnexColumn::Product, "ô sản phẩm"),
        (lead, AnnexColumn::Lead, "ô chủ trì"),
        (partners, AnnexColumn::Partners, "ô phối hợp"),
        (deadline, AnnexColumn::Deadline, "ô thời hạn"),
        (budget, AnnexColumn::Budget, "ô kinh phí"),
    ] {
        if !row.spanned.contains(&column) {
            join_cell(cell, row.get(column), remarks, &note(what));
        }
    }
}

fn join_cell(cell: &mut String, more: &str, remarks: &mut Vec<String>, note: &str) {
    if more.is_empty() {
        return;
    }
    if !cell.is_empty() {
        cell.push(' ');
    }
    cell.push_str(more);
    remarks.push(note.to_owned());
}

fn add(group: &mut Group, row: &TableRow) {
    let text = |column: AnnexColumn| row.get(column).to_owned();
    let line = row.number;
    if !row.get(AnnexColumn::Number).is_empty()
        || !row.get(AnnexColumn::Objective).is_empty()
        || group.objectives.is_empty()
    {
        let mut objective = Objective {
            number: text(AnnexColumn::Number),
            words: text(AnnexColumn::Objective),
            ..Objective::default()
        };
        if objective.number.is_empty() {
            objective.remarks.push(format!("dòng {line}: mục tiêu không có số thứ tự"));
        }
        if objective.words.is_empty() {
            objective.remarks.push(format!("dòng {line}: ô mục tiêu để trống"));
        }
        group.objectives.push(objective);
    }
    let Some(objective) = group.objectives.last_mut() else { return };
    if !row.get(AnnexColumn::Task).is_empty() || objective.tasks.is_empty() {
        let mut task = Task { words: text(AnnexColumn::Task), ..Task::default() };
        if task.words.is_empty() {
            let note =
                "ô nhiệm vụ để trống, đọc như nhiệm vụ ở trên trải xuống; đối chiếu với bản in";
            task.remarks.push(format!("dòng {line}: {note}"));
        }
        objective.tasks.push(task);
    }
    let Some(task) = objective.tasks.last_mut() else { return };
    let mut remarks = Vec::new();
    if row.shifted {
        let note = "các ô lệch sang phải một cột nên đã được xếp lại; đối chiếu với bản in";
        remarks.push(format!("dòng {line}: {note}"));
    }
    if !row.spanned.is_empty() {
        remarks.push(format!("dòng {line}: có ô gộp với dòng trên; giá trị được lặp lại ở đây"));
    }
    if !row.beyond.is_empty() {
        remarks.push(format!("dòng {line}: còn chữ ở ngoài bảng: {}", row.beyond.join(" | ")));
    }
    task.activities.push(Activity {
        words: text(AnnexColumn::Activity),
        product: text(AnnexColumn::Product),
        lead: text(AnnexColumn::Lead),
        partners: text(AnnexColumn::Partners),
        deadline: text(AnnexColumn::Deadline),
        budget: text(AnnexColumn::Budget),
        remarks,
    });
}

fn fits_nowhere(row: &TableRow) -> String {
    let cells: Vec<&str> = row.filled().collect();
    format!("dòng {}: không thuộc hoạt động nào: {}", row.number, cells.join(" | "))
}
