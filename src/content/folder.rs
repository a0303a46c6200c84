//! The content folder: its files and their texts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::fingerprint::Fingerprint;
use super::listing::Listing;
use super::received::sha256;
use super::{Notices, bounds, gaps};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::limits::LARGEST_FILE;
use crate::values::{hidden_letter, said};

pub struct Folder {
    root: PathBuf,
    /// Files that are not on a disk, by path relative to the root.
    given: BTreeMap<String, Vec<u8>>,
    listing: Arc<Listing>,
    /// Files that were asked for.
    wanted: Mutex<BTreeSet<String>>,
    /// What was read; plans and sources are read at the same time.
    texts: Mutex<BTreeMap<Arc<str>, Arc<str>>>,
    /// The SHA-256 of each file that was read, of the very bytes that the site is made of.
    hashes: Mutex<BTreeMap<String, String>>,
    shown_root: String,
}

/// Texts as they were read, by file.
pub type Texts = Vec<(Arc<str>, Arc<str>)>;

impl Folder {
    /// The folder whose files are those of the listing.
    pub fn of(root: &Path, shown_root: &str, listing: Arc<Listing>) -> Self {
        Self {
            root: root.to_owned(),
            given: BTreeMap::new(),
            listing,
            wanted: Mutex::default(),
            texts: Mutex::default(),
            hashes: Mutex::default(),
            shown_root: shown_root.to_owned(),
        }
    }

    /// A folder that is no folder of a disk: its files as they would be there.
    pub fn given(files: BTreeMap<String, Vec<u8>>, shown_root: &str) -> Self {
        let listing = Listing::given(files.keys());
        Self { given: files, ..Self::of(Path::new(""), shown_root, Arc::new(listing)) }
    }

    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// Names of the folders directly in `path`, sorted; numbers in front decide (2 before 10).
    pub fn folders_in(&self, path: &str) -> Vec<String> {
        let front = format!("{path}/");
        let all = self.listing.folders_below(&front);
        let mut names: Vec<String> =
            all.filter(|name| !name.contains('/')).map(ToOwned::to_owned).collect();
        names.sort_by_key(|name| {
            let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
            (digits.parse::<u64>().unwrap_or(u64::MAX), name.clone())
        });
        names
    }

    /// Names of the files directly in `path` that end in `end`, sorted.
    pub fn files_in(&self, path: &str, end: &str) -> Vec<String> {
        let front = format!("{path}/");
        self.listing
            .files_below(&front)
            .filter(|name| !name.contains('/') && name.ends_with(end))
            .map(ToOwned::to_owned)
            .collect()
    }

    pub fn has(&self, path: &str) -> bool {
        self.listing.has(path)
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
    pub fn report_strays(&self, among: &[String], notices: &mut Notices) {
        let wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        for path in among.iter().filter(|path| !wanted.contains(*path)) {
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

    /// Notes what was read of these files before, as if it were read now.
    pub fn have_read(&self, files: &[String], texts: &Texts) {
        for path in files.iter().filter(|path| self.has(path)) {
            self.want(path);
        }
        for (file, text) in texts {
            self.keep(file, Arc::clone(text));
        }
    }

    fn want(&self, path: &str) {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    fn keep(&self, file: &Arc<str>, text: Arc<str>) {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        texts.insert(Arc::clone(file), text);
    }

    /// The files below a folder.
    pub fn all_in(&self, path: &str) -> Vec<String> {
        let front = format!("{path}/");
        self.listing.files_below(&front).map(|name| format!("{front}{name}")).collect()
    }

    /// The files of which `is` says so.
    pub fn all_that(&self, is: impl Fn(&str) -> bool) -> Vec<String> {
        self.listing.files().filter(|path| is(path)).map(str::to_owned).collect()
    }

    /// The texts of these files, as far as they were read.
    pub fn texts_of(&self, files: &[String]) -> Texts {
        let texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        let known = files.iter().filter_map(|path| texts.get_key_value(path.as_str()));
        known.map(|(path, text)| (Arc::clone(path), Arc::clone(text))).collect()
    }

    /// Of every file that is there, also of those that nobody asked for.
    pub fn fingerprint(&self) -> Fingerprint {
        let hashes = self.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |path: &str| {
            let given = || self.given.get(path).map(|bytes| sha256(bytes));
            (path.to_owned(), hashes.get(path).cloned().or_else(given))
        };
        Fingerprint::new(self.root.clone(), self.listing.files().map(known).collect())
    }

    /// How diagnostics name the folder.
    pub fn shown_root(&self) -> &str {
        &self.shown_root
    }
}

/// Why the machine refused, in words that do not depend on its language or version.
pub fn reason(fault: Option<&std::io::Error>) -> String {
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
}
