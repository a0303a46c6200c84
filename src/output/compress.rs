//! Files → the same files, with a `.gz` and a `.br` beside each that gets smaller so.
//!
//! A server that knows them sends them as they are: no work for it, and smaller than it would have made
//! them. Same bytes in, same bytes out: no time stamp, no name of a machine, and brotli reckons with
//! tables instead of the machine's own logarithms.

use std::io::Write;
use std::path::Path;

use super::{MadeFile, Sink};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// What is text. Pictures, fonts, tables in `.xlsx` and archives are compressed already.
pub const COMPRESSIBLE: [&str; 13] = [
    "atom",
    "css",
    "csv",
    "html",
    "ics",
    "js",
    "json",
    "jsonld",
    "md",
    "svg",
    "txt",
    "webmanifest",
    "xml",
];

/// Passes files on, each with its compressed ones. It is compressed on the thread that made it.
pub struct Compressed<'s>(&'s dyn Sink);

impl<'s> Compressed<'s> {
    #[must_use]
    pub fn new(to: &'s dyn Sink) -> Self {
        Self(to)
    }
}

impl std::fmt::Debug for Compressed<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Compressed")
    }
}

impl Sink for Compressed<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) {
        if is_compressible(path) {
            for (end, made) in [("gz", gzip(&bytes)), ("br", brotli(&bytes))] {
                if let Some(made) = made.filter(|made| made.len() < bytes.len()) {
                    self.0.put(&format!("{path}.{end}"), made);
                }
            }
        }
        self.0.put(path, bytes);
    }

    /// The compressed files are among them.
    fn keep(&self, files: &[MadeFile]) -> bool {
        self.0.keep(files)
    }
}

fn is_compressible(path: &str) -> bool {
    let end = Path::new(path).extension().and_then(|end| end.to_str());
    end.is_some_and(|end| COMPRESSIBLE.contains(&end))
}

/// Writing to memory does not fail; if it did, the file would be missing and the server would do the work.
fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    // 255: made on a system that is not named.
    let mut writer =
        GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    writer.write_all(bytes).ok()?;
    writer.finish().ok()
}

fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    // A window just larger than the file: no larger one would find more, and each is filled with zeros first.
    let bits = (usize::BITS - bytes.len().leading_zeros() + 1).clamp(10, 22);
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: i32::try_from(bits).unwrap_or(22),
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let (mut from, mut to) = (bytes, Vec::new());
    brotli::BrotliCompress(&mut from, &mut to, &settings).ok()?;
    Some(to)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::output::sink::Kept;

    #[test]
    fn what_is_read_back_is_what_was_written() {
        let text = "Kế hoạch cải cách hành chính. ".repeat(100);
        let kept = Kept::default();
        let sink = Compressed::new(&kept);
        for (path, bytes) in [
            ("vi/index.html", text.as_bytes()),
            ("data/plan.json", b"{}"),
            ("share.png", text.as_bytes()),
        ] {
            sink.put(path, bytes.to_vec());
        }
        let site = kept.site();
        let names: Vec<&str> = site.files.keys().map(String::as_str).collect();
        let expected = [
            "data/plan.json",
            "share.png",
            "vi/index.html",
            "vi/index.html.br",
            "vi/index.html.gz",
        ];
        assert_eq!(names, expected);
        let gz = &site.files["vi/index.html.gz"];
        // RFC 1952: no flags, no time, best compression, unknown system.
        assert_eq!(gz[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
        let mut back = String::new();
        flate2::read::GzDecoder::new(gz.as_slice()).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        let mut back = Vec::new();
        let mut br = site.files["vi/index.html.br"].as_slice();
        brotli::BrotliDecompress(&mut br, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}
