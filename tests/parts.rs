//! The document, part by part: nothing is left out between two pages, and every link finds its part.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use congkhai::model::{Block, Model, PartKind, Plan, Settings};
use congkhai::output::Shape;
use congkhai::{Job, check, load_theme, output, pages};
use scraper::{Html, Selector};
use workshop::Workshop;

/// The model of a content folder, and its pages as HTML.
fn site(content: &Path) -> (Model, BTreeMap<String, String>) {
    let job = Job { content: content.into(), settings: Settings::default(), theme: None };
    let checked = check(&job);
    assert!(checked.is_sound(true), "{:?}", checked.diagnostics);
    let model = checked.model.unwrap();
    let theme = load_theme(&job, Some(&model)).unwrap();
    let known = output::Abbreviations::of(&model);
    let pages = pages::lay_out(&model, &theme.words)
        .iter()
        .map(|page| {
            (page.address.file(), output::render(&theme, &known, page, Shape::Readable).unwrap())
        })
        .collect();
    (model, pages)
}

fn values(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    Html::parse_document(html)
        .select(&Selector::parse(selector).unwrap())
        .filter_map(|element| element.attr(attribute).map(ToOwned::to_owned))
        .collect()
}

fn texts(html: &str, selector: &str) -> Vec<String> {
    Html::parse_document(html)
        .select(&Selector::parse(selector).unwrap())
        .map(|element| element.text().collect::<Vec<_>>().join(" "))
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// `../../a/index.html` seen from `vi/b/c/index.html`.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop().unwrap();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// The pages of one form in reading order, found as a reader finds them: by the links to the next.
fn in_order(pages: &BTreeMap<String, String>, first: &str) -> Vec<String> {
    let mut order = vec![first.to_owned()];
    loop {
        let here = order.last().unwrap();
        let html = &pages[here];
        let before = values(html, "main a[rel=prev]", "href");
        let earlier = order.len().checked_sub(2).map(|at| order[at].clone());
        assert_eq!(before.first().map(|link| resolve(here, link)), earlier, "before {here}");
        match values(html, "main a[rel=next]", "href").first() {
            Some(link) => order.push(resolve(here, link)),
            None => return order,
        }
    }
}

/// The anchors that a block has on its page, by the rules of the addresses and not by the program.
fn anchors(plan: &Plan) -> Vec<String> {
    let mut headings = 0;
    let anchor = |block: &Block| match block {
        Block::Heading { .. } => {
            headings += 1;
            Some(format!("heading-{headings}"))
        }
        Block::Entry { entry, .. } => Some(plan.entries.get(*entry).id.to_string()),
        Block::Activity { item, .. } => Some(plan.items.get(*item).id.to_string()),
        Block::Group { number, .. } => Some(format!("annex-{}", number.to_lowercase())),
        Block::Objective { .. } | Block::RowTask { .. } => None,
    };
    plan.script.iter().filter_map(anchor).collect()
}

/// Everything that must be true of any plan, in all three forms and both languages.
fn is_whole(model: &Model, pages: &BTreeMap<String, String>) {
    let plan = &model.plans[0];
    let slug = &plan.record.slug;
    let mut next = 0;
    for (_, part) in plan.parts.iter() {
        assert_eq!(part.blocks.start, next, "{:?}", part.kind);
        next = part.blocks.end;
    }
    assert_eq!(next, plan.script.len(), "the last part ends before the document");

    let passages = plan
        .script
        .iter()
        .filter(|block| !matches!(block, Block::RowTask { words: None, .. }))
        .count();
    let mut titles = BTreeSet::new();
    for locale in ["vi", "en"] {
        let first = |form: &str| format!("{locale}/{slug}/{form}/index.html");
        let one = in_order(pages, &first("decision"));
        let side = in_order(pages, &first("decision/side-by-side"));
        let proof = in_order(pages, &first("coverage/opening"));
        assert_eq!(one.len(), plan.parts.iter().count());

        let all = |order: &[String], selector: &str| -> Vec<String> {
            order.iter().flat_map(|page| values(&pages[page], selector, "id")).collect()
        };
        assert_eq!(all(&one, ".decision [id]"), anchors(plan), "one language, {locale}");
        assert_eq!(all(&side, ".pairs > [id]"), anchors(plan), "side by side, {locale}");
        let proven: usize =
            proof.iter().map(|page| texts(&pages[page], ".passages > li").len()).sum();
        assert_eq!(proven, passages, "coverage, {locale}");

        for (at, part) in one.iter().enumerate() {
            let tail = |page: &String| page.rsplit('/').nth(1).unwrap().to_owned();
            if at > 0 {
                assert_eq!(tail(&side[at]), tail(part));
                assert_eq!(tail(&proof[at]), tail(part));
            }
            for page in [part, &side[at], &proof[at]] {
                let html = &pages[page];
                let links: BTreeSet<String> =
                    values(html, "main a", "href").iter().map(|link| resolve(page, link)).collect();
                for form in [part, &side[at], &proof[at]] {
                    assert!(form == page || links.contains(form), "{page} has no link to {form}");
                }
                let order = if page == part {
                    &one
                } else if page == &side[at] {
                    &side
                } else {
                    &proof
                };
                let contents: Vec<String> = values(html, ".contents a", "href")
                    .iter()
                    .map(|link| resolve(page, link))
                    .collect();
                assert_eq!(&contents, order, "the contents of {page}");
                let current = values(html, ".contents a[aria-current=page]", "href");
                assert_eq!(current.len(), 1, "{page}");
                assert_eq!(&resolve(page, &current[0]), page);
                assert!(
                    titles.insert(texts(html, "title")),
                    "{page} has the title of another page"
                );
                assert_eq!(texts(html, "h1").len(), 1, "{page}");
            }
        }

        for item in plan.items.values() {
            let page = format!("{locale}/{slug}/{}/index.html", item.id);
            let end = format!("#{}", item.id);
            let links = values(&pages[&page], "main a", "href");
            let link = links.iter().find(|link| link.ends_with(&end)).unwrap();
            let part = resolve(&page, link.strip_suffix(&end).unwrap());
            assert!(one.contains(&part), "{page} links to {part}");
            let ids = values(&pages[&part], ".passage", "id");
            assert!(ids.contains(&item.id.to_string()), "{part} does not hold {}", item.id);
            let back = values(&pages[&part], &format!("[id={}] .passage-link a", item.id), "href");
            assert_eq!(resolve(&part, &back[0]), page);
        }
    }
}

#[test]
fn the_real_document_is_whole() {
    let (model, pages) = site(Path::new("content"));
    is_whole(&model, &pages);
    let plan = &model.plans[0];
    let kinds: Vec<PartKind> = plan.parts.iter().map(|(_, part)| part.kind).collect();
    assert_eq!(kinds.len(), 1 + 7 + 1 + 7);
    assert_eq!(kinds[0], PartKind::Opening);
    assert_eq!(kinds[8], PartKind::Closing(1));
    // What announces the areas and the annex stands with the first of them, and is told again later.
    let headings =
        |page: &str| texts(&pages[&format!("vi/3322-2024/decision/{page}/index.html")], "h2, h3");
    assert_eq!(headings("area-1")[0], "II. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH");
    assert_eq!(
        headings("area-2")[..2],
        ["II. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH (tiếp theo)", "2. Cải cách thủ tục hành chính"]
    );
    assert_eq!(headings("closing")[0], "III. TỔ CHỨC THỰC HIỆN");
    assert_eq!(headings("annex-i")[..2], ["PHỤ LỤC", "I Cải cách thể chế"]);
    assert_eq!(headings("annex-vii")[0], "PHỤ LỤC (tiếp theo)");
}

#[test]
fn the_small_document_is_whole() {
    let (model, pages) = site(Path::new("tests/sites/small/content"));
    is_whole(&model, &pages);
    let decision = |page: &&String| page.starts_with("en/1-2025/decision/");
    let names: Vec<&String> = pages.keys().filter(decision).collect();
    assert_eq!(
        names,
        [
            "en/1-2025/decision/annex-i/index.html",
            "en/1-2025/decision/area-1/index.html",
            "en/1-2025/decision/closing/index.html",
            "en/1-2025/decision/index.html",
            "en/1-2025/decision/side-by-side/annex-i/index.html",
            "en/1-2025/decision/side-by-side/area-1/index.html",
            "en/1-2025/decision/side-by-side/closing/index.html",
            "en/1-2025/decision/side-by-side/index.html",
        ]
    );
}

/// The parts of the small sample with another text around its area and its annex rows.
fn kinds_of(text: &str) -> Vec<String> {
    let workshop = Workshop::small();
    for locale in ["vi", "en"] {
        workshop.write(&format!("content/plans/sample-1-2025/decision.{locale}.md"), text);
    }
    let content = workshop.path("content");
    let job = Job { content, settings: Settings::default(), theme: None };
    // Such a text does not fit the received copy; here only its structure matters.
    let model = check(&job).model.unwrap();
    let plan = &model.plans[0];
    let mut next = 0;
    for (_, part) in plan.parts.iter() {
        assert_eq!(part.blocks.start, next, "{text}");
        next = part.blocks.end;
    }
    assert_eq!(next, plan.script.len(), "{text}");
    let name = |kind: PartKind| match kind {
        PartKind::Opening => "opening".to_owned(),
        PartKind::Area(_) => "area".to_owned(),
        PartKind::Closing(nth) => format!("closing {nth}"),
        PartKind::Annex(_) => "annex".to_owned(),
    };
    plan.parts.iter().map(|(_, part)| name(part.kind)).collect()
}

#[test]
fn a_document_may_lack_any_part() {
    let aims = "# I. Mục tiêu\n\n### Nước sạch {#i1-1}\n\nNước sạch cho mọi nhà.\n\n";
    let areas = "# II. Nhiệm vụ {#areas}\n\n### Lời dẫn {#lead}\n\nSau đây.\n\n";
    let bodies = "# III. Tổ chức\n\n### Báo cáo {#iii1-1}\n\nPhòng Nước báo cáo.\n\n";
    let annex = "# PHỤ LỤC {#annex}\n\n";
    let last = "# Ghi chú\n\n### Ghi chú {#note}\n\nHết.\n\n";
    let cases: [(&[&str], &[&str]); 8] = [
        (&[aims, areas, bodies, annex], &["opening", "area", "closing 1", "annex"]),
        (&[aims, areas, bodies], &["opening", "area", "closing 1"]),
        (&[aims, areas, annex], &["opening", "area", "annex"]),
        (&[areas, annex], &["opening", "area", "annex"]),
        (&[aims, areas], &["opening", "area"]),
        (&[aims, bodies], &["opening"]),
        (&[aims, annex, areas, bodies], &["opening", "annex", "area", "closing 1"]),
        (
            &[aims, areas, bodies, annex, last],
            &["opening", "area", "closing 1", "annex", "closing 2"],
        ),
    ];
    for (texts, kinds) in cases {
        let texts: String = texts.concat();
        assert_eq!(kinds_of(&texts), kinds, "{texts}");
    }
}

#[test]
fn the_received_copy_is_published_as_it_came() {
    let site = Workshop::small();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{}", run.said);
    let received = site.path("content/plans/sample-1-2025/source/received.txt");
    let published = site.path("public/data/1-2025/received.txt");
    assert_eq!(fs::read(received).unwrap(), fs::read(published).unwrap());
}
