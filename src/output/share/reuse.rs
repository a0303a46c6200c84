//! A picture is not drawn again while nothing that it is made from has changed.
//!
//! Each file carries the SHA-256 of its inputs. The earlier site answers only with files that its
//! manifest vouches for, so that one that was changed since is drawn again.

use std::io::Cursor;

use png::Decoder;
use sha2::{Digest, Sha256};

use super::Letters;
use super::indexed::KEYWORD;
use crate::content::hex;

/// To be raised when the same sheet is drawn otherwise: a new version of the drawing library, another
/// palette, another compression.
const DRAWING: &str = "2";

/// A file of the site that stands in the public folder; none where it is not as it was written.
pub type Earlier<'e> = dyn Fn(&str) -> Option<Vec<u8>> + Sync + 'e;

/// What a picture is made from. The sheet already holds the view and the template.
pub fn digest(letters: &Letters, svg: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(DRAWING);
    digest.update(letters.digest);
    digest.update(svg);
    hex(&digest.finalize())
}

/// The earlier picture, where it was made from the same.
pub fn unchanged(earlier: &Earlier, path: &str, inputs: &str) -> Option<Vec<u8>> {
    let file = earlier(path)?;
    let picture = Decoder::new(Cursor::new(&file)).read_info().ok()?;
    let says =
        |chunk: &png::text_metadata::TEXtChunk| chunk.keyword == KEYWORD && chunk.text == inputs;
    picture.info().uncompressed_latin1_text.iter().any(says).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::super::draw::{Ground, draw};
    use super::super::indexed::png;
    use super::*;
    use crate::theme::{Origin, load};

    #[test]
    fn what_is_drawn_changes_together_with_its_number() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 63">
            <rect width="120" height="63" fill="#faf6ee"/><circle cx="99" cy="20" r="9" fill="#5a2582"/>
            <text y="40" font-family="Congkhai Serif" font-size="20">Quyết định</text></svg>"##;
        let letters = Letters::of(&load(&Origin::Inside, true).unwrap()).unwrap();
        let file = png(&draw(svg, &letters, (240, 126), Ground::White).unwrap(), None).unwrap();
        let drawn = hex(&Sha256::digest(&file));
        let expected = "eb349afb7be30968758c5da6570fae07f57bca2ff27a8c7898016b6c3a8a6163";
        assert_eq!(drawn, expected, "raise DRAWING, so that earlier pictures are drawn again");
    }
}
