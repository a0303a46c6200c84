//! Share pictures: what other sites show of a page, drawn when the site is built.
//!
//! In: a page's `ShareView` and the theme (`templates/share.svg`, the fonts in `share/`). Out: a PNG.
//! The steps are files, in order: letters (fonts, read once) → lines (broken where they do not fit) →
//! sheet (SVG) → draw (pixels) → indexed (PNG).
//!
//! Architecture invariant: no font of the machine is ever used, and nothing but the sheet, the fonts and
//! the drawing library decides about the pixels.

mod letters;
mod lines;
mod sheet;

mod draw;
mod indexed;

mod icons;
mod reuse;

use crate::diagnostic::{Code, Diagnostic};
use crate::pages::{PICTURE_SIZE, ShareView};
use crate::theme::Theme;
use crate::values::said;

use draw::{Ground, draw};
use indexed::png;

pub use icons::icons;
pub use letters::Letters;
pub use reuse::Earlier;
pub use sheet::sheet;

/// The picture that stands at `path`: the one of the earlier site where nothing has changed.
///
/// # Errors
/// When the theme's template or fonts cannot be used.
pub fn picture(
    theme: &Theme,
    letters: &Letters,
    path: &str,
    view: &ShareView,
    earlier: Option<&Earlier>,
) -> Result<Vec<u8>, Diagnostic> {
    let svg = sheet(theme, letters, view)?;
    let inputs = reuse::digest(letters, &svg);
    if let Some(same) = earlier.and_then(|earlier| reuse::unchanged(earlier, path, &inputs)) {
        return Ok(same);
    }
    let fault = |fault: String| fault_of(theme, sheet::TEMPLATE, &fault);
    let pixels = draw(&svg, letters, PICTURE_SIZE, Ground::White).map_err(fault)?;
    png(&pixels, Some(&inputs)).map_err(|error| fault(error.to_string()))
}

fn fault_of(theme: &Theme, file: &str, fault: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeFault,
        theme.place(file),
        said!("this cannot be drawn: {fault}", "không vẽ được: {fault}"),
        said!(
            "mend the SVG; docs/themes.md tells what is drawn from it",
            "sửa tệp SVG; docs/themes.md nêu tệp này dùng để vẽ gì"
        ),
    )
}
