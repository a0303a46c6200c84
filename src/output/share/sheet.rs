//! A picture's view → the finished SVG, by the theme's `templates/share.svg`.
//!
//! The template gets every text in lines that fit, each with its size; where they stand and what stands
//! around them is the template's.

use serde::Serialize;
use tera::Context;
use unicode_normalization::UnicodeNormalization;

use super::Letters;
use super::letters::Typeface;
use super::lines::{Broken, Step, fit, shortened};
use crate::diagnostic::{Code, Diagnostic};
use crate::pages::{CountView, PICTURE_SIZE, ShareView, StandingView};
use crate::theme::Theme;
use crate::values::said;

pub const TEMPLATE: &str = "templates/share.svg";

/// Empty on the left and on the right, in pixels: pictures are cropped here and there.
const MARGIN: f64 = 72.0;
/// The width that is left for text.
const ROOM: f64 = PICTURE_SIZE.0 as f64 - 2.0 * MARGIN;

/// Sizes of letters, in pixels. On a telephone a picture is shown in a third of its size.
const EYEBROW: f64 = 32.0;
const TITLE: [Step; 6] = [
    Step { size: 80.0, lines: 1 },
    Step { size: 70.0, lines: 2 },
    Step { size: 64.0, lines: 2 },
    Step { size: 58.0, lines: 2 },
    Step { size: 52.0, lines: 3 },
    Step { size: 40.0, lines: 4 },
];
/// On the picture of a home page, numbers need the room of a line.
const HOME_TITLE: [Step; 3] =
    [Step { size: 64.0, lines: 2 }, Step { size: 50.0, lines: 3 }, Step { size: 38.0, lines: 4 }];
const STANDING: f64 = 38.0;
const BYLINE: f64 = 30.0;
const FOOT: f64 = 26.0;
/// Numbers and what they count, on the picture of a home page.
const NUMBER: f64 = 60.0;
const LABEL: [Step; 1] = [Step { size: 26.0, lines: 2 }];
const GUTTER: f64 = 36.0;

/// From line to line, in sizes of letters: closer, the marks of Ễ would touch the line above.
const LEADING: f64 = 1.4;

/// What the template knows besides the interface words `w`.
#[derive(Serialize)]
struct Sheet<'v> {
    locale: &'static str,
    width: u32,
    height: u32,
    margin: f64,
    /// Names of the fonts `title.ttf` and `text.ttf`.
    title_font: &'v str,
    text_font: &'v str,
    eyebrow: Line,
    title: Block,
    standing: Option<Standing<'v>>,
    byline: Line,
    counts: Vec<Count>,
    foot: Line,
    as_of: Line,
}

#[derive(Serialize)]
struct Line {
    text: String,
    size: f64,
}

#[derive(Serialize)]
struct Block {
    lines: Vec<String>,
    size: f64,
    /// From line to line, in pixels.
    leading: f64,
}

#[derive(Serialize)]
struct Standing<'v> {
    /// The word of styles: `no-report`.
    name: &'v str,
    label: Line,
}

#[derive(Serialize)]
struct Count {
    number: Line,
    label: Block,
    /// Where the column begins, in pixels from the left.
    x: f64,
}

/// # Errors
/// When the template is missing or uses what the sheet does not have.
pub fn sheet(theme: &Theme, letters: &Letters, view: &ShareView) -> Result<String, Diagnostic> {
    let fault = |error: tera::Error| {
        Diagnostic::new(
            Code::ThemeFault,
            theme.place(TEMPLATE),
            said!(
                "the template cannot show this picture: {error}",
                "khuôn không hiển thị được ảnh này: {error}"
            ),
            said!(
                "mend the template; docs/themes.md tells what templates get",
                "sửa khuôn; docs/themes.md nêu khuôn nhận được gì"
            ),
        )
    };
    let (width, height) = PICTURE_SIZE;
    let title: &[Step] = if view.counts.is_empty() { &TITLE } else { &HOME_TITLE };
    let as_of = line(&letters.text, &view.as_of, FOOT, ROOM);
    let beside_as_of = ROOM - GUTTER - letters.text.width(&as_of.text, FOOT);
    let sheet = Sheet {
        locale: view.locale.code(),
        width,
        height,
        margin: MARGIN,
        title_font: &letters.title.family,
        text_font: &letters.text.family,
        eyebrow: line(&letters.bold, &view.eyebrow, EYEBROW, ROOM),
        title: block(&letters.title, &view.title, title, ROOM),
        standing: view.standing.as_ref().map(|standing| of_standing(letters, standing)),
        byline: line(&letters.text, &byline(&letters.text, view), BYLINE, ROOM),
        counts: counts(letters, &view.counts),
        foot: line(&letters.text, &view.foot, FOOT, beside_as_of),
        as_of,
    };
    let context = Context::from_serialize(&sheet).map_err(fault)?;
    theme.templates.get(view.locale).render("share.svg", &context).map_err(fault)
}

/// Shapes of standings are as wide as a letter, with a gap of half a letter.
fn of_standing<'v>(letters: &Letters, standing: &'v StandingView) -> Standing<'v> {
    let label = line(&letters.bold, &standing.label, STANDING, ROOM - 1.5 * STANDING);
    Standing { name: &standing.name, label }
}

/// Who and until when. Where there is no room for every name, the last ones are left out; the deadline is
/// always whole.
fn byline(typeface: &Typeface, view: &ShareView) -> String {
    let when = if view.who.is_empty() || view.when.is_empty() {
        view.when.clone()
    } else {
        format!(" · {}", view.when)
    };
    let measure = |text: &str| typeface.width(text, BYLINE);
    let room = ROOM - measure(&when);
    let whole = (1..=view.who.len()).rev().find_map(|count| {
        let mut who = view.who.get(..count)?.join(", ");
        if count < view.who.len() {
            who.push_str(", …");
        }
        (measure(&who) <= room).then_some(who)
    });
    let who = whole.or_else(|| Some(shortened(view.who.first()?, room, &measure)));
    format!("{}{when}", who.unwrap_or_default())
}

fn counts(letters: &Letters, counts: &[CountView]) -> Vec<Count> {
    let columns = f64::from(u32::try_from(counts.len().max(1)).unwrap_or(u32::MAX));
    let column = (ROOM + GUTTER) / columns;
    let starts = std::iter::successors(Some(MARGIN), |x| Some(x + column));
    counts
        .iter()
        .zip(starts)
        .map(|(count, x)| Count {
            number: line(&letters.title, &count.number, NUMBER, column - GUTTER),
            label: block(&letters.text, &count.label, &LABEL, column - GUTTER),
            x,
        })
        .collect()
}

fn line(typeface: &Typeface, text: &str, size: f64, room: f64) -> Line {
    let text: String = text.nfc().collect();
    Line { text: shortened(&text, room, &|text| typeface.width(text, size)), size }
}

fn block(typeface: &Typeface, text: &str, steps: &[Step], room: f64) -> Block {
    let text: String = text.nfc().collect();
    let measure = |text: &str, size: f64| typeface.width(text, size);
    let Broken { size, lines } = fit(&text, room, steps, &measure);
    Block { lines, size, leading: (size * LEADING).round() }
}
