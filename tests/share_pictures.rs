//! The pictures and the icons: every page that is shared has one, every letter of it is there, a theme may
//! change it, and it is drawn again only when it would differ.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;

use congkhai::model::{Settings, Standing};
use congkhai::output::{Letters, sheet};
use congkhai::{Job, check, load_theme, pages};
use rayon::prelude::*;
use resvg::usvg::{Group, Node, Options, Tree};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use workshop::{Workshop, tree};

const ITEM: &str = "vi/1-2025/i1-ct01/share.png";

/// A picture's width, height and pixels (red, green, blue, alpha).
fn decoded(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    (reader.info().width, reader.info().height, pixels)
}

/// The files of the built site that have this name, with their paths.
fn built(site: &Workshop, name: &str) -> BTreeMap<String, Vec<u8>> {
    let files = tree(&site.path("public")).into_iter();
    files.filter(|(path, _)| path.ends_with(name)).collect()
}

/// What the head of a page says under `og:…` or another name.
fn said(html: &str, name: &str) -> Vec<String> {
    let attribute =
        if name.contains(':') && !name.starts_with("twitter") { "property" } else { "name" };
    let wanted = Selector::parse(&format!("meta[{attribute}=\"{name}\"]")).unwrap();
    let page = Html::parse_document(html);
    page.select(&wanted).filter_map(|meta| meta.attr("content").map(str::to_owned)).collect()
}

#[test]
fn every_shared_page_names_a_picture_that_is_there() {
    let site = Workshop::small_with_pictures();
    assert_eq!(site.run(&["build"]).code, 0);
    let pictures = built(&site, "share.png");
    assert_eq!(pictures.len(), 2 * (7 + 1), "{:?}", pictures.keys());
    for (path, file) in &pictures {
        let (width, height, pixels) = decoded(file);
        assert_eq!((width, height), (1200, 630), "{path}");
        assert!(file.len() < 40_000, "{path} has {} bytes", file.len());
        assert!(pixels.chunks(4).all(|pixel| pixel[3] == 255), "{path} is seen through");
    }
    let all = built(&site, ".html");
    let mut with_their_own = 0;
    for (path, html) in &all {
        let html = std::str::from_utf8(html).unwrap();
        if path.ends_with("404.html") || path.starts_with("embed/") {
            assert!(!html.contains("og:"), "{path}");
            continue;
        }
        let one = |name: &str| match said(html, name).as_slice() {
            [one] => one.clone(),
            other => panic!("{path}: {name} is {other:?}"),
        };
        let picture = one("og:image");
        let picture = picture.strip_prefix("https://kiem-thu.vn/mau/").unwrap();
        assert!(pictures.contains_key(picture), "{path} names {picture}");
        with_their_own += usize::from(picture == path.replace("index.html", "share.png"));
        assert_eq!((one("og:image:width"), one("og:image:height")), ("1200".into(), "630".into()));
        assert!(one("og:image:alt").contains("2025"), "{path}");
        assert_eq!(
            one("og:url"),
            format!("https://kiem-thu.vn/mau/{}", path.replace("index.html", ""))
        );
        assert_eq!(one("twitter:card"), "summary_large_image");
        let locales = ["vi_VN".to_owned(), "en_GB".to_owned()];
        let [own, other] = if path.starts_with("en/") { [1, 0] } else { [0, 1] };
        assert_eq!(one("og:locale"), locales[own], "{path}");
        let others = said(html, "og:locale:alternate");
        assert!(others.iter().all(|locale| *locale == locales[other]), "{path}: {others:?}");
        for name in ["og:title", "og:description", "og:site_name", "og:type"] {
            assert!(!one(name).is_empty(), "{path}: {name}");
        }
    }
    assert_eq!(with_their_own, pictures.len());
}

#[test]
fn a_site_can_go_without_pictures() {
    let site = Workshop::small();
    assert_eq!(site.run(&["build"]).code, 0);
    assert!(built(&site, "share.png").is_empty());
    let html = site.public("vi/1-2025/i1-ct01/index.html").unwrap();
    assert!(!html.contains("og:image") && !html.contains("share.png"));
    assert_eq!(said(&html, "twitter:card"), ["summary"]);
    assert_eq!(said(&html, "og:title").len(), 1);
}

/// The glyphs that a drawing has none for, as the texts in which they would stand.
fn without_glyphs(group: &Group, faults: &mut Vec<String>, glyphs: &mut usize) {
    for node in group.children() {
        match node {
            Node::Group(group) => without_glyphs(group, faults, glyphs),
            Node::Text(text) => {
                for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
                    *glyphs += 1;
                    if glyph.id.0 == 0 {
                        faults.push(glyph.text.clone());
                    }
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[test]
fn every_letter_of_the_real_content_can_be_drawn() {
    let job = Job { content: "content".into(), settings: Settings::default(), theme: None };
    let model = check(&job).model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    let letters = Letters::of(&theme).unwrap();
    let pages = pages::lay_out(&model, &theme.words);
    let views: Vec<_> = pages.iter().filter_map(|page| page.picture.as_ref()).collect();
    assert!(views.len() > 300, "only {} pictures", views.len());
    let faults: Vec<String> = views
        .par_iter()
        .flat_map(|view| {
            let svg = sheet(&theme, &letters, view).unwrap();
            let options = Options { fontdb: letters.all.clone(), ..Options::default() };
            let tree = Tree::from_str(&svg, &options).unwrap();
            let (mut faults, mut glyphs) = (Vec::new(), 0);
            without_glyphs(tree.root(), &mut faults, &mut glyphs);
            assert!(glyphs > view.title.len() / 3, "{}: only {glyphs} glyphs", view.title);
            faults.into_iter().map(|text| format!("`{text}` in {view:?}")).collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_standing_has_a_shape() {
    let template = fs::read_to_string("themes/default/templates/share.svg").unwrap();
    for standing in Standing::ALL {
        let shape = format!("<g id=\"{}\" color=", standing.name());
        assert!(template.contains(&shape), "there is no {shape}");
    }
}

#[test]
fn a_theme_may_change_the_template_the_fonts_and_the_icon() {
    let site = Workshop::small_with_pictures();
    assert_eq!(site.run(&["build", "--out", "plain"]).code, 0);
    let at = |folder: &str, file: &str| fs::read(site.path(folder).join(file)).unwrap();
    let red = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#f00"/></svg>"##;

    site.write(
        "themes/letters/share/title.ttf",
        fs::read("themes/default/share/text-bold.ttf").unwrap(),
    );
    assert_eq!(site.run(&["build", "--out", "letters", "--theme", "letters"]).code, 0);
    assert_ne!(at("plain", ITEM), at("letters", ITEM));
    assert_eq!(at("plain", "assets/icon-32.png"), at("letters", "assets/icon-32.png"));

    site.write("themes/red/templates/share.svg", red);
    site.write("themes/red/assets/icon.svg", red);
    site.write("themes/red/assets/icon-32.png", "its own");
    assert_eq!(site.run(&["build", "--out", "red", "--theme", "red"]).code, 0);
    for (file, side) in [(ITEM, (1200, 630)), ("assets/apple-touch-icon.png", (180, 180))] {
        let (width, height, pixels) = decoded(&at("red", file));
        assert_eq!((width, height), side);
        assert!(pixels.chunks(4).all(|pixel| pixel == [255, 0, 0, 255]), "{file} is not red");
    }
    assert_eq!(at("red", "assets/icon-32.png"), b"its own");
}

#[test]
fn a_theme_that_cannot_be_drawn_is_told_its_place() {
    for (file, bytes) in [
        ("templates/share.svg", "<svg"),
        ("templates/share.svg", "{{ titel }}"),
        ("share/text.ttf", "no font"),
        ("assets/icon.svg", "<p>"),
    ] {
        let site = Workshop::small_with_pictures();
        site.write(&format!("themes/poor/{file}"), bytes);
        let run = site.run(&["build", "--theme", "poor"]);
        assert_eq!(run.code, 1, "{file}: {}", run.said);
        assert!(run.said.contains("error[theme-fault]"), "{}", run.said);
        assert!(run.said.contains(&format!("themes/poor/{file}")), "{}", run.said);
        assert!(run.said.contains("1 error"), "a fault of each picture is told once: {}", run.said);
        assert!(site.public("index.html").is_none());
    }
}

/// Puts another picture in the place of one, with or without the manifest's knowledge.
fn forge(site: &Workshop, file: &[u8], in_manifest: bool) {
    let old = fs::read(site.path("public").join(ITEM)).unwrap();
    site.write(&format!("public/{ITEM}"), file);
    if in_manifest {
        let hex = |bytes: &[u8]| -> String {
            Sha256::digest(bytes)
                .iter()
                .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
        };
        site.edit("public/manifest.json", &hex(&old), &hex(file));
    }
}

#[test]
fn a_picture_is_drawn_again_only_when_it_would_differ() {
    let site = Workshop::small_with_pictures();
    assert_eq!(site.run(&["build"]).code, 0);
    let first = built(&site, "share.png");
    // Behind the end of the picture: the same to every program that shows it, but other bytes.
    let kept = [first[ITEM].as_slice(), b"kept"].concat();

    forge(&site, &kept, true);
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(built(&site, ITEM)[ITEM], kept, "what has not changed was drawn again");

    forge(&site, b"not what was written", false);
    assert_eq!(site.run(&["build"]).code, 0);
    assert_eq!(built(&site, ITEM)[ITEM], first[ITEM], "what somebody else wrote was kept");

    forge(&site, &kept, true);
    let area = "content/plans/sample-1-2025/areas/1-water/area.vi.md";
    site.edit(area, "### Nước sạch cho 80% hộ {", "### Nước sạch cho hộ {");
    assert_eq!(site.run(&["build"]).code, 0);
    let second = built(&site, "share.png");
    assert_ne!(second[ITEM], kept, "a picture shows an old title");
    let differ: Vec<_> = first.keys().filter(|path| first[*path] != second[*path]).collect();
    assert_eq!(differ, [ITEM]);

    let other_day = site.run(&["build", "--as-of", "2026-06-30"]);
    assert_eq!(other_day.code, 0, "{}", other_day.said);
    let third = built(&site, "share.png");
    assert!(second.iter().all(|(path, file)| third[path] != *file), "a picture shows an old day");
}
