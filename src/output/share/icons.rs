//! The theme's `assets/icon.svg` → the icons that telephones and old browsers ask for.
//!
//! A theme that changes the icon gets the others with it; one that brings a file of the same name keeps
//! its own.

use std::collections::BTreeMap;

use super::{Ground, Letters, draw, fault_of, png};
use crate::diagnostic::Diagnostic;
use crate::theme::Theme;

/// Path in the site, width and height, ground. A telephone would show transparency as black.
const ICONS: [(&str, u32, Ground); 2] = [
    ("assets/apple-touch-icon.png", 180, Ground::White),
    ("assets/icon-32.png", 32, Ground::Nothing),
];

const SOURCE: &str = "icon.svg";

/// The icons that are drawn: path in the site to bytes.
///
/// # Errors
/// When the theme's icon cannot be drawn.
pub fn icons(theme: &Theme, letters: &Letters) -> Result<BTreeMap<String, Vec<u8>>, Diagnostic> {
    let fault = |fault: &str| fault_of(theme, &format!("assets/{SOURCE}"), fault);
    let svg = theme.assets.get(SOURCE).map_or(&[][..], Vec::as_slice);
    let svg = std::str::from_utf8(svg).map_err(|error| fault(&error.to_string()))?;
    let mut icons = BTreeMap::new();
    for (path, size, ground) in ICONS {
        if path.strip_prefix("assets/").is_some_and(|name| theme.assets.contains_key(name)) {
            continue;
        }
        let pixels = draw(svg, letters, (size, size), ground).map_err(|error| fault(&error))?;
        let file = png(&pixels, None).map_err(|error| fault(&error.to_string()))?;
        icons.insert(path.to_owned(), file);
    }
    Ok(icons)
}
