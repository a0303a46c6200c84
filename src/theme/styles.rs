//! A style sheet → the same, smaller.

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};

use crate::values::limits::DEEPEST_STYLE;

/// A style sheet, smaller and the same to a browser; as it is where it cannot be made smaller.
#[must_use]
pub fn minified_css(css: &[u8]) -> Vec<u8> {
    let small = std::str::from_utf8(css).ok().and_then(minified);
    small.filter(|small| small.len() < css.len()).map_or_else(|| css.to_vec(), String::into_bytes)
}

fn minified(css: &str) -> Option<String> {
    // The minifier calls itself for each level.
    if deepest(css.as_bytes()) > DEEPEST_STYLE {
        return None;
    }
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).ok()?;
    sheet.minify(MinifyOptions::default()).ok()?;
    let small = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Some(sheet.to_css(small).ok()?.code)
}

/// The most brackets of any kind that are open at once.
fn deepest(css: &[u8]) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for byte in css {
        match byte {
            b'{' | b'(' | b'[' => open += 1,
            b'}' | b')' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_get_smaller_and_keep_their_order() {
        let small = |css: &str| String::from_utf8(minified_css(css.as_bytes())).unwrap();
        assert_eq!(small("/* x */ p { color: #ff0000; }"), "p{color:red}");
        let layers = small("@layer b, a; @layer a { p { top: 0 } } @layer b { p { top: 1px } }");
        assert!(layers.find("@layer b").unwrap() < layers.find("@layer a").unwrap(), "{layers}");
        let asked = small("@media (scripting: none) { p:has(a) { display: none } }");
        assert_eq!(asked, "@media (scripting:none){p:has(a){display:none}}");
        assert_eq!(small("p{}</style><b>"), "p{}</style><b>");
        // What is no style sheet does not end the build.
        assert_eq!(minified_css(b"p{\xff}"), b"p{\xff}");
        let deep = "a{".repeat(100_000);
        assert_eq!(small(&deep), deep);
        for broken in ["}", "p {", "@", ""] {
            assert!(small(broken).len() <= broken.len() + 1, "{broken}");
        }
    }
}
