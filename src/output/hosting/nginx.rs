//! nginx: `location` blocks for the `server` of the portal.

use std::fmt::Write as _;

use super::Hosted;
use super::facts::{
    AN_HOUR, ASK, EMBED, FOR_EVER, Frames, HASHED, HEADERS, HSTS, KINDS, content_security, say,
};
use crate::output::compress::COMPRESSIBLE;
use crate::values::Locale;

pub fn configuration(hosted: &Hosted) -> String {
    let base = &hosted.base;
    let mut text = format!(
        "# congkhai: {base} → {root}\n\
         # Đặt vào trong server {{ … }} của cổng, ví dụ: include /etc/nginx/congkhai.conf;\n\
         # Put it inside the server {{ … }} of the portal, for example: include /etc/nginx/congkhai.conf;\n\
         # Sau đó / then: nginx -t && systemctl reload nginx\n\n",
        root = hosted.root
    );
    if let Some(without_slash) = hosted.base_without_slash() {
        text += &redirect(without_slash, base);
    }
    let redirects = hosted.redirects_from_root();
    if !redirects.is_empty() {
        text += &note(0, say::REDIRECTS);
        for (from, to) in &redirects {
            text += &redirect(from, to);
        }
    }
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "location ^~ {base} {{\n    \
         alias \"{root}/\";\n    \
         index index.html;\n    \
         autoindex off;\n    \
         absolute_redirect off;\n    \
         etag on;\n\n{types_note}    \
         types {{\n{types}    }}\n    \
         default_type application/octet-stream;\n    \
         charset utf-8;\n    \
         charset_types {charsets};\n\n{compressed_note}    \
         gzip_static on;\n    \
         {brotli}brotli_static on;{brotli_note}\n    \
         gzip on;\n    \
         gzip_vary on;\n    \
         gzip_min_length 512;\n    \
         gzip_types {compressed};\n\n{not_found_note}    \
         error_page 403 404 =404 {base}404.html;\n\n{hsts_note}    \
         # add_header {hsts} \"{hsts_value}\" always;  # vào mỗi nhóm add_header / in each group of add_header\n\n{headers_note}{cache_note}{headers}\n",
        root = hosted.root,
        types_note = note(1, say::TYPES),
        types = KINDS.iter().fold(String::new(), |types, kind| types
            + &format!("        {} {};\n", kind.media_type, kind.end)),
        charsets = media_types(|kind| kind.is_text && kind.end != "html"),
        compressed_note = note(1, say::COMPRESSED),
        brotli = if hosted.brotli { "" } else { "# " },
        brotli_note = if hosted.brotli {
            ""
        } else {
            "  # libnginx-mod-http-brotli-static (hosting nginx --brotli)"
        },
        compressed = media_types(|kind| { kind.end != "html" && COMPRESSIBLE.contains(&kind.end) }),
        not_found_note = note(1, say::NOT_FOUND),
        hsts_note = note(1, say::HSTS),
        hsts = HSTS.0,
        hsts_value = HSTS.1,
        headers_note = note(1, say::HEADERS),
        cache_note = note(1, say::CACHE),
        headers = headers(1, hosted, Frames::ThisHost, ASK),
    );
    for locale in Locale::ALL.map(Locale::code) {
        let _ = writeln!(
            text,
            "    location {base}{locale}/ {{ error_page 403 404 =404 {base}{locale}/404.html; }}"
        );
    }
    let _ = write!(
        text,
        "\n{hidden_note}    location ~ /\\. {{ return 404; }}\n\n\
         {embed_note}    location ~ \"^{escaped}(.*/)?{EMBED}/\" {{\n{embed}    }}\n\n\
         {ever_note}    location ~ \"^{escaped}assets/.+{HASHED}\" {{\n{ever}    }}\n\n\
         {hour_note}    location ~ \"\\.(png|svg|ico|webmanifest)$\" {{\n{hour}    }}\n}}\n",
        escaped = base.replace('.', "\\."),
        hidden_note = note(1, say::HIDDEN),
        embed_note = note(1, say::EMBED),
        embed = headers(2, hosted, Frames::Everyone, ASK),
        ever_note = note(1, say::FOR_EVER),
        ever = headers(2, hosted, Frames::ThisHost, FOR_EVER),
        hour_note = note(1, say::AN_HOUR),
        hour = headers(2, hosted, Frames::ThisHost, AN_HOUR),
    );
    text
}

fn note(depth: usize, (vi, en): say::Both) -> String {
    let room = "    ".repeat(depth);
    format!("{room}# {vi}\n{room}# {en}\n")
}

/// The address of the target is written without its host, so that it is right behind a proxy too.
fn redirect(from: &str, to: &str) -> String {
    format!("location = {from} {{ absolute_redirect off; return 301 {to}; }}\n")
}

/// A `location` with headers of its own has none of those around it, so each has all.
fn headers(depth: usize, hosted: &Hosted, frames: Frames, keep: &str) -> String {
    let room = "    ".repeat(depth);
    let policy = content_security(&hosted.policy, frames);
    // A file that is not there must not be remembered for ever.
    let always = if keep == ASK { " always" } else { "" };
    let mut text = format!("{room}add_header Cache-Control \"{keep}\"{always};\n");
    let all = [("Content-Security-Policy", policy.as_str())];
    for (name, value) in all.iter().chain(HEADERS) {
        let _ = writeln!(text, "{room}add_header {name} \"{value}\" always;");
    }
    text
}

fn media_types(wanted: impl Fn(&super::facts::Kind) -> bool) -> String {
    let types: Vec<&str> =
        KINDS.iter().filter(|kind| wanted(kind)).map(|kind| kind.media_type).collect();
    types.join(" ")
}
