//! The theme's `assets/icon.svg` → the icons that telephones and old browsers ask for.
//!
//! A theme that changes the icon gets the others with it; one that brings a file of the same name keeps
//! its own.

use std::collections::BTreeMap;

use super::{Ground, Letters, draw, fault_of, png};
use crate::diagnostic::Diagnostic;
use crate::theme::Theme;

/// Below `assets/`: name, width and height, ground. A telephone shows transparency as black.
const ICONS: [(&str, u32, Ground); 2] =
    [("apple-touch-icon.png", 180, Ground::White), ("icon-32.png", 32, Ground::Nothing)];

const SOURCE: &str = "icon.svg";

/// Every drawn icon: name below `assets/` to bytes.
///
/// # Errors
/// When the theme's icon cannot be drawn.
pub fn icons(theme: &Theme, letters: &Letters) -> Result<BTreeMap<String, Vec<u8>>, Diagnostic> {
    let mut icons = BTreeMap::new();
    for (name, ..) in ICONS {
        if let Some(bytes) = icon(theme, letters, name)? {
            icons.insert(name.to_owned(), bytes);
        }
    }
    Ok(icons)
}

/// The icon with this name; none where it is not one that is drawn.
///
/// # Errors
/// When the theme's icon cannot be drawn.
pub fn icon(theme: &Theme, letters: &Letters, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
    let wanted = ICONS.into_iter().find(|(icon, ..)| *icon == name);
    let (Some((_, size, ground)), Some(svg), false) =
        (wanted, theme.assets.get(SOURCE), theme.assets.contains_key(name))
    else {
        return Ok(None);
    };
    let fault = |fault: &str| fault_of(theme, &format!("assets/{SOURCE}"), fault);
    let svg = std::str::from_utf8(svg).map_err(|error| fault(&error.to_string()))?;
    let pixels = draw(svg, letters, (size, size), ground).map_err(|error| fault(&error))?;
    png(&pixels, None).map(Some).map_err(|error| fault(&error.to_string()))
}
