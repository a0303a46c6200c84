//! Vietnamese and English of everything that the program says: chosen by `--lang`, else by the machine.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads and writes folders of its own"
)]

mod workshop;

use std::collections::BTreeSet;
use std::fs;

use congkhai::diagnostic::Code;
use congkhai::values::Locale;
use walkdir::WalkDir;
use workshop::Workshop;

/// Letters that only Vietnamese has.
fn is_vietnamese(text: &str) -> bool {
    text.to_lowercase()
        .chars()
        .any(|c| "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ".contains(c))
}

/// Without what is quoted from content.
fn unquoted(text: &str) -> String {
    let (mut out, mut quoted) = (String::new(), false);
    for letter in text.chars() {
        quoted = (quoted || letter == '“') && letter != '”';
        if !quoted {
            out.push(letter);
        }
    }
    out
}

#[test]
fn every_explanation_has_both_languages() {
    for code in Code::ALL {
        let (en, vi) = (code.explanation(Locale::En), code.explanation(Locale::Vi));
        assert!(!is_vietnamese(&unquoted(en).replace("đồng", "")), "{}: {en}", code.name());
        assert!(is_vietnamese(vi), "{}: {vi}", code.name());
        // What stands in backticks is typed as it is, in both.
        let typed = |text: &str| -> BTreeSet<String> {
            let parts = text.split('`').skip(1).step_by(2);
            parts
                .filter(|part| part.is_ascii() && !part.contains("title"))
                .map(ToOwned::to_owned)
                .collect()
        };
        let kept: BTreeSet<String> = typed(en).difference(&typed(vi)).cloned().collect();
        assert!(kept.is_empty(), "{}: {kept:?}", code.name());
    }
}

/// The two texts of every `said!` in the source.
fn pairs() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for entry in WalkDir::new("src") {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for rest in text.split("said!(").skip(1) {
            let Some((en, rest)) = literal(rest) else { continue };
            let (vi, _) =
                literal(rest).unwrap_or_else(|| panic!("{}: {en}", entry.path().display()));
            found.push((entry.path().display().to_string(), en, vi));
        }
    }
    found
}

/// The string that comes next, as it is written, and what follows it.
fn literal(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches([',', ' ', '\n']).strip_prefix('"')?;
    let mut escaped = false;
    let end = text.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some((text[..end].to_owned(), &text[end + 1..]))
}

#[test]
fn both_texts_of_a_message_name_the_same_values() {
    let pairs = pairs();
    assert!(pairs.len() > 200, "only {} were found", pairs.len());
    for (file, en, vi) in pairs {
        assert!(!is_vietnamese(&unquoted(&en).replace("đồng", "")), "{file}: {en}");
        let values = |text: &str| {
            let plain = text.replace("{{", "").replace("}}", "");
            let mut names: Vec<String> = plain
                .split('{')
                .skip(1)
                .map(|rest| {
                    rest.split('}')
                        .next()
                        .unwrap()
                        .trim_matches(|c: char| c.is_ascii_digit())
                        .to_owned()
                })
                .collect();
            names.sort();
            names
        };
        assert_eq!(values(&en), values(&vi), "{file}: {en} / {vi}");
    }
}

#[test]
fn the_language_is_asked_for_or_the_machine_s() {
    let site = Workshop::small();
    let said = |arguments: &[&str], settings: &[(&str, &str)]| {
        let mut command = site.command(arguments);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let output = command.envs(settings.iter().copied()).output().unwrap();
        String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
    };
    let vietnamese = |text: &str| text.contains("đã kiểm tra: ");
    assert!(!vietnamese(&said(&["check"], &[])));
    assert!(!vietnamese(&said(&["check"], &[("LANG", "fr_FR.UTF-8")])));
    assert!(vietnamese(&said(&["check"], &[("LANG", "vi_VN.UTF-8")])));
    assert!(vietnamese(&said(&["check"], &[("LC_ALL", "vi_VN"), ("LANG", "en_US.UTF-8")])));
    assert!(!vietnamese(&said(&["check", "--lang", "en"], &[("LANG", "vi_VN.UTF-8")])));
    assert!(vietnamese(&said(&["--lang=vi", "check"], &[])));
    assert!(said(&["--lang", "vi", "--help"], &[]).contains("Cách dùng"));
    assert!(said(&["explain", "id-unknown", "--lang", "vi"], &[]).contains("(lỗi)"));
    assert!(said(&["check", "--lang", "xx"], &[]).contains("[possible values: vi, en]"));
    // What programs read is the same on every machine.
    let json = |settings| said(&["check", "--json"], settings);
    assert_eq!(json(&[("LANG", "vi_VN.UTF-8")]), json(&[]));
}

#[test]
fn no_setting_of_the_machine_reaches_the_site() {
    let site = Workshop::small();
    let built = |lang: &str| {
        assert!(
            site.command(&["build", "--out", lang]).env("LC_ALL", lang).status().unwrap().success()
        );
        workshop::tree(&site.path(lang))
    };
    assert_eq!(built("vi_VN.UTF-8"), built("C"));
}
