//! Pixels → a PNG file with a palette: a third of the size, because a picture has few colours.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};

/// How many colours a palette can hold.
const MOST: usize = 256;

/// Under which name a file says what it was made from.
pub const KEYWORD: &str = "congkhai";

/// The picture as a file. `inputs` is written into it, so that a later build knows what it was made from.
///
/// # Errors
/// None that is known: the file is written into memory.
pub fn png(pixmap: &Pixmap, inputs: Option<&str>) -> Result<Vec<u8>, EncodingError> {
    let runs: Vec<(PremultipliedColorU8, usize)> = pixmap
        .pixels()
        .chunk_by(PartialEq::eq)
        .filter_map(|run| Some((*run.first()?, run.len())))
        .collect();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for (colour, length) in &runs {
        *counts.entry(key(*colour)).or_default() += length;
    }
    let palette = palette(&counts);
    let indexes = indexes(&counts, &palette);
    let mut bytes = Vec::with_capacity(pixmap.pixels().len());
    for (colour, length) in runs {
        let index = indexes.get(&key(colour)).copied().unwrap_or_default();
        bytes.resize(bytes.len() + length, index);
    }

    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    let colours: Vec<_> = palette.iter().map(|key| straight(*key)).collect();
    encoder.set_palette(
        colours.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>(),
    );
    let alphas: Vec<u8> = colours.iter().map(|[_, _, _, alpha]| *alpha).collect();
    if alphas.iter().any(|alpha| *alpha < u8::MAX) {
        encoder.set_trns(alphas);
    }
    encoder.set_compression(Compression::Balanced);
    // Indexes are names and not amounts: their differences say nothing.
    encoder.set_filter(Filter::NoFilter);
    if let Some(inputs) = inputs {
        encoder.add_text_chunk(KEYWORD.to_owned(), inputs.to_owned())?;
    }
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(file)
}

/// Red, green, blue, alpha as one number.
fn key(colour: PremultipliedColorU8) -> u32 {
    u32::from_be_bytes([colour.red(), colour.green(), colour.blue(), colour.alpha()])
}

/// A colour as files name it: not darkened by its transparency.
fn straight(key: u32) -> [u8; 4] {
    let [red, green, blue, alpha] = key.to_be_bytes();
    PremultipliedColorU8::from_rgba(red, green, blue, alpha).map_or([0; 4], |colour| {
        let colour = colour.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    })
}

/// The colours that most pixels have, in order.
fn palette(counts: &BTreeMap<u32, usize>) -> Vec<u32> {
    let mut by_count: Vec<(u32, usize)> =
        counts.iter().map(|(key, count)| (*key, *count)).collect();
    // The sort is stable, so that equal counts keep the order of the colours.
    by_count.sort_by(|(_, a), (_, b)| b.cmp(a));
    let mut palette: Vec<u32> = by_count.into_iter().take(MOST).map(|(key, _)| key).collect();
    palette.sort_unstable();
    palette
}

/// Each colour's place in the palette; one that has none gets the place of the nearest.
fn indexes(counts: &BTreeMap<u32, usize>, palette: &[u32]) -> BTreeMap<u32, u8> {
    let nearest = |key: &u32| {
        let places = (0..=u8::MAX).zip(palette);
        places.min_by_key(|(_, other)| distance(*key, **other)).map(|(index, _)| (*key, index))
    };
    counts.keys().filter_map(nearest).collect()
}

fn distance(one: u32, other: u32) -> u32 {
    let parts = one.to_be_bytes().into_iter().zip(other.to_be_bytes());
    parts.map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}
