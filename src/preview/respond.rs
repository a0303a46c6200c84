//! One request → one answer.

use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::reload::{
    POLICY, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH, VERSION_PATH, added, only_diagnostics,
};
use super::state::{Good, Shared};
use crate::diagnostic::{Files, as_text};
use crate::output::{self, Shape, render};
use crate::pages;

/// How long a browser's question for the next version is kept open.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

struct Answer {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
}

pub fn respond(request: Request, shared: &Shared) {
    let answer = if is_local(&request) && matches!(request.method(), Method::Get | Method::Head) {
        answer(request.url(), shared)
    } else {
        Answer { status: 403, kind: "text/plain", body: b"only for this machine".to_vec() }
    };
    let mut response = Response::from_data(answer.body).with_status_code(StatusCode(answer.status));
    for (name, value) in [
        ("Content-Type", answer.kind),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", POLICY),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response = response.with_header(header);
        }
    }
    // The browser may have gone; that is its right.
    let _ = request.respond(response);
}

/// A page elsewhere must not be able to read the preview through a name that it controls.
fn is_local(request: &Request) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    host.is_some_and(|host| {
        let name = host.value.as_str();
        let name = name.rsplit_once(':').map_or(name, |(name, _)| name);
        matches!(name, "127.0.0.1" | "localhost")
    })
}

fn answer(url: &str, shared: &Shared) -> Answer {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.trim_start_matches('/');
    let version = shared.version();
    if path == SCRIPT_PATH {
        return Answer { status: 200, kind: "text/javascript; charset=utf-8", body: SCRIPT.into() };
    }
    if path == STYLE_PATH {
        return Answer { status: 200, kind: "text/css; charset=utf-8", body: STYLE.into() };
    }
    if path == VERSION_PATH {
        let seen =
            query.strip_prefix("seen=").and_then(|seen| seen.parse().ok()).unwrap_or(version);
        let now = shared.wait(seen, LONGEST_WAIT);
        return Answer { status: 200, kind: "text/plain", body: now.to_string().into_bytes() };
    }
    let Some(good) = shared.good() else {
        return html(503, only_diagnostics(version, &shared.said()));
    };
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let page = |status: u16, file: &str| -> Option<Answer> {
        let page = pages::lay_out_at(&good.model, &good.theme.words, file)?;
        Some(match render(&good.theme, &good.abbreviations, &page, Shape::Small) {
            Ok(text) => html(status, added(&text, version, &shared.said())),
            Err(fault) => html(
                500,
                only_diagnostics(
                    version,
                    &as_text(&[fault], &Files::default(), shared.lang, false),
                ),
            ),
        })
    };
    page(200, &file)
        .or_else(|| other(&good, &file, shared))
        .or_else(|| page(404, "404.html"))
        .unwrap_or_else(|| html(404, only_diagnostics(version, "not found")))
}

fn html(status: u16, text: String) -> Answer {
    Answer { status, kind: "text/html; charset=utf-8", body: text.into_bytes() }
}

/// Assets, data files, what search engines read, and the files of the search.
fn other(good: &Good, file: &str, shared: &Shared) -> Option<Answer> {
    let made = if file.starts_with(output::SEARCH_FOLDER) {
        Ok(good.search_files().get(file).cloned())
    } else {
        output::other_file(&good.model, &good.theme, file)
    };
    let body = match made {
        Ok(body) => body?,
        Err(fault) => {
            let said = as_text(&[fault], &Files::default(), shared.lang, false);
            return Some(Answer {
                status: 500,
                kind: "text/plain; charset=utf-8",
                body: said.into(),
            });
        }
    };
    let kind = match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("jsonld") => "application/ld+json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("xml") => "application/xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("atom") => "application/atom+xml; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    Some(Answer { status: 200, kind, body })
}
