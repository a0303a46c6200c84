//! What is fuzzed: one function for each target. Bytes come in; nothing goes out, but a promise that does not hold
//! is a panic.
//!
//! The targets of cargo-fuzz and `tests/fuzz_corpus.rs` call these same functions, so whatever the corpus has found
//! is tried with the stable compiler in each run of the tests.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::fs;
use std::hint::black_box;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

use congkhai::checks::{read_budget, read_wording};
use congkhai::diagnostic::{Code, as_text, shown};
use congkhai::form::{self, Form, ReportPeriod};
use congkhai::model::{Model, Settings};
use congkhai::theme::{Origin, Theme};
use congkhai::timings::Timings;
use congkhai::values::{Date, Dong, Locale, PartialDate, Quantity, Reading, Share, Unit};
use congkhai::workbook::{Cell, Sheet, read_csv, read_xlsx};
use congkhai::{Checked, annex, check_loaded, content, output, pages, theme};

type Files = BTreeMap<String, Vec<u8>>;

/// The plan that all targets start from: sample data of the tests.
const PLAN: &str = "plans/sample-1-2025";

static SMALL: LazyLock<Files> = LazyLock::new(|| {
    // The folder of the crate that is compiled: the program's, or `fuzz/`.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = "tests/sites/small/content";
    let root = [here.join(below), here.join("..").join(below)];
    let root = root.iter().find(|folder| folder.is_dir()).expect("the small site of the tests");
    let mut files = Files::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    let site = String::from_utf8(files["site.yaml"].clone()).unwrap();
    files.insert(
        "site.yaml".to_owned(),
        site.replace("share_pictures: true", "share_pictures: false").into(),
    );
    files
});

static MODEL: LazyLock<Checked> = LazyLock::new(|| check(SMALL.clone()));

static THEME: LazyLock<Theme> = LazyLock::new(|| theme::load(&Origin::Inside, true).unwrap());

fn model() -> &'static Model {
    MODEL.model.as_ref().unwrap()
}

fn check(files: Files) -> Checked {
    let checked = check_loaded(
        content::load_given(files, "content"),
        &Settings::default(),
        &Timings::default(),
    );
    told(&checked.diagnostics, &checked.files);
    checked
}

/// Every place can be found and shown, in both languages.
fn told(said: &[congkhai::diagnostic::Diagnostic], files: &congkhai::diagnostic::Files) {
    for locale in Locale::ALL {
        black_box(as_text(said, files, locale, false));
    }
    for said in shown(said, files) {
        assert!(said.line > 0 && said.column > 0, "{said:?}");
        assert!(!said.message.is_empty() && !said.message_vi.is_empty(), "{said:?}");
    }
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// The first byte chooses; the rest is the text.
fn chosen<'a, T>(bytes: &'a [u8], of: &'a [T]) -> Option<(&'a T, &'a [u8])> {
    let (first, rest) = bytes.split_first()?;
    let at = usize::from(first.wrapping_sub(b'a')) % of.len();
    Some((&of[at], rest))
}

/// The files of records, each read alone.
pub fn yaml(bytes: &[u8]) {
    let names = [
        "site.yaml",
        "agencies.yaml",
        "glossary.yaml",
        "corrections.yaml",
        "redirects.yaml",
        "plans/p/plan.yaml",
        "plans/p/decision.yaml",
        "plans/p/areas/1-a/area.yaml",
        "plans/p/outcomes/a.yaml",
        "plans/p/source/repairs.yaml",
        "plans/p/source/not-items.yaml",
    ];
    let Some((name, text)) = chosen(bytes, &names) else { return };
    let files = Files::from([((*name).to_owned(), text.to_vec())]);
    let (content, said) = content::load_given(files, "content");
    told(&said, &content.files);
}

/// Headings with their ids, which are the front matter of an entry, and the files that are written line by line.
pub fn headings(bytes: &[u8]) {
    let names = [
        "plans/p/decision.vi.md",
        "plans/p/areas/1-a/area.vi.md",
        "pages/about.vi.md",
        "plans/p/translations.lock",
        "plans/p/source/received.txt",
        "releases/releases.lock",
        "published-urls.txt",
    ];
    let Some((name, text)) = chosen(bytes, &names) else { return };
    let mut files = Files::from([((*name).to_owned(), text.to_vec())]);
    if name.starts_with("plans/") {
        files.insert("plans/p/plan.yaml".to_owned(), SMALL[&format!("{PLAN}/plan.yaml")].clone());
    }
    let (content, said) = content::load_given(files, "content");
    told(&said, &content.files);
}

/// A page, and the HTML that is made of it where nothing is wrong with it.
pub fn markdown(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let page = format!("# A\n\n{text}");
    let files = Files::from([("pages/about.vi.md".to_owned(), page.into_bytes())]);
    let (content, said) = content::load_given(files, "content");
    told(&said, &content.files);
    if said.iter().any(|said| said.code != Code::FileMissing) {
        return;
    }
    for page in content.pages.iter().filter_map(|page| page.vi.as_ref()) {
        let html = pages::html_of(&page.body, 1, |target| {
            content::INTERNAL
                .iter()
                .any(|scheme| target.starts_with(scheme))
                .then(|| "../".to_owned())
        });
        assert_harmless(&html);
    }
}

/// No element and no attribute but those that Markdown has; no link that could run anything.
fn assert_harmless(html: &str) {
    const ELEMENTS: &str = " p h1 h2 h3 h4 h5 h6 ul ol li a em strong code pre blockquote hr br table thead tbody tr \
                            th td div sup ";
    const ATTRIBUTES: &str = " href id class title start ";
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        let name: String =
            tag.chars().skip_while(|c| *c == '/').take_while(char::is_ascii_alphanumeric).collect();
        assert!(ELEMENTS.contains(&format!(" {name} ")), "<{tag}> in {html}");
        let mut outside = true;
        for part in tag.split('"') {
            if outside {
                for attribute in part.split_whitespace().filter_map(|word| word.strip_suffix('=')) {
                    assert!(ATTRIBUTES.contains(&format!(" {attribute} ")), "<{tag}> in {html}");
                }
            }
            outside = !outside;
        }
        if let Some(href) = tag.split("href=\"").nth(1) {
            let safe = ["http:", "https:", "mailto:", "tel:", "#", "../"];
            let href = href.to_ascii_lowercase();
            assert!(safe.iter().any(|start| href.starts_with(start)), "<{tag}> in {html}");
        }
    }
}

fn round<T: FromStr + Display + Debug + PartialEq>(text: &str) -> Option<T> {
    let value: T = text.parse().ok()?;
    let again = value.to_string().parse().ok();
    assert_eq!(again.as_ref(), Some(&value), "{text:?} is printed as {value}");
    Some(value)
}

/// Days, months, years and the periods that reports are about.
pub fn dates(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Some(day) = round::<Date>(text) {
        assert!(day.yesterday() <= day && day <= day.tomorrow() && day <= day.last_of_month());
        assert_eq!(day.days_until(day), 0);
        for locale in Locale::ALL {
            assert!(day.shown(locale).contains(&day.year().to_string()));
            black_box(day.in_words(locale));
        }
    }
    if let Some(date) = round::<PartialDate>(text) {
        assert!(date.first_day() <= date.last_day());
        black_box(Locale::ALL.map(|locale| date.shown(locale)));
    }
    if let Some(period) = round::<ReportPeriod>(text) {
        assert!(period.days().from <= period.days().to);
        black_box(period.shown());
    }
}

/// Amounts of money, exact numbers, and amounts as annexes print them.
pub fn money(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let (one, other) = text.split_once('\n').unwrap_or((text, "1"));
    for amount in [one.parse::<Dong>().ok(), read_budget(one)].into_iter().flatten() {
        assert_eq!(amount.0.to_string().parse(), Ok(amount));
        for locale in Locale::ALL {
            let digits: String =
                amount.shown(locale).chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits, amount.0.to_string());
            black_box(amount.shown_in_millions(locale));
        }
        black_box(Share::of_money(amount, Dong(1)).rest());
        black_box(Share::of_money(Dong(1), amount).rest());
    }
    if let Some(number) = round::<Quantity>(one) {
        for locale in Locale::ALL {
            black_box(Unit::Percent.of(&number, locale));
        }
        if let Some(other) = round::<Quantity>(other) {
            assert_eq!(
                number.partial_cmp(&other),
                other.partial_cmp(&number).map(std::cmp::Ordering::reverse)
            );
            black_box(Share::of_quantity(&number, &other));
        }
    }
}

/// Deadlines as records write them, and as documents print them.
pub fn deadlines(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let read = round::<Reading>(text);
    let printed = [None, Some(2025), Some(i16::MAX)].map(|year| read_wording(text, year));
    for reading in printed.into_iter().chain([read]).flatten() {
        assert_eq!(reading.to_string().parse(), Ok(reading), "{text:?}");
        assert!(reading.first_day() <= reading.last_day(), "{text:?}");
        black_box(reading.precision());
        black_box(Locale::ALL.map(|locale| reading.shown(locale)));
    }
}

/// A form that comes back. `a`: a workbook; `b`: the parts of one, which are packed here; else changes of cells in
/// the form as it was sent, a line each: sheet, row, column, kind and value, parted by tabs.
pub fn form(bytes: &[u8]) {
    match bytes.split_first() {
        Some((b'a', rest)) => workbook(rest),
        Some((b'b', rest)) => workbook(&packed(rest)),
        _ => {
            let Some(text) = text(bytes) else { return };
            let mut sheets = FORM.clone();
            for line in text.lines() {
                let _ = edit(&mut sheets, line);
            }
            take(&sheets);
        }
    }
}

static FORM: LazyLock<Vec<Sheet>> = LazyLock::new(|| {
    let model = model();
    let form =
        Form::make(model, &model.plans[0], "so-nuoc", ReportPeriod::Year(2025), &[]).unwrap();
    read_xlsx(&form::workbook(&form).unwrap()).unwrap()
});

fn edit(sheets: &mut [Sheet], line: &str) -> Option<()> {
    let mut words = line.splitn(5, '\t');
    let sheet = sheets.get_mut(words.next()?.parse::<usize>().ok()?)?;
    let (row, column) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let (kind, value) = (words.next()?, words.next().unwrap_or_default());
    let cell = match kind {
        "text" => Cell::text(value),
        "day" => value.parse().ok().map(Cell::Day),
        "number" | "percent" => value
            .parse::<f64>()
            .ok()
            .map(|number| Cell::Number { digits: number.to_string(), percent: kind == "percent" }),
        "other" => Some(Cell::Other(value.to_owned())),
        _ => None,
    };
    match cell {
        Some(cell) => sheet.cells.insert((row, column), cell),
        None => sheet.cells.remove(&(row, column)),
    };
    Some(())
}

fn workbook(bytes: &[u8]) {
    let Ok(sheets) = read_xlsx(bytes) else { return };
    if form::is_form(&sheets) {
        black_box(form::as_of(&sheets));
        take(&sheets);
    } else {
        draft(&sheets);
    }
}

fn take(sheets: &[Sheet]) {
    let name: Arc<str> = "@bieu.xlsx".into();
    match form::take(model(), &MODEL.files, &name, sheets) {
        Ok(Some(taken)) => {
            // What was taken is a file that can be read.
            let mut files = SMALL.clone();
            files.insert(taken.path.clone(), taken.text.clone().into_bytes());
            for said in check(files).diagnostics {
                let of_form = matches!(
                    said.code,
                    Code::YamlMalformed | Code::ValueUnreadable | Code::YamlWrongType
                );
                let ours = *said.place.file == *taken.path;
                assert!(!(ours && of_form), "{said:?}\n{}", taken.text);
            }
        }
        Ok(None) => {}
        Err(said) => told(&said, &MODEL.files),
    }
}

/// The parts of a workbook, parted by lines of `----`: the sheet, the texts, the styles, the list of sheets.
fn packed(bytes: &[u8]) -> Vec<u8> {
    const SPREADSHEET: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split("\n----\n");
    let mut part = |missing: String| parts.next().map_or(missing, str::to_owned);
    let sheet = part(String::new());
    let texts = part(format!("<sst {SPREADSHEET}><si><t>a</t></si></sst>"));
    let styles = part(format!("<styleSheet {SPREADSHEET}><cellXfs><xf/></cellXfs></styleSheet>"));
    let book = part(format!(
        "<workbook {SPREADSHEET} xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets>\
         </workbook>"
    ));
    let relations = format!(
        "<Relationships {PACKAGE}><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         </Relationships>"
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sharedStrings.xml", texts),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An annex table as it was sent, with or without its headings.
pub fn annex(bytes: &[u8]) {
    const HEADINGS: &str =
        "STT,Mục tiêu,Nhiệm vụ,Hoạt động,Sản phẩm,Chủ trì,Phối hợp,Thời gian,Kinh phí\n";
    if let Ok(sheet) = read_csv(bytes) {
        draft(&[sheet]);
    }
    if let Ok(sheet) = read_csv(&[HEADINGS.as_bytes(), bytes].concat()) {
        draft(&[sheet]);
    }
}

fn draft(sheets: &[Sheet]) {
    let Some(table) = annex::table(sheets) else { return };
    let groups = annex::groups(&table);
    let names = vec![("Sở Nước".to_owned(), "so-nuoc".to_owned())];
    for draft in annex::drafts(&groups, &names, annex::year(&groups)) {
        assert!(!draft.folder.contains('/') && !draft.folder.starts_with('.'), "{}", draft.folder);
        let name = format!("plans/p/areas/{}/area.yaml", draft.folder);
        let files = Files::from([
            (name, draft.text.clone().into_bytes()),
            ("plans/p/plan.yaml".to_owned(), SMALL[&format!("{PLAN}/plan.yaml")].clone()),
        ]);
        let (content, said) = content::load_given(files, "content");
        told(&said, &content.files);
        let unread =
            said.iter().find(|said| matches!(said.code, Code::YamlMalformed | Code::FileNotText));
        assert!(unread.is_none(), "{unread:?}\n{}", draft.text);
    }
}

/// The small site with one of its files replaced: all stages, and the pages where they can be made.
pub fn site(bytes: &[u8]) {
    let names: Vec<&String> = SMALL.keys().collect();
    let Some((name, text)) = chosen(bytes, &names) else { return };
    let mut files = SMALL.clone();
    files.insert((*name).clone(), text.to_vec());
    let checked = check(files);
    let Some(model) = checked.model.as_ref().filter(|_| checked.is_sound(false)) else { return };
    let known = output::Abbreviations::of(model);
    for page in pages::lay_out(model, &THEME.words) {
        output::render(&THEME, &known, &page, output::Shape::Small).unwrap();
    }
}
