//! The files of a theme: the default's, overridden file by file.

use std::collections::BTreeMap;

/// Path below the theme's folder, with `/`, to bytes.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles(pub BTreeMap<String, Vec<u8>>);
