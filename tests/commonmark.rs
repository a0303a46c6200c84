//! The Markdown of content is CommonMark: the examples of its own specification come out as they say.
//!
//! The examples are under a licence of their own (CC BY-SA 4.0) and stay in the package that
//! `npm ci` installs. What this program refuses is left out: HTML, and links of other schemes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

use std::fs;

use congkhai::content::{is_safe, markdown_options};
use congkhai::pages::html_of;
use pulldown_cmark::{Event, Parser, Tag};
use scraper::Html;

const SPEC: &str = "node_modules/commonmark-spec/spec.txt";

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

/// Between two fences of 32 backticks: the Markdown, a line with a dot, the HTML. `→` is a tab.
fn examples() -> Vec<Example> {
    let spec = fs::read_to_string(SPEC)
        .unwrap_or_else(|_| panic!("{SPEC} is missing: run `npm ci --ignore-scripts` first"));
    let spec = spec.split("<!-- END TESTS -->").next().unwrap().replace('→', "\t");
    let fence = "`".repeat(32);
    let opening = format!("\n{fence} example\n");
    let mut examples = Vec::new();
    for part in spec.split(&opening).skip(1) {
        let (example, _) = part.split_once(&format!("\n{fence}\n")).unwrap();
        let example = format!("\n{example}\n");
        let (markdown, html) = example.split_once("\n.\n").unwrap();
        examples.push(Example {
            number: examples.len() + 1,
            markdown: format!("{}\n", markdown.strip_prefix('\n').unwrap_or(markdown)),
            html: html.to_owned(),
        });
    }
    examples
}

/// Why an example is not compared; none where it is.
fn refused(markdown: &str) -> Option<&'static str> {
    Parser::new_ext(markdown, markdown_options()).find_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => Some("HTML"),
        Event::Start(Tag::Link { dest_url, .. })
            if has_scheme(&dest_url) && !is_safe(&dest_url) =>
        {
            Some("scheme")
        }
        Event::Start(Tag::Image { .. }) => Some("picture"),
        _ => None,
    })
}

fn has_scheme(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '#', '?']))
}

/// As a browser reads it: `"` and `&quot;` are the same text.
fn tree(html: &str) -> String {
    Html::parse_fragment(html).html()
}

/// What this program adds on purpose: the ids of headings.
fn without_heading_ids(html: &str) -> String {
    let mut parts = html.split("<h");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        out.push_str("<h");
        match part.split_once(" id=\"").filter(|(level, _)| level.len() == 1) {
            Some((level, rest)) => {
                out.push_str(level);
                out.push_str(rest.split_once('"').unwrap().1);
            }
            None => out.push_str(part),
        }
    }
    out
}

#[test]
fn the_examples_of_the_specification_come_out_as_they_say() {
    let examples = examples();
    assert_eq!(examples.len(), 652, "the examples of CommonMark 0.31.2");
    let (mut compared, mut html, mut scheme) = (0, 0, 0);
    let mut wrong = Vec::new();
    for example in &examples {
        match refused(&example.markdown) {
            Some("HTML") => html += 1,
            Some(_) => scheme += 1,
            None => {
                compared += 1;
                let ours =
                    without_heading_ids(&html_of(&example.markdown, 0, |to| Some(to.to_owned())));
                if tree(&ours) != tree(&example.html) {
                    wrong.push(format!(
                        "{}\n{}\nwanted: {}\n   got: {ours}",
                        example.number, example.markdown, example.html
                    ));
                }
            }
        }
    }
    println!(
        "{compared} compared; left out: {html} with HTML, {scheme} with another scheme or a picture"
    );
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= 550, "only {compared} examples were compared");
    assert!(html > 0 && scheme > 0, "{html} with HTML, {scheme} with another scheme");
}

#[test]
fn html_never_comes_through() {
    for markdown in ["<script>alert(1)</script>", "a <b onclick=\"x()\">b</b>", "<!-- x -->"] {
        let html = html_of(markdown, 0, |_| None);
        assert!(
            !html.contains("<script") && !html.contains("<b") && !html.contains("<!--"),
            "{html}"
        );
    }
}
