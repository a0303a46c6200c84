//! Apache 2.4: for the `VirtualHost` of the portal. What stands inside `<Directory>` also works as
//! `.htaccess` in the public folder, for those who may change nothing else.

use std::fmt::Write as _;

use super::Hosted;
use super::facts::{
    AN_HOUR, ASK, EMBED, FOR_EVER, Frames, HASHED, HEADERS, HSTS, KINDS, content_security, say,
};
use crate::output::compress::COMPRESSIBLE;
use crate::values::Locale;

/// The modules that the configuration needs, as `a2enmod` calls them.
const MODULES: &str = "alias dir headers mime rewrite";

pub fn configuration(hosted: &Hosted) -> String {
    let (base, root) = (&hosted.base, &hosted.root);
    let stands = match hosted.base_without_slash() {
        Some(folder) => format!("Alias \"{folder}\" \"{root}\""),
        None => format!("DocumentRoot \"{root}\""),
    };
    let mut text = format!(
        "# congkhai: {base} → {root}\n\
         # Đặt vào trong <VirtualHost> của cổng / put it inside the <VirtualHost> of the portal.\n\
         # Trước đó / before: a2enmod {MODULES}\n\
         # Sau đó / then: apachectl configtest && systemctl reload apache2\n\
         # Chỉ có .htaccess? Các dòng bên trong <Directory> dùng được ở đó, trừ AllowOverride và Require.\n\
         # Only .htaccess? The lines inside <Directory> work there, but for AllowOverride and Require.\n\n\
         {stands}\n\n<Directory \"{root}\">\n    \
         Require all granted\n    \
         AllowOverride None\n    \
         Options -Indexes +SymLinksIfOwnerMatch\n    \
         DirectoryIndex index.html\n    \
         FileETag MTime Size\n\n"
    );
    text += &note(say::TYPES);
    // Writing to a string cannot fail.
    for kind in KINDS {
        let _ = writeln!(text, "    AddType \"{}\" .{}", kind.content_type(), kind.end);
    }
    let _ = write!(
        text,
        "\n{not_found}    ErrorDocument 404 {base}404.html\n    ErrorDocument 403 {base}404.html\n",
        not_found = note(say::NOT_FOUND)
    );
    for locale in Locale::ALL.map(Locale::code) {
        let _ = write!(
            text,
            "    <If \"%{{REQUEST_URI}} =~ m#^{base}{locale}/#\">\n        \
             ErrorDocument 404 {base}{locale}/404.html\n    </If>\n"
        );
    }
    let _ = write!(
        text,
        "\n{headers_note}    {set} Content-Security-Policy \"{policy}\"\n{headers}{hsts_note}    \
         # {set} {hsts} \"{hsts_value}\"\n\
         {embed_note}    <If \"%{{REQUEST_URI}} =~ m#/{EMBED}/#\">\n        \
         {set} Content-Security-Policy \"{embed}\"\n    </If>\n\n\
         {cache_note}    {set} Cache-Control \"{ASK}\"\n\
         {hour_note}    <If \"%{{REQUEST_URI}} =~ m#\\.(png|svg|ico|webmanifest)(\\.br|\\.gz)?$#\">\n        \
         {set} Cache-Control \"{AN_HOUR}\"\n    </If>\n\
         {ever_note}    <If \"%{{REQUEST_URI}} =~ m#/assets/.+{hashed}(\\.br|\\.gz)?$#\">\n        \
         {set} Cache-Control \"{FOR_EVER}\"\n    </If>\n\n",
        set = "Header always set",
        // The address of what is sent, which may be the compressed file.
        hashed = HASHED.trim_end_matches('$'),
        headers_note = note(say::HEADERS),
        policy = content_security(&hosted.policy, Frames::ThisHost),
        embed_note = note(say::EMBED),
        embed = content_security(&hosted.policy, Frames::Everyone),
        headers = HEADERS.iter().fold(String::new(), |text, (name, value)| text
            + &format!("    Header always set {name} \"{value}\"\n")),
        hsts_note = note(say::HSTS),
        hsts = HSTS.0,
        hsts_value = HSTS.1,
        cache_note = note(say::CACHE),
        hour_note = note(say::AN_HOUR),
        ever_note = note(say::FOR_EVER),
    );
    text += &rewriting(hosted);
    text += "</Directory>\n";
    text
}

/// In a folder, rules see the address from that folder on, without a slash in front.
fn rewriting(hosted: &Hosted) -> String {
    let base = &hosted.base;
    let ends = COMPRESSIBLE.join("|");
    let mut text = format!("    RewriteEngine On\n    RewriteBase {base}\n");
    if !hosted.redirects.is_empty() {
        text += &note(say::REDIRECTS);
        for (from, to) in hosted.redirects_from_root() {
            let from = from.strip_prefix(base.as_str()).unwrap_or_default().replace('.', "\\.");
            let _ = writeln!(text, "    RewriteRule \"^{from}$\" \"{to}\" [R=301,L]");
        }
    }
    let _ = write!(
        text,
        "{read}    RewriteCond %{{REQUEST_METHOD}} \"!^(GET|HEAD)$\"\n    RewriteRule \"^\" - [R=405,L]\n\
         {hidden}    RewriteRule \"(^|/)\\.\" - [R=404,L]\n    \
         RewriteCond %{{REQUEST_FILENAME}} -d\n    \
         RewriteCond %{{REQUEST_FILENAME}}/index.html !-f\n    \
         RewriteRule \"/$\" - [R=404,L]\n\
         {compressed}    RewriteRule \"^(|.*/)$\" \"$1index.html\"\n",
        read = note(say::READ),
        hidden = note(say::HIDDEN),
        compressed = note(say::COMPRESSED),
    );
    for (name, end) in [("br", "br"), ("gzip", "gz")] {
        let _ = write!(
            text,
            "    RewriteCond \"%{{HTTP:Accept-Encoding}}\" \"\\b{name}\\b\"\n    \
             RewriteCond \"{root}/$1.{end}\" -f\n    \
             RewriteRule \"^(.+\\.(?:{ends}))$\" \"$1.{end}\" [END]\n",
            root = hosted.root,
        );
    }
    let _ = write!(
        text,
        "    AddEncoding br .br\n    AddEncoding gzip .gz\n    \
         RemoveType .gz .br\n    RemoveLanguage .br\n    \
         <FilesMatch \"\\.({ends})(\\.br|\\.gz)?$\">\n        \
         Header always merge Vary Accept-Encoding\n    </FilesMatch>\n"
    );
    text
}

fn note((vi, en): say::Both) -> String {
    format!("    # {vi}\n    # {en}\n")
}
