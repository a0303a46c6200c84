//! What the preview adds to a page: the script that reloads it, and the diagnostics.

use crate::pages::escaped;

pub const SCRIPT_PATH: &str = "__congkhai/reload.js";
pub const VERSION_PATH: &str = "__congkhai/version";

/// Asks for the next version and reloads when it comes; tries again when the program was restarted.
pub const SCRIPT: &str = "\
let seen = document.currentScript.dataset.version;
async function follow() {
  for (;;) {
    try {
      const answer = await fetch('/__congkhai/version?seen=' + seen);
      const now = await answer.text();
      if (now !== seen) { location.reload(); return; }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
follow();
";

pub const STYLE_PATH: &str = "__congkhai/preview.css";

/// Diagnostics stay in sight wherever the page is scrolled to.
pub const STYLE: &str = "\
.congkhai-said { position: fixed; inset: auto 0 0 0; z-index: 9; margin: 0; padding: 1rem;
  max-height: 60vh; overflow: auto; background: #fff4e5; color: #2b1600;
  border-top: 4px solid #b45309; font: 14px/1.4 monospace; white-space: pre; }
";

/// What a page of the preview may load. It replaces the page's own policy, which allows no script.
pub const POLICY: &str = "default-src 'self'";

/// The page without the policy in its head.
fn without_policy(html: &str) -> String {
    let tag = html.find("http-equiv=\"Content-Security-Policy\"").and_then(|at| {
        let start = html.get(..at)?.rfind('<')?;
        let end = at + html.get(at..)?.find('>')? + 1;
        Some((html.get(..start)?, html.get(end..)?))
    });
    tag.map_or_else(|| html.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// The page with the script, and with the diagnostics above everything else.
pub fn added(html: &str, version: u64, said: &str) -> String {
    let html = without_policy(html);
    let script = format!("<script src=\"/{SCRIPT_PATH}\" data-version=\"{version}\"></script>");
    let mut html = match html.rfind("</body>") {
        Some(at) => {
            let (before, after) = html.split_at(at);
            format!("{before}{script}{after}")
        }
        None => format!("{html}{script}"),
    };
    if !said.is_empty()
        && let Some(at) = html.find("<body")
        && let Some(end) = html.get(at..).and_then(|rest| rest.find('>'))
    {
        html.insert_str(at + end + 1, &alert(said));
    }
    html
}

fn alert(said: &str) -> String {
    let said = escaped(said);
    format!(
        "<link rel=\"stylesheet\" href=\"/{STYLE_PATH}\">\
         <pre class=\"congkhai-said\" role=\"alert\" tabindex=\"0\">{said}</pre>"
    )
}

/// The page where there is no good state yet.
pub fn only_diagnostics(version: u64, said: &str) -> String {
    let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>congkhai</title></head>\
                <body></body></html>";
    added(page, version, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_may_run_and_diagnostics_stand_first() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head>\
                    <body class=\"x\"><p>1</p></body>";
        let shown = added(page, 7, "error: a < b");
        assert_eq!(
            shown,
            "<head></head><body class=\"x\"><link rel=\"stylesheet\" href=\"/__congkhai/preview.css\">\
             <pre class=\"congkhai-said\" role=\"alert\" tabindex=\"0\">error: a &lt; b</pre><p>1</p>\
             <script src=\"/__congkhai/reload.js\" data-version=\"7\"></script></body>"
        );
    }
}
