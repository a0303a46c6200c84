//! The commitments themselves.

use super::columns::Columns;
use super::{Row, Table, rows};
use crate::model::{Item, Model};
use crate::pages::{Address, id_tail, item_tail};
use crate::theme::Words;
use crate::values::{Locale, Localized};

pub fn items<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    fn url(row: &Row<&Item>, locale: Locale) -> String {
        let address = Address::new(Some(locale), item_tail(row.plan, row.it));
        address.absolute(&row.model.site.base_url)
    }
    let columns = Columns::<Row<&Item>>::in_plan(words)
        .id(
            "id",
            ["Mã của cam kết; không bao giờ đổi.", "The id of the commitment; frozen."],
            |row| row.it.id.as_str(),
        )
        .word("kind", "kind_", ["Loại cam kết.", "The kind of commitment."], |row| row.it.kind)
        .text(
            "number",
            [
                "Vị trí trong văn bản: II.2.a.8, PL.VI.3 (phụ lục).",
                "The place in the document: II.2.a.8, PL.VI.3 (annex).",
            ],
            |row| row.it.number.as_str(),
        )
        .text_if(
            "area",
            [
                "Số của lĩnh vực; trống với mục tiêu và trách nhiệm.",
                "The number of the area; empty for aims and duties.",
            ],
            |row| Some(row.plan.areas.get(row.it.area?).number.as_str()),
        )
        .both(
            "title",
            [
                "Tên ngắn do ban biên soạn đặt, không phải lời văn bản.",
                "The editors' short title, not the decision's.",
            ],
            |row| &row.it.title,
        )
        .both("words", ["Nguyên văn của văn bản.", "The decision's words."], |row| {
            &row.it.words
        });
    let columns = annex(columns)
        .both_if(
            "lacks_note",
            [
                "Cần ghi thêm gì thì chỉ tiêu mới đo được.",
                "What would have to be written for the target to be measurable.",
            ],
            |row| row.it.target.as_ref()?.lacks_note.as_ref(),
        )
        .word(
            "standing",
            "standing_",
            [
                "Tình trạng vào ngày chốt, suy ra từ dữ kiện.",
                "The standing on the cut-off day; it follows from the facts.",
            ],
            |row| row.it.standing,
        )
        .web("url_vi", ["Trang tiếng Việt.", "The page in Vietnamese."], |row| {
            url(row, Locale::Vi)
        })
        .web("url_en", ["Trang tiếng Anh.", "The page in English."], |row| url(row, Locale::En))
        .web(
            "permanent_url",
            ["Địa chỉ để trích dẫn, không đổi.", "The address to cite; it stays."],
            |row| format!("{}{}", row.model.site.base_url, id_tail(row.plan, row.it)),
        );
    Table::new(
        "items",
        ["Cam kết", "Commitments"],
        [
            "Mỗi dòng là một cam kết của kế hoạch: mục tiêu, chỉ tiêu, nhiệm vụ, hoạt động hoặc trách nhiệm.",
            "One row is one commitment of the plan: an aim, a target, a task, an activity or a duty.",
        ],
        &["plan", "id"],
        columns,
        rows(model, |plan| plan.items.values()),
    )
    .refers(&["plan"], "plans", &["slug"])
}

/// What the row of the annex says, and the deadline.
fn annex<'m>(columns: Columns<'m, Row<'m, &'m Item>>) -> Columns<'m, Row<'m, &'m Item>> {
    columns
        .both_if(
            "product",
            ["Phụ lục: sản phẩm. Chỉ với hoạt động.", "Annex: the product. Activities only."],
            |row| row.it.product.as_ref(),
        )
        .both_if(
            "objective",
            [
                "Phụ lục: mục tiêu ở trên dòng này. Chỉ với hoạt động.",
                "Annex: the objective above the row. Activities only.",
            ],
            |row| row.it.objective.as_ref(),
        )
        .both_if(
            "task",
            [
                "Phụ lục: nhiệm vụ ở trên dòng này. Chỉ với hoạt động.",
                "Annex: the task above the row. Activities only.",
            ],
            |row| row.it.row_task.as_ref(),
        )
        .both_if(
            "leads_printed",
            ["Phụ lục: cơ quan chủ trì như đã in.", "Annex: the leads, as printed."],
            |row| row.it.lead_printed.as_ref(),
        )
        .both_if(
            "partners_printed",
            ["Phụ lục: cơ quan phối hợp như đã in.", "Annex: the partners, as printed."],
            |row| row.it.partners_printed.as_ref(),
        )
        .deadline(|row| row.it.deadline.as_ref())
        .word_if(
            "budget_kind",
            "code_budget_",
            [
                "Văn bản ghi gì về kinh phí. Trống khi không ghi.",
                "What the document says of money. Empty where it says nothing.",
            ],
            |row| row.it.budget.as_ref().map(|budget| budget.kind),
        )
        .text_if(
            "budget_printed",
            [
                "Ô kinh phí như đã in; cột ghi triệu đồng.",
                "The budget cell as printed; the column is in million đồng.",
            ],
            |row| Some(row.it.budget.as_ref()?.printed.as_ref()?.as_str()),
        )
        .integer_if(
            "budget_vnd",
            [
                "Số tiền bằng đồng. Trống không phải là 0.",
                "The amount in whole đồng (VND). Empty is not 0.",
            ],
            |row| Some(row.it.budget.as_ref()?.vnd?.0),
        )
}
