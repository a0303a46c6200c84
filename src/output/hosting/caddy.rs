//! Caddy 2: a Caddyfile of its own, or its blocks for that of the portal.

use std::fmt::Write as _;

use super::Hosted;
use super::facts::{
    AN_HOUR, ASK, EMBED, FOR_EVER, Frames, HASHED, HEADERS, HSTS, KINDS, content_security, say,
};

pub fn configuration(hosted: &Hosted) -> String {
    let (base, root) = (&hosted.base, &hosted.root);
    let origin = hosted.origin.as_deref().unwrap_or(":80");
    let mut text = format!(
        "# congkhai: {base} → {root}\n\
         # Nếu cổng đã có Caddyfile, chép các khối bên trong vào chỗ của nó.\n\
         # Where the portal has a Caddyfile, copy what is inside into its own block.\n\
         # Sau đó / then: caddy validate --config Caddyfile && caddy reload\n\n\
         {origin} {{\n"
    );
    // Writing to a string cannot fail.
    if let Some(without_slash) = hosted.base_without_slash() {
        let _ = writeln!(text, "\tredir {without_slash} {base} 301");
    }
    if !hosted.redirects.is_empty() {
        text += &note(1, say::REDIRECTS);
        for (from, to) in hosted.redirects_from_root() {
            let _ = writeln!(text, "\tredir {from} {to} 301");
        }
    }
    let _ = write!(text, "\n\thandle {base}* {{\n\t\troute {{\n{}", note(3, say::HEADERS));
    let policy = content_security(&hosted.policy, Frames::ThisHost);
    let _ = writeln!(text, "\t\t\theader Content-Security-Policy \"{policy}\"");
    for (name, value) in HEADERS {
        let _ = writeln!(text, "\t\t\theader {name} \"{value}\"");
    }
    text += &note(3, say::HSTS);
    let _ = writeln!(text, "\t\t\t# header {} \"{}\"", HSTS.0, HSTS.1);
    let escaped = base.replace('.', "\\.");
    let _ = write!(
        text,
        "{embed_note}\t\t\t@embed path_regexp ^{escaped}(.*/)?{EMBED}/\n\
         \t\t\theader @embed Content-Security-Policy \"{embed}\"\n\n\
         {cache}\t\t\theader Cache-Control \"{ASK}\"\n\
         {hour_note}\t\t\t@pictures path *.png *.svg *.ico *.webmanifest\n\
         \t\t\theader @pictures Cache-Control \"{AN_HOUR}\"\n\
         {ever_note}\t\t\t@hashed path_regexp ^{escaped}assets/.+{HASHED}\n\
         \t\t\theader @hashed Cache-Control \"{FOR_EVER}\"\n\n{types_note}",
        embed_note = note(3, say::EMBED),
        embed = content_security(&hosted.policy, Frames::Everyone),
        cache = note(3, say::CACHE),
        hour_note = note(3, say::AN_HOUR),
        ever_note = note(3, say::FOR_EVER),
        types_note = note(3, say::TYPES),
    );
    for kind in KINDS {
        let (end, content_type) = (kind.end, kind.content_type());
        let folder = if end == "html" { " */" } else { "" };
        let _ = write!(
            text,
            "\t\t\t@{end} path *.{end}{folder}\n\t\t\theader @{end} Content-Type \"{content_type}\"\n"
        );
    }
    let _ = write!(
        text,
        "\n{compressed}\t\t\theader ?Vary Accept-Encoding\n{strip}\t\t\troot * \"{root}\"\n{read}\t\t\t@write not method GET HEAD\n\t\t\terror @write 405\n{hidden}\t\t\tfile_server {{\n\t\t\t\tindex index.html\n\
         \t\t\t\tprecompressed br gzip\n\t\t\t\thide .*\n\t\t\t}}\n\t\t}}\n\t}}\n\n\
         \thandle {{\n\t\terror 404\n\t}}\n\n",
        compressed = note(3, say::COMPRESSED),
        strip = strip(hosted),
        read = note(3, say::READ),
        hidden = note(3, say::HIDDEN),
    );
    text += &not_found(hosted);
    text += "}\n";
    text
}

fn strip(hosted: &Hosted) -> String {
    hosted
        .base_without_slash()
        .map_or_else(String::new, |base| format!("\t\t\turi strip_prefix {base}\n"))
}

/// Errors are answered outside of the block in which they came about.
fn not_found(hosted: &Hosted) -> String {
    let (base, root) = (&hosted.base, &hosted.root);
    let mut text = format!("{}\thandle_errors {{\n", note(1, say::NOT_FOUND));
    for folder in ["vi/", "en/", ""] {
        let _ = write!(
            text,
            "\t\thandle {base}{folder}* {{\n\t\t\theader Cache-Control \"{ASK}\"\n\
             \t\t\theader Content-Type \"text/html; charset=utf-8\"\n\
             \t\t\troot * \"{root}\"\n\t\t\trewrite * /{folder}404.html\n\
             \t\t\tfile_server {{\n\t\t\t\tstatus 404\n\t\t\t}}\n\t\t}}\n"
        );
    }
    text += "\t}\n";
    text
}

fn note(depth: usize, (vi, en): say::Both) -> String {
    let room = "\t".repeat(depth);
    format!("{room}# {vi}\n{room}# {en}\n")
}
