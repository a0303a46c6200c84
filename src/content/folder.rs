//! The content folder: which files there are, and their texts.
//!
//! Dotfiles and editors' backups are passed over in silence: they are never read and never published.
//! Whatever else is no plain file or folder is refused by name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use unicode_normalization::{UnicodeNormalization, is_nfc};
use walkdir::WalkDir;

use super::fingerprint::Fingerprint;
use super::received::sha256;
use super::{Notices, bounds, gaps};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::limits::{DEEPEST_FOLDER, LARGEST_FILE, MOST_FILES};
use crate::values::{hidden_letter, said};

pub struct Folder {
    root: PathBuf,
    /// Files that are not on a disk, by path relative to the root.
    given: BTreeMap<String, Vec<u8>>,
    /// Path relative to the root, with `/`.
    present: BTreeMap<String, Stamp>,
    /// Folders, likewise.
    folders: BTreeSet<String>,
    /// Files that were asked for.
    wanted: Mutex<BTreeSet<String>>,
    /// What was read; plans and sources are read at the same time.
    texts: Mutex<BTreeMap<Arc<str>, Arc<str>>>,
    /// The SHA-256 of each file that was read, of the very bytes that the site is made of.
    hashes: Mutex<BTreeMap<String, String>>,
    shown_root: String,
    /// Whether somebody will ask which files were written again.
    stamped: bool,
}

/// What tells whether a file was written again: its size, when that was, and which file it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp {
    size: u64,
    /// As the system tells it: its own numbers, or one text where it has none.
    numbers: [i64; 5],
    text: String,
}

impl Stamp {
    #[cfg(unix)]
    fn of(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let of_file = i64::from_ne_bytes(found.ino().to_ne_bytes());
        let written = [found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()];
        let [a, b, c, d] = written;
        Self { size: found.len(), numbers: [of_file, a, b, c, d], text: String::new() }
    }

    #[cfg(not(unix))]
    fn of(found: &Metadata) -> Self {
        let text = found.modified().map(|time| format!("{time:?}")).unwrap_or_default();
        Self { size: found.len(), numbers: [0; 5], text }
    }
}

/// Files by path, and their stamps. Taken before the files are read, so that a later change shows.
pub type Stamps = BTreeMap<String, Stamp>;

/// Texts as they were read, by file.
pub type Texts = Vec<(Arc<str>, Arc<str>)>;

/// Whether a name is a dotfile or a backup that an editor leaves behind.
fn is_no_content(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || [".bak", ".orig", ".rej", ".swp", ".swo", ".tmp"].iter().any(|end| name.ends_with(end))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

impl Folder {
    /// Looks which files there are; `stamped` also, which of them were written again since another time.
    pub fn open(root: &Path, shown_root: &str, stamped: bool, notices: &mut Notices) -> Self {
        let mut folder = Self {
            root: root.to_owned(),
            given: BTreeMap::new(),
            present: BTreeMap::new(),
            folders: BTreeSet::new(),
            wanted: Mutex::default(),
            texts: Mutex::default(),
            hashes: Mutex::default(),
            shown_root: shown_root.to_owned(),
            stamped,
        };
        let walk = WalkDir::new(root)
            .follow_links(false)
            .sort_by_file_name()
            .max_depth(DEEPEST_FOLDER)
            .into_iter()
            .filter_entry(|entry| {
                entry.depth() == 0 || !is_no_content(&entry.file_name().to_string_lossy())
            });
        for entry in walk {
            match entry {
                Ok(entry) if entry.depth() == 0 => {}
                Ok(entry) if entry.depth() == DEEPEST_FOLDER && entry.file_type().is_dir() => {
                    notices.say(bounds::too_many(
                        Place::whole(&relative(root, entry.path()).into()),
                        DEEPEST_FOLDER,
                        DEEPEST_FOLDER - 1,
                        &said!("folders in one another", "thư mục lồng nhau"),
                    ));
                }
                Ok(_) if folder.present.len() >= MOST_FILES => {
                    notices.say(bounds::too_many(
                        Place::whole(&"".into()),
                        folder.present.len() + 1,
                        MOST_FILES,
                        &said!("files or more", "tệp trở lên"),
                    ));
                    break;
                }
                Ok(entry) => folder.note(&entry, notices),
                Err(fault) => {
                    let path = fault.path().unwrap_or(root);
                    notices.say(Diagnostic::new(
                        Code::FileUnreadable,
                        Place::whole(&relative(root, path).into()),
                        said!(
                            "this cannot be read: {}",
                            "không đọc được: {}",
                            reason(fault.io_error())
                        ),
                        said!(
                            "check that the path exists and that you may read it",
                            "kiểm tra đường dẫn có tồn tại và bạn có quyền đọc"
                        ),
                    ));
                }
            }
        }
        folder
    }

    /// A folder that is no folder of a disk: its files as they would be there.
    pub fn given(files: BTreeMap<String, Vec<u8>>, shown_root: &str) -> Self {
        let above = |path: &String| {
            path.match_indices('/')
                .filter_map(|(at, _)| path.get(..at))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        Self {
            root: PathBuf::new(),
            present: files.keys().map(|path| (path.clone(), Stamp::default())).collect(),
            folders: files.keys().flat_map(above).collect(),
            given: files,
            wanted: Mutex::default(),
            texts: Mutex::default(),
            hashes: Mutex::default(),
            shown_root: shown_root.to_owned(),
            stamped: false,
        }
    }

    fn note(&mut self, entry: &walkdir::DirEntry, notices: &mut Notices) {
        let path = relative(&self.root, entry.path());
        bounds::path(&path, notices);
        let kind = entry.file_type();
        if kind.is_dir() {
            self.folders.insert(path);
        } else if kind.is_file() {
            let found = self.stamped.then(|| entry.metadata().ok()).flatten();
            self.present.insert(path, found.as_ref().map(Stamp::of).unwrap_or_default());
        } else {
            let what = if kind.is_symlink() {
                said!("this is a link", "đây là một liên kết tệp")
            } else {
                said!(
                    "this is neither a file nor a folder",
                    "đây không phải là tệp cũng không phải là thư mục"
                )
            };
            notices.say(Diagnostic::new(
                Code::FileSpecial,
                Place::whole(&path.into()),
                what,
                said!(
                    "put the file itself here, or move this out of the content folder",
                    "đặt chính tệp đó vào đây, hoặc chuyển ra khỏi thư mục nội dung"
                ),
            ));
        }
    }

    /// Names of the folders directly in `path`, sorted; numbers in front decide (2 before 10).
    pub fn folders_in(&self, path: &str) -> Vec<String> {
        let front = format!("{path}/");
        let all = self.folders.range(front.clone()..).map(String::as_str);
        let mut names: Vec<String> =
            below(all, &front).filter(|name| !name.contains('/')).map(ToOwned::to_owned).collect();
        names.sort_by_key(|name| {
            let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
            (digits.parse::<u64>().unwrap_or(u64::MAX), name.clone())
        });
        names
    }

    /// Names of the files directly in `path` that end in `end`, sorted.
    pub fn files_in(&self, path: &str, end: &str) -> Vec<String> {
        let front = format!("{path}/");
        let all = self.present.range(front.clone()..).map(|(path, _)| path.as_str());
        below(all, &front)
            .filter(|name| !name.contains('/') && name.ends_with(end))
            .map(ToOwned::to_owned)
            .collect()
    }

    pub fn has(&self, path: &str) -> bool {
        self.present.contains_key(path)
    }

    /// The text of a file that must be there.
    pub fn text(&self, path: &str, notices: &mut Notices) -> Option<(Arc<str>, Arc<str>)> {
        if !self.has(path) {
            self.want(path);
            notices.say(Diagnostic::new(
                Code::FileMissing,
                Place::whole(&path.into()),
                said!("this file is missing", "thiếu tệp này"),
                said!(
                    "create it; docs/content.md shows its form",
                    "tạo tệp này; docs/content.md trình bày mẫu"
                ),
            ));
            return None;
        }
        self.text_if_present(path, notices)
    }

    /// The text of a file, where it is there: NFC, without a byte order mark, lines ended by LF.
    pub fn text_if_present(
        &self,
        path: &str,
        notices: &mut Notices,
    ) -> Option<(Arc<str>, Arc<str>)> {
        let bytes = self.bytes_if_present(path, notices)?;
        self.text_of(path, bytes, notices)
    }

    /// The same of a file whose bytes were read.
    pub fn text_of(
        &self,
        path: &str,
        bytes: Vec<u8>,
        notices: &mut Notices,
    ) -> Option<(Arc<str>, Arc<str>)> {
        let file: Arc<str> = path.into();
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(fault) => {
                let at = fault.utf8_error().valid_up_to();
                let valid = fault.as_bytes().get(..at).unwrap_or_default();
                let line = String::from_utf8_lossy(valid).matches('\n').count() + 1;
                let lossy = String::from_utf8_lossy(fault.as_bytes()).into_owned();
                self.keep(&file, lossy.into());
                notices.say(Diagnostic::new(
                    Code::FileNotText,
                    Place::line(&file, line),
                    said!("this line is not UTF-8 text", "dòng này không phải là văn bản UTF-8"),
                    said!(
                        "save the file again with the encoding UTF-8",
                        "lưu lại tệp với bảng mã UTF-8"
                    ),
                ));
                return None;
            }
        };
        let text = normalised(&text);
        self.keep(&file, Arc::clone(&text));
        if let Some((at, letter)) = hidden_letter(&text).filter(|(_, letter)| letter.is_control()) {
            let shown = letter.escape_unicode();
            notices.say(Diagnostic::new(
                Code::FileNotText,
                Place::bytes(&file, at..at + letter.len_utf8()),
                said!(
                    "there is a control character here ({shown})",
                    "ở đây có ký tự điều khiển ({shown})"
                ),
                said!(
                    "delete it; the file may have been damaged, so compare it with a copy",
                    "xóa ký tự đó; tệp có thể đã hỏng, hãy đối chiếu với một bản sao"
                ),
            ));
            return None;
        }
        if !bounds::lines(&file, &text, notices) {
            return None;
        }
        if gaps::say(&file, &text, notices) {
            return None;
        }
        Some((file, text))
    }

    /// The bytes of a file, where it is there.
    pub fn bytes_if_present(&self, path: &str, notices: &mut Notices) -> Option<Vec<u8>> {
        if !self.has(path) {
            return None;
        }
        self.want(path);
        let file: Arc<str> = path.into();
        let too_large = || {
            Diagnostic::new(
                Code::FileTooLarge,
                Place::whole(&file),
                said!(
                    "this file is larger than {} MiB",
                    "tệp này lớn hơn {} MiB",
                    LARGEST_FILE / 1024 / 1024
                ),
                said!(
                    "split it, or move what is no content out of the folder",
                    "chia nhỏ tệp, hoặc chuyển phần không phải nội dung ra khỏi thư mục"
                ),
            )
        };
        let read = || -> std::io::Result<Vec<u8>> {
            if let Some(bytes) = self.given.get(path) {
                return Ok(bytes.clone());
            }
            let mut bytes = Vec::new();
            std::fs::File::open(self.root.join(path))?
                .take(LARGEST_FILE as u64 + 1)
                .read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        match read() {
            Ok(bytes) if bytes.len() > LARGEST_FILE => {
                notices.say(too_large());
                None
            }
            Ok(bytes) => {
                let mut hashes = self.hashes.lock().unwrap_or_else(PoisonError::into_inner);
                hashes.insert(path.to_owned(), sha256(&bytes));
                drop(hashes);
                Some(bytes)
            }
            Err(fault) => {
                notices.say(Diagnostic::new(
                    Code::FileUnreadable,
                    Place::whole(&file),
                    said!(
                        "this file cannot be read: {}",
                        "không đọc được tệp này: {}",
                        reason(Some(&fault))
                    ),
                    said!(
                        "check that you may read it, and that the disk is well",
                        "kiểm tra bạn có quyền đọc và ổ đĩa hoạt động tốt"
                    ),
                ));
                None
            }
        }
    }

    /// YAML and Markdown files that no one asked for are most often misspelt names.
    pub fn report_strays(&self, among: &Stamps, notices: &mut Notices) {
        let wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        for path in among.keys().filter(|path| !wanted.contains(*path)) {
            let name = path.rsplit('/').next().unwrap_or(path);
            let looks_like_content = [".yaml", ".yml", ".md", ".lock"]
                .iter()
                .any(|end| name.to_lowercase().ends_with(end));
            if looks_like_content && name != "README.md" {
                notices.say(Diagnostic::new(
                    Code::FileStray,
                    Place::whole(&path.as_str().into()),
                    said!("this file is not read", "tệp này không được đọc"),
                    said!(
                        "check its name and its folder against docs/content.md, or move it out of \
                         the content folder",
                        "đối chiếu tên tệp và thư mục với docs/content.md, hoặc chuyển tệp ra \
                         khỏi thư mục nội dung"
                    ),
                ));
            }
        }
    }

    fn want(&self, path: &str) {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    fn keep(&self, file: &Arc<str>, text: Arc<str>) {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        texts.insert(Arc::clone(file), text);
    }

    /// The files below a folder, and what tells whether they change.
    pub fn stamps_in(&self, path: &str) -> Stamps {
        let front = format!("{path}/");
        let all = self.present.range(front.clone()..);
        let of_folder = all.take_while(|(path, _)| path.starts_with(&front));
        of_folder.map(|(path, stamp)| (path.clone(), stamp.clone())).collect()
    }

    /// The same of single files.
    pub fn stamps_of(&self, is: impl Fn(&str) -> bool) -> Stamps {
        let all = self.present.iter().filter(|(path, _)| is(path));
        all.map(|(path, stamp)| (path.clone(), stamp.clone())).collect()
    }

    /// The texts of these files, as far as they were read.
    pub fn texts_of(&self, files: &Stamps) -> Texts {
        let texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        let known = files.keys().filter_map(|path| texts.get_key_value(path.as_str()));
        known.map(|(path, text)| (Arc::clone(path), Arc::clone(text))).collect()
    }

    /// Of every file that is there, also of those that nobody asked for.
    pub fn fingerprint(&self) -> Fingerprint {
        let hashes = self.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |path: &String| {
            let given = || self.given.get(path).map(|bytes| sha256(bytes));
            (path.clone(), hashes.get(path).cloned().or_else(given))
        };
        Fingerprint::new(self.root.clone(), self.present.keys().map(known).collect())
    }

    /// How diagnostics name the folder.
    pub fn shown_root(&self) -> &str {
        &self.shown_root
    }
}

/// Of sorted paths those that begin with a folder, seen from there.
fn below<'p>(paths: impl Iterator<Item = &'p str>, front: &str) -> impl Iterator<Item = &'p str> {
    paths.map_while(move |path| path.strip_prefix(front))
}

fn relative(root: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = rest.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// Why the machine refused, in words that do not depend on its language or version.
fn reason(fault: Option<&std::io::Error>) -> String {
    match fault {
        Some(fault) => fault.kind().to_string(),
        None => "the folder contains itself".to_owned(),
    }
}

fn normalised(text: &str) -> Arc<str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text: Cow<str> = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    };
    if is_nfc(&text) { text.into() } else { text.nfc().collect::<String>().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_normalised() {
        assert_eq!(&*normalised("\u{feff}a\r\nb\rc"), "a\nb\nc");
        assert_eq!(&*normalised("e\u{302}\u{323}"), "ệ");
    }

    #[test]
    fn backups_are_no_content() {
        for name in [".git", "area.yaml~", "#area.yaml#", ".area.yaml.swp", "a.orig", "Thumbs.db"] {
            assert!(is_no_content(name), "{name}");
        }
        assert!(!is_no_content("area.yaml"));
    }
}
