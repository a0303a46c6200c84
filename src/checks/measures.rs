//! Measures stand on the words of their target, and name the measures that they contradict.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ItemIx, Measure, Plan};
use crate::values::said;

pub fn rule(plan: &Plan, said: &mut Vec<Diagnostic>) {
    for (at, item) in plan.items.iter() {
        for measure in item.measures() {
            let printed = measure.printed.as_str();
            if !item.words.vi.as_str().contains(printed) {
                // Whether the number stands in a wrong wording says nothing.
                said.push(Diagnostic::new(
                    Code::MeasureUnfounded,
                    measure.place.below("printed"),
                    said!(
                        "“{printed}” does not stand in the words of `{}`",
                        "“{printed}” không có trong nguyên văn của `{}`",
                        item.id
                    ),
                    said!(
                        "copy the wording from the sentence, letter by letter",
                        "sao đúng từng chữ trong câu"
                    ),
                ));
            } else if let Some(shown) = missing_number(printed, measure) {
                said.push(Diagnostic::new(
                    Code::MeasureUnfounded,
                    measure.place.below("value"),
                    said!(
                        "the number {shown} does not stand in “{printed}”",
                        "số {shown} không có trong “{printed}”"
                    ),
                    said!(
                        "correct the number, or copy the wording that holds it",
                        "sửa số, hoặc sao phần chữ có số đó"
                    ),
                ));
            }
            for (number, (other_at, reference)) in measure.conflicts.iter().enumerate() {
                let other = plan.items.get(*other_at);
                let back = other
                    .measures()
                    .iter()
                    .filter(|other| other.id == reference.measure)
                    .flat_map(|other| &other.conflicts)
                    .any(|(item, back)| *item == at && back.measure == measure.id);
                if !back {
                    said.push(Diagnostic::new(
                        Code::MeasuresUnlinked,
                        measure.place.element("conflicts_with", number),
                        said!(
                            "`{}` does not name this measure in return",
                            "`{}` không dẫn ngược lại thước đo này",
                            reference.item
                        ),
                        said!(
                            "add {{item: {}, measure: {}}} to `conflicts_with` of measure {} \
                             of `{}`",
                            "thêm {{item: {}, measure: {}}} vào `conflicts_with` của thước đo \
                             {} của `{}`",
                            item.id,
                            measure.id,
                            reference.measure,
                            reference.item
                        ),
                    ));
                }
            }
        }
    }
    same_thing_other_value(plan, said);
}

/// The first of a measure's numbers that does not stand in its wording.
fn missing_number(printed: &str, measure: &Measure) -> Option<String> {
    [&measure.value].into_iter().chain(&measure.to).find_map(|number| {
        let shown = number.shown(crate::values::Locale::Vi);
        let stands = holds(printed, &shown) || holds(printed, &number.to_string());
        (!stands).then_some(shown)
    })
}

/// Whether a number stands in a text as a number of its own: 8 does not stand in “80%”.
fn holds(text: &str, number: &str) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_digit());
    text.match_indices(number).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + number.len()..).unwrap_or_default();
        // A comma or a dot before a further digit belongs to the number.
        let (mark, rest) = (after.chars().next(), after.chars().nth(1));
        let goes_on = matches!(mark, Some(',' | '.')) && !ends(rest);
        ends(before) && ends(mark) && !goes_on
    })
}

/// Two measures of the same thing, by the words that say what is measured, with different values.
fn same_thing_other_value(plan: &crate::model::Plan, said: &mut Vec<Diagnostic>) {
    let all: Vec<_> = plan
        .items
        .iter()
        .flat_map(|(at, item)| item.measures().iter().map(move |measure| (at, item, measure)))
        .collect();
    for (number, (at, item, measure)) in all.iter().enumerate() {
        for (first_at, first_item, first) in all.iter().take(number) {
            let same = first.what.vi.as_str().to_lowercase()
                == measure.what.vi.as_str().to_lowercase()
                && first.population == measure.population
                && first.scope == measure.scope;
            // Where only one names the other, that was said above.
            let names = |from: &Measure, at: ItemIx, to: &Measure| {
                from.conflicts.iter().any(|(other, by)| *other == at && by.measure == to.id)
            };
            let linked = names(first, *at, measure) || names(measure, *first_at, first);
            // A value for 2025 and another for 2030 are two promises, not a contradiction.
            let day = |measure: &Measure| measure.deadline.as_ref().map(|deadline| deadline.read);
            let differs = (&first.value, &first.to) != (&measure.value, &measure.to);
            if same && differs && day(first) == day(measure) && !linked {
                said.push(
                    Diagnostic::new(
                        Code::MeasuresUnlinked,
                        measure.place.clone(),
                        said!(
                            "this promises {} where `{}` promises {} for the same thing",
                            "ở đây cam kết {}, còn `{}` cam kết {} cho cùng một nội dung",
                            measure.value,
                            first_item.id,
                            first.value
                        ),
                        said!(
                            "name them in one another's `conflicts_with`, here {{item: {}, \
                             measure: {}}}; or say in `what:` how they differ",
                            "dẫn lẫn nhau trong `conflicts_with`, ở đây là {{item: {}, measure: \
                             {}}}; hoặc nêu trong `what:` hai bên khác nhau thế nào",
                            first_item.id,
                            first.id
                        ),
                    )
                    .with(
                        first.place.clone(),
                        said!(
                            "`{}`; this one is of `{}`",
                            "`{}`; thước đo này thuộc `{}`",
                            first_item.id,
                            item.id
                        ),
                    ),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_by_itself() {
        for good in ["80%", "từ 80 trở lên", "đạt 80.", "(80)", "80"] {
            assert!(holds(good, "80"), "{good}");
        }
        for bad in ["180%", "800", "80,5%", "80.000", "8"] {
            assert!(!holds(bad, "80"), "{bad}");
        }
    }
}
