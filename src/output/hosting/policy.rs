//! The content security policy of the pages, read from a page as the theme makes it.
//!
//! It has one home, `templates/page.html`: a theme that allows more there is not held back by the server.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;
use crate::output::{Abbreviations, Shape, render};
use crate::pages;
use crate::theme::Theme;
use crate::values::{Said, said};

/// The policy of the site's pages.
///
/// # Errors
/// When the theme's pages have none, or one that cannot stand in a header.
pub fn policy(model: &Model, theme: &Theme) -> Result<String, Diagnostic> {
    let fault = |message: Said| {
        Diagnostic::new(
            Code::ThemeFault,
            theme.place("templates/page.html"),
            message,
            said!(
                "write <meta http-equiv=\"Content-Security-Policy\" content=\"…\"> as the default \
                 theme does, without signs such as $ \\ {{",
                "ghi <meta http-equiv=\"Content-Security-Policy\" content=\"…\"> như giao diện \
                 mặc định, không có các ký hiệu như $ \\ {{"
            ),
        )
    };
    let home = pages::lay_out_at(model, &theme.words, "vi/index.html");
    let home = home.ok_or_else(|| {
        fault(said!(
            "the site has no home page to read a policy from",
            "trang không có trang chủ để đọc chính sách"
        ))
    })?;
    let html = render(theme, &Abbreviations::of(model), &home, Shape::Small)?;
    let found = of_page(&html);
    let found = found.ok_or_else(|| {
        fault(said!(
            "the pages have no content security policy",
            "các trang không có chính sách bảo mật nội dung"
        ))
    })?;
    if found.contains(['"', '\\', '$', '{', '}', '%', '&']) || found.contains(char::is_control) {
        return Err(fault(said!(
            "the content security policy has signs that servers read as commands",
            "chính sách bảo mật nội dung có ký hiệu mà máy chủ hiểu là lệnh"
        )));
    }
    Ok(found.to_owned())
}

/// What the head of a page says.
fn of_page(html: &str) -> Option<&str> {
    let (_, after) = html.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (tag, _) = after.split_once('>')?;
    let (_, value) = tag.split_once("content=\"")?;
    value.split_once('"').map(|(policy, _)| policy).filter(|policy| !policy.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_read_from_the_page() {
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        assert_eq!(of_page(meta), Some("default-src 'none'"));
        for none in
            ["", "<meta content=\"x\">", "http-equiv=\"Content-Security-Policy\" content=\"\">"]
        {
            assert_eq!(of_page(none), None, "{none}");
        }
    }
}
