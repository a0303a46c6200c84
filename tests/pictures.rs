//! What is drawn is what is counted: the pictures of the real content against its data.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use congkhai::model::Settings;
use congkhai::{Job, check, compile, load_theme};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

struct Built {
    pages: BTreeMap<String, String>,
    data: Value,
}

static SITE: LazyLock<Built> = LazyLock::new(|| {
    let job = Job { content: "content".into(), settings: Settings::default(), theme: None };
    let checked = check(&job);
    let model = checked.model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    let (_, site) = compile(&model, &theme).unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Built {
        data: serde_json::from_slice(&site.files["data/plan.json"]).unwrap(),
        pages: site
            .files
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path.clone(), text(bytes)))
            .collect(),
    }
});

fn page(path: &str) -> Html {
    Html::parse_document(&SITE.pages[path])
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn inside<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn items() -> Vec<&'static Value> {
    SITE.data["items"].as_array().unwrap().iter().collect()
}

/// A share of a line, in percent.
fn share(written: &str) -> f64 {
    written.strip_suffix('%').unwrap().parse().unwrap()
}

#[test]
fn every_item_is_one_mark_of_the_plan() {
    for locale in ["vi", "en"] {
        let home = page(&format!("{locale}/index.html"));
        let marks: BTreeMap<String, String> = all(&home, ".glance a.mark")
            .into_iter()
            .map(|mark| {
                let id = mark.attr("href").unwrap().split('/').rev().nth(1).unwrap().to_owned();
                let class = mark.attr("class").unwrap();
                let standing = class.rsplit_once("standing-").unwrap().1.to_owned();
                assert!(!mark.attr("title").unwrap().is_empty(), "{id} has no name");
                (id, standing)
            })
            .collect();
        let expected: BTreeMap<String, String> = items()
            .iter()
            .map(|item| {
                let text = |key: &str| item[key].as_str().unwrap().to_owned();
                (text("id"), text("standing"))
            })
            .collect();
        assert_eq!(marks, expected, "{locale}");
    }
}

#[test]
fn the_counts_of_every_page_add_up() {
    let mut tables = 0;
    for (path, html) in &SITE.pages {
        let html = Html::parse_document(html);
        for table in all(&html, ".counts .count-table") {
            let numbers = |rows: &str| -> Vec<usize> {
                inside(table, rows)
                    .into_iter()
                    .map(|cell| text(cell).parse().unwrap_or_else(|_| panic!("{path}")))
                    .collect()
            };
            let parts = numbers("tbody td:last-child");
            let total = numbers("tfoot td:last-child");
            assert_eq!(parts.iter().sum::<usize>(), total[0], "{path}");
            let drawn: Vec<f64> = inside(table, "rect.bar-of")
                .into_iter()
                .map(|bar| share(bar.attr("width").unwrap()))
                .collect();
            for (part, width) in parts.iter().zip(&drawn) {
                let exact = 100.0 * *part as f64 / total[0] as f64;
                assert!((exact - width).abs() < 0.01, "{path}: {part} is drawn {width}");
            }
            assert_eq!(drawn.len(), parts.len(), "{path}");
            tables += 1;
        }
    }
    assert!(tables > 100, "only {tables} tables");
}

#[test]
fn every_figure_stands_where_its_value_is() {
    let mut figures = 0;
    for item in items() {
        let path = format!("en/3322-2024/{}/index.html", item["id"].as_str().unwrap());
        let html = page(&path);
        for row in all(&html, ".scale tbody tr") {
            let value = text(inside(row, ".value")[0]);
            let number: String =
                value.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            let at = share(inside(row, "svg svg")[0].attr("x").unwrap());
            if value.contains('%') {
                assert!((number.parse::<f64>().unwrap() - at).abs() < 0.01, "{path}: {value}");
            }
            let anchor = inside(row, "th a")[0].attr("href").unwrap().trim_start_matches('#');
            assert_eq!(all(&html, &format!("[id='{anchor}']")).len(), 1, "{path}: {anchor}");
            assert!(!text(inside(row, "time")[0]).is_empty());
            figures += 1;
        }
    }
    // R1 (two figures), R2 on two targets each, and so on: what reports say of a measure in its unit.
    assert!(figures >= 16, "only {figures} figures are drawn");
}

#[test]
fn figures_over_time_are_those_of_the_targets() {
    let results = page("vi/3322-2024/results/index.html");
    let pictures = all(&results, ".multiple");
    assert!(pictures.len() >= 2, "only {}", pictures.len());
    for picture in pictures {
        let points = inside(picture, "svg svg");
        assert!(points.len() >= 2);
        assert_eq!(points.len(), inside(picture, "li").len(), "a point without its words");
    }
}

#[test]
fn every_deadline_is_on_the_ribbon() {
    let html = page("vi/3322-2024/deadlines/index.html");
    let rows = all(&html, ".ribbon tbody tr");
    let counted: usize =
        rows.iter().map(|row| text(inside(*row, ".count")[0]).parse::<usize>().unwrap()).sum();
    assert_eq!(counted, all(&html, "ul.cards > .card").len());
    let labels: BTreeSet<String> = rows.iter().map(|row| text(inside(*row, "th")[0])).collect();
    assert!(labels.contains("trước ngày 31/12/2025"), "{labels:?}");
    for row in &rows {
        let bar = inside(*row, "rect")[0];
        let (at, width) = (share(bar.attr("x").unwrap()), share(bar.attr("width").unwrap()));
        assert!(width > 1.0 && at + width <= 100.0, "{}: {at} {width}", text(*row));
    }
    let quarters = rows.iter().find(|row| text(**row).starts_with("quý II–III")).unwrap();
    let bar = inside(*quarters, "rect")[0];
    let (at, width) = (share(bar.attr("x").unwrap()), share(bar.attr("width").unwrap()));
    // 1 April is day 91 of 365, 30 September day 273.
    assert!((at - 100.0 * 90.0 / 365.0).abs() < 0.02, "{at}");
    assert!((width - 100.0 * 183.0 / 365.0).abs() < 0.02, "{width}");
}

#[test]
fn amounts_are_drawn_to_scale() {
    let html = page("en/3322-2024/index.html");
    let rows = all(&html, ".amounts tbody tr");
    assert_eq!(rows.len(), 5);
    let drawn: Vec<(f64, f64)> = rows
        .iter()
        .map(|row| {
            let amount: String =
                text(inside(*row, ".value")[0]).chars().filter(char::is_ascii_digit).collect();
            (amount.parse().unwrap(), share(inside(*row, "rect")[0].attr("width").unwrap()))
        })
        .collect();
    let (largest, full) = drawn[0];
    assert_eq!(full, 100.0);
    for (amount, width) in &drawn {
        assert!((100.0 * amount / largest - width).abs() < 0.01, "{amount} is drawn {width}");
    }
    assert_eq!(drawn.iter().map(|(amount, _)| amount).sum::<f64>(), 35_609.0, "million VND");
    let lead = text(all(&html, "#budget + p")[0]);
    let numbers: Vec<&str> = lead
        .split(|c: char| !c.is_ascii_digit() && c != ',')
        .filter(|part| part.len() > part.matches(',').count())
        .collect();
    assert_eq!(numbers, ["5", "38", "35,609", "23", "10"], "{lead}");
}
