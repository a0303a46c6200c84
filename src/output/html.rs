//! One view → HTML.

use minify_html::{Cfg, minify};
use serde::Serialize;
use tera::Context;

use crate::diagnostic::{Code, Diagnostic};
use crate::pages::{Frame, Page, View};
use crate::theme::Theme;
use crate::values::{Locale, said};

use super::finish::{Abbreviations, List, finish};

/// What a template knows besides the interface words `w`.
#[derive(Serialize)]
struct Knows<'p> {
    frame: &'p Frame,
    view: &'p View,
}

/// The page as HTML, before it is minified.
///
/// # Errors
/// When the template is missing or uses what the view does not have.
pub fn render(
    theme: &Theme,
    abbreviations: &Abbreviations,
    page: &Page,
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
    let context = Context::from_serialize(&knows).map_err(fault)?;
    let templates = theme.templates.get(locale);
    let html = templates.render(&name, &context).map_err(fault)?;
    finish(&html, locale, abbreviations, |list| {
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
    })
}

/// A style sheet, smaller and the same to a browser; as it is where it cannot be made smaller.
#[must_use]
pub fn minified_css(css: &[u8]) -> Vec<u8> {
    let (open, close) = (b"<style>".as_slice(), b"</style>".as_slice());
    // The minifier takes styles inside HTML only; what would end the element early stays as it is.
    if css.windows(2).any(|two| two == b"</") {
        return css.to_vec();
    }
    let mut settings = Cfg::new();
    settings.minify_css = true;
    settings.keep_closing_tags = true;
    let small = minify(&[open, css, close].concat(), &settings);
    let inside = small.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inside.map_or_else(|| css.to_vec(), <[u8]>::to_vec)
}

/// Smaller, and the same to a browser. The settings keep the output valid; some that save more do not.
#[must_use]
pub fn minified(html: &str) -> Vec<u8> {
    let mut settings = Cfg::new();
    settings.keep_closing_tags = true;
    settings.keep_html_and_head_opening_tags = true;
    settings.keep_input_type_text_attr = true;
    minify(html.as_bytes(), &settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_get_smaller_and_keep_their_order() {
        let small = |css: &str| String::from_utf8(minified_css(css.as_bytes())).unwrap();
        assert_eq!(small("/* x */ p { color: #ff0000; }"), "p{color:red}");
        let layers = small("@layer b, a; @layer a { p { top: 0 } } @layer b { p { top: 1px } }");
        assert!(layers.find("@layer b").unwrap() < layers.find("@layer a").unwrap(), "{layers}");
        let asked = small("@media (scripting: none) { p:has(a) { display: none } }");
        assert_eq!(asked, "@media (scripting:none){p:has(a){display:none}}");
        assert_eq!(small("p{}</style><b>"), "p{}</style><b>");
        // What is no style sheet does not end the build.
        for broken in ["}", "p {", "@", ""] {
            assert!(small(broken).len() <= broken.len() + 1, "{broken}");
        }
    }
}
