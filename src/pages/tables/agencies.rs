//! The public bodies: what they are called, when that changed, and what became of them.

use super::columns::Columns;
use super::{Table, numbered};
use crate::content;
use crate::model::{Agency, Model};
use crate::theme::Words;
use crate::values::{AgencyId, Localized, Text};

pub fn agencies<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = (&'m Model, &'m Agency);
    let columns = Columns::<Of>::new(words)
        .id(
            "id",
            ["Mã của cơ quan; không bao giờ đổi.", "The id of the body; frozen."],
            |row| row.1.record.id.as_str(),
        )
        .word("kind", "code_agency_", ["Loại cơ quan.", "The kind of body."], |row| {
            row.1.record.kind
        })
        .text_if(
            "abbreviation",
            ["Tên viết tắt trong văn bản.", "The abbreviation that the decision uses."],
            |row| row.1.record.abbreviation.as_ref().map(Text::as_str),
        )
        .both(
            "name",
            [
                "Tên vào ngày chốt, hoặc tên cuối cùng.",
                "The name on the cut-off day, or the last one.",
            ],
            |row| &row.1.name_on(row.0.site.as_of).name,
        )
        .partial_if(
            "end",
            ["Ngày đầu không còn cơ quan này.", "The first day without the body."],
            |row| row.1.record.end.as_ref().map(|end| end.date),
        )
        .both_if(
            "end_basis",
            ["Căn cứ của việc kết thúc.", "The legal basis of its end."],
            |row| row.1.record.end.as_ref().map(|end| &end.basis),
        )
        .both_if(
            "no_successor",
            [
                "Không có một cơ quan kế thừa duy nhất: việc đi đâu.",
                "Without a single successor: what became of its work.",
            ],
            |row| row.1.record.no_successor.as_ref(),
        )
        .both_if("note", ["Ghi chú.", "A note."], |row| row.1.record.note.as_ref());
    let rows: Vec<Of> = model.agencies.values().map(|agency| (model, agency)).collect();
    Table::new(
        "agencies",
        ["Cơ quan", "Public bodies"],
        [
            "Mỗi dòng là một cơ quan có tên trong kế hoạch, hoặc cơ quan kế thừa.",
            "One row is one public body that the plan names, or a successor of one.",
        ],
        &["id"],
        columns,
        rows,
    )
}

pub fn names<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = (&'m Agency, (usize, &'m content::DatedName));
    let columns = Columns::<Of>::new(words)
        .id("agency", ["Mã của cơ quan.", "The id of the body."], |row| {
            row.0.record.id.as_str()
        })
        .count(
            "position",
            ["Thứ tự theo thời gian, từ 1.", "The position in time, from 1."],
            |row| row.1.0,
        )
        .both("name", ["Tên.", "The name."], |row| &row.1.1.name)
        .partial_if(
            "until",
            [
                "Ngày cuối mang tên này; trống với tên cuối cùng.",
                "The last day of the name; empty for the last one.",
            ],
            |row| row.1.1.until,
        )
        .both_if(
            "basis",
            ["Căn cứ của việc đổi tên.", "The legal basis of the change."],
            |row| row.1.1.basis.as_ref(),
        );
    let rows: Vec<Of> = model
        .agencies
        .values()
        .flat_map(|agency| numbered(&agency.record.names).map(move |name| (agency, name)))
        .collect();
    Table::new(
        "agency_names",
        ["Tên cơ quan", "Names of bodies"],
        ["Mỗi dòng là một tên của một cơ quan.", "One row is one name of one body."],
        &["agency", "position"],
        columns,
        rows,
    )
    .refers(&["agency"], "agencies", &["id"])
}

pub fn successors<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = (&'m Agency, &'m content::Successor);
    let columns = Columns::<Of>::new(words)
        .id(
            "agency",
            ["Mã của cơ quan đã kết thúc.", "The id of the body that ended."],
            |row| row.0.record.id.as_str(),
        )
        .id("successor", ["Mã của cơ quan kế thừa.", "The id of its successor."], |row| {
            row.1.agency.as_str()
        })
        .partial("from", ["Kế thừa từ ngày nào.", "Since when."], |row| row.1.from)
        .both_if("note", ["Ghi chú.", "A note."], |row| row.1.note.as_ref());
    let rows: Vec<Of> = model
        .agencies
        .values()
        .flat_map(|agency| agency.record.successors.iter().map(move |next| (agency, next)))
        .collect();
    Table::new(
        "successors",
        ["Cơ quan kế thừa", "Successors"],
        ["Mỗi dòng nối một cơ quan với cơ quan kế thừa.", "One row ties a body to a successor."],
        &["agency", "successor"],
        columns,
        rows,
    )
    .refers(&["agency"], "agencies", &["id"])
    .refers(&["successor"], "agencies", &["id"])
}

pub fn members<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = (&'m Agency, &'m AgencyId);
    let columns = Columns::<Of>::new(words)
        .id("group", ["Mã của nhóm.", "The id of the group."], |row| row.0.record.id.as_str())
        .id("member", ["Mã của cơ quan trong nhóm.", "The id of a body in it."], |row| {
            row.1.as_str()
        });
    let rows: Vec<Of> = model
        .agencies
        .values()
        .flat_map(|agency| agency.record.members.iter().map(move |member| (agency, member)))
        .collect();
    Table::new(
        "agency_members",
        ["Nhóm cơ quan", "Groups of bodies"],
        [
            "Mỗi dòng là một cơ quan mà văn bản nêu tên trong một nhóm.",
            "One row is one body of a group that the decision names.",
        ],
        &["group", "member"],
        columns,
        rows,
    )
    .refers(&["group"], "agencies", &["id"])
    .refers(&["member"], "agencies", &["id"])
}
