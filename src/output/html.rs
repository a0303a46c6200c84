//! One view → HTML.

use serde::Serialize;
use tera::Context;

use crate::diagnostic::{Code, Diagnostic};
use crate::pages::{Frame, Page, View};
use crate::theme::Theme;
use crate::timings::{Stage, Timings};
use crate::values::limits::DEEPEST_HTML;
use crate::values::{Locale, said};

use super::finish::{Abbreviations, Found, List, Shape, deepest, finish};

/// What a template knows besides the interface words `w`.
#[derive(Serialize)]
struct Knows<'p> {
    frame: &'p Frame,
    view: &'p View,
}

/// The page as HTML.
///
/// # Errors
/// When the template is missing or uses what the view does not have.
pub fn render(
    theme: &Theme,
    abbreviations: &Abbreviations,
    page: &Page,
    shape: Shape,
) -> Result<String, Diagnostic> {
    render_and_see(theme, abbreviations, page, shape, &mut |_| {}, &Timings::default())
}

/// The same, measured. `see` gets every id and every link in it.
///
/// # Errors
/// As for `render`.
pub fn render_and_see(
    theme: &Theme,
    abbreviations: &Abbreviations,
    page: &Page,
    shape: Shape,
    see: &mut dyn FnMut(Found<'_>),
    timings: &Timings,
) -> Result<String, Diagnostic> {
    let name = format!("{}.html", page.kind);
    let locale = page.address.locale().unwrap_or(Locale::Vi);
    let fault = |error: tera::Error| {
        Diagnostic::new(
            Code::ThemeFault,
            theme.place(&format!("templates/{name}")),
            said!(
                "the template cannot show this page: {error}",
                "khuôn không hiển thị được trang này: {error}"
            ),
            said!(
                "mend the template; docs/themes.md tells what templates get",
                "sửa khuôn; docs/themes.md nêu khuôn nhận được gì"
            ),
        )
    };
    let knows = Knows { frame: &page.frame, view: &page.view };
    let templates = theme.templates.get(locale);
    let html = timings.of(Stage::Render, || {
        let context = Context::from_serialize(&knows)?;
        templates.render(&name, &context)
    });
    let html = html.map_err(fault)?;
    if theme.own_templates && deepest(&html) > DEEPEST_HTML {
        return Err(too_deep(theme, &name));
    }
    let show = |list| {
        let mut context = Context::new();
        let template = match list {
            List::Abbreviations(terms) => {
                context.insert("list", &terms);
                "abbreviations.html"
            }
            List::Contents(headings) => {
                context.insert("list", &headings);
                "contents.html"
            }
        };
        templates.render(template, &context).map_err(fault)
    };
    timings.of(Stage::Finish, || finish(&html, locale, abbreviations, shape, show, see))
}

fn too_deep(theme: &Theme, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeFault,
        theme.place(&format!("templates/{name}")),
        said!(
            "this page has more than {DEEPEST_HTML} elements in one another",
            "trang này có hơn {DEEPEST_HTML} phần tử lồng nhau"
        ),
        said!(
            "close every element that the template opens, and nest fewer",
            "đóng mọi phần tử mà khuôn mở, và lồng ít cấp hơn"
        ),
    )
}
