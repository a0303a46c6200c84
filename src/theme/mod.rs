//! How the site looks and what it calls things: templates, assets, interface words.
//!
//! A theme is a folder: `theme.yaml`, `templates/`, `assets/`, `share/` (the fonts of the share
//! pictures), `words.vi.yaml`, `words.en.yaml`. The default theme is inside the binary; another theme
//! overrides it file by file.

mod assets;
mod files;
mod load;
mod styles;
mod words;

pub use assets::{Assets, FIXED_ASSETS};
pub use files::{DEFAULT, Origin};
pub use load::{Theme, load};
pub use words::Words;
