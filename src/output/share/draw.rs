//! SVG → pixels, with the theme's fonts and nothing else.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::Letters;

/// What is seen where the SVG has drawn nothing.
#[derive(Debug, Clone, Copy)]
pub enum Ground {
    White,
    Nothing,
}

/// Draws an SVG of any size into a picture of the given one.
///
/// # Errors
/// What is wrong with the SVG.
pub fn draw(
    svg: &str,
    letters: &Letters,
    (width, height): (u32, u32),
    ground: Ground,
) -> Result<Pixmap, String> {
    let options = Options {
        fontdb: letters.all.clone(),
        font_family: letters.text.family.clone(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            // A picture that refers to a file would depend on the machine.
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|fault| fault.to_string())?;
    let mut pixmap = Pixmap::new(width, height).ok_or("a picture needs pixels")?;
    if let Ground::White = ground {
        pixmap.fill(Color::WHITE);
    }
    // Sizes of pictures are small whole numbers.
    #[expect(clippy::cast_precision_loss)]
    let (wide, high) = (width as f32, height as f32);
    let scale = Transform::from_scale(wide / tree.size().width(), high / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    Ok(pixmap)
}
