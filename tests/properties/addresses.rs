//! The map of addresses is one to one: no two pages want one file, and each is found where it stands.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;

use congkhai::content::received_lock;
use congkhai::model::Model;
use congkhai::pages::{self, Here};
use congkhai::theme::{self, Origin, Words};
use congkhai::values::Localized;
use proptest::prelude::prop_oneof;
use proptest::{collection, option};
use serde_json::json;

use crate::samples::{Files, PLAN, check, files, holds, word};
use crate::workshop::tree;

#[test]
fn an_address_map_is_one_to_one() {
    let theme = theme::load(&Origin::Inside, true).unwrap();
    let mut base = files();
    base.retain(|path, _| !path.contains("/outcomes/"));
    // Names that are near to one another, and to those of the program's own pages.
    let page = word(&[
        "about", "data", "follow", "search", "agencies", "ky", "1-2025", "404", "index", "embed",
        "vi", "sitemap", "1", "id",
    ]);
    let slug = word(&[
        "1-2025",
        "1",
        "agencies",
        "ky",
        "id",
        "data",
        "embed",
        "follow",
        "404",
        "vi",
        "2025",
        "1-2025-i1",
    ]);
    let item = word(&[
        "i1-ct09", "2025-i1", "areas", "decision", "kinds", "results", "index", "coverage", "i1-9",
        "pl-i9", "a",
    ]);
    let second = option::of((word(&["1", "1-2025", "2"]), word(&["i1", "2025-i1", "2025-a"])));
    let number = || {
        let odd = word(&["1.", "1/2", "..", "a b", "Đ", "D", "İ", "%2e", "404", "\\", "?", "#x"]);
        prop_oneof![4 => word(&["1", "I", "i", "ii", "2.1"]), 1 => odd]
    };
    let release = option::of(word(&["2025-07", "1-2025", "changes"]));
    let sound = Cell::new(0);
    let case =
        (collection::btree_set(page, 0..4), slug, item, (number(), number()), release, second);
    holds(512, &case, |(names, slug, item, (number, annex), moved, second)| {
        let mut files = base.clone();
        for name in names {
            for language in ["vi", "en"] {
                files.insert(
                    format!("pages/{name}.{language}.md"),
                    format!("# {name} {language}\n\nMẫu.\n").into_bytes(),
                );
            }
        }
        let mut replace = |file: &str, from: &str, to: &str| {
            let path = format!("{PLAN}/{file}");
            let text = String::from_utf8(files[&path].clone()).unwrap();
            assert!(text.contains(from), "{path} has no {from}");
            files.insert(path, text.replace(from, to).into_bytes());
        };
        replace("plan.yaml", "slug: 1-2025", &format!("slug: {slug}"));
        for file in [
            "areas/1-water/area.yaml",
            "areas/1-water/area.vi.md",
            "areas/1-water/area.en.md",
            "source/repairs.yaml",
            "translations.lock",
        ] {
            replace(file, "i1-ct02", item);
        }
        replace(
            "areas/1-water/area.yaml",
            "number: \"1\"\nannex: I",
            &format!("number: {}\nannex: {}", json!(number), json!(annex)),
        );
        // The decision prints the number of the annex, too.
        replace("source/received.txt", "I\tCấp nước", &format!("{annex}\tCấp nước"));
        let received = received_lock(&files[&format!("{PLAN}/source/received.txt")]);
        files.insert(format!("{PLAN}/source/received.lock"), received.into_bytes());
        if let Some(moved) = moved {
            let redirects = json!([{ "from": format!("{moved}/i1-ct02/"), "to": "about/", "reason": { "vi": "Mẫu.", "en": "Sample." } }]);
            files.insert("redirects.yaml".to_owned(), redirects.to_string().into_bytes());
        }
        if let Some((slug, item)) = second {
            let of_plan = base.iter().filter_map(|(path, bytes)| {
                Some((path.strip_prefix(PLAN)?, String::from_utf8_lossy(bytes)))
            });
            for (below, text) in of_plan {
                let text = text.replace("slug: 1-2025", &format!("slug: {slug}"));
                let text = text.replace("i1-ct02", item);
                files.insert(format!("plans/second{below}"), text.into_bytes());
            }
        }
        let checked = check(files);
        if !checked.is_sound(false) {
            return;
        }
        sound.set(sound.get() + 1);
        let model = checked.model.as_ref().unwrap();
        is_one_to_one(model, &theme.words);
    });
    assert!(sound.get() > 20, "only {} cases could be built", sound.get());
    // The small site, and the real one.
    for folder in ["tests/sites/small/content", "content"] {
        let content: Files = tree(Path::new(folder)).into_iter().collect();
        is_one_to_one(check(content).model.as_ref().unwrap(), &theme.words);
    }
}

fn is_one_to_one(model: &Model, words: &Localized<Words>) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let outlines = pages::outlines(model);
    for outline in &outlines {
        let file = outline.address.file();
        let is_name = |part: &str| !part.is_empty() && part != "." && part != "..";
        assert!(
            file.split('/').all(is_name) && !file.contains(['\\', '?', '#', '\0', ' ']),
            "{file}"
        );
        // On many a disk, A and a are one name.
        assert!(seen.insert(file.to_lowercase()), "two pages want {file}");
        let found = pages::lay_out_at(model, words, &file)
            .unwrap_or_else(|| panic!("nothing is found at {file}"));
        assert_eq!(found.address, outline.address);
        // From the page back to itself, by the way that links take.
        let there = Here::at(&outline.address);
        let depth = there.root.matches("../").count();
        assert_eq!(depth, file.matches('/').count(), "{file}");
    }
    for file in &seen {
        let below = format!("{file}/");
        assert!(
            !seen.iter().any(|other| other.starts_with(&below)),
            "{file} is a file and a folder"
        );
    }
}
