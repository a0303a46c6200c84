//! Forms: what is filled in and taken stands in the next form as it was filled in.

use std::cell::Cell as Count;
use std::collections::BTreeMap;
use std::sync::Arc;

use congkhai::diagnostic::{Diagnostic, Severity, as_text};
use congkhai::form::{self, Form, ReportPeriod};
use congkhai::model::Model;
use congkhai::values::{Date, Locale};
use congkhai::workbook::{Cell, Sheet, read_xlsx};
use proptest::prelude::Strategy;
use proptest::{option, sample};

use crate::samples::{check, files, holds};
use crate::texts::text;

/// What an official fills into one row, by the headings of the columns.
fn answers() -> impl Strategy<Value = BTreeMap<&'static str, Cell>> {
    let day = (1_i8..=28, 1_i8..=11).prop_map(|(day, month)| Date::new(2025, month, day).unwrap());
    let sentence = || text().prop_map(|text| format!("Câu mẫu của kiểm thử {text}"));
    let words = || text().prop_map(|text| format!("mẫu {text}"));
    let number = |digits: String| Cell::Number { digits, percent: false };
    (
        (day, sentence(), words(), sentence()),
        sample::select(vec!["đã hoàn thành", "đang thực hiện", "chưa thực hiện"]),
        option::of((words(), 1_i8..=28)),
        option::of((
            number_of_form(),
            sample::select(vec!["%", "số lượng"]),
            words(),
            option::of(words()),
        )),
    )
        .prop_map(move |((day, fact, quote, because), says, product, figure)| {
            let mut cells = BTreeMap::from([
                ("Ngày của kết quả", Cell::Day(day)),
                ("Kết quả, bằng một câu", Cell::text(&fact).unwrap()),
                ("Nguyên văn trong nguồn", Cell::text(&quote).unwrap()),
                ("Tình trạng theo nguồn", Cell::text(says).unwrap()),
                ("Giải thích", Cell::text(&because).unwrap()),
            ]);
            if let Some((product, date)) = product {
                cells.insert("Sản phẩm: số, ký hiệu hoặc địa chỉ", Cell::text(&product).unwrap());
                cells.insert("Ngày của sản phẩm", Cell::Day(Date::new(2025, 3, date).unwrap()));
                cells.insert("Tình trạng theo nguồn", Cell::text("đã hoàn thành").unwrap());
            }
            if let Some((value, unit, what, scope)) = figure {
                cells.insert("Số liệu", number(value));
                cells.insert("Đơn vị", Cell::text(unit).unwrap());
                cells.insert("Số liệu đo điều gì", Cell::text(&what).unwrap());
                if let Some(scope) = scope {
                    cells.insert("Phạm vi", Cell::text(&scope).unwrap());
                }
            }
            cells
        })
}

fn number_of_form() -> impl Strategy<Value = String> {
    "(0|[1-9][0-9]{0,1})(\\.[0-9]{0,3}[1-9])?"
}

/// The number of the row and of the column that are to be filled in.
fn places(sheet: &Sheet, item: &str) -> (u32, BTreeMap<String, u32>) {
    let row = (3..=sheet.last_row())
        .find(|row| sheet.shown(*row, 0) == item && sheet.shown(*row, 2).is_empty())
        .unwrap_or_else(|| panic!("no row of {item}"));
    (row, (0..26).map(|column| (sheet.shown(2, column), column)).collect())
}

#[test]
fn what_is_filled_into_a_form_stands_in_the_next_one() {
    let base = files();
    let checked = check(base.clone());
    let model = checked.model.as_ref().unwrap();
    let form_of = |model: &Model| {
        let period = ReportPeriod::Year(2025);
        let form = Form::make(model, &model.plans[0], "so-nuoc", period, &[]).unwrap();
        read_xlsx(&form::workbook(&form).unwrap()).unwrap()
    };
    let empty = form_of(model);
    let name: Arc<str> = "@bieu.xlsx".into();
    assert!(form::take(model, &checked.files, &name, &empty).unwrap().is_none());
    let taken_at_all = Count::new(0);
    holds(96, &answers(), |answers| {
        let mut sheets = empty.clone();
        let day = |day: &str| Cell::Day(day.parse().unwrap());
        let source = sheets.iter_mut().find(|sheet| sheet.name.as_ref() == "Nguồn").unwrap();
        for (row, cell) in [
            (11, Cell::text("báo cáo chính thức").unwrap()),
            (12, Cell::text("Báo cáo mẫu của kiểm thử").unwrap()),
            (14, Cell::text("9/BC-MAU").unwrap()),
            (16, day("2025-12-20")),
            (17, day("2025-12-21")),
        ] {
            source.cells.insert((row, 1), cell);
        }
        let sheet = sheets.iter_mut().find(|sheet| sheet.name.as_ref() == "Kết quả").unwrap();
        let (row, columns) = places(sheet, "pl-i2");
        for (heading, cell) in &answers {
            sheet.cells.insert((row, columns[*heading]), cell.clone());
        }
        let taken = match form::take(model, &checked.files, &name, &sheets) {
            Ok(taken) => taken.expect("something was filled in"),
            // What reads like a placeholder is refused; then there is nothing to compare.
            Err(said) => {
                let refused = as_text(&said, &checked.files, Locale::En, false);
                assert!(refused.contains("placeholder") || refused.contains("form-"), "{refused}");
                return;
            }
        };
        taken_at_all.set(taken_at_all.get() + 1);
        let mut files = base.clone();
        files.insert(taken.path.clone(), taken.text.clone().into_bytes());
        let next = check(files);
        let is_error = |said: &&Diagnostic| *said.place.file == *taken.path;
        let errors: Vec<_> = next.diagnostics.iter().filter(is_error).collect();
        let of_form = errors.iter().find(|said| said.severity == Severity::Error);
        assert!(of_form.is_none(), "{of_form:?}\n{}", taken.text);
        let sheets = form_of(next.model.as_ref().unwrap());
        let sheet = sheets.iter().find(|sheet| sheet.name.as_ref() == "Kết quả").unwrap();
        let published = (3..=sheet.last_row())
            .find(|row| sheet.shown(*row, 0) == "pl-i2" && !sheet.shown(*row, 2).is_empty())
            .unwrap_or_else(|| panic!("it is not in the next form: {}", taken.text));
        for (heading, cell) in &answers {
            let shown = sheet.get(published, columns[*heading]);
            assert_eq!(shown, Some(cell), "{heading}: {}", taken.text);
        }
    });
    assert!(taken_at_all.get() > 48, "only {} were taken", taken_at_all.get());
}
