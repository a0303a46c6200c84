//! What was read from a printed deadline is what the wording says, and lies in the plan's period.

use crate::content::Deadline;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Plan;
use crate::values::{PartialDate, Period, Reading, said};

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    let period = plan.record.period.days();
    for item in plan.items.values() {
        let mut each = |deadline: Option<&Deadline>, place: Place| {
            if let Some(deadline) = deadline {
                check(deadline, &place, period, said);
            }
        };
        each(item.deadline.as_ref(), item.facts.below("deadline"));
        for role in &item.roles {
            each(role.deadline.as_ref(), role.place.below("deadline"));
        }
        for measure in item.measures() {
            each(measure.deadline.as_ref(), measure.place.below("deadline"));
        }
    }
}

fn check(deadline: &Deadline, place: &Place, period: Period, said: &mut Vec<Diagnostic>) {
    let printed = deadline.printed.vi.as_str();
    // A quarter without a year is one of the plan's year, where the plan has only one.
    let year = (period.from.year() == period.to.year()).then(|| period.from.year());
    if let Some(wording) = read_wording(printed, year)
        && wording != deadline.read
    {
        said.push(Diagnostic::new(
            Code::DeadlineMisread,
            place.below("read"),
            said!(
                "“{printed}” says `{wording}`, but `{}` was read",
                "“{printed}” nghĩa là `{wording}`, nhưng lại đọc là `{}`",
                deadline.read
            ),
            said!(
                "write `read: {wording}`, or correct the wording",
                "ghi `read: {wording}`, hoặc sửa phần chữ in"
            ),
        ));
    }
    if let (Some(first), Some(last)) = (deadline.read.first_day(), deadline.read.last_day())
        && (first > period.to || last < period.from)
    {
        said.push(Diagnostic::new(
            Code::DeadlineOutsidePlan,
            place.below("read"),
            said!(
                "`{}` lies outside the plan's period ({} to {})",
                "`{}` nằm ngoài kỳ của kế hoạch ({} đến {})",
                deadline.read,
                period.from,
                period.to
            ),
            said!("check the year", "kiểm tra lại năm"),
        ));
    }
}

/// The wordings of Vietnamese plans: "Trước ngày 31/12/2025", "Quý III, IV", "Tháng 12/2025", "Năm
/// 2025". A quarter without a year is one of the plan's year. Other wordings are left to the editor.
pub fn read_wording(printed: &str, year: Option<i16>) -> Option<Reading> {
    let words = printed.to_lowercase();
    if let Some(day) = words.strip_prefix("trước ngày ") {
        return match slashed(day)? {
            PartialDate::Day(day) => Some(Reading::Before(day)),
            PartialDate::Month { .. } | PartialDate::Year(_) => None,
        };
    }
    if let Some(month) = words.strip_prefix("tháng ") {
        return slashed(month).map(Reading::On);
    }
    if let Some(only) = words.strip_prefix("cả năm ").or_else(|| words.strip_prefix("năm ")) {
        return only.parse().ok().map(Reading::On);
    }
    if let Some(quarters) = words.strip_prefix("quý ") {
        let (quarters, year) = match quarters.split_once('/') {
            Some((quarters, year)) => (quarters, year.trim().to_owned()),
            None => (quarters, format!("{:04}", year?)),
        };
        let numbers: Option<Vec<i8>> = quarters.split(',').map(|part| roman(part.trim())).collect();
        let numbers = numbers?;
        let (first, last) = (*numbers.first()?, *numbers.last()?);
        // A year that no record can write is none: `Quý II/12345`.
        return format!("{year}-Q{first}..Q{last}").parse().ok();
    }
    None
}

/// `31/12/2025` and `12/2025`.
fn slashed(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.trim().split('/').collect();
    let pad = |part: &str| format!("{part:0>2}");
    match parts.as_slice() {
        [day, month, year] => format!("{year}-{}-{}", pad(month), pad(day)).parse().ok(),
        [month, year] => format!("{year}-{}", pad(month)).parse().ok(),
        _ => None,
    }
}

fn roman(text: &str) -> Option<i8> {
    match text {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_of_plans_are_read() {
        for (printed, read) in [
            ("Trước ngày 31/12/2025", "before 2025-12-31"),
            ("trước ngày 5/1/2025", "before 2025-01-05"),
            ("Quý III, IV", "2025-Q3..Q4"),
            ("Quý IV", "2025-Q4"),
            ("Quý II/2026", "2026-Q2"),
            ("Tháng 12/2025", "2025-12"),
            ("Năm 2025", "2025"),
            ("Cả năm 2025", "2025"),
        ] {
            assert_eq!(read_wording(printed, Some(2025)).unwrap().to_string(), read, "{printed}");
        }
        for unread in [
            "Thường xuyên",
            "Quý",
            "Trước ngày 31/02/2025",
            "Quý IV, II",
            "Quý II/12345",
            "Quý I/+999",
        ] {
            assert!(read_wording(unread, Some(2025)).is_none(), "{unread}");
        }
    }
}
