//! The annex of the real decision, as an office would send it: a sheet with merged cells, the heading
//! repeated after each page break, and the rows as the received copy has them. The draft is compared with
//! the rows that people made of the same annex. The workbook is sample data; its words are the decision's.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::fs;
use std::path::Path;

use congkhai::content::{Activity, Area, Bodies};
use rust_xlsxwriter::{Format, Workbook};
use workshop::Workshop;

const HEADING: &str = "STT\t1-Mục tiêu";

/// The rows of the annex in the received copy; a blank line is a page break.
fn received() -> Vec<Vec<String>> {
    let text = fs::read_to_string("content/plans/qd-3322-2024/source/received.txt").unwrap();
    text.lines()
        .skip_while(|line| !line.starts_with(HEADING))
        .take_while(|line| !line.starts_with("--"))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// An objective that spans several rows is one merged cell, as word processors make it.
fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "PHỤ LỤC (dữ liệu thử nghiệm)").unwrap();
    let heading = rows[0].clone();
    let mut at = 2;
    let mut objective: Option<(u32, String)> = None;
    let plain = Format::new();
    for row in rows {
        if row.iter().all(String::is_empty) {
            for (column, cell) in (0..).zip(&heading) {
                sheet.write(at, column, cell).unwrap();
            }
            objective = None;
            at += 1;
            continue;
        }
        let starts = row.first().is_some_and(|number| !number.is_empty());
        if starts {
            objective = None;
        }
        for (column, cell) in (0_u16..).zip(row) {
            if !cell.is_empty() {
                sheet.write(at, column, cell.as_str()).unwrap();
            }
        }
        match (&objective, row.get(1)) {
            (_, Some(words)) if starts && !words.starts_with("<b>") => {
                objective = Some((at, words.clone()));
            }
            (Some((first, words)), Some(cell)) if cell.is_empty() && at == first + 1 => {
                sheet.merge_range(*first, 1, at, 1, words, &plain).unwrap();
                objective = None;
            }
            _ => {}
        }
        at += 1;
    }
    book.save_to_buffer().unwrap()
}

fn real_areas() -> Vec<Area> {
    areas(Path::new("content/plans/qd-3322-2024/areas"))
        .into_iter()
        .map(|text| serde_yaml::from_str(&text).unwrap())
        .collect()
}

/// The texts of `area.yaml` in the folders of a folder, in order.
fn areas(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names.iter().map(|name| fs::read_to_string(name.join("area.yaml")).unwrap()).collect()
}

fn activities(area: &Area) -> Vec<&Activity> {
    let tasks = area.objectives.iter().flat_map(|objective| &objective.tasks);
    tasks.flat_map(|task| &task.activities).collect()
}

/// Each objective with its tasks, and how many activities each has.
fn tree(area: &Area) -> Vec<String> {
    let tasks = area.objectives.iter().flat_map(|objective| {
        objective.tasks.iter().map(move |task| {
            let words = task.words.as_ref().map(|words| words.vi.as_str());
            format!(
                "{:?} {:?} | {words:?} | {}",
                objective.number,
                objective.words.as_ref().map(|words| words.vi.as_str()),
                task.activities.len()
            )
        })
    });
    tasks.collect()
}

/// A draft is no `area.yaml` until a person has completed it: what could not be read is filled in here.
fn completed(text: &str) -> String {
    text.lines()
        .map(|line| {
            if line.contains("thêm `read:`") {
                format!("{}read: each-body\n", " ".repeat(line.len() - line.trim_start().len()))
            } else {
                format!("{line}\n")
            }
        })
        .collect()
}

fn check_drafts(site: &Workshop, file: &str) {
    let run = site.run(&["take", file, "-o", "drafts"]);
    assert_eq!(run.code, 0, "{}", run.said);
    assert!(run.said.contains("38 hoạt động"), "{}", run.said);
    let texts = areas(&site.path("drafts"));
    let drafts: Vec<Area> =
        texts.iter().map(|text| serde_yaml::from_str(&completed(text)).unwrap()).collect();
    let real = real_areas();
    assert_eq!(drafts.len(), real.len());
    for (draft, real) in drafts.iter().zip(&real) {
        assert_eq!(draft.annex, real.annex);
        let heading = |area: &Area| area.annex_heading.as_ref().unwrap().vi.clone();
        assert_eq!(heading(draft), heading(real));
        assert_eq!(tree(draft), tree(real));
        for (draft, real) in activities(draft).into_iter().zip(activities(real)) {
            assert_eq!(draft.id, real.id);
            assert_eq!(draft.words.vi, real.words.vi, "{}", real.id);
            let product = |row: &Activity| row.product.as_ref().map(|text| text.vi.clone());
            assert_eq!(product(draft), product(real), "{}", real.id);
            let printed = |cell: &Option<Bodies>| cell.as_ref().map(|cell| cell.printed.vi.clone());
            assert_eq!(printed(&draft.lead), printed(&real.lead), "{}", real.id);
            assert_eq!(printed(&draft.partners), printed(&real.partners), "{}", real.id);
            let deadline = |row: &Activity| {
                row.deadline.as_ref().map(|deadline| (deadline.printed.vi.clone(), deadline.read))
            };
            assert_eq!(deadline(draft), deadline(real), "{}", real.id);
            let budget = |row: &Activity| {
                row.budget.as_ref().map(|cell| (cell.kind, cell.printed.clone(), cell.vnd))
            };
            assert_eq!(budget(draft), budget(real), "{}", real.id);
        }
    }
    // The rows that the repairs list names are marked, each at its activity or what is above it.
    let all = texts.concat();
    assert_eq!(all.matches("lệch sang phải").count(), 4);
    for item in ["pl-i5", "pl-i8", "pl-i9", "pl-i10"] {
        let before = all.split(&format!("id: {item}\n")).next().unwrap();
        let last: Vec<&str> = before.lines().rev().take(2).collect();
        assert!(last.iter().any(|line| line.contains("lệch sang phải")), "{item}: {last:?}");
    }
    assert!(all.matches("bị ngắt trang").count() >= 3);
    let found = |area: &Area| {
        activities(area)
            .iter()
            .filter_map(|row| row.lead.as_ref())
            .map(|lead| lead.bodies.len())
            .sum::<usize>()
    };
    assert!(drafts.iter().map(found).sum::<usize>() > 30, "hardly a body was recognised");
}

#[test]
fn a_draft_of_the_real_annex_has_the_rows_that_people_made_of_it() {
    let site = Workshop::real();
    site.write("annex.xlsx", workbook(&received()));
    check_drafts(&site, "annex.xlsx");
    // An existing folder is left alone, and an annex asks where its drafts should go.
    let again = site.run(&["take", "annex.xlsx", "-o", "drafts"]);
    assert_eq!((again.code, again.said.contains("drafts đã có")), (2, true), "{}", again.said);
    let nowhere = site.run(&["take", "annex.xlsx"]);
    assert_eq!(
        (nowhere.code, nowhere.said.contains("như một phụ lục")),
        (2, true),
        "{}",
        nowhere.said
    );
}

#[test]
fn the_same_annex_as_csv_makes_the_same_draft() {
    let site = Workshop::real();
    let text: String = received()
        .iter()
        .map(|row| {
            let cells: Vec<String> =
                row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(";") + "\n"
        })
        .collect();
    site.write("annex.csv", text);
    check_drafts(&site, "annex.csv");
}

#[test]
fn what_is_no_annex_is_refused_in_words() {
    let site = Workshop::real();
    site.write("list.csv", "tên,số\na,1\n");
    let run = site.run(&["take", "list.csv", "-o", "drafts"]);
    assert_eq!((run.code, run.said.contains("không thấy bảng phụ lục")), (2, true), "{}", run.said);
    site.write("bytes.csv", b"\xff\xfe\x00");
    let run = site.run(&["take", "bytes.csv", "-o", "drafts"]);
    assert_eq!((run.code, run.said.contains("workbook-foreign")), (1, true), "{}", run.said);
}
