//! The limits that protect the machine: one table in the program, the same in docs/content.md, none elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::fmt::Write as _;
use std::fs;

use congkhai::diagnostic::Code;
use congkhai::values::limits::{LIMITS, Limit};
use workshop::Workshop;

const DOCS: &str = "docs/content.md";
const HEADING: &str = "| at most | said as | because |\n| --- | --- | --- |\n";

fn row(limit: &Limit) -> String {
    let value = match limit.value {
        bytes if limit.unit.starts_with("bytes") && bytes % (1 << 20) == 0 => {
            format!("{} MiB", bytes >> 20)
        }
        bytes if limit.unit.starts_with("bytes") && bytes % (1 << 10) == 0 => {
            format!("{} KiB", bytes >> 10)
        }
        other => other.to_string(),
    };
    let unit =
        limit.unit.strip_prefix("bytes").filter(|_| value.ends_with("iB")).unwrap_or(limit.unit);
    let code =
        if limit.code.contains(' ') { limit.code.to_owned() } else { format!("`{}`", limit.code) };
    let unit = unit.trim();
    let name = limit.name.to_lowercase().replace('_', " ");
    format!(
        "| {name}: {value}{}{unit} | {code} | {} |\n",
        if unit.is_empty() { "" } else { " " },
        limit.why
    )
}

/// `CONGKHAI_UPDATE=1 cargo test --test limits` writes the table anew.
#[test]
fn the_documents_show_every_limit() {
    let table = LIMITS.iter().fold(HEADING.to_owned(), |mut table, limit| {
        write!(table, "{}", row(limit)).unwrap();
        table
    });
    let docs = fs::read_to_string(DOCS).unwrap();
    let (before, after) = docs.split_once(HEADING).expect("docs/content.md has the table");
    let rest = after.split_once("\n\n").map_or("", |(_, rest)| rest);
    let now = format!("{before}{table}\n{rest}");
    if std::env::var_os("CONGKHAI_UPDATE").is_some_and(|wish| wish == "1") {
        fs::write(DOCS, &now).unwrap();
    }
    assert_eq!(fs::read_to_string(DOCS).unwrap(), now, "see the head of this test");
}

#[test]
fn every_limit_has_a_reason_and_a_diagnostic() {
    assert!(LIMITS.len() > 20);
    for limit in LIMITS {
        assert!(limit.why.len() > 20 && limit.why.ends_with('.'), "{}", limit.name);
        let known = limit.code.parse::<Code>().is_ok() || limit.code.starts_with("none: ");
        assert!(known, "{} is said as {}", limit.name, limit.code);
    }
}

/// What a person reads of a content file that is just within a limit, and just beyond it.
fn said_of_page(text: &str) -> String {
    let site = Workshop::small();
    site.write("content/pages/about.vi.md", format!("# A\n\n{text}\n"));
    site.run(&["check"]).said
}

type Text<'t> = &'t dyn Fn(usize) -> String;

#[test]
fn each_limit_of_a_text_is_where_it_says() {
    use congkhai::values::limits::{DEEPEST_MARKDOWN, LONGEST_LINE, MOST_COLUMNS, MOST_LINKS};
    let table = |columns: usize| format!("{}|\n{}|\n", "|a".repeat(columns), "|-".repeat(columns));
    let links = |count: usize| "[a](https://a.vn)\n".repeat(count);
    // The paragraph is a level of its own.
    let quotes = |levels: usize| format!("{}a\n", "> ".repeat(levels - 1));
    let line = |length: usize| "a".repeat(length);
    let texts: [(&str, Text, usize); 4] = [
        ("too-many", &table, MOST_COLUMNS),
        ("too-many", &links, MOST_LINKS),
        ("markdown-too-deep", &quotes, DEEPEST_MARKDOWN),
        ("line-too-long", &line, LONGEST_LINE),
    ];
    for (code, text, most) in texts {
        let within = said_of_page(&text(most));
        assert!(!within.contains("error["), "{most}: {within}");
        let beyond = said_of_page(&text(most + 1));
        assert!(beyond.contains(&format!("error[{code}]")), "{most}: {beyond}");
    }
}

#[test]
fn a_packed_bomb_is_refused_before_it_is_unpacked() {
    let site = Workshop::small();
    // Nothing but zeros: a thousandth of its size when packed.
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..80 {
        std::io::Write::write_all(&mut zip, &zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "{} bytes", bytes.len());
    site.write("bomb.xlsx", bytes);
    let run = site.run(&["take", "bomb.xlsx", "--lang", "en"]);
    assert_eq!(run.code, 1, "{}", run.said);
    assert!(run.said.contains("larger than any form"), "{}", run.said);
}
