//! SVG → pixels, with the theme's fonts and nothing else.

use std::panic::AssertUnwindSafe;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::Letters;
use crate::values::limits::{DEEPEST_DRAWN, LARGEST_DRAWN};

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
    refuse_what_harms(svg)?;
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
    // The library was seen to panic at a filter with huge numbers, which is refused above. Should there be another
    // such place, a theme must not end the program.
    std::panic::catch_unwind(AssertUnwindSafe(|| {
        resvg::render(&tree, scale, &mut pixmap.as_mut());
        pixmap
    }))
    .map_err(|_| "it asks for more than can be drawn".to_owned())
}

/// What no icon and no sheet needs, and the machine may not bear.
fn refuse_what_harms(svg: &str) -> Result<(), String> {
    if svg.len() > LARGEST_DRAWN {
        return Err(format!("it is larger than {} KiB", LARGEST_DRAWN / 1024));
    }
    let (mut open, mut deepest) = (0_usize, 0);
    for tag in svg.split('<').skip(1) {
        // The words between tags are the content's, and may be of filters.
        let tag = tag.split('>').next().unwrap_or_default();
        if tag.contains("filter") || tag.starts_with("!DOCTYPE") {
            return Err("filters and document types are not drawn".to_owned());
        }
        let is_closed = tag.ends_with('/');
        match tag.chars().next() {
            Some('/') => open = open.saturating_sub(1),
            Some('!' | '?') => {}
            _ if is_closed => {}
            _ => open += 1,
        }
        deepest = deepest.max(open);
    }
    if deepest > DEEPEST_DRAWN {
        return Err(format!("it has more than {DEEPEST_DRAWN} elements in one another"));
    }
    Ok(())
}
