//! What stands beside the site in the archive: how to open it, in both languages.

use std::fmt::Write as _;

use crate::model::Model;
use crate::theme::Theme;
use crate::values::Locale;

/// Its name in the archive: the first in every listing, and read by a double click.
pub const NAME: &str = "READ ME.txt";

/// Lines end as the oldest editors of Windows want them, and the mark in front says that this is UTF-8.
pub fn text(model: &Model, theme: &Theme) -> String {
    let mut text = String::from("\u{feff}");
    for locale in Locale::ALL {
        let words = theme.words.get(locale);
        let record = &model.site.record;
        let title = record.title.read(locale).0;
        let as_of = model.site.as_of.shown(locale);
        let newest = if model.site.has_address {
            words.fill("bundle_newest", &[("url", model.site.base_url.as_str())])
        } else {
            String::new()
        };
        let as_of = words.fill("bundle_as_of", &[("date", &as_of)]);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{title}\n\n{}\n", words.say("bundle_open"));
        let _ = writeln!(text, "{}\n", format!("{as_of} {newest}").trim_end());
        let _ = writeln!(text, "{}\n{}\n", words.say("bundle_search"), words.say("bundle_outside"));
        let _ = writeln!(text, "{}\n", record.notice.read(locale).0);
        if locale == Locale::Vi {
            let _ = writeln!(text, "{}\n", "-".repeat(60));
        }
    }
    text.trim_end().replace('\n', "\r\n") + "\r\n"
}
