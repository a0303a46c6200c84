//! The plan as tables: one definition of each column, with its name, kind, meaning in both languages and
//! the cell that it takes from the model.
//!
//! In: the model and the interface words. Out: tables as plain data. CSV, the workbook, the data package,
//! the sheet that explains and the page on open data are all made from them, so they cannot differ.

mod cell;
mod columns;
mod table;

mod items;
mod promises;
mod ties;

mod outcomes;

mod agencies;
mod log;
mod plans;

pub use cell::{Cell, Column, Kind};
pub use table::{Foreign, Rows, Table};

use std::sync::Arc;

use crate::model::{Model, Plan};
use crate::theme::Words;
use crate::values::Localized;

/// How the tables that speak of an item name it.
const OF_ITEM: [&str; 2] = ["Mã của cam kết.", "The id of the commitment."];

/// What a reader of the tables knows while a row is made.
#[derive(Debug, Clone, Copy)]
struct Row<'m, T> {
    model: &'m Model,
    plan: &'m crate::model::Plan,
    /// What the row is about.
    it: T,
}

/// Every table, in the order in which a reader needs them: what is promised, by whom, what is reported.
#[must_use]
pub fn tables<'m>(model: &'m Model, words: &'m Localized<Words>) -> Vec<Table<'m>> {
    vec![
        items::items(model, words),
        promises::measures(model, words),
        promises::roles(model, words),
        promises::standings(model, words),
        outcomes::reports(model, words),
        outcomes::outcomes(model, words),
        outcomes::figures(model, words),
        outcomes::sources(model, words),
        agencies::agencies(model, words),
        agencies::names(model, words),
        agencies::successors(model, words),
        agencies::members(model, words),
        plans::plans(model, words),
        plans::areas(model, words),
        ties::item_areas(model, words),
        ties::lacks(model, words),
        ties::related(model, words),
        ties::conflicts(model, words),
        plans::amendments(model, words),
        log::glossary(model, words),
        log::corrections(model, words),
    ]
}

/// One row for each thing that `list` finds in a plan, over all plans.
fn rows<'m, T: 'm, I: IntoIterator<Item = T>>(
    model: &'m Model,
    list: impl Fn(&'m Plan) -> I,
) -> Vec<Row<'m, T>> {
    let of_plan =
        |plan: &'m Arc<Plan>| list(plan).into_iter().map(move |it| Row { model, plan, it });
    model.plans.iter().flat_map(of_plan).collect()
}

/// A list with the position of each element, from 1.
fn numbered<T>(list: impl IntoIterator<Item = T>) -> impl Iterator<Item = (usize, T)> {
    list.into_iter().enumerate().map(|(at, element)| (at + 1, element))
}
