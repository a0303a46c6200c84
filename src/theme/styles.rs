//! A style sheet → the same, smaller.

use minify_html::{Cfg, minify};

use crate::values::limits::DEEPEST_STYLE;

/// A style sheet, smaller and the same to a browser; as it is where it cannot be made smaller.
#[must_use]
pub fn minified_css(css: &[u8]) -> Vec<u8> {
    let (open, close) = (b"<style>".as_slice(), b"</style>".as_slice());
    // The minifier takes styles inside HTML only; what would end the element early stays as it is. It calls itself
    // for each level, and takes nothing but UTF-8.
    if css.windows(2).any(|two| two == b"</")
        || deepest(css) > DEEPEST_STYLE
        || std::str::from_utf8(css).is_err()
    {
        return css.to_vec();
    }
    let mut settings = Cfg::new();
    settings.minify_css = true;
    settings.keep_closing_tags = true;
    let small = minify(&[open, css, close].concat(), &settings);
    let inside = small.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inside.map_or_else(|| css.to_vec(), <[u8]>::to_vec)
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
