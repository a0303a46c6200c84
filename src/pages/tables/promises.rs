//! What belongs to a commitment: its measures, who has a part in it, and its standing.

use super::columns::Columns;
use super::{OF_ITEM, Row, Table, numbered, rows};
use crate::model::{Item, Lateness, Measure, Model, Role};
use crate::theme::Words;
use crate::values::Localized;

pub fn measures<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Item, &'m Measure)>;
    let columns = Columns::<Of>::in_plan(words)
        .id("item", ["Mã của chỉ tiêu.", "The id of the target."], |row| row.it.0.id.as_str())
        .id(
            "id",
            ["Mã của thước đo trong chỉ tiêu.", "The id of the measure within its target."],
            |row| row.it.1.id.as_str(),
        )
        .both("what", ["Điều được đo.", "The thing measured."], |row| &row.it.1.what)
        .word(
            "comparator",
            "code_comparator_",
            ["So với mức nào.", "How the promise compares with its value."],
            |row| row.it.1.comparator,
        )
        .number("value", ["Mức cam kết.", "The promised value."], |row| &row.it.1.value)
        .word("unit", "code_unit_", ["Đơn vị.", "The unit."], |row| row.it.1.unit)
        .both(
            "population",
            ["Trên tổng thể nào.", "Of what the share is taken, or what is counted."],
            |row| &row.it.1.population,
        )
        .both_if("scope", ["Ở đâu, với ai.", "Where and for whom."], |row| {
            row.it.1.scope.as_ref()
        })
        .text(
            "printed",
            ["Lời trong câu, nguyên văn.", "The wording in the sentence, verbatim."],
            |row| row.it.1.printed.as_str(),
        )
        .deadline(|row| row.it.1.deadline.as_ref())
        .number_if(
            "to",
            [
                "Mức trên, khi cam kết một khoảng; “value” là mức dưới.",
                "The upper end, where a range is promised; “value” is the lower.",
            ],
            |row| row.it.1.to.as_ref(),
        );
    Table::new(
        "measures",
        ["Thước đo", "Measures"],
        [
            "Mỗi dòng là một mức mà một chỉ tiêu hứa đạt.",
            "One row is one value that a target promises.",
        ],
        &["plan", "item", "id"],
        columns,
        rows(model, |plan| {
            plan.items.values().flat_map(|item| item.measures().iter().map(move |it| (item, it)))
        }),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
}

pub fn roles<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Item, (usize, &'m Role))>;
    let columns = Columns::<Of>::in_plan(words)
        .id("item", OF_ITEM, |row| row.it.0.id.as_str())
        .count(
            "position",
            ["Thứ tự trong cam kết, từ 1.", "The position within the commitment, from 1."],
            |row| row.it.1.0,
        )
        .word(
            "role",
            "role_",
            ["Vai trò của cơ quan.", "What the body has to do with it."],
            |row| row.it.1.1.kind,
        )
        .id("agency", ["Mã của cơ quan.", "The id of the public body."], |row| {
            row.model.agencies.get(row.it.1.1.agency).record.id.as_str()
        })
        .both_if(
            "scope",
            ["Phần việc của cơ quan, nếu có giới hạn.", "The body's part, where it is limited."],
            |row| row.it.1.1.scope.as_ref(),
        )
        .deadline(|row| row.it.1.1.deadline.as_ref());
    Table::new(
        "roles",
        ["Cơ quan của cam kết", "Bodies of commitments"],
        [
            "Mỗi dòng là một cơ quan có phần trong một cam kết. Thời hạn ở đây là thời hạn riêng của cơ quan đó.",
            "One row is one public body with a part in one commitment. A deadline here is that body's own.",
        ],
        &["plan", "item", "position"],
        columns,
        rows(model, |plan| {
            plan.items.values().flat_map(|item| numbered(&item.roles).map(move |role| (item, role)))
        }),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
    .refers(&["agency"], "agencies", &["id"])
}

pub fn standings<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    let columns = Columns::<Row<&Item>>::in_plan(words)
        .id("item", OF_ITEM, |row| row.it.id.as_str())
        .day("as_of", ["Ngày chốt.", "The cut-off day."], |row| row.model.site.as_of)
        .word("kind", "kind_", ["Loại cam kết.", "The kind of commitment."], |row| row.it.kind)
        .word(
            "standing",
            "standing_",
            ["Tình trạng vào ngày chốt.", "The standing on the cut-off day."],
            |row| row.it.standing,
        )
        .count(
            "reports",
            [
                "Số báo cáo công khai được tính; tin chỉ liên quan thì không tính.",
                "Public reports that count; facts that merely concern it do not.",
            ],
            |row| row.it.reports.iter().filter(|report| report.counts()).count(),
        )
        .count(
            "related_facts",
            [
                "Số tin liên quan, không tính là báo cáo.",
                "Facts that concern it and are no report on it.",
            ],
            |row| row.it.reports.iter().filter(|report| !report.counts()).count(),
        )
        .day_if(
            "deadline_last_day",
            ["Ngày cuối còn đúng hạn.", "The last day on which the work is in time."],
            |row| row.it.reading()?.last_day(),
        )
        .boolean_if(
            "deadline_passed",
            [
                "Thời hạn đã qua vào ngày chốt; chỉ là một dữ kiện, không có nghĩa là trễ hạn.",
                "Whether the deadline had passed on the cut-off day: a plain fact, not lateness.",
            ],
            |row| {
                let last = row.it.reading()?.last_day()?;
                Some(Lateness::of(Some(last), row.model.site.as_of) == Lateness::Passed)
            },
        );
    Table::new(
        "standings",
        ["Tình trạng", "Standings"],
        [
            "Mỗi dòng là tình trạng của một cam kết vào ngày chốt. Nối các ấn bản lại thì có diễn biến theo thời gian.",
            "One row is the standing of one commitment on the cut-off day. Put editions together to see it over time.",
        ],
        &["plan", "item", "as_of"],
        columns,
        rows(model, |plan| plan.items.values()),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
}
