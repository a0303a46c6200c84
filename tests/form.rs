//! The form on which bodies report: what is exported is taken back, with `LibreOffice` as the editor. What is
//! typed here is sample data about the real plan; nothing of it was reported by anyone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

#[path = "workshop/office.rs"]
mod office;
mod workshop;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};

use congkhai::workbook::read_xlsx;
use office::Typed::{CopyRowTo, Day, Nothing, Number, Percent, Text};
use workshop::{Workshop, tree};

/// The cell of a column in the row that is to be filled in for a commitment.
struct Finder {
    rows: BTreeMap<String, u32>,
    columns: BTreeMap<String, String>,
}

impl Finder {
    fn of(site: &Workshop, form: &str) -> Self {
        let sheets = read_xlsx(&fs::read(site.path(form)).unwrap()).unwrap();
        let sheet = sheets.iter().find(|sheet| sheet.name.as_ref() == "Kết quả").unwrap();
        let mut rows = BTreeMap::new();
        for row in 3..=sheet.last_row() {
            let key = format!("{} {}", sheet.shown(row, 0), sheet.shown(row, 1));
            if sheet.shown(row, 2).is_empty() {
                rows.insert(key.trim().to_owned(), row + 1);
            }
        }
        let columns = (0..26_u8)
            .map(|at| (sheet.shown(2, u32::from(at)), char::from(b'A' + at).to_string()))
            .collect();
        Self { rows, columns }
    }

    fn cell(&self, item: &str, column: &str) -> String {
        format!("Kết quả!{}{}", self.columns[column], self.rows[item])
    }
}

/// The sheet `Nguồn`, filled in.
const SOURCE: &[(&str, office::Typed)] = &[
    ("Nguồn!B12", Text("báo cáo chính thức")),
    ("Nguồn!B13", Text("Báo cáo mẫu về công tác cải cách hành chính năm 2025 (dữ liệu mẫu)")),
    ("Nguồn!B15", Text("999/BC-MAU")),
    ("Nguồn!B17", Day(2026, 1, 5)),
    ("Nguồn!B18", Day(2026, 1, 6)),
];

fn exported(agency: &str, items: &[&str]) -> Workshop {
    let site = Workshop::real();
    let mut arguments = vec!["form", agency, "--period", "2025", "-o", "form.xlsx"];
    for item in items {
        arguments.extend(["--item", item]);
    }
    let run = site.run(&arguments);
    assert_eq!(run.code, 0, "{}", run.said);
    site
}

#[test]
fn the_same_content_makes_the_same_form() {
    let site = exported("so-noi-vu", &["ii2-ct08"]);
    let arguments =
        ["form", "so-noi-vu", "--period", "2025", "--item", "ii2-ct08", "-o", "again.xlsx"];
    assert_eq!(site.run(&arguments).code, 0);
    assert_eq!(
        fs::read(site.path("form.xlsx")).unwrap(),
        fs::read(site.path("again.xlsx")).unwrap()
    );
    // A form that may have been filled in is never written over.
    let again = site.run(&arguments);
    assert_eq!(again.code, 2);
    assert!(again.said.contains("again.xlsx đã có"), "{}", again.said);
}

#[test]
fn a_form_that_comes_back_unchanged_changes_nothing() {
    let site = exported("van-phong-ubnd-tinh", &["ii2-ct07", "ii2-ct08"]);
    let before = tree(&site.path("content"));
    let run = site.run(&["take", "form.xlsx"]);
    assert_eq!((run.code, run.said.contains("không có gì mới")), (0, true), "{}", run.said);
    assert!(before == tree(&site.path("content")));
}

#[test]
fn every_body_gets_a_form_that_comes_back() {
    let site = Workshop::real();
    let refused = site.run(&["form", "khong-co", "--period", "2025", "-o", "x.xlsx"]);
    assert_eq!(refused.code, 2);
    let list = refused.said.split("cam kết: ").nth(1).unwrap();
    let agencies: Vec<&str> = list.trim().split(", ").collect();
    assert!(agencies.len() > 10, "{agencies:?}");
    for agency in agencies {
        let file = format!("{agency}.xlsx");
        let made = site.run(&["form", agency, "--period", "6-thang-2025", "-o", &file]);
        assert_eq!(made.code, 0, "{}", made.said);
        let taken = site.run(&["take", &file]);
        assert_eq!(
            (taken.code, taken.said.contains("không có gì mới")),
            (0, true),
            "{}",
            taken.said
        );
    }
}

#[test]
fn what_libreoffice_saves_unchanged_changes_nothing() {
    if !office::is_there() {
        return;
    }
    let site = exported("so-khoa-hoc-va-cong-nghe", &["ii2-ct07", "ii2-ct08"]);
    let before = tree(&site.path("content"));
    office::edit(&site.path("form.xlsx"), &site.path("back.xlsx"), &[]);
    let run = site.run(&["take", "back.xlsx"]);
    assert_eq!((run.code, run.said.contains("không có gì mới")), (0, true), "{}", run.said);
    assert!(before == tree(&site.path("content")));
}

#[test]
fn what_is_filled_in_becomes_the_file_that_an_official_would_write() {
    if !office::is_there() {
        return;
    }
    let site = exported("so-noi-vu", &["ii2-ct08"]);
    let find = Finder::of(&site, "form.xlsx");
    let work = |column: &str| find.cell("pl-vii4", column);
    let target = |column: &str| find.cell("ii2-ct08 m1", column);
    let (work, target) = (&work, &target);
    let cells: Vec<(String, office::Typed)> = vec![
        (work("Ngày của kết quả"), Day(2025, 12, 30)),
        (
            work("Kết quả, bằng một câu"),
            Text(
                "Dữ liệu mẫu: Sở Nội vụ trình và thành phố công bố kết quả đánh giá, xếp loại công tác cải cách hành chính năm 2025: của các sở, ban, ngành.",
            ),
        ),
        (work("Nguyên văn trong nguồn"), Text("đã công bố kết quả đánh giá, xếp loại")),
        (work("Tình trạng theo nguồn"), Text("đã hoàn thành")),
        (work("Sản phẩm: số, ký hiệu hoặc địa chỉ"), Text("Quyết định số 9999/QĐ-UBND (mẫu)")),
        (work("Ngày của sản phẩm"), Day(2025, 12, 30)),
        (work("Giải thích"), Text("Nguồn dẫn ra đúng quyết định nêu trong kế hoạch.")),
        (target("Ngày của kết quả"), Day(2025, 12, 31)),
        (
            target("Kết quả, bằng một câu"),
            Text("Dữ liệu mẫu: cả năm có 88,93% hồ sơ được giải quyết trực tuyến."),
        ),
        (target("Nguyên văn trong nguồn"), Text("đạt 88,93% (44.825 hồ sơ)")),
        (target("Số liệu"), Number(88.93)),
        (target("Đơn vị"), Text("%")),
        (target("Mức chính xác"), Text("hơn")),
        (target("Trên tổng số"), Number(44825.0)),
        (target("Phạm vi"), Text("Toàn thành phố Huế, năm 2025")),
        (target("Khớp với chỉ tiêu?"), Text("có")),
        (target("Số liệu cuối cùng của kỳ?"), Text("có")),
        (target("Kết luận so với chỉ tiêu"), Text("đạt")),
        (target("Giải thích"), Text("Cùng phạm vi, cùng kỳ và cùng cách tính như chỉ tiêu.")),
    ];
    let typed: Vec<(&str, office::Typed)> = cells
        .iter()
        .map(|(cell, typed)| (cell.as_str(), *typed))
        .chain(SOURCE.iter().copied())
        .collect();
    office::edit(&site.path("form.xlsx"), &site.path("back.xlsx"), &typed);
    let before = tree(&site.path("content"));
    let run = site.run(&["take", "back.xlsx"]);
    assert_eq!(run.code, 0, "{}", run.said);

    let below = "plans/qd-3322-2024/outcomes/2026-01-05-so-noi-vu-2025.yaml";
    let text = fs::read_to_string(site.path("content").join(below)).unwrap();
    insta::assert_snapshot!("filled_in", text);
    let mut after = tree(&site.path("content"));
    after.retain(|(name, _)| name != below);
    assert!(before == after, "another file was changed");

    // It builds, and the target that had only interim figures is met on that day.
    let built = site.run(&["build", "--as-of", "2026-01-31"]);
    assert_eq!(built.code, 0, "{}", built.said);
    let page = site.public("vi/3322-2024/pl-vii4/index.html").unwrap();
    assert!(page.contains("9999/QĐ-UBND"), "the product is not on the page");

    // The same form once more says nothing new, even after its English was added.
    let again = site.run(&["take", "back.xlsx"]);
    assert_eq!((again.code, again.said.contains("không có gì mới")), (0, true), "{}", again.said);
    site.edit(
        &format!("content/{below}"),
        "          vi: Cùng phạm vi, cùng kỳ và cùng cách tính như chỉ tiêu.\n",
        "          vi: Cùng phạm vi, cùng kỳ và cùng cách tính như chỉ tiêu.\n          en: The same scope, period and method as the target.\n",
    );
    let again = site.run(&["take", "back.xlsx"]);
    assert_eq!((again.code, again.said.contains("không có gì mới")), (0, true), "{}", again.said);

    // A fresh form shows what was taken, locked, and comes back without a difference.
    let fresh =
        ["form", "so-noi-vu", "--period", "2025", "--as-of", "2026-01-31", "-o", "fresh.xlsx"];
    assert_eq!(site.run(&fresh).code, 0);
    let sheets = read_xlsx(&fs::read(site.path("fresh.xlsx")).unwrap()).unwrap();
    let shown = sheets[2].cells.values().any(|cell| cell.shown().contains("9999/QĐ-UBND"));
    assert!(shown, "the published result is not in the fresh form");

    // What was published is not changed through a form: not its row, nor by saying something else.
    let sheet = &sheets[2];
    let published = (3..=sheet.last_row()).find(|row| sheet.shown(*row, 2) == "r21").unwrap() + 1;
    let fact = format!("Kết quả!J{published}");
    office::edit(
        &site.path("fresh.xlsx"),
        &site.path("changed.xlsx"),
        &[(fact.as_str(), Text("Điều khác với điều đã công bố."))],
    );
    let refused = site.run(&["take", "changed.xlsx"]);
    assert_eq!(refused.code, 1);
    assert!(refused.said.contains(&format!("changed.xlsx:{fact}")), "{}", refused.said);
    assert!(
        refused.said.contains("kết quả “r21” đã công bố nên không sửa ở đây"),
        "{}",
        refused.said
    );
    let unchanged = site.run(&["take", "fresh.xlsx"]);
    assert_eq!(
        (unchanged.code, unchanged.said.contains("không có gì mới")),
        (0, true),
        "{}",
        unchanged.said
    );
    let other = (work("Giải thích"), Text("Một lời giải thích khác với lời đã công bố."));
    office::edit(&site.path("back.xlsx"), &site.path("other.xlsx"), &[(other.0.as_str(), other.1)]);
    let refused = site.run(&["take", "other.xlsx"]);
    assert_eq!(refused.code, 1);
    assert!(refused.said.contains("lỗi[form-taken]"), "{}", refused.said);
}

#[test]
fn twenty_faults_are_told_at_once_each_with_its_cell() {
    if !office::is_there() {
        return;
    }
    let site = exported("so-noi-vu", &["ii2-ct08"]);
    let find = Finder::of(&site, "form.xlsx");
    let mut expected: Vec<(String, &str)> = Vec::new();
    let mut typed: Vec<(String, office::Typed)> = Vec::new();
    // A row without a fault, but for one column.
    let good = |item: &str, except: &str| {
        let mut typed = Vec::new();
        let is_target = item.starts_with("ii2-ct08");
        for (column, value) in [
            ("Ngày của kết quả", Day(2025, 11, 30)),
            ("Kết quả, bằng một câu", Text("Dữ liệu mẫu: cơ quan đã ban hành kế hoạch.")),
            ("Nguyên văn trong nguồn", Text("đã ban hành kế hoạch (mẫu)")),
            ("Giải thích", Text("Nguồn nói đúng về việc này.")),
        ] {
            if except != column {
                typed.push((find.cell(item, column), value));
            }
        }
        if !is_target && except != "Tình trạng theo nguồn" {
            typed.push((find.cell(item, "Tình trạng theo nguồn"), Text("đang thực hiện")));
        }
        typed
    };
    let works: Vec<String> = find
        .rows
        .keys()
        .filter(|key| key.starts_with("pl-") || key.starts_with("iii"))
        .cloned()
        .collect();
    assert!(works.len() >= 14, "{works:?}");
    let faults: Vec<(&str, office::Typed, &str)> = vec![
        ("Ngày của kết quả", Text("31/12/2025"), "form-value"),
        ("Ngày của kết quả", Text("31/02/2025"), "form-value"),
        ("Ngày của kết quả", Day(2027, 1, 1), "form-claim"),
        ("Ngày của kết quả", Day(2024, 6, 1), "form-claim"),
        ("Kết quả, bằng một câu", Text("N/A"), "form-value"),
        ("Kết quả, bằng một câu", Text("đạt"), "form-value"),
        ("Kết quả, bằng một câu", Text("xem mô tả"), "form-value"),
        ("Kết quả, bằng một câu", Number(100.0), "form-value"),
        ("Giải thích", Text("có"), "form-value"),
        ("Nguyên văn trong nguồn", Nothing, "form-missing"),
        ("Tình trạng theo nguồn", Text("xong rồi"), "form-value"),
        ("Tình trạng theo nguồn", Text("hoàn thành một phần"), "form-claim"),
        ("Giải thích", Nothing, "form-missing"),
    ];
    for (item, (column, value, code)) in works.iter().zip(&faults) {
        typed.extend(good(item, column));
        if !matches!(value, Nothing) {
            typed.push((find.cell(item, column), *value));
        }
        expected.push((find.cell(item, column), code));
    }
    // On the two measures of a target: a claim that it cannot have, and a figure that reads in two ways.
    let product = find.cell("ii2-ct08 m1", "Sản phẩm: số, ký hiệu hoặc địa chỉ");
    for item in ["ii2-ct08 m1", "ii2-ct08 m2"] {
        typed.extend(good(item, ""));
        typed.push((find.cell(item, "Khớp với chỉ tiêu?"), Text("có")));
        typed.push((find.cell(item, "Đơn vị"), Text("%")));
    }
    typed.push((product.clone(), Text("Quyết định số 1/QĐ")));
    expected.push((product, "form-claim"));
    typed.push((find.cell("ii2-ct08 m1", "Số liệu"), Text("88,93")));
    expected.push((find.cell("ii2-ct08 m1", "Số liệu"), "form-value"));
    typed.push((find.cell("ii2-ct08 m2", "Số liệu"), Percent(0.5)));
    expected.push((find.cell("ii2-ct08 m2", "Số liệu"), "form-value"));
    // An id that was changed, the decision's words, a row that was copied, a body's own row elsewhere.
    let left: Vec<&String> = works.iter().skip(faults.len()).collect();
    let id = find.cell(left[0], "Mã");
    typed.push((id.clone(), Text("pl-vii99")));
    expected.push((id, "form-locked"));
    let id = find.cell(left[1], "Mã");
    typed.push((id.clone(), Text("pl-ii1")));
    expected.push((id, "form-locked"));
    let cell = find.cell(left[2], "Nội dung theo Quyết định");
    typed.push((cell.clone(), Text("lời khác của Quyết định")));
    expected.push((cell, "form-locked"));
    let last = find.rows.values().max().unwrap() + 2;
    typed.push((find.cell(left[3], "Mã"), CopyRowTo(last)));
    expected.push((format!("Kết quả!A{last}"), "form-locked"));
    // And of the source: neither number nor address.
    typed.extend(
        SOURCE
            .iter()
            .filter(|(cell, _)| *cell != "Nguồn!B15")
            .map(|(cell, typed)| ((*cell).to_owned(), *typed)),
    );
    expected.push(("Nguồn!B15".to_owned(), "form-missing"));

    let typed: Vec<(&str, office::Typed)> =
        typed.iter().map(|(cell, typed)| (cell.as_str(), *typed)).collect();
    office::edit(&site.path("form.xlsx"), &site.path("back.xlsx"), &typed);
    let before = tree(&site.path("content"));
    let run = site.run(&["take", "back.xlsx", "--json"]);
    assert_eq!(run.code, 1, "{}", run.said);
    let told = run.json();
    let told: Vec<(String, String)> = told["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|said| {
            (said["cell"].as_str().unwrap().to_owned(), said["code"].as_str().unwrap().to_owned())
        })
        .collect();
    let mut sorted = told.clone();
    sorted.sort();
    let mut wanted: Vec<(String, String)> =
        expected.into_iter().map(|(cell, code)| (cell, code.to_owned())).collect();
    wanted.sort();
    assert!(wanted.len() >= 20, "{}", wanted.len());
    assert_eq!(sorted, wanted);
    assert!(before == tree(&site.path("content")), "something was written");
    let run = site.run(&["take", "back.xlsx"]);
    insta::assert_snapshot!("faults", run.said);
}

/// A workbook with words of one of its parts replaced.
fn changed(workbook: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut parts = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut old = parts.by_index(at).unwrap();
        let name = old.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        old.read_to_end(&mut bytes).unwrap();
        if name == part {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from), "{part} has no {from}");
            bytes = text.replace(from, to).into_bytes();
        }
        made.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        made.write_all(&bytes).unwrap();
    }
    made.finish().unwrap().into_inner()
}

#[test]
fn other_files_are_refused_in_words() {
    let site = Workshop::real();
    site.write("junk.xlsx", b"PK\x03\x04 no workbook");
    site.write("empty.xlsx", b"");
    for (file, code, words) in [
        ("junk.xlsx", 1, "lỗi[workbook-foreign]: tệp này không phải là bảng tính"),
        ("empty.xlsx", 1, "lỗi[workbook-foreign]"),
        ("nowhere.xlsx", 2, "không đọc được nowhere.xlsx"),
    ] {
        let run = site.run(&["take", file]);
        assert_eq!(run.code, code, "{}", run.said);
        assert!(run.said.contains(words), "{}", run.said);
    }
    // A form whose insides were damaged: a cell that no sheet has, a cell far away, a sheet cut short.
    assert_eq!(site.run(&["form", "so-noi-vu", "--period", "2025", "-o", "form.xlsx"]).code, 0);
    for (file, from, to, code, words) in [
        ("nowhere-cell.xlsx", "r=\"A4\"", "r=\"ZZZZZZZ99999999999\"", 1, "lỗi["),
        (
            "far.xlsx",
            "</sheetData>",
            "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>",
            1,
            "Kết quả!XFD1048576",
        ),
        ("cut.xlsx", "</sheetData>", "<", 1, "lỗi[workbook-foreign]"),
    ] {
        let form = fs::read(site.path("form.xlsx")).unwrap();
        site.write(file, changed(&form, "xl/worksheets/sheet3.xml", from, to));
        let run = site.run(&["take", file]);
        assert_eq!(run.code, code, "{file}: {}", run.said);
        assert!(run.said.contains(words), "{file}: {}", run.said);
    }
    for (period, words) in [("2031", "không thuộc thời gian"), ("năm nay", "không phải là nhãn")]
    {
        let run = site.run(&["form", "so-noi-vu", "--period", period, "-o", "x.xlsx"]);
        assert_eq!(run.code, 2);
        assert!(run.said.contains(words), "{}", run.said);
    }
    let run =
        site.run(&["form", "so-noi-vu", "--period", "2025", "--item", "i1-1", "-o", "x.xlsx"]);
    assert!(run.said.contains("mục tiêu, yêu cầu chung"), "{}", run.said);
}
