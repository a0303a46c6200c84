//! Theme files → templates compiled once, words checked, assets as they are.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use tera::{Kwargs, State, Tera, TeraResult};

use crate::diagnostic::{Code, Diagnostic, Place, YamlIndex};
use crate::model::Standing;
use crate::pages::WORDS_USED;
use crate::values::{Locale, Localized, Said, said};

use super::assets::{self, Assets};
use super::files::{Origin, ThemeFiles};
use super::words::Words;

/// `theme.yaml`: what a theme says of itself.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    pub name: String,
    pub description: String,
}

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    pub description: Description,
    /// One for each language: the interface words are part of what every template knows.
    pub templates: Localized<Tera>,
    pub words: Localized<Words>,
    /// Path below `assets/` to bytes, as the theme has them.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// The same as they are published.
    pub published: Assets,
    /// The fonts of the share pictures: path below `share/` to bytes.
    pub share_fonts: BTreeMap<String, Vec<u8>>,
    /// Whether any template is not the default's.
    pub own_templates: bool,
    /// The SHA-256 of all its files.
    pub digest: [u8; 32],
    /// Where each file of the theme stands: path below the theme's folder to place.
    places: BTreeMap<String, Place>,
}

impl Theme {
    /// The place of a file of the theme, for diagnostics: `templates/item.html`.
    #[must_use]
    pub fn place(&self, file: &str) -> Place {
        self.places.get(file).cloned().unwrap_or_else(|| Place::whole(&format!("@{file}").into()))
    }
}

/// Loads a theme. `of_decisions`: whether a plan of the site is a decision, as the words take it to be.
///
/// # Errors
/// Everything that is wrong with it.
pub fn load(origin: &Origin, of_decisions: bool) -> Result<Theme, Vec<Diagnostic>> {
    let files = ThemeFiles::read(origin).map_err(|fault| vec![fault])?;
    let mut said = Vec::new();
    let description = description(&files, &mut said);
    let words = Localized {
        vi: words(&files, Locale::Vi, &mut said),
        en: words(&files, Locale::En, &mut said),
    };
    // Without a table there is nothing to compare; that was said.
    if said.is_empty() {
        compare(&files, &words, &mut said);
    }
    let words = if of_decisions {
        words
    } else {
        Localized { vi: words.vi.of_a_document(), en: words.en.of_a_document() }
    };
    let below = |folder: &str| {
        files
            .files
            .iter()
            .filter_map(move |(name, bytes)| {
                name.strip_prefix(folder).map(|name| (name.to_owned(), bytes.clone()))
            })
            .collect::<BTreeMap<_, _>>()
    };
    let assets = below("assets/");
    let published = published(&files, &assets, &mut said);
    let vi = templates(&files, &words, Locale::Vi, &published, &mut said);
    let en = templates(&files, &words, Locale::En, &published, &mut said);
    if !said.is_empty() {
        return Err(said);
    }
    let places = files.files.keys().map(|name| (name.clone(), files.place(name))).collect();
    let mut share_fonts = below("share/");
    share_fonts.retain(|name, _| Path::new(name).extension().is_some_and(|end| end == "ttf"));
    Ok(Theme {
        description,
        templates: Localized { vi, en },
        assets,
        published,
        share_fonts,
        words,
        own_templates: files.own_templates,
        digest: files.digest(),
        places,
    })
}

fn description(files: &ThemeFiles, said: &mut Vec<Diagnostic>) -> Description {
    let text = files.files.get("theme.yaml").map_or(&[][..], Vec::as_slice);
    if YamlIndex::of(&String::from_utf8_lossy(text)).too_deep.is_some() {
        said.push(too_deep(files, "theme.yaml"));
        return Description::default();
    }
    serde_yaml::from_slice(text).unwrap_or_else(|error| {
        said.push(Diagnostic::new(
            Code::ThemeFault,
            files.place("theme.yaml"),
            said!(
                "this is no description of a theme: {error}",
                "đây không phải là phần mô tả giao diện: {error}"
            ),
            said!(
                "write `name: …` and `description: …`, and nothing else",
                "ghi `name: …` và `description: …`, không ghi gì khác"
            ),
        ));
        Description::default()
    })
}

/// What cannot be read is not published with marks in its place.
fn no_text(files: &ThemeFiles, path: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeFault,
        files.place(path),
        said!("this is not UTF-8 text", "đây không phải là văn bản UTF-8"),
        said!(
            "save the template as UTF-8; the file may have been damaged, so compare it with a copy",
            "lưu khuôn trang ở dạng UTF-8; tệp có thể đã hỏng, hãy đối chiếu với bản sao"
        ),
    )
}

fn words(files: &ThemeFiles, locale: Locale, said: &mut Vec<Diagnostic>) -> Words {
    let name = format!("words.{}.yaml", locale.code());
    let fault = |message: Said| {
        Diagnostic::new(
            Code::ThemeFault,
            files.place(&name),
            message,
            said!(
                "write the table as `key: text`, one key a line, each key once",
                "ghi bảng theo dạng `khóa: nội dung`, mỗi dòng một khóa, mỗi khóa một lần"
            ),
        )
    };
    let text = match files.files.get(&name).map(|bytes| std::str::from_utf8(bytes)) {
        Some(Ok(text)) => text,
        Some(Err(_)) => {
            said.push(fault(said!("this is not UTF-8 text", "đây không phải là văn bản UTF-8")));
            return Words::default();
        }
        None => {
            said.push(fault(said!("the theme has no such file", "giao diện không có tệp này")));
            return Words::default();
        }
    };
    let index = YamlIndex::of(text);
    if index.too_deep.is_some() {
        said.push(too_deep(files, &name));
        return Words::default();
    }
    for (key, _) in index.repeated {
        said.push(fault(said!("the key `{key}` stands twice", "khóa `{key}` xuất hiện hai lần")));
    }
    match serde_yaml::from_str(text) {
        Ok(table) => Words(table),
        Err(error) => {
            said.push(fault(said!(
                "this is no table of words: {error}",
                "đây không phải là bảng từ: {error}"
            )));
            Words::default()
        }
    }
}

/// The reader of YAML takes minutes for what is nested thousands of levels deep.
fn too_deep(files: &ThemeFiles, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeFault,
        files.place(name),
        said!("the nesting is too deep here", "ở đây lồng quá nhiều cấp"),
        said!("write `key: text`, one key a line", "ghi `khóa: nội dung`, mỗi dòng một khóa"),
    )
}

/// Both tables have the same keys and placeholders, and every word that the views use.
fn compare(files: &ThemeFiles, words: &Localized<Words>, said: &mut Vec<Diagnostic>) {
    let mut differ = |locale: Locale, message: Said| {
        let name = format!("words.{}.yaml", locale.code());
        said.push(Diagnostic::new(
            Code::WordsDiffer,
            files.place(&name),
            message,
            said!(
                "write the same keys, with the same names in braces, in both tables",
                "ghi cùng các khóa, với cùng các tên trong ngoặc nhọn, ở cả hai bảng"
            ),
        ));
    };
    for locale in Locale::ALL {
        let (here, there) = (words.get(locale), words.get(locale.other()));
        for (key, text) in &here.0 {
            // Only English has a form of its own for one.
            if key.ends_with("_one") {
                continue;
            }
            match there.0.get(key) {
                None => {
                    differ(
                        locale.other(),
                        said!("the word `{key}` is missing", "thiếu từ `{key}`"),
                    );
                }
                Some(other) if Words::placeholders(text) != Words::placeholders(other) => {
                    differ(
                        locale,
                        said!(
                            "the word `{key}` has other names in braces than its translation",
                            "từ `{key}` có các tên trong ngoặc nhọn khác với bản dịch"
                        ),
                    );
                }
                Some(_) => {}
            }
        }
        let standings = Standing::ALL.into_iter().flat_map(|standing| {
            let key = format!("standing_{}", standing.name().replace('-', "_"));
            [format!("{key}_meaning"), key]
        });
        let used = WORDS_USED.iter().map(|key| (*key).to_owned()).chain(standings);
        for key in used {
            if !here.0.contains_key(&key) {
                differ(locale, said!("the word `{key}` is missing", "thiếu từ `{key}`"));
            }
        }
    }
}

fn published(
    files: &ThemeFiles,
    sources: &BTreeMap<String, Vec<u8>>,
    said: &mut Vec<Diagnostic>,
) -> Assets {
    assets::publish(sources).unwrap_or_else(|circle| {
        let first = circle.first().map_or("", String::as_str);
        said.push(Diagnostic::new(
            Code::ThemeFault,
            files.place(&format!("assets/{first}")),
            said!(
                "these files load one another in a circle: {}",
                "các tệp này nạp lẫn nhau thành vòng tròn: {}",
                circle.join(" → ")
            ),
            said!(
                "take one of these names out of its file; a file is named after what it loads, so \
                 none can be first",
                "bỏ một trong các tên này khỏi tệp chứa nó; tên tệp được đặt theo những gì tệp \
                 nạp, nên không tệp nào có thể đứng đầu"
            ),
        ));
        Assets::default()
    })
}

fn templates(
    files: &ThemeFiles,
    words: &Localized<Words>,
    locale: Locale,
    published: &Assets,
    said: &mut Vec<Diagnostic>,
) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".svg"]);
    tera.global_context().insert("w", words.get(locale));
    // For the few pages that speak both languages.
    tera.global_context().insert("words", words);
    let names = published.names.clone();
    tera.register_function("asset", move |arguments: Kwargs, _: &State| -> TeraResult<String> {
        let name: &str = arguments.must_get("name")?;
        match names.get(name) {
            Some(published) => Ok(format!("assets/{published}")),
            None => Err(tera::Error::message(format!("the theme has no file assets/{name}"))),
        }
    });
    let mut sources: Vec<(&str, &str)> = Vec::new();
    for (path, bytes) in &files.files {
        let Some(name) = path.strip_prefix("templates/") else { continue };
        match std::str::from_utf8(bytes) {
            Ok(text) => sources.push((name, text)),
            Err(_) => said.push(no_text(files, path)),
        }
    }
    if let Err(error) = tera.add_raw_templates(sources) {
        said.push(Diagnostic::new(
            Code::ThemeFault,
            files.place("templates"),
            said!(
                "the templates cannot be used: {error}",
                "không dùng được các khuôn trang: {error}"
            ),
            said!(
                "mend the template at the place named above; docs/themes.md tells what templates \
                 get",
                "sửa khuôn trang ở chỗ nêu trên; docs/themes.md nêu khuôn trang nhận được gì"
            ),
        ));
    }
    tera
}
