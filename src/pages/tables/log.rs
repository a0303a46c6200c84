//! The terms, and the public log of the editors' own errors.

use super::columns::Columns;
use super::{Table, numbered};
use crate::content::{Correction, Term};
use crate::model::Model;
use crate::theme::Words;
use crate::values::{ItemId, Localized, OutcomeId, Text};

pub fn glossary<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    let columns = Columns::<&Term>::new(words)
        .id("id", ["Mã của thuật ngữ.", "The id of the term."], |row| row.id.as_str())
        .both("term", ["Thuật ngữ.", "The term."], |row| &row.term)
        .text_if(
            "abbreviation_vi",
            ["Viết tắt tiếng Việt.", "The Vietnamese abbreviation."],
            |row| row.abbreviation.as_ref()?.vi.as_ref().map(Text::as_str),
        )
        .text_if(
            "abbreviation_en",
            ["Viết tắt tiếng Anh.", "The English abbreviation."],
            |row| row.abbreviation.as_ref()?.en.as_ref().map(Text::as_str),
        )
        .both_if("meaning", ["Nghĩa.", "What it means."], |row| row.meaning.as_ref());
    let rows: Vec<&Term> = model.terms.iter().map(|term| &term.record).collect();
    Table::new(
        "glossary",
        ["Thuật ngữ", "Terms"],
        ["Mỗi dòng là một thuật ngữ.", "One row is one term."],
        &["id"],
        columns,
        rows,
    )
}

pub fn corrections<'m>(model: &'m Model, words: &'m Localized<Words>) -> Table<'m> {
    type Of<'m> = (usize, &'m Correction);
    let columns = Columns::<Of>::new(words)
        .count(
            "position",
            ["Thứ tự trong sổ đính chính, từ 1.", "The position in the log, from 1."],
            |row| row.0,
        )
        .day("date", ["Ngày đính chính.", "The day of the correction."], |row| row.1.date)
        .id_if("item", ["Mã của cam kết.", "The id of the commitment."], |row| {
            row.1.item.as_ref().map(ItemId::as_str)
        })
        .id_if("outcome", ["Mã của kết quả.", "The id of the result."], |row| {
            row.1.outcome.as_ref().map(OutcomeId::as_str)
        })
        .text_if("page", ["Tên trang.", "The name of the page."], |row| {
            row.1.page.as_ref().map(Text::as_str)
        })
        .both("was", ["Điều đã ghi sai.", "What was wrong."], |row| &row.1.was)
        .both("now", ["Điều ghi lại.", "What it says now."], |row| &row.1.now)
        .both("reason", ["Lý do.", "Why."], |row| &row.1.reason);
    let rows: Vec<Of> = numbered(model.corrections.iter().map(|one| &one.record)).collect();
    Table::new(
        "corrections",
        ["Đính chính", "Corrections"],
        [
            "Mỗi dòng là một lỗi của ban biên soạn đã được sửa.",
            "One row is one error of the editors that was corrected.",
        ],
        &["position"],
        columns,
        rows,
    )
}
