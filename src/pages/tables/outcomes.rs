//! What is reported: what a fact means for a commitment, the facts, their figures, and their sources.

use super::columns::Columns;
use super::{OF_ITEM, Row, Table, numbered, rows};
use crate::content::Figure;
use crate::model::{Item, Model, Outcome, Plan, Report, Source};
use crate::theme::Words;
use crate::values::{AgencyId, Localized, MeasureId, Text, WebAddress};

pub fn reports<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Item, (usize, &'m Report))>;
    let columns = Columns::<Of>::in_plan(words)
        .id("item", OF_ITEM, |row| row.it.0.id.as_str())
        .count("position", ["Thứ tự trong cam kết, cũ nhất là 1.", "The position within the commitment; the oldest is 1."], |row| {
            row.it.1.0
        })
        .id("outcome", ["Mã của kết quả.", "The id of the reported fact."], |row| {
            row.plan.outcomes.get(row.it.1.1.outcome).record.id.as_str()
        })
        .id_if("measure", ["Mã của thước đo mà kết quả nói tới.", "The id of the measure that it speaks of."], |row| {
            row.it.1.1.about.measure.as_ref().map(MeasureId::as_str)
        })
        .word("bearing", "bearing_short_", ["So được với cam kết hay không.", "Whether it can be compared with the promise."], |row| {
            row.it.1.1.about.bearing
        })
        .boolean(
            "counts",
            ["Được tính là báo cáo về cam kết, không chỉ là tin liên quan.", "Whether it counts as a report on the commitment, and not merely as a related fact."],
            |row| row.it.1.1.counts(),
        )
        .both("because", ["Vì sao.", "Why."], |row| &row.it.1.1.about.because)
        .word_if("says", "says_", ["Nguồn nói gì về việc đã hứa.", "What the source says of the promised work."], |row| {
            row.it.1.1.about.says
        })
        .integer_if("parts_done", ["Số phần đã xong.", "How many parts are done."], |row| {
            row.it.1.1.about.parts.map(|parts| u64::from(parts.done))
        })
        .integer_if("parts_of", ["Trên tổng số phần.", "Of how many parts."], |row| {
            row.it.1.1.about.parts.map(|parts| u64::from(parts.of))
        })
        .text_if("product", ["Sản phẩm nêu trong kế hoạch, được dẫn.", "The product that the plan names, cited."], |row| {
            row.it.1.1.about.product.as_ref().map(|product| product.text.as_str())
        })
        .partial_if("product_date", ["Ngày của sản phẩm.", "The date of the product."], |row| {
            row.it.1.1.about.product.as_ref()?.date
        })
        .boolean("final", ["Là số cuối cùng của kỳ.", "Whether the value is the final one for the period."], |row| {
            row.it.1.1.about.is_final
        })
        .word_if("verdict", "code_verdict_", ["Đạt hay không đạt.", "Whether the measure is met."], |row| {
            row.it.1.1.about.verdict
        });
    Table::new(
        "reports",
        ["Kết quả của cam kết", "Reports on commitments"],
        [
            "Mỗi dòng cho biết một kết quả có ý nghĩa gì với một cam kết.",
            "One row says what one reported fact means for one commitment.",
        ],
        &["plan", "item", "position"],
        columns,
        rows(model, reports_of),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
    .refers(&["plan", "outcome"], "outcomes", &["plan", "id"])
}

pub fn outcomes<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    let columns = Columns::<Row<&Outcome>>::in_plan(words)
        .id("id", ["Mã của kết quả.", "The id of the reported fact."], |row| {
            row.it.record.id.as_str()
        })
        .text("source", ["Nguồn.", "The source."], |row| {
            row.plan.sources.get(row.it.source).id.as_str()
        })
        .word(
            "grade",
            "code_grade_",
            ["Nguồn nêu đủ hay chưa.", "Whether the source gives all that is needed."],
            |row| row.it.record.grade,
        )
        .partial(
            "dated",
            [
                "Ngày mà kết quả nói tới; không rõ thì là ngày công bố.",
                "The day for which the fact holds; if unknown, when it was published.",
            ],
            |row| row.it.record.dated,
        )
        .day_if(
            "period_from",
            ["Ngày đầu của kỳ báo cáo.", "First day of the period reported on."],
            |row| row.it.record.period.as_ref().map(|period| period.from),
        )
        .day_if(
            "period_to",
            ["Ngày cuối của kỳ báo cáo.", "Last day of the period reported on."],
            |row| row.it.record.period.as_ref().map(|period| period.to),
        )
        .both(
            "words",
            [
                "Kết quả trong một câu, lời của ban biên soạn.",
                "The fact in one sentence, the editors'.",
            ],
            |row| &row.it.record.words,
        )
        .quote_if("quote", ["Lời của nguồn.", "The source's own words."], |row| {
            row.it.record.quote.as_ref()
        })
        .both_if(
            "body",
            ["Ai nêu, như nguồn ghi.", "Who states it, as the source names them."],
            |row| row.it.record.body.as_ref(),
        )
        .id_if(
            "agency",
            [
                "Mã của cơ quan đó, nếu có trong bảng cơ quan.",
                "The id of that body, where it is in the table of bodies.",
            ],
            |row| row.it.record.agency.as_ref().map(AgencyId::as_str),
        )
        .both_if(
            "missing",
            ["Điều nguồn không nêu.", "What the source does not say."],
            |row| row.it.record.missing.as_ref(),
        )
        .both_if(
            "scope",
            ["Kết quả bao gồm ai, ở đâu.", "Whom and where the fact covers."],
            |row| row.it.record.scope.as_ref(),
        );
    Table::new(
        "outcomes",
        ["Kết quả", "Reported facts"],
        [
            "Mỗi dòng là một kết quả từ một nguồn, đến hết ngày chốt.",
            "One row is one reported fact from one source, up to the cut-off day.",
        ],
        &["plan", "id"],
        columns,
        rows(model, |plan| plan.outcomes.values()),
    )
    .refers(&["plan"], "plans", &["slug"])
    .refers(&["plan", "source"], "sources", &["plan", "id"])
    .refers(&["agency"], "agencies", &["id"])
}

pub fn figures<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Outcome, (usize, &'m Figure))>;
    let columns = Columns::<Of>::in_plan(words)
        .id("outcome", ["Mã của kết quả.", "The id of the reported fact."], |row| {
            row.it.0.record.id.as_str()
        })
        .count(
            "position",
            ["Thứ tự trong kết quả, từ 1.", "The position within the fact, from 1."],
            |row| row.it.1.0,
        )
        .both("what", ["Điều được đo.", "What was measured."], |row| &row.it.1.1.what)
        .number(
            "value",
            [
                "Số như nguồn ghi, không làm tròn.",
                "The number as the source gives it, not rounded.",
            ],
            |row| &row.it.1.1.value,
        )
        .word("unit", "code_unit_", ["Đơn vị.", "The unit."], |row| row.it.1.1.unit)
        .word(
            "bound",
            "code_bound_",
            ["Số đúng, hay “hơn”, “gần”.", "Whether it is exact, or “more than”, or “nearly”."],
            |row| row.it.1.1.bound,
        )
        .number_if(
            "of",
            ["Mẫu số, nếu nguồn có nêu.", "The denominator, where the source gives it."],
            |row| row.it.1.1.of.as_ref(),
        );
    Table::new(
        "figures",
        ["Số liệu", "Figures"],
        ["Mỗi dòng là một số liệu của một kết quả.", "One row is one figure of one reported fact."],
        &["plan", "outcome", "position"],
        columns,
        rows(model, |plan| {
            plan.outcomes.values().flat_map(|outcome| {
                numbered(&outcome.record.figures).map(move |figure| (outcome, figure))
            })
        }),
    )
    .refers(&["plan", "outcome"], "outcomes", &["plan", "id"])
}

pub fn sources<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    let columns = Columns::<Row<&Source>>::in_plan(words)
        .text("id", ["Tên ổn định của nguồn.", "The stable name of the source."], |row| {
            row.it.id.as_str()
        })
        .word("kind", "source_", ["Loại nguồn.", "The kind of source."], |row| {
            row.it.record.kind
        })
        .quote_if("title", ["Tên của chính nguồn.", "The source's own title."], |row| {
            row.it.record.title.as_ref()
        })
        .both_if(
            "description",
            [
                "Mô tả của ban biên soạn khi không rõ tên.",
                "The editors' description, where the title is not known.",
            ],
            |row| row.it.record.description.as_ref(),
        )
        .both("publisher", ["Nơi công bố.", "The publisher."], |row| &row.it.record.publisher)
        .text_if("number", ["Số của văn bản.", "The number of a legal document."], |row| {
            row.it.record.number.as_ref().map(Text::as_str)
        })
        .web_if(
            "url",
            ["Địa chỉ để mở nguồn.", "Where the source can be opened."],
            |row| row.it.record.url.as_ref().map(WebAddress::as_str),
        )
        .partial_if(
            "published",
            ["Ngày công bố, nếu biết.", "When it was published, where that is known."],
            |row| row.it.record.published,
        )
        .both_if(
            "published_note",
            ["Vì sao biết ngày công bố.", "How that date is known."],
            |row| row.it.record.published_note.as_ref(),
        )
        .partial("read", ["Ban biên soạn đọc khi nào.", "When the editors read it."], |row| {
            row.it.record.read
        })
        .both_if(
            "read_note",
            [
                "Đọc bằng cách nào, ví dụ từ bản lưu.",
                "How they read it, for example as an archived copy.",
            ],
            |row| row.it.record.read_note.as_ref(),
        );
    Table::new(
        "sources",
        ["Nguồn", "Sources"],
        [
            "Mỗi dòng là một nguồn mà người đọc có thể mở hoặc tìm theo số.",
            "One row is one source that a reader can open, or find by its number.",
        ],
        &["plan", "id"],
        columns,
        rows(model, |plan| plan.sources.values()),
    )
    .refers(&["plan"], "plans", &["slug"])
}

/// What each item's reports are.
fn reports_of(plan: &Plan) -> impl Iterator<Item = (&Item, (usize, &Report))> {
    plan.items.values().flat_map(|item| numbered(&item.reports).map(move |report| (item, report)))
}
