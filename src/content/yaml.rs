//! YAML files → records.
//!
//! The typed reader stops at the first fault. To tell an editor all faults of a file at once, the
//! faulty stretch is blanked (the text keeps its lines and columns) and the file is read again.

use std::ops::Range;
use std::sync::Arc;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::Notices;
use super::folder::Folder;
use super::record::Placed;
use super::yaml_words::{self, closest};
use crate::diagnostic::{Code, Diagnostic, Place, YamlIndex};
use crate::values::HELP_MARK;

/// More faults than this in one file are one fault: the wrong file.
const MOST_FAULTS: usize = 200;

/// One record that fills a file which must be there.
pub fn record<T: DeserializeOwned>(
    folder: &mut Folder,
    path: &str,
    notices: &mut Notices,
) -> Option<Placed<T>> {
    let (file, text) = folder.text(path, notices)?;
    let record = read::<T>(&file, &text, notices)?;
    Some(Placed { place: Place::key(&file, ""), record })
}

/// A list of records that fills a file which must be there.
pub fn list<T: DeserializeOwned>(
    folder: &mut Folder,
    path: &str,
    notices: &mut Notices,
) -> Vec<Placed<T>> {
    let Some((file, text)) = folder.text(path, notices) else {
        return Vec::new();
    };
    let records = read::<Vec<T>>(&file, &text, notices).unwrap_or_default();
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| Placed { place: Place::key(&file, format!("[{at}]")), record })
        .collect()
}

/// The same of a file that need not be there.
pub fn list_if_present<T: DeserializeOwned>(
    folder: &mut Folder,
    path: &str,
    notices: &mut Notices,
) -> Vec<Placed<T>> {
    if folder.has(path) { list(folder, path, notices) } else { Vec::new() }
}

fn read<T: DeserializeOwned>(file: &Arc<str>, text: &str, notices: &mut Notices) -> Option<T> {
    if may_hide_something(text) {
        let index = YamlIndex::of(text);
        if let Some(at) = index.too_deep {
            notices.say(Diagnostic::new(
                Code::YamlTooDeep,
                Place::bytes(file, at),
                "the nesting is too deep here",
                "write the record as docs/content.md shows it; no record nests more than ten levels",
            ));
            return None;
        }
        if !index.references.is_empty() {
            for at in index.references {
                notices.say(Diagnostic::new(
                    Code::YamlReference,
                    Place::bytes(file, at),
                    "this is an anchor or an alias",
                    "write the text out in each place; if the text itself begins with & or *, put it in quotes",
                ));
            }
            return None;
        }
    }
    match serde_yaml::from_str(text) {
        Ok(record) => Some(record),
        Err(fault) => {
            report_all::<T>(file, text, &fault, notices);
            None
        }
    }
}

/// A quick look for anchors, aliases and deep nesting; only then is the file read with places.
fn may_hide_something(text: &str) -> bool {
    let mut open: usize = 0;
    let mut deepest: usize = 0;
    let mut previous = b' ';
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => {
                open += 1;
                deepest = deepest.max(open);
            }
            b']' | b'}' => open = open.saturating_sub(1),
            b'&' | b'*'
                if previous.is_ascii_whitespace() || previous == b'[' || previous == b',' =>
            {
                return true;
            }
            _ => {}
        }
        previous = byte;
    }
    deepest > 32
        || text.lines().any(|line| {
            let marks = line.bytes().take_while(|byte| matches!(byte, b' ' | b'-' | b'?')).count();
            marks > 64
        })
}

fn report_all<T: DeserializeOwned>(
    file: &Arc<str>,
    original: &str,
    first: &serde_yaml::Error,
    notices: &mut Notices,
) {
    // What the records make of a file that is no YAML would only mislead.
    if let Err(malformed) = serde_yaml::from_str::<IgnoredAny>(original) {
        let mut fault = Fault { kind: Kind::Malformed, ..Fault::of(&malformed) };
        let (message, place) = yaml_words::malformed(&malformed.to_string());
        fault.message = message;
        (fault.line, fault.column) = place.unwrap_or((fault.line, fault.column));
        notices.say(fault.diagnostic(file, original));
        return;
    }
    let index = YamlIndex::of(original);
    for (path, at) in &index.repeated {
        let key = path.rsplit('.').next().unwrap_or(path);
        let mut said = Diagnostic::new(
            Code::YamlRepeatedKey,
            Place::bytes(file, at.clone()),
            format!("the key `{key}` stands here for the second time"),
            "keep one of the two and delete the other",
        );
        if let Some(first) = index.get(path) {
            said = said.with(Place::bytes(file, first.key.clone()), "the first stands here");
        }
        notices.say(said);
    }
    let mut text: Vec<char> = original.chars().collect();
    for (_, at) in &index.repeated {
        blank_line_of(&mut text, original, at.start);
    }
    let mut fault = if index.repeated.is_empty() {
        Fault::of(first)
    } else {
        let blanked: String = text.iter().collect();
        match serde_yaml::from_str::<T>(&blanked) {
            Ok(_) => return,
            Err(next) => Fault::of(&next),
        }
    };
    let mut blanked_paths: Vec<(usize, usize)> = Vec::new();
    for _ in 0..MOST_FAULTS {
        let blanked: String = text.iter().collect();
        let index = YamlIndex::of(&blanked);
        let at = bytes_at(&blanked, fault.line, fault.column);
        let stretch = fault.stretch(&index, &blanked, at);
        let lines = (
            line_of(&blanked, stretch.start),
            line_of(&blanked, stretch.end.max(stretch.start + 1) - 1),
        );
        // What is missing now may only be missing because it was faulty and has been blanked.
        let consequence = matches!(fault.kind, Kind::Missing | Kind::Emptied)
            && blanked_paths.iter().any(|(from, to)| *from >= lines.0 && *to <= lines.1);
        if !consequence {
            notices.say(fault.diagnostic(file, original));
        }
        if fault.kind == Kind::Malformed {
            return;
        }
        let before = text.clone();
        blank(&mut text, &blanked, &stretch);
        blanked_paths.push(lines);
        if text == before {
            return;
        }
        let blanked: String = text.iter().collect();
        match serde_yaml::from_str::<T>(&blanked) {
            Ok(_) => return,
            Err(next) => fault = Fault::of(&next),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Malformed,
    Unknown,
    Missing,
    /// A record of which nothing is left.
    Emptied,
    Type,
    Word,
    Value,
}

struct Fault {
    kind: Kind,
    path: String,
    message: String,
    /// 1-based; 1 and 1 where the reader does not say.
    line: usize,
    column: usize,
}

impl Fault {
    fn of(error: &serde_yaml::Error) -> Self {
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
        } else if message.contains(HELP_MARK) {
            Kind::Value
        } else {
            Kind::Malformed
        };
        Self { kind, path, message, line, column }
    }

    /// The stretch whose blanking lets the reader go on.
    fn stretch(&self, index: &YamlIndex, text: &str, at: usize) -> Range<usize> {
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

    fn diagnostic(&self, file: &Arc<str>, text: &str) -> Diagnostic {
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
        let (code, message, help) = match self.kind {
            Kind::Unknown => {
                let key = names.first().copied().unwrap_or_default();
                let known = names.get(1..).unwrap_or_default();
                let help = match closest(key, known) {
                    _ if key.bytes().all(|byte| byte.is_ascii_digit()) => {
                        "inside braces a comma ends the value before it; write a number without commas, a text in quotes"
                            .to_owned()
                    }
                    Some(near) => format!("did you mean `{near}`? The keys here are: {}", known.join(", ")),
                    None => format!("the keys here are: {}", known.join(", ")),
                };
                (Code::YamlUnknownKey, format!("`{key}` is no key of this record"), help)
            }
            Kind::Missing => {
                let key = names.first().copied().unwrap_or_default();
                (
                    Code::YamlMissingKey,
                    format!("the key `{key}` is missing in this record"),
                    format!("add `{key}:`; docs/content.md shows the whole record"),
                )
            }
            Kind::Emptied => (
                Code::YamlWrongType,
                "nothing is written here".to_owned(),
                "write the record, or delete the line".to_owned(),
            ),
            Kind::Word => {
                let word = names.first().copied().unwrap_or_default();
                let known = names.get(1..).unwrap_or_default();
                let help = match closest(word, known) {
                    Some(near) => format!("did you mean `{near}`? The words are: {}", known.join(", ")),
                    None => format!("write one of: {}", known.join(", ")),
                };
                (Code::ValueUnreadable, format!("`{word}` is not one of the words that may stand here"), help)
            }
            Kind::Type => {
                let (found, expected) = self
                    .message
                    .trim_start_matches("invalid type: ")
                    .trim_start_matches("invalid value: ")
                    .split_once(", expected ")
                    .unwrap_or((&self.message, "something else"));
                let (found, expected) = (yaml_words::kind(found), yaml_words::kind(expected));
                let help = if expected == "a list" && found.starts_with("the text") {
                    "put it in square brackets, also where it is the only one: [a], [a, b]"
                } else {
                    "write the value in the form that docs/content.md shows; a text that looks like something else goes in quotes"
                };
                (
                    Code::YamlWrongType,
                    format!("{found} stands here instead of {expected}"),
                    help.to_owned(),
                )
            }
            Kind::Value => {
                let (message, help) = self.message.split_once(HELP_MARK).unwrap_or((&self.message, ""));
                (Code::ValueUnreadable, message.to_owned(), help.to_owned())
            }
            Kind::Malformed => (
                Code::YamlMalformed,
                format!("this is not valid YAML: {}", self.message),
                "look at this line and the one before it: the indentation (two spaces for each level, no tabs), \
                 a quote that is not closed, or a text with `: ` in it that needs quotes"
                    .to_owned(),
            ),
        };
        Diagnostic::new(code, place, message, help)
    }
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

/// From a line and a column (1-based, in characters) to bytes.
fn bytes_at(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for (at, content) in text.split('\n').enumerate() {
        if at + 1 == line {
            let into: usize = content.chars().take(column - 1).map(char::len_utf8).sum();
            return start + into;
        }
        start += content.len() + 1;
    }
    text.len()
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// One space for each character, so that lines and columns stay.
fn blank(text: &mut [char], as_string: &str, stretch: &Range<usize>) {
    for ((at, _), character) in as_string.char_indices().zip(text.iter_mut()) {
        if stretch.contains(&at) && *character != '\n' {
            *character = ' ';
        }
    }
}

fn blank_line_of(text: &mut [char], as_string: &str, start: usize) {
    let end = as_string
        .get(start..)
        .and_then(|rest| rest.find('\n'))
        .map_or(as_string.len(), |at| start + at);
    blank(text, as_string, &(start..end));
}
