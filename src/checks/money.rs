//! What was read from a budget cell is what the cell says.

use crate::content::BudgetKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Item, Kind, Plan};
use crate::values::{Dong, Text, said};

/// The annex column is headed "Kinh phí (Triệu đồng)".
const COLUMN_UNIT: u64 = 1_000_000;

/// The wording of the annual estimate.
pub const ANNUAL_ESTIMATE: &str = "theo dự toán ngân sách hàng năm";

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let has_column = plan.items.values().any(|item| item.budget.is_some());
    for item in plan.items.values() {
        let Some(budget) = &item.budget else {
            if has_column && item.kind == Kind::Activity {
                said.push(without_cell(item));
            }
            continue;
        };
        let printed = budget.printed.as_ref().map(Text::as_str);
        let mut help = said!(
            "compare `kind:`, `printed:` and `vnd:` with the cell of the annex",
            "đối chiếu `kind:`, `printed:` và `vnd:` với ô của phụ lục"
        );
        let fault = match (budget.kind, printed, budget.vnd) {
            (BudgetKind::Empty, None, None) => None,
            (BudgetKind::Empty, _, _) => Some(said!(
                "an empty cell has neither wording nor amount",
                "ô trống không có chữ và không có số tiền"
            )),
            (BudgetKind::AnnualEstimate, Some(printed), None)
                if printed.to_lowercase() == ANNUAL_ESTIMATE =>
            {
                None
            }
            (BudgetKind::AnnualEstimate, _, _) => Some(said!(
                "the annual estimate is worded “Theo dự toán ngân sách hàng năm” and has \
                     no amount",
                "dự toán hằng năm được ghi là “Theo dự toán ngân sách hàng năm” và không \
                     có số tiền"
            )),
            (BudgetKind::Amount, Some(printed), Some(amount)) => match read(printed) {
                Some(read) if read == amount => None,
                Some(read) => {
                    help = said!(
                        "write `vnd: {}`, or correct `printed:` after the cell of the annex",
                        "ghi `vnd: {}`, hoặc sửa `printed:` theo ô của phụ lục",
                        read.0
                    );
                    Some(said!(
                        "“{printed}” million đồng is {} đồng, not {}",
                        "“{printed}” triệu đồng là {} đồng, không phải {}",
                        read.0,
                        amount.0
                    ))
                }
                None => Some(said!(
                    "“{printed}” is no amount in million đồng",
                    "“{printed}” không phải là số tiền tính bằng triệu đồng"
                )),
            },
            (BudgetKind::Amount, _, _) => Some(said!(
                "an amount needs its wording and the value in đồng",
                "số tiền cần có chữ in và giá trị bằng đồng"
            )),
        };
        if let Some(fault) = fault {
            said.push(Diagnostic::new(Code::MoneyMisread, item.facts.below("budget"), fault, help));
        }
    }
}

/// Empty is not the same as no column: where one row has the cell, all have.
fn without_cell(item: &Item) -> Diagnostic {
    Diagnostic::new(
        Code::YamlMissingKey,
        item.facts.clone(),
        said!(
            "`{}` has no `budget:`, but other rows have",
            "`{}` không có `budget:`, trong khi các dòng khác có",
            item.id
        ),
        said!(
            "write `budget: {{kind: empty}}` for an empty cell; leave the key out of all rows where the annex has \
             no such column",
            "ghi `budget: {{kind: empty}}` cho ô trống; nếu phụ lục không có cột kinh phí thì bỏ khóa này ở mọi dòng"
        ),
    )
}

/// "4,455" in a column of million đồng: the comma separates thousands.
pub fn read(printed: &str) -> Option<Dong> {
    let mut groups = printed.split(',');
    let first = groups.next()?;
    let mut digits = (!first.is_empty() && first.len() <= 3).then(|| first.to_owned())?;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let millions: u64 =
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    millions.checked_mul(COLUMN_UNIT).map(Dong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comma_separates_thousands() {
        assert_eq!(read("4,455"), Some(Dong(4_455_000_000)));
        assert_eq!(read("892"), Some(Dong(892_000_000)));
        for bad in ["", "4.455", "4,45", "4455", "4,4555", "x", ",455"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
