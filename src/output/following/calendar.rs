//! Deadlines → iCalendar (RFC 5545, with the names of RFC 7986).
//!
//! Written here and not by the crate `icalendar`: its lines can have 76 octets (docs/decisions.md).

use crate::pages::{CalendarView, EventView};
use crate::values::Date;

/// The longest line in octets, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The calendar as a file.
pub fn written(view: &CalendarView) -> Vec<u8> {
    let language = view.locale.code();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//congkhai//{}", language.to_uppercase()),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("NAME;LANGUAGE={language}:{}", escaped(&view.name)),
        // What most calendars show as the name.
        format!("X-WR-CALNAME:{}", escaped(&view.name)),
        format!("DESCRIPTION;LANGUAGE={language}:{}", escaped(&view.description)),
        format!("URL:{}", view.page),
        format!("SOURCE;VALUE=URI:{}", view.source),
        "REFRESH-INTERVAL;VALUE=DURATION:P1D".to_owned(),
        format!("LAST-MODIFIED:{}", stamp(view.as_of)),
    ];
    lines.extend(view.events.iter().flat_map(|event| of_event(view, event)));
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect::<String>().into_bytes()
}

fn of_event(view: &CalendarView, event: &EventView) -> [String; 9] {
    let language = view.locale.code();
    [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(&event.uid)),
        format!("DTSTAMP:{}", stamp(view.as_of)),
        format!("DTSTART;VALUE=DATE:{}", basic(event.day)),
        format!("SUMMARY;LANGUAGE={language}:{}", escaped(&event.summary)),
        format!("DESCRIPTION;LANGUAGE={language}:{}", escaped(&event.description)),
        format!("URL:{}", event.url),
        // A deadline takes nobody's time.
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// `20251231`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// The cut-off day as the moment that iCalendar asks for.
fn stamp(day: Date) -> String {
    format!("{}T000000Z", basic(day))
}

/// A text (RFC 5545, 3.3.11). Other control characters are not allowed in it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line with its end, in pieces that are short enough; each but the first begins with a space, which
/// counts. No letter is cut.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / LONGEST * 3 + 2);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_whole_again_when_unfolded() {
        for length in 0..400 {
            let letters = "thời hạn ấy, ".chars().cycle();
            let line: String = letters.take(length).collect();
            let folded = folded(&line);
            assert!(folded.ends_with("\r\n"));
            assert!(folded.split("\r\n").all(|piece| piece.len() <= LONGEST), "{folded}");
            assert_eq!(folded.replace("\r\n ", "").trim_end_matches("\r\n"), line);
        }
        assert_eq!(folded(&"a".repeat(75)), "a".repeat(75) + "\r\n");
        assert_eq!(folded(&"a".repeat(149)).matches("\r\n").count(), 2);
        assert_eq!(folded(&"a".repeat(150)).matches("\r\n").count(), 3);
    }

    #[test]
    fn nothing_in_a_text_ends_its_line() {
        assert_eq!(escaped("a;b,c\\d\ne\r\u{7}f:\"g\""), "a\\;b\\,c\\\\d\\nef:\"g\"");
        assert_eq!(escaped("x\nEND:VEVENT"), "x\\nEND:VEVENT");
    }
}
