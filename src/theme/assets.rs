//! The files below `assets/` → what is published, under which names.
//!
//! In: the files as the theme has them. Out: the same with a part of their SHA-256 in the name
//! (`site.3f9a1c2b.css`), so that a browser may keep a file for ever and still never shows an old one.
//! A style sheet or a script names other assets; those names are changed in it first, so that its own
//! hash changes with what it loads.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::styles::minified_css;

/// What others ask for by a name that they know: browsers, telephones, people who look for a licence.
pub const FIXED_ASSETS: [&str; 5] =
    ["icon.svg", "icon-32.png", "apple-touch-icon.png", "favicon.ico", "site.webmanifest"];

/// The assets as they are published.
#[derive(Debug, Default)]
pub struct Assets {
    /// The name in the theme to the name in the site, both below `assets/`.
    pub names: BTreeMap<String, String>,
    /// The name in the site to bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Gives every file its name.
///
/// # Errors
/// The files that load one another in a circle: none of them could be named first.
pub fn publish(sources: &BTreeMap<String, Vec<u8>>) -> Result<Assets, Vec<String>> {
    let mut assets = Assets::default();
    for name in sources.keys() {
        add(name, sources, &mut assets, &mut Vec::new())?;
    }
    Ok(assets)
}

fn add(
    name: &str,
    sources: &BTreeMap<String, Vec<u8>>,
    assets: &mut Assets,
    way: &mut Vec<String>,
) -> Result<(), Vec<String>> {
    let Some(source) = sources.get(name).filter(|_| !assets.names.contains_key(name)) else {
        return Ok(());
    };
    way.push(name.to_owned());
    if way.iter().filter(|before| *before == name).count() > 1 {
        return Err(way.clone());
    }
    let bytes = match (end_of(name), std::str::from_utf8(source)) {
        ("css" | "js", Ok(text)) => {
            let mut text = text.to_owned();
            for other in sources.keys().filter(|other| !is_fixed(other)) {
                let written = from_folder_of(name, other);
                if references(&text, &written).next().is_some() {
                    add(other, sources, assets, way)?;
                    let now = assets.names.get(other).map_or(other.as_str(), String::as_str);
                    text = renamed(&text, &written, &from_folder_of(name, now));
                }
            }
            text.into_bytes()
        }
        _ => source.clone(),
    };
    let bytes = if end_of(name) == "css" { minified_css(&bytes) } else { bytes };
    let published = if is_fixed(name) { name.to_owned() } else { hashed(name, &bytes) };
    assets.names.insert(name.to_owned(), published.clone());
    assets.files.insert(published, bytes);
    way.pop();
    Ok(())
}

/// Whether the file keeps its name.
fn is_fixed(name: &str) -> bool {
    FIXED_ASSETS.contains(&name) || matches!(end_of(name), "txt" | "md" | "")
}

fn end_of(name: &str) -> &str {
    Path::new(name).extension().and_then(|end| end.to_str()).unwrap_or_default()
}

/// `fonts/a.woff2` → `fonts/a.3f9a1c2b.woff2`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let hash = hash.iter().take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    match name.rsplit_once('.') {
        Some((stem, end)) => format!("{stem}.{hash:08x}.{end}"),
        None => name.to_owned(),
    }
}

/// How `css/a.css` writes `img/b.png`: `../img/b.png`.
fn from_folder_of(name: &str, other: &str) -> String {
    let (mut here, mut there): (Vec<&str>, Vec<&str>) =
        (name.split('/').collect(), other.split('/').collect());
    here.pop();
    while there.len() > 1 && here.first().is_some_and(|folder| there.first() == Some(folder)) {
        here.remove(0);
        there.remove(0);
    }
    "../".repeat(here.len()) + &there.join("/")
}

/// Where a text names a file: between quotes, or in `url(…)`; `./` may stand in front.
fn references<'t>(text: &'t str, written: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(written).map(|(at, _)| at).filter(move |at| {
        let before = text.get(..*at).unwrap_or_default();
        let before = before.strip_suffix("./").unwrap_or(before);
        let after = text.get(at + written.len()..).unwrap_or_default();
        before.ends_with(['"', '\'', '(']) && after.starts_with(['"', '\'', ')', '#', '?'])
    })
}

fn renamed(text: &str, from: &str, to: &str) -> String {
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for at in references(text, from) {
        new.push_str(text.get(done..at).unwrap_or_default());
        new.push_str(to);
        done = at + from.len();
    }
    new.push_str(text.get(done..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn names_follow_what_a_file_holds_and_loads() {
        let files = |font: &str| {
            publish(&sources(&[
                ("fonts/a.woff2", font),
                ("fonts/OFL.txt", "licence"),
                ("icon.svg", "<svg/>"),
                ("more/b.css", "@import './c.css'; p { background: url(../fonts/a.woff2#x) }"),
                ("more/c.css", "p{}"),
                ("site.css", "@font-face { src: url(\"fonts/a.woff2\") }"),
                ("site.js", "load(['core.js', 'other.js']); // core.js, \"xcore.js\""),
                ("core.js", "1"),
            ]))
            .unwrap()
        };
        let (one, other) = (files("1"), files("2"));
        for (name, kept) in [
            ("fonts/OFL.txt", true),
            ("icon.svg", true),
            ("site.js", true),
            ("fonts/a.woff2", false),
            ("site.css", false),
            ("more/b.css", false),
        ] {
            assert_eq!(one.names[name] == other.names[name], kept, "{name}");
        }
        assert_eq!(one.names["icon.svg"], "icon.svg");
        let text = |name: &str| String::from_utf8(one.files[&one.names[name]].clone()).unwrap();
        let core = &one.names["core.js"];
        assert_eq!(
            text("site.js"),
            format!("load(['{core}', 'other.js']); // core.js, \"xcore.js\"")
        );
        assert!(text("site.css").contains(&one.names["fonts/a.woff2"]), "{}", text("site.css"));
        let c = one.names["more/c.css"].strip_prefix("more/").unwrap();
        assert!(text("more/b.css").contains(c), "{}", text("more/b.css"));
        assert!(text("more/b.css").contains(&format!("../{}#x", one.names["fonts/a.woff2"])));
        assert_eq!(one.names["core.js"], "core.6b86b273.js");
    }

    #[test]
    fn a_circle_is_told() {
        let files = sources(&[("a.js", "import 'b.js'"), ("b.js", "import \"./a.js\"")]);
        assert_eq!(publish(&files).unwrap_err(), ["a.js", "b.js", "a.js"]);
    }
}
