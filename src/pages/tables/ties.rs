//! What ties commitments to areas, to what they lack, and to one another.

use super::columns::Columns;
use super::{OF_ITEM, Row, Table, rows};
use crate::content::{Lack, MeasureRef};
use crate::model::{Area, Item, Measure, Model};
use crate::theme::Words;
use crate::values::Localized;

/// A table of its own: a key of which one half may be empty is none to many programs.
pub fn item_areas<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Item, &'m Area)>;
    let columns = Columns::<Of>::in_plan(words)
        .id("item", OF_ITEM, |row| row.it.0.id.as_str())
        .text("area", ["Số của lĩnh vực.", "The number of the area."], |row| {
            row.it.1.number.as_str()
        });
    Table::new(
        "item_areas",
        ["Lĩnh vực của cam kết", "Areas of commitments"],
        ["Mỗi dòng nối một cam kết với lĩnh vực của nó.", "One row ties a commitment to its area."],
        &["plan", "item"],
        columns,
        rows(model, |plan| {
            plan.items.values().filter_map(move |item| Some((item, plan.areas.get(item.area?))))
        }),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
    .refers(&["plan", "area"], "areas", &["plan", "number"])
}

pub fn lacks<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    let columns = Columns::<Row<(&Item, Lack)>>::in_plan(words)
        .id("item", ["Mã của chỉ tiêu.", "The id of the target."], |row| row.it.0.id.as_str())
        .word("lack", "lack_", ["Điều còn thiếu.", "What is missing."], |row| row.it.1);
    Table::new(
        "lacks",
        ["Chỉ tiêu chưa đo được", "Targets not measurable"],
        [
            "Mỗi dòng là một điều mà một chỉ tiêu còn thiếu để đo được.",
            "One row is one thing that a target lacks to be measurable.",
        ],
        &["plan", "item", "lack"],
        columns,
        rows(model, |plan| {
            plan.items.values().flat_map(|item| {
                let lacks = item.target.iter().flat_map(|target| &target.lacks);
                lacks.map(move |lack| (item, *lack))
            })
        }),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
}

pub fn related<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Item, &'m Item)>;
    let columns = Columns::<Of>::in_plan(words).id("item", OF_ITEM, |row| row.it.0.id.as_str()).id(
        "related",
        ["Mã của cam kết liên quan.", "The id of the related commitment."],
        |row| row.it.1.id.as_str(),
    );
    Table::new(
        "related",
        ["Cam kết liên quan", "Related commitments"],
        [
            "Mỗi dòng nối hai cam kết mà người đọc nên xem cùng nhau.",
            "One row ties two commitments that a reader should see together.",
        ],
        &["plan", "item", "related"],
        columns,
        rows(model, |plan| {
            plan.items.values().flat_map(move |item| {
                item.related.iter().map(move |other| (item, plan.items.get(*other)))
            })
        }),
    )
    .refers(&["plan", "item"], "items", &["plan", "id"])
    .refers(&["plan", "related"], "items", &["plan", "id"])
}

pub fn conflicts<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = Row<'m, (&'m Item, &'m Measure, &'m MeasureRef)>;
    let columns = Columns::<Of>::in_plan(words)
        .id("item", ["Mã của chỉ tiêu.", "The id of the target."], |row| row.it.0.id.as_str())
        .id("measure", ["Mã của thước đo.", "The id of the measure."], |row| {
            row.it.1.id.as_str()
        })
        .id("other_item", ["Mã của chỉ tiêu kia.", "The id of the other target."], |row| {
            row.it.2.item.as_str()
        })
        .id(
            "other_measure",
            ["Mã của thước đo kia.", "The id of the other measure."],
            |row| row.it.2.measure.as_str(),
        );
    Table::new(
        "conflicts",
        ["Các mức khác nhau", "Differing values"],
        [
            "Mỗi dòng nối hai thước đo hứa hai mức khác nhau về cùng một việc. Dữ liệu không chọn bên nào.",
            "One row ties two measures that promise different values of the same thing. The data do not choose.",
        ],
        &["plan", "item", "measure", "other_item", "other_measure"],
        columns,
        rows(model, |plan| {
            plan.items.values().flat_map(|item| {
                item.measures().iter().flat_map(move |measure| {
                    measure.conflicts.iter().map(move |(_, other)| (item, measure, other))
                })
            })
        }),
    )
    .refers(&["plan", "item", "measure"], "measures", &["plan", "item", "id"])
    .refers(&["plan", "other_item", "other_measure"], "measures", &["plan", "item", "id"])
}
