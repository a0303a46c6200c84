//! Content that was written to attack whoever reads the site. What can be words comes out as words: every file that is
//! published is read by a real parser, and nothing in it runs, calculates or leads astray. The rest is refused with its
//! place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test ends at its first surprise, reads and writes folders of its own, and lists attacks"
)]

mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::LazyLock;

use scraper::{ElementRef, Html, Selector};
use workshop::{Workshop, tree};

type Tree = BTreeMap<String, Vec<u8>>;

/// The sample site as it is, and with the attacks of `tests/sites/hostile` laid over it.
static SITES: LazyLock<[Tree; 2]> = LazyLock::new(|| {
    [false, true].map(|hostile| {
        let site = Workshop::small();
        if hostile {
            site.overlay(Path::new("tests/sites/hostile/content"));
        }
        let run = site.run(&["build", "--strict"]);
        assert_eq!(run.code, 0, "{}", run.said);
        tree(&site.path("public")).into_iter().collect()
    })
});

fn harmless() -> &'static Tree {
    &SITES[0]
}

fn hostile() -> &'static Tree {
    &SITES[1]
}

fn of_type<'t>(tree: &'t Tree, ending: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let text = |bytes: &'t [u8]| std::str::from_utf8(bytes).unwrap();
    let files = tree.iter().filter(move |(path, _)| path.ends_with(ending));
    files.map(move |(path, bytes)| (path.as_str(), text(bytes)))
}

fn elements(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    html.root_element().descendants().filter_map(ElementRef::wrap)
}

/// What a reader may be sent to.
fn is_safe(target: &str) -> bool {
    // Browsers take out white space and control characters before they look at the scheme.
    let plain: String = target.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let scheme = plain.split(['/', '?', '#']).next().unwrap_or_default().split_once(':');
    let scheme = scheme.map(|(scheme, _)| scheme.to_ascii_lowercase());
    !plain.starts_with("//")
        && matches!(scheme.as_deref(), None | Some("http" | "https" | "mailto" | "tel" | "webcal"))
}

/// Elements and attributes that Markdown adds to those of the harmless site.
const OF_MARKDOWN: [&str; 12] = [
    "pre",
    "code",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "sup",
    "hr",
    "title",
];

#[test]
fn no_page_has_anything_that_runs() {
    let parsed = |tree: &'static Tree| {
        of_type(tree, ".html").map(|(path, text)| (path, Html::parse_document(text)))
    };
    let mut known: BTreeSet<String> = OF_MARKDOWN.iter().map(|&name| name.to_owned()).collect();
    let mut scripts: BTreeMap<&str, usize> = BTreeMap::new();
    let script = Selector::parse("script").unwrap();
    let loaded = Selector::parse("script[src]").unwrap();
    for (path, html) in parsed(harmless()) {
        scripts.insert(path, html.select(&loaded).count());
        for element in elements(&html) {
            known.insert(element.value().name().to_owned());
            known.extend(element.value().attrs().map(|(name, _)| name.to_owned()));
        }
    }
    for forbidden in
        ["iframe", "object", "embed", "base", "style", "srcdoc", "onclick", "formaction"]
    {
        assert!(!known.contains(forbidden), "{forbidden}");
    }
    let mut pages = 0;
    for (path, html) in parsed(hostile()) {
        pages += 1;
        assert_eq!(html.select(&loaded).count(), scripts[path], "{path} has other scripts");
        for element in elements(&html) {
            let value = element.value();
            assert!(known.contains(value.name()), "{path} has a <{}>", value.name());
            for (name, text) in value.attrs() {
                assert!(
                    known.contains(name) && !name.starts_with("on"),
                    "{path}: {name}=\"{text}\""
                );
                if matches!(name, "href" | "src" | "action" | "cite") {
                    assert!(is_safe(text), "{path}: {name}=\"{text}\"");
                }
                let is_refresh = name == "http-equiv" && text.eq_ignore_ascii_case("refresh");
                assert!(!is_refresh, "{path}");
            }
        }
        for element in html.select(&script) {
            let inside: String = element.text().collect();
            match (element.attr("src"), element.attr("type")) {
                (Some(from), None) => {
                    assert!(from.contains("assets/") && inside.is_empty(), "{path}: {from}");
                }
                (None, Some("application/ld+json")) => {
                    let data: serde_json::Value = serde_json::from_str(&inside).unwrap();
                    assert!(data.is_object() || data.is_array(), "{path}: {inside}");
                    assert!(!inside.contains('<'), "{path}: {inside}");
                }
                other => panic!("{path}: {other:?}"),
            }
        }
    }
    assert!(pages > 100, "{pages}");
    // What stands in the page's head keeps everything else from running, too.
    for (path, text) in of_type(hostile(), ".html") {
        let policy = text.find("http-equiv=\"Content-Security-Policy\"").unwrap();
        assert!(text.find("<script").is_none_or(|script| policy < script), "{path}");
        let policy = text[policy..].split('>').next().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[test]
fn attacks_come_out_as_words() {
    let words = |path: &str| {
        let html = Html::parse_document(std::str::from_utf8(&hostile()[path]).unwrap());
        let body = Selector::parse("body").unwrap();
        html.select(&body).next().unwrap().text().collect::<String>()
    };
    for (path, wanted) in [
        ("vi/index.html", "Kế hoạch <script>alert(1)</script>"),
        (
            "en/index.html",
            "Sample ]]><x xmlns=\"http://www.w3.org/1999/xhtml\" onclick=\"alert(1)\"/>",
        ),
        (
            "vi/glossary/index.html",
            "&lt;script&gt;alert(1)&lt;/script&gt; &#x6a;avascript:alert(1)",
        ),
        ("en/glossary/index.html", "{{ 7 * 7 }}{% include \"/etc/passwd\" %}{# x #}${7*7}"),
        ("vi/about/index.html", "</code></pre><script>alert(1)</script>"),
        ("vi/about/index.html", "Đoạn có <img src=x onerror=alert(1)>"),
        ("vi/1-2025/i1-ct01/index.html", "Tối thiểu 80% <script>alert(1)</script>"),
        ("vi/1-2025/pl-i1/index.html", "Đặt <img src=x onerror=alert(1)> ống chính"),
        ("vi/corrections/index.html", "[x](javascript:alert(1)) ![x](data:text/html,x)"),
    ] {
        assert!(words(path).contains(wanted), "{path} has no {wanted}: {}", words(path));
    }
    // No template was filled in.
    for (path, text) in of_type(hostile(), ".html") {
        assert!(!text.contains("49{#"), "{path}");
        assert!(!text.contains("root:x:0"), "{path}");
    }
}

#[test]
fn no_data_file_is_broken_or_calculates() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for ending in [".json", ".jsonld"] {
        for (path, text) in of_type(hostile(), ending) {
            let value: Result<serde_json::Value, _> = serde_json::from_str(text);
            assert!(value.is_ok(), "{path}: {value:?}");
            *seen.entry(ending).or_default() += 1;
        }
    }
    let mut quoted = 0;
    for (path, text) in of_type(hostile(), ".csv") {
        let for_excel = path.starts_with("data/excel/");
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        // Every row has as many cells as the first, or this is an error.
        for row in reader.records() {
            let row = row.unwrap_or_else(|fault| panic!("{path}: {fault}"));
            for cell in row.iter().filter(|_| for_excel) {
                let calculates = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!calculates || cell.parse::<f64>().is_ok(), "{path}: {cell}");
                quoted += usize::from(cell.starts_with("'="));
            }
        }
        *seen.entry(".csv").or_default() += 1;
    }
    assert!(quoted > 3, "only {quoted} formulas were made words");
    assert!(seen.len() == 3 && seen.values().all(|number| *number > 0), "{seen:?}");
}

#[test]
fn the_workbook_has_no_formula_and_no_link() {
    let mut parts = 0;
    let mut words = String::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(&hostile()["data/plan.xlsx"])).unwrap();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let xml =
            roxmltree::Document::parse(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        for node in xml.descendants().filter(roxmltree::Node::is_element) {
            let element = node.tag_name().name();
            assert!(
                !matches!(element, "f" | "hyperlink" | "ddeLink" | "oleLink"),
                "{name} has a <{element}>"
            );
            assert_ne!(node.attribute("TargetMode"), Some("External"), "{name}");
        }
        assert!(!name.contains("external") && !name.contains("vba"), "{name}");
        if name == "xl/sharedStrings.xml" {
            words = text.clone();
        }
        parts += 1;
    }
    assert!(parts > 10, "{parts}");
    assert!(words.contains("=HYPERLINK(\"https://evil.example\",\"x\")"), "the words are lost");
}

#[test]
fn feeds_calendars_and_maps_hold_only_what_they_should() {
    let mut seen = 0;
    for ending in [".atom", ".xml", ".svg"] {
        for (path, text) in of_type(hostile(), ending) {
            let xml =
                roxmltree::Document::parse(text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
            for node in xml.descendants().filter(roxmltree::Node::is_element) {
                let of_feed = node.tag_name().namespace() == Some("http://www.w3.org/2005/Atom");
                assert!(of_feed || ending != ".atom", "{path}: {:?}", node.tag_name());
                for attribute in node.attributes() {
                    let (name, value) = (attribute.name(), attribute.value());
                    assert!(!name.starts_with("on"), "{path}: {name}");
                    assert!(!matches!(name, "href" | "src") || is_safe(value), "{path}: {value}");
                }
                // A text that readers would take for HTML is read as they do.
                if matches!(node.attribute("type"), Some("html" | "xhtml")) {
                    let html = Html::parse_fragment(node.text().unwrap_or_default());
                    let script = Selector::parse("script, img, iframe, svg").unwrap();
                    assert_eq!(html.select(&script).count(), 0, "{path}");
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
    let mut calendars = 0;
    for (path, text) in of_type(hostile(), ".ics") {
        let of_harmless = std::str::from_utf8(&harmless()[path]).unwrap();
        let lines = |text: &str| {
            let whole = text.replace("\r\n ", "");
            whole
                .lines()
                .map(|line| line.split([':', ';']).next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(lines(text), lines(of_harmless), "{path} has other lines");
        assert!(text.lines().all(|line| line.len() <= 75), "{path}");
        calendars += 1;
    }
    assert!(calendars > 3, "{calendars}");
    // What is not made of content is the same.
    for (path, bytes) in harmless().iter().filter(|(path, _)| path.starts_with("assets/")) {
        assert_eq!(hostile().get(path), Some(bytes), "{path}");
    }
}

/// Lays an attack over the sample: it must be refused with this code, at this place.
struct Attack {
    file: &'static str,
    /// What stands there is replaced; where this is empty, the file is written anew.
    from: &'static str,
    to: String,
    code: &'static str,
}

const PAGE: &str = "pages/about.vi.md";
const AREA: &str = "plans/sample-1-2025/areas/1-water/area.yaml";
const OUTCOMES: &str = "plans/sample-1-2025/outcomes/2025-06-15-report.yaml";
const PLAN: &str = "plans/sample-1-2025/plan.yaml";

fn attacks() -> Vec<Attack> {
    let mut attacks = Vec::new();
    let mut of_page = |code: &'static str, texts: &[&str]| {
        for text in texts {
            let to = format!("# Trang\n\n{text}\n");
            attacks.push(Attack { file: PAGE, from: "", to, code });
        }
    };
    of_page(
        "markdown-html",
        &[
            "<script>alert(1)</script>",
            "a <b>b</b>",
            "a <img src=x onerror=alert(1)>",
            "<iframe src=\"https://evil.example\"></iframe>",
            "<svg onload=alert(1)>",
            "<style>*{display:none}</style>",
            "<base href=\"https://evil.example\">",
            "<!-- x -->",
            "<?php x ?>",
            "<![CDATA[x]]>",
            "<!DOCTYPE html>",
            "> - <math><mi xlink:href=\"javascript:alert(1)\">",
            "| a |\n|---|\n| <u>x</u> |",
        ],
    );
    of_page(
        "markdown-link",
        &[
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](java&Tab;script:alert(1))",
            "[x](<java\\\nscript:alert(1)>)\n\n[x](javascript:alert(1))",
            "[x](&#1;javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:x)",
            "[x](file:///etc/passwd)",
            "[x](blob:https://kiem-thu.vn/x)",
            "[x](//evil.example)",
            "[x](\\\\\\\\evil.example)",
            "[x](../../../etc/passwd)",
            "[x](x.html)",
            "<javascript:alert(1)>",
            "[x][r]\n\n[r]: javascript:alert(1)",
            "[x]\n\n[x]: <data:text/html,x> 'x'",
            "[^1]\n\n[^1]: [x](javascript:alert(1))",
        ],
    );
    of_page(
        "markdown-image",
        &[
            "![x](https://evil.example/pixel.png)",
            "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
            "![x][r]\n\n[r]: https://evil.example/x.png",
        ],
    );
    of_page(
        "link-dead",
        &["[x](page:../../etc/passwd)", "[x](item:i1-ct01'onclick=alert(1))", "[x](agency:)"],
    );
    of_page(
        "markdown-attribute",
        &["## a {#a onclick=alert(1)}", "## a {.x}", "## a {#a style=\"x\"}", "## a {#Ă}"],
    );
    of_page(
        "letter-hidden",
        &[
            "kế \u{202e}hoạch",
            "kế \u{2066}hoạch",
            "kế\u{200b}hoạch",
            "kế&#x202e;hoạch",
            "kế&#8203;hoạch",
            "kế&shy;hoạch",
            "kế&ZeroWidthSpace;hoạch",
            "`a\u{202e}b`",
            "[kế\u{200d}](https://kiem-thu.vn/)",
            "kế\u{e0041}hoạch",
        ],
    );
    let row =
        |columns: usize| format!("|{}\n|{}\n", " a |".repeat(columns), "---|".repeat(columns));
    of_page("too-many", &[&row(65), &"[x](https://kiem-thu.vn/)\n".repeat(5_001)]);
    let mut edit = |file: &'static str, code: &'static str, from: &'static str, tos: &[&str]| {
        for to in tos {
            attacks.push(Attack { file, from, to: (*to).to_owned(), code });
        }
    };
    // Ids that look like others, or lead out of their folder.
    let ids = [
        "i1-сt01",
        "і1-ct01",
        "i1-ct０1",
        "i1\u{200b}-ct01",
        "../i1-ct01",
        "i1-ct01/..",
        "\"<b>\"",
        "I1-CT01",
    ];
    edit(
        AREA,
        "value-unreadable",
        "id: i1-ct01",
        &ids.map(|id| format!("id: {id}")).each_ref().map(String::as_str),
    );
    edit(
        PLAN,
        "value-unreadable",
        "slug: 1-2025",
        &["slug: ../../etc", "slug: \"\"", "slug: 1/2025", "slug: vi\\\\x"],
    );
    edit(
        AREA,
        "value-unreadable",
        "number: \"1\"",
        &["number: \"../1\"", "number: 1/2", "number: \"<b>\"", "number: \"?\""],
    );
    // Addresses.
    let url = "url: https://kiem-thu.vn/bao-cao";
    edit(
        OUTCOMES,
        "value-unreadable",
        url,
        &[
            "url: javascript:alert(1)",
            "url: \"java\\nscript:alert(1)\"",
            "url: data:text/html,x",
            "url: //evil.example",
            "url: https://a.vn/\\\"onclick=alert(1)",
            "url: \"https://kiem-thu.vn\\u202e/x\"",
            "url: https://",
            "url: \"https://kiem-thu.vn/<script>\"",
        ],
    );
    edit(
        OUTCOMES,
        "value-unreadable",
        "lang: vi",
        &["lang: \"vi\\\" onclick=\\\"alert(1)\"", "lang: v", "lang: vi-"],
    );
    edit(
        "site.yaml",
        "value-unreadable",
        "base_url: https://kiem-thu.vn/mau/",
        &[
            "base_url: javascript:alert(1)",
            "base_url: https://kiem-thu.vn/?x=<b>",
            "base_url: https://kiem-thu.vn/#x",
        ],
    );
    edit(
        "site.yaml",
        "theme-fault",
        "as_of:",
        &["theme: ../../etc\nas_of:", "theme: /etc\nas_of:", "theme: \"a/../..\"\nas_of:"],
    );
    // Letters that nobody sees, in records.
    edit(
        "site.yaml",
        "value-unreadable",
        "vi: Kế hoạch mẫu",
        &[
            "vi: \"Kế \\u202e hoạch\"",
            "vi: Kế \u{200b}hoạch",
            "vi: \"Kế \\0 hoạch\"",
            "vi: \"\\ufeff\"",
        ],
    );
    // What YAML can do beside saying what is so.
    edit("site.yaml", "yaml-reference", "vi: Kế hoạch mẫu", &["vi: &a Kế hoạch"]);
    edit(
        "site.yaml",
        "yaml-malformed",
        "base_url:",
        &["---\nbase_url:", "\tbase_url:", "%YAML 1.2\nbase_url:"],
    );
    edit("site.yaml", "yaml-repeated-key", "as_of:", &["as_of: 2025-01-01\nas_of:"]);
    edit(
        "site.yaml",
        "yaml-unknown-key",
        "as_of:",
        &["__proto__: {x: 1}\nas_of:", "<<: {a: b}\nas_of:", "script: alert(1)\nas_of:"],
    );
    attacks
}

#[test]
fn what_cannot_be_words_is_refused_with_its_place() {
    let attacks = attacks();
    assert!(attacks.len() > 90, "{}", attacks.len());
    let mut faults = Vec::new();
    let site = Workshop::small();
    let clean: Tree = tree(&site.path("content")).into_iter().collect();
    for Attack { file, from, to, code } in &attacks {
        let path = format!("content/{file}");
        let text = std::str::from_utf8(&clean[*file]).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        let attacked = if from.is_empty() { to.clone() } else { text.replacen(from, to, 1) };
        site.write(&path, &attacked);
        let run = site.run(&["check"]);
        let told = run.said.split("\n\n").any(|said| {
            said.contains(&format!("error[{code}]")) && said.contains(&format!("--> {path}:"))
        });
        if run.code != 1 || !told || run.said.contains("panicked") {
            faults.push(format!("{to:?} is not refused as {code}:\n{}", run.said));
        }
        // A message never carries what it tells of to the reader's terminal.
        let raw = run
            .said
            .chars()
            .find(|c| matches!(c, '\u{1b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        if let Some(raw) = raw {
            faults.push(format!("{to:?} is told with the letter {raw:?}"));
        }
        site.write(&path, text);
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), attacks.len(), faults.join("\n\n"));
}

/// Found by fuzzing: what is code where it is judged was a paragraph where it was published.
#[test]
fn what_was_judged_as_code_is_published_as_code() {
    let site = Workshop::small();
    let attack = "[x](javascript:alert(1)) ![x](https://evil.example/x.png)";
    for (language, indent) in [("vi", "\t"), ("en", "    ")] {
        let page = format!("# Trang {language}\n\n \n{indent}{attack}\n");
        site.write(&format!("content/pages/about.{language}.md"), page);
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let code = Selector::parse("pre code").unwrap();
    for language in ["vi", "en"] {
        let page = site.public(&format!("{language}/about/index.html")).unwrap();
        let html = Html::parse_document(&page);
        let shown: Vec<String> = html.select(&code).map(|code| code.text().collect()).collect();
        assert_eq!(shown, [attack], "{page}");
    }
    // The same under the heading of an item.
    let site = Workshop::small();
    let area = "content/plans/sample-1-2025/areas/1-water/area.en.md";
    site.edit(area, "At least 80%", &format!("\t{attack} At least 80%"));
    assert_eq!(site.run(&["build"]).code, 0);
    for (path, text) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&text);
        let is_page = text.starts_with("<!doctype html>");
        assert!(!is_page || !text.contains("=\"https://evil.example"), "{path}");
        assert!(!is_page || !text.contains("=\"javascript:"), "{path}");
    }
}

#[test]
fn names_of_files_lead_nowhere() {
    let outside = tempfile::TempDir::new().unwrap();
    std::fs::write(outside.path().join("secret.vi.md"), "# Bí mật\n\nkhông ai được đọc\n").unwrap();
    let page = "# Trang\n\nMẫu.\n";
    for (name, code) in [
        ("a b.vi.md", "value-unreadable"),
        ("<b>.vi.md", "value-unreadable"),
        ("\u{202e}a.vi.md", "value-unreadable"),
        ("A.vi.md", "value-unreadable"),
        ("%2e%2e.vi.md", "value-unreadable"),
        ("a\\b.vi.md", "value-unreadable"),
        ("a\nb.vi.md", "value-unreadable"),
    ] {
        let site = Workshop::small();
        site.write(&format!("content/pages/{name}"), page);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{name:?}: {}", run.said);
        assert!(run.said.contains(&format!("error[{code}]")), "{name:?}: {}", run.said);
        assert!(!site.path("public").exists(), "{name:?}");
    }
    for link in [
        "pages/secret.vi.md",
        "plans/x",
        "plans/sample-1-2025/outcomes/2025-01-01-x.yaml",
        "site.yaml",
    ] {
        let site = Workshop::small();
        let at = site.path(&format!("content/{link}"));
        let _ = std::fs::remove_file(&at);
        symlink(outside.path().join("secret.vi.md"), at).unwrap();
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{link}: {}", run.said);
        assert!(run.said.contains("error[file-special]"), "{link}: {}", run.said);
        assert!(run.said.contains(&format!("content/{link}")), "{link}: {}", run.said);
        assert!(!run.said.contains("không ai được đọc"), "{}", run.said);
    }
}
