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
use super::yaml_fault::{Fault, Kind};
use super::yaml_words;
use crate::diagnostic::{Code, Diagnostic, Place, YamlIndex};
use crate::values::limits::{MOST_FAULTS, MOST_READ_AGAIN};
use crate::values::said;

/// One record that fills a file which must be there.
pub fn record<T: DeserializeOwned>(
    folder: &Folder,
    path: &str,
    notices: &mut Notices,
) -> Option<Placed<T>> {
    let (file, text) = folder.text(path, notices)?;
    let record = read::<T>(&file, &text, notices)?;
    Some(Placed { place: Place::key(&file, ""), record })
}

/// A list of records that fills a file which must be there.
pub fn list<T: DeserializeOwned>(
    folder: &Folder,
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
    folder: &Folder,
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
                said!("the nesting is too deep here", "ở đây lồng quá nhiều cấp"),
                said!(
                    "write the record as docs/content.md shows it; no record nests more than ten \
                     levels",
                    "ghi bản ghi như docs/content.md trình bày; không bản ghi nào lồng quá mười \
                     cấp"
                ),
            ));
            return None;
        }
        if !index.references.is_empty() {
            for at in index.references.into_iter().take(MOST_FAULTS) {
                notices.say(Diagnostic::new(
                    Code::YamlReference,
                    Place::bytes(file, at),
                    said!(
                        "this is an anchor or an alias",
                        "đây là ký hiệu neo (&) hoặc tham chiếu (*) của YAML"
                    ),
                    said!(
                        "write the text out in each place; if the text itself begins with & or *, \
                         put it in quotes",
                        "ghi đầy đủ nội dung ở từng chỗ; nếu chính nội dung bắt đầu bằng & hoặc * \
                         thì đặt trong dấu ngoặc kép"
                    ),
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
        fault.plain = message;
        (fault.line, fault.column) = place.unwrap_or((fault.line, fault.column));
        notices.say(fault.diagnostic(file, original));
        return;
    }
    let index = YamlIndex::of(original);
    for (path, at) in index.repeated.iter().take(MOST_FAULTS) {
        let key = path.rsplit('.').next().unwrap_or(path);
        let mut said = Diagnostic::new(
            Code::YamlRepeatedKey,
            Place::bytes(file, at.clone()),
            said!(
                "the key `{key}` stands here for the second time",
                "khóa `{key}` xuất hiện lần thứ hai ở đây"
            ),
            said!("keep one of the two and delete the other", "giữ một khóa và xóa khóa kia"),
        );
        if let Some(first) = index.get(path) {
            said = said.with(
                Place::bytes(file, first.key.clone()),
                said!("the first stands here", "lần thứ nhất ở đây"),
            );
        }
        notices.say(said);
    }
    let mut text: Vec<char> = original.chars().collect();
    for (_, at) in index.repeated.iter().take(MOST_FAULTS) {
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
    // The first is told whatever it takes to find it.
    for _ in 0..MOST_FAULTS.min(MOST_READ_AGAIN / original.len().max(1) + 1) {
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
        if fault.kind == Kind::Malformed && blanked != original {
            // The file is YAML; only what has been blanked made it none.
            return;
        }
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

/// From a line and a column (1-based, in characters) to bytes.
pub fn bytes_at(text: &str, line: usize, column: usize) -> usize {
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
