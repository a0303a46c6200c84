//! The plans, their areas, and the legal documents that changed their items.

use super::columns::Columns;
use super::{Row, Table, rows};
use crate::content::Amendment;
use crate::model::{Area, Kind, Model, Plan};
use crate::theme::Words;
use crate::values::{ItemId, Localized, Text};

pub fn plans<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = (&'m Model, &'m Plan);
    let columns = Columns::<Of>::new(words)
        .id(
            "slug",
            [
                "Phần của kế hoạch trong địa chỉ trang.",
                "The plan's part of the addresses of pages.",
            ],
            |row| row.1.record.slug.as_str(),
        )
        .text("number", ["Số của văn bản.", "The number of the legal document."], |row| {
            row.1.record.instrument.number.as_str()
        })
        .both("kind", ["Loại văn bản.", "The kind of legal document."], |row| {
            &row.1.record.instrument.kind
        })
        .both("title", ["Tên văn bản.", "The title of the legal document."], |row| {
            &row.1.record.instrument.title
        })
        .day("date", ["Ngày ký.", "The day on which it was signed."], |row| {
            row.1.record.instrument.date
        })
        .id(
            "issuer",
            ["Mã của cơ quan ban hành.", "The id of the body that issued it."],
            |row| row.1.record.instrument.issuer.as_str(),
        )
        .both("signer", ["Người ký.", "Who signed it."], |row| &row.1.record.instrument.signer)
        .day(
            "period_from",
            ["Ngày đầu của kỳ kế hoạch.", "First day of the plan's period."],
            |row| row.1.record.period.from,
        )
        .day(
            "period_to",
            ["Ngày cuối của kỳ kế hoạch.", "Last day of the plan's period."],
            |row| row.1.record.period.to,
        )
        .text_if(
            "source_sha256",
            ["SHA-256 của bản đã nhận.", "SHA-256 of the received copy."],
            |row| row.1.received.as_ref().map(|received| received.sha256.as_str()),
        )
        .count("aims", ["Số mục tiêu, yêu cầu.", "How many aims."], |row| {
            row.1.count(Kind::Aim)
        })
        .count("targets", ["Số chỉ tiêu.", "How many targets."], |row| {
            row.1.count(Kind::Target)
        })
        .count("tasks", ["Số nhiệm vụ.", "How many tasks."], |row| row.1.count(Kind::Task))
        .count("activities", ["Số hoạt động.", "How many activities."], |row| {
            row.1.count(Kind::Activity)
        })
        .count("duties", ["Số trách nhiệm.", "How many duties."], |row| {
            row.1.count(Kind::Duty)
        });
    let rows: Vec<Of> = model.plans.iter().map(|plan| (model, &**plan)).collect();
    Table::new(
        "plans",
        ["Kế hoạch", "Plans"],
        [
            "Mỗi dòng là một kế hoạch và văn bản của nó.",
            "One row is one plan and its legal document.",
        ],
        &["slug"],
        columns,
        rows,
    )
    .refers(&["issuer"], "agencies", &["id"])
}

pub fn areas<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    let columns = Columns::<Row<&Area>>::in_plan(words)
        .text(
            "number",
            ["Số của lĩnh vực như đã in.", "The number of the area as printed."],
            |row| row.it.number.as_str(),
        )
        .text_if(
            "annex",
            ["Nhóm của phụ lục cùng lĩnh vực.", "The group of the annex that is the same area."],
            |row| row.it.annex.as_ref().map(Text::as_str),
        )
        .both("name", ["Tên ngắn của lĩnh vực.", "The short name of the area."], |row| {
            &row.it.name
        });
    Table::new(
        "areas",
        ["Lĩnh vực", "Areas"],
        [
            "Mỗi dòng là một lĩnh vực cải cách của kế hoạch.",
            "One row is one reform area of a plan.",
        ],
        &["plan", "number"],
        columns,
        rows(model, |plan| plan.areas.values()),
    )
    .refers(&["plan"], "plans", &["slug"])
}

pub fn amendments<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Amendment, &'m ItemId)>;
    let columns = Columns::<Of>::in_plan(words)
        .id("item", ["Mã của cam kết.", "The id of the commitment."], |row| row.it.1.as_str())
        .word(
            "effect",
            "standing_",
            ["Văn bản làm gì với cam kết.", "What the legal document does to it."],
            |row| row.it.0.effect,
        )
        .day("date", ["Ngày của văn bản.", "The date of the legal document."], |row| {
            row.it.0.date
        })
        .text("number", ["Số của văn bản.", "The number of the legal document."], |row| {
            row.it.0.number.as_str()
        })
        .both("title", ["Tên văn bản.", "The title of the legal document."], |row| {
            &row.it.0.title
        })
        .web("url", ["Địa chỉ của văn bản.", "Where it can be opened."], |row| {
            row.it.0.url.as_str()
        });
    let as_of = model.site.as_of;
    Table::new(
        "amendments",
        ["Sửa đổi", "Amendments"],
        [
            "Mỗi dòng là một văn bản sửa, thay hoặc dừng một cam kết, đến hết ngày chốt.",
            "One row is one legal document that replaced or stopped one commitment, up to the cut-off day.",
        ],
        &["plan", "item", "number"],
        columns,
        rows(model, |plan| {
            plan.items.values().flat_map(move |item| {
                let amendments = plan.record.amendments_of(&item.id, as_of);
                amendments.map(move |amendment| (amendment, &item.id))
            })
        }),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
}
