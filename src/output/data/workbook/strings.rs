//! The texts of all cells, each once: cells name them by their number.
#![expect(clippy::disallowed_types, reason = "asked for every cell and never walked through")]

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

const START: &str = "<si><t";
const END: &str = "</t></si>";

/// Says that white space at the ends of a text belongs to it.
const KEPT_SPACE: &str = " xml:space=\"preserve\"";

#[derive(Debug, Default)]
pub struct Strings<'m> {
    known: HashMap<Cow<'m, str>, usize>,
    /// As XML, in the order of their numbers.
    list: Vec<Cow<'m, str>>,
    /// How many cells have one.
    uses: usize,
}

impl<'m> Strings<'m> {
    /// Those of a workbook that was written by the library.
    pub fn read(xml: &'m str) -> Option<Self> {
        let mut strings = Self::default();
        for element in xml.split(START).skip(1) {
            let text = element.strip_prefix(KEPT_SPACE).unwrap_or(element).strip_prefix('>')?;
            strings.number(text.split_once(END)?.0.into());
        }
        let (_, rest) = xml.split_once(" count=\"")?;
        strings.uses = rest.split_once('"')?.0.parse().ok()?;
        Some(strings)
    }

    /// The number of the text of a cell.
    pub fn of_cell(&mut self, text: Cow<'m, str>) -> usize {
        self.uses += 1;
        self.number(escaped(text))
    }

    fn number(&mut self, xml: Cow<'m, str>) -> usize {
        if let Some(number) = self.known.get(&xml) {
            return *number;
        }
        let number = self.list.len();
        self.known.insert(xml.clone(), number);
        self.list.push(xml);
        number
    }

    /// The file, `opening` being what stands before its counts.
    pub fn file(&self, opening: &str) -> Vec<u8> {
        let counts = format!(" count=\"{}\" uniqueCount=\"{}\">", self.uses, self.list.len());
        let around = START.len() + KEPT_SPACE.len() + 1 + END.len();
        let texts: usize = self.list.iter().map(|text| text.len() + around).sum();
        let mut file = String::with_capacity(opening.len() + counts.len() + texts + 16);
        file.push_str(opening);
        file.push_str(&counts);
        for text in &self.list {
            file.push_str(START);
            if text.starts_with(is_space) || text.ends_with(is_space) {
                file.push_str(KEPT_SPACE);
            }
            file.push('>');
            file.push_str(text);
            file.push_str(END);
        }
        file.push_str("</sst>");
        file.into_bytes()
    }
}

fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | ' ')
}

/// As Excel writes it: what XML cannot hold is `_xHHHH_`, and a text that looks so has its first sign escaped.
fn escaped(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_plain = |byte: u8| {
        byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'_' | 0xEF)
            || matches!(byte, b'\t' | b'\n')
    };
    if text.bytes().all(is_plain) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '_' if text.get(at..).is_some_and(looks_escaped) => escaped.push_str("_x005F_"),
            '\t' | '\n' => escaped.push(c),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "_x{:04X}_", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped.into()
}

/// Whether a text begins as `_x0041_`.
fn looks_escaped(text: &str) -> bool {
    let code = text.strip_prefix("_x").and_then(|rest| rest.get(..4));
    code.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
        && text.get(6..).is_some_and(|rest| rest.starts_with('_'))
}
