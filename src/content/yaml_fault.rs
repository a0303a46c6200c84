//! A fault of the typed reader of YAML → a diagnostic in the words of someone who edits YAML now and then.

use std::ops::Range;
use std::sync::Arc;

use super::yaml::bytes_at;
use super::yaml_words::{self, closest};
use crate::diagnostic::{Code, Diagnostic, Place, YamlIndex};
use crate::values::{Said, Unreadable, said};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Malformed,
    Unknown,
    Missing,
    /// A record of which nothing is left.
    Emptied,
    Type,
    Word,
    Value,
}

pub struct Fault {
    pub kind: Kind,
    pub path: String,
    /// As the reader says it.
    pub message: String,
    /// The same, put plainly, where that is known.
    pub plain: Option<Said>,
    /// 1-based; 1 and 1 where the reader does not say.
    pub line: usize,
    pub column: usize,
}

impl Fault {
    pub fn of(error: &serde_yaml::Error) -> Self {
        let whole = error.to_string();
        let (line, column) =
            error.location().map_or((1, 1), |at| (at.line().max(1), at.column().max(1)));
        // The reader writes "path: message at line L column C".
        let place = format!(" at line {line} column {column}");
        let text = whole.replacen(&place, "", 1);
        let (path, message) = match text.split_once(": ") {
            Some((path, rest)) if is_path(path) => {
                (path.trim_start_matches('.').to_owned(), rest.to_owned())
            }
            _ => (String::new(), text),
        };
        let kind = if message.starts_with("unknown field") {
            Kind::Unknown
        } else if message.starts_with("missing field") {
            Kind::Missing
        } else if message.starts_with("invalid type: unit value")
            || message.starts_with("invalid type: null")
        {
            Kind::Emptied
        } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
            Kind::Type
        } else if message.starts_with("unknown variant") {
            Kind::Word
        } else if Unreadable::of_error(&message).is_some() {
            Kind::Value
        } else {
            Kind::Malformed
        };
        Self { kind, path, message, plain: None, line, column }
    }

    /// The stretch whose blanking lets the reader go on.
    pub fn stretch(&self, index: &YamlIndex, text: &str, at: usize) -> Range<usize> {
        let mut path = self.path.clone();
        if self.kind == Kind::Unknown {
            let key = quoted(&self.message).next().unwrap_or_default();
            path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        }
        loop {
            if let Some(entry) = index.get(&path)
                && !entry.in_flow
            {
                let mut start = entry.key.start.min(entry.value.start);
                if path.ends_with(']') {
                    // An element begins at its dash.
                    let before = text.get(..start).unwrap_or_default();
                    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
                    if let Some(dash) = before.get(line_start..).and_then(|line| line.rfind('-')) {
                        start = line_start + dash;
                    }
                }
                return start..entry.value.end;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path.truncate(end),
                None => break,
            }
        }
        at..at
    }

    pub fn diagnostic(&self, file: &Arc<str>, text: &str) -> Diagnostic {
        let start = bytes_at(text, self.line, self.column);
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(['\n']).unwrap_or(rest.len());
        let end = match self.kind {
            Kind::Unknown => start + rest.find(':').unwrap_or(length).min(length),
            Kind::Missing | Kind::Emptied | Kind::Malformed => start,
            Kind::Type | Kind::Word | Kind::Value => start + length,
        };
        let place = Place::bytes(file, start..end);
        let names: Vec<&str> = quoted(&self.message).collect();
        let name = names.first().copied().unwrap_or_default();
        let known = names.get(1..).unwrap_or_default();
        let (code, (message, help)) = match self.kind {
            Kind::Unknown => (Code::YamlUnknownKey, unknown(name, known)),
            Kind::Missing => (Code::YamlMissingKey, missing(name)),
            Kind::Emptied => (Code::YamlWrongType, emptied()),
            Kind::Word => (Code::ValueUnreadable, no_word(name, known)),
            Kind::Type => (Code::YamlWrongType, wrong_type(&self.message)),
            Kind::Value => (Code::ValueUnreadable, unreadable(&self.message)),
            Kind::Malformed => {
                let plain = self.plain.clone().unwrap_or_else(|| Said::same(&self.message));
                (Code::YamlMalformed, malformed(&plain))
            }
        };
        Diagnostic::new(code, place, message, help)
    }
}

/// A message and its help.
type Words = (Said, Said);

fn unknown(key: &str, known: &[&str]) -> Words {
    let keys = known.join(", ");
    let help = match closest(key, known) {
        _ if key.bytes().all(|byte| byte.is_ascii_digit()) => said!(
            "inside braces a comma ends the value before it; write a number without commas, a \
             text in quotes",
            "trong ngoặc nhọn, dấu phẩy kết thúc giá trị đứng trước; ghi số không có dấu phẩy, \
             đặt văn bản trong dấu ngoặc kép"
        ),
        Some(near) => said!(
            "did you mean `{near}`? The keys here are: {keys}",
            "có phải là `{near}`? Các khóa ở đây gồm: {keys}"
        ),
        None => said!("the keys here are: {keys}", "các khóa ở đây gồm: {keys}"),
    };
    let message =
        said!("`{key}` is no key of this record", "`{key}` không phải là khóa của bản ghi này");
    (message, help)
}

fn missing(key: &str) -> Words {
    (
        said!("the key `{key}` is missing in this record", "bản ghi này thiếu khóa `{key}`"),
        said!(
            "add `{key}:`; docs/content.md shows the whole record",
            "thêm `{key}:`; docs/content.md trình bày toàn bộ bản ghi"
        ),
    )
}

fn emptied() -> Words {
    (
        said!("nothing is written here", "ở đây chưa ghi gì"),
        said!("write the record, or delete the line", "ghi nội dung, hoặc xóa dòng này"),
    )
}

fn no_word(word: &str, known: &[&str]) -> Words {
    let words = known.join(", ");
    let help = match closest(word, known) {
        Some(near) => said!(
            "did you mean `{near}`? The words are: {words}",
            "có phải là `{near}`? Các từ được dùng gồm: {words}"
        ),
        None => said!("write one of: {words}", "ghi một trong các từ: {words}"),
    };
    let message = said!(
        "`{word}` is not one of the words that may stand here",
        "`{word}` không thuộc các từ được dùng ở đây"
    );
    (message, help)
}

fn wrong_type(message: &str) -> Words {
    let (found, expected) = message
        .trim_start_matches("invalid type: ")
        .trim_start_matches("invalid value: ")
        .split_once(", expected ")
        .unwrap_or((message, "something else"));
    let (found, expected) = (yaml_words::kind(found), yaml_words::kind(expected));
    let help = if expected.en == "a list" && found.en.starts_with("the text") {
        said!(
            "put it in square brackets, also where it is the only one: [a], [a, b]",
            "đặt trong ngoặc vuông, kể cả khi chỉ có một: [a], [a, b]"
        )
    } else {
        said!(
            "write the value in the form that docs/content.md shows; a text that looks like \
             something else goes in quotes",
            "ghi giá trị theo mẫu trong docs/content.md; văn bản dễ bị hiểu thành loại khác thì \
             đặt trong dấu ngoặc kép"
        )
    };
    let message = Said {
        en: format!("{} stands here instead of {}", found.en, expected.en),
        vi: format!("ở đây có {}, trong khi cần {}", found.vi, expected.vi),
    };
    (message, help)
}

fn unreadable(message: &str) -> Words {
    match Unreadable::of_error(message) {
        Some(fault) => (fault.message, fault.help),
        None => (Said::same(message), Said::default()),
    }
}

fn malformed(plain: &Said) -> Words {
    (
        Said {
            en: format!("this is not valid YAML: {}", plain.en),
            vi: format!("đây không phải là YAML hợp lệ: {}", plain.vi),
        },
        said!(
            "look at this line and the one before it: the indentation (two spaces for each level, \
             no tabs), a quote that is not closed, or a text with `: ` in it that needs quotes",
            "xem dòng này và dòng trước: thụt lề (mỗi cấp hai dấu cách, không dùng tab), dấu \
             ngoặc kép chưa đóng, hoặc văn bản có `: ` cần đặt trong dấu ngoặc kép"
        ),
    )
}

fn is_path(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '[' | ']'))
}

fn quoted(message: &str) -> impl Iterator<Item = &str> {
    message.split('`').skip(1).step_by(2)
}
