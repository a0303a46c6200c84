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

/// The page with the script, and with the diagnostics above everything else.
pub fn added(html: &str, version: u64, said: &str) -> String {
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
        html.insert_str(at + end + 1, &format!("<pre role=\"alert\">{}</pre>", escaped(said)));
    }
    html
}

/// The page where there is no good state yet.
pub fn only_diagnostics(version: u64, said: &str) -> String {
    let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>congkhai</title></head>\
                <body></body></html>";
    added(page, version, said)
}
