//! IIS 10: a `web.config` for the public folder itself.

use std::fmt::Write as _;

use super::Hosted;
use super::facts::{EMBED, FOR_EVER, Frames, HEADERS, HSTS, KINDS, content_security, say};
use crate::output::machine::escaped;
use crate::output::publish::STAGING;
use crate::theme::FIXED_ASSETS;
use crate::values::Locale;

pub fn configuration(hosted: &Hosted) -> String {
    let base = &hosted.base;
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <!-- congkhai: {base}\n     \
         Đặt tệp này, tên web.config, vào thư mục public; thư mục đó là một Application của IIS.\n     \
         Put this file, named web.config, into the public folder; the folder is an Application of IIS.\n     \
         {hsts_vi}\n     {hsts_en}\n     \
         <add name=\"{hsts}\" value=\"{hsts_value}\" /> -->\n\
         <configuration>\n  <system.webServer>\n    \
         <directoryBrowse enabled=\"false\" />\n    \
         <defaultDocument enabled=\"true\"><files><clear /><add value=\"index.html\" /></files></defaultDocument>\n",
        // Two hyphens would end the comment.
        base = base.replace("--", "- -"),
        hsts_vi = say::HSTS.0,
        hsts_en = say::HSTS.1,
        hsts = HSTS.0,
        hsts_value = HSTS.1,
    );
    text += &note(say::COMPRESSED_BY_SERVER);
    text += "    <urlCompression doStaticCompression=\"true\" doDynamicCompression=\"false\" />\n";
    text += &note(say::NOT_FOUND);
    text += &errors("    ", "404.html");
    text += &note(say::TYPES);
    text += "    <staticContent>\n";
    // Writing to a string cannot fail.
    for kind in KINDS {
        let end = kind.end;
        let _ = writeln!(
            text,
            "      <remove fileExtension=\".{end}\" /><mimeMap fileExtension=\".{end}\" mimeType=\"{}\" />",
            kind.content_type()
        );
    }
    text += &note(say::CACHE);
    text += "      <clientCache cacheControlMode=\"DisableCache\" />\n    </staticContent>\n";
    text += &note(say::HEADERS);
    text += "    <httpProtocol>\n      <customHeaders>\n        <remove name=\"X-Powered-By\" />\n";
    text += &header("Content-Security-Policy", &content_security(&hosted.policy, Frames::ThisHost));
    for (name, value) in HEADERS {
        text += &header(name, value);
    }
    text += "      </customHeaders>\n    </httpProtocol>\n";
    text += &note(say::HIDDEN);
    // Where new files wait until the site is whole.
    let _ = writeln!(
        text,
        "    <security><requestFiltering><hiddenSegments><add segment=\"{STAGING}\" /></hiddenSegments></requestFiltering></security>"
    );
    text += "  </system.webServer>\n";
    for locale in Locale::ALL.map(Locale::code) {
        text += &location(locale, &errors("      ", &format!("{locale}\\404.html")));
    }
    text += &note(say::FOR_EVER);
    text += &location("assets", &kept(FOR_EVER));
    text += &note(say::AN_HOUR);
    for icon in FIXED_ASSETS {
        text += &location(&format!("assets/{icon}"), &kept_for_an_hour());
    }
    text += &note(say::EMBED);
    let everyone = content_security(&hosted.policy, Frames::Everyone);
    let in_language = Locale::ALL.map(|locale| format!("{}/{EMBED}", locale.code()));
    for folder in std::iter::once(EMBED.to_owned()).chain(in_language) {
        text += &location(
            &folder,
            &format!(
                "      <httpProtocol><customHeaders>\n        <remove name=\"Content-Security-Policy\" />\n{}      </customHeaders></httpProtocol>\n",
                header("Content-Security-Policy", &everyone)
            ),
        );
    }
    if !hosted.redirects.is_empty() {
        text += &note(say::REDIRECTS);
        for (from, to) in hosted.redirects_from_root() {
            // IIS finds a folder with and without its slash under one path.
            let Some(from) = from.strip_prefix(base.as_str()).filter(|from| !from.ends_with('/'))
            else {
                continue;
            };
            text += &location(
                from,
                &format!(
                    "      <httpRedirect enabled=\"true\" destination=\"{}\" exactDestination=\"true\" httpResponseStatus=\"Permanent\" />\n",
                    escaped(&to)
                ),
            );
        }
    }
    text += "</configuration>\n";
    text
}

fn note((vi, en): say::Both) -> String {
    format!("    <!-- {vi}\n         {en} -->\n")
}

fn header(name: &str, value: &str) -> String {
    format!("        <add name=\"{name}\" value=\"{}\" />\n", escaped(value))
}

/// As a file and not as an address: so the answer stays a 404.
fn errors(room: &str, file: &str) -> String {
    format!(
        "{room}<httpErrors errorMode=\"Custom\" existingResponse=\"Replace\">\n\
         {room}  <remove statusCode=\"404\" /><error statusCode=\"404\" path=\"{file}\" responseMode=\"File\" />\n\
         {room}  <remove statusCode=\"403\" /><error statusCode=\"403\" path=\"{file}\" responseMode=\"File\" />\n\
         {room}</httpErrors>\n"
    )
}

fn kept(how: &str) -> String {
    format!(
        "      <staticContent><clientCache cacheControlMode=\"NoControl\" cacheControlCustom=\"{how}\" /></staticContent>\n"
    )
}

fn kept_for_an_hour() -> String {
    "      <staticContent><clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"01:00:00\" cacheControlCustom=\"public\" /></staticContent>\n".to_owned()
}

fn location(path: &str, inside: &str) -> String {
    format!(
        "  <location path=\"{}\">\n    <system.webServer>\n{inside}    </system.webServer>\n  </location>\n",
        escaped(path)
    )
}
