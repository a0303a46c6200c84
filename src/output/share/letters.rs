//! The theme's fonts → how wide a text is, and what draws it. Read once for a whole site.

use std::sync::Arc;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::{Database, Source};
use sha2::{Digest, Sha256};

use crate::diagnostic::{Code, Diagnostic};
use crate::theme::Theme;
use crate::values::said;

/// The fonts of the share pictures. A theme may replace each, and may add others for its own template.
pub struct Letters {
    pub title: Typeface,
    pub text: Typeface,
    pub bold: Typeface,
    /// Every font of the theme, for drawing.
    pub all: Arc<Database>,
    /// The SHA-256 of all of them.
    pub digest: [u8; 32],
}

#[expect(missing_debug_implementations, reason = "tables of numbers")]
/// One font, and what is needed to measure with it.
pub struct Typeface {
    /// The name by which the template asks for it.
    pub family: String,
    bytes: Arc<Vec<u8>>,
    shaper: ShaperData,
    units_per_em: f64,
}

impl Letters {
    /// # Errors
    /// When a font is missing or is none.
    pub fn of(theme: &Theme) -> Result<Self, Diagnostic> {
        let mut all = Database::new();
        let mut digest = Sha256::new();
        for (name, bytes) in &theme.share_fonts {
            digest.update(name.as_bytes());
            digest.update(Sha256::digest(bytes));
            all.load_font_source(Source::Binary(Arc::new(bytes.clone())));
        }
        Ok(Self {
            title: Typeface::of(theme, "title.ttf")?,
            text: Typeface::of(theme, "text.ttf")?,
            bold: Typeface::of(theme, "text-bold.ttf")?,
            all: Arc::new(all),
            digest: digest.finalize().into(),
        })
    }
}

impl Typeface {
    fn of(theme: &Theme, name: &str) -> Result<Self, Diagnostic> {
        let file = format!("share/{name}");
        let fault = || {
            Diagnostic::new(
                Code::ThemeFault,
                theme.place(&file),
                said!(
                    "this is no font that a share picture can be written with",
                    "đây không phải là phông chữ dùng được cho ảnh chia sẻ"
                ),
                said!(
                    "put a TrueType font (.ttf) there; docs/themes.md tells what each is for",
                    "đặt phông TrueType (.ttf) vào đó; docs/themes.md nêu công dụng của từng phông"
                ),
            )
        };
        let bytes = theme.share_fonts.get(name).ok_or_else(fault)?;
        let mut alone = Database::new();
        alone.load_font_data(bytes.clone());
        let face = alone.faces().next().ok_or_else(fault)?;
        let (family, _) = face.families.first().ok_or_else(fault)?;
        let font = FontRef::from_index(bytes, 0).map_err(|_| fault())?;
        let shaper = ShaperData::new(&font);
        let units_per_em = f64::from(shaper.shaper(&font).build().units_per_em().max(1));
        Ok(Self { family: family.clone(), bytes: Arc::new(bytes.clone()), shaper, units_per_em })
    }

    /// The width of a text at `size`, in pixels, with the marks and the kerning that it is drawn with.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        // Read when it was made.
        let Ok(font) = FontRef::from_index(&self.bytes, 0) else { return 0.0 };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = self.shaper.shaper(&font).build().shape(buffer, ShapeOptions::new());
        let units: i64 =
            shaped.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
        // Widths are small whole numbers.
        #[expect(clippy::cast_precision_loss)]
        let units = units as f64;
        units * size / self.units_per_em
    }
}

impl std::fmt::Debug for Letters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Letters").field("title", &self.title.family).finish_non_exhaustive()
    }
}
