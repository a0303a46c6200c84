//! The amounts of money that the plan states, to scale, and how many rows state none.

use serde::Serialize;

use crate::content::BudgetKind;
use crate::model::Plan;
use crate::values::{Dong, Share};

use super::super::Reader;
use super::super::shared::LinkView;

#[derive(Debug, Serialize)]
pub struct BudgetPicture {
    pub amounts: Vec<Amount>,
    /// All amounts together.
    pub sum: String,
    /// Items that have a budget cell.
    pub rows: usize,
    pub annual_estimate: usize,
    pub empty: usize,
}

#[derive(Debug, Serialize)]
pub struct Amount {
    pub item: LinkView,
    pub number: String,
    pub shown: String,
    /// Of the largest amount.
    pub width: Share,
}

/// None where the plan has no budget column.
pub fn budget(reader: &Reader, plan: &Plan) -> Option<BudgetPicture> {
    let budgets: Vec<_> =
        plan.items.values().filter_map(|item| Some((item, item.budget.as_ref()?))).collect();
    let count = |kind: BudgetKind| budgets.iter().filter(|(_, budget)| budget.kind == kind).count();
    let mut amounts: Vec<_> =
        budgets.iter().filter_map(|(item, budget)| Some((*item, budget.vnd?))).collect();
    // The largest first; those that are equal stay in the document's order.
    amounts.sort_by_key(|(_, amount)| std::cmp::Reverse(*amount));
    let largest = amounts.first().map_or(0, |(_, amount)| amount.0);
    let sum: u64 = amounts.iter().map(|(_, amount)| amount.0).fold(0, u64::saturating_add);
    (!budgets.is_empty()).then(|| BudgetPicture {
        sum: Dong(sum).shown_in_millions(reader.locale),
        rows: budgets.len(),
        annual_estimate: count(BudgetKind::AnnualEstimate),
        empty: count(BudgetKind::Empty),
        amounts: amounts
            .into_iter()
            .map(|(item, amount)| Amount {
                item: LinkView {
                    href: reader.item_href(plan, item),
                    label: reader.text(&item.title),
                },
                number: item.number.clone(),
                shown: amount.shown_in_millions(reader.locale),
                width: Share::of_money(amount, Dong(largest)),
            })
            .collect(),
    })
}
