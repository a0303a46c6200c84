//! Addresses that were published have a page or a file for ever.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Model;
use crate::output::SEARCH_FOLDER;
use crate::pages;
use crate::values::{Said, said};

/// Endings of files that people keep links to, and programs read again and again.
const LASTING: [&str; 8] = ["json", "csv", "xlsx", "txt", "atom", "ics", "jsonld", "ndjson"];

/// What of a site is published for ever: its pages, and the data, feeds and calendars. Not its looks, its
/// search index, and what is for search engines only.
#[must_use]
pub fn addresses_of(files: &BTreeSet<String>) -> BTreeSet<String> {
    files.iter().filter_map(|path| lasting(path)).collect()
}

fn lasting(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name == "index.html" {
        return Some(path.strip_suffix(name).unwrap_or_default().to_owned());
    }
    let end = name.rsplit_once('.').map(|(_, end)| end)?;
    let passing = path.starts_with("assets/")
        || path.starts_with(SEARCH_FOLDER)
        || matches!(path, "robots.txt" | "sitemap.xml");
    (LASTING.contains(&end) && !passing).then(|| path.to_owned())
}

fn is_page(address: &str) -> bool {
    address.is_empty() || address.ends_with('/')
}

/// Pages that were published and are not there any more, and entries of `redirects.yaml` that are wrong.
pub fn rule(model: &Model, said: &mut Vec<Diagnostic>) {
    // Most sites have published nothing yet, and this is asked at every change.
    if model.redirects.is_empty() && model.published.addresses.is_empty() {
        return;
    }
    let (there, moved) = pages::addresses(model);
    for redirect in &model.redirects {
        let record = &redirect.record;
        let mut useless = |key: &str, message: Said, help: Said| {
            said.push(Diagnostic::new(
                Code::RedirectUseless,
                redirect.place.below(key),
                message,
                help,
            ));
        };
        let wanted = |text: &str| {
            let parts: Vec<&str> = text.strip_suffix('/').unwrap_or_default().split('/').collect();
            parts.iter().all(|part| part.parse::<crate::values::ItemId>().is_ok())
        };
        if !wanted(record.from.as_str()) {
            useless(
                "from",
                said!(
                    "`{}` is no address of a page without its language",
                    "`{}` không phải là địa chỉ trang không kèm ngôn ngữ",
                    record.from
                ),
                said!(
                    "write it as `3322-2024/ii2-ct08/`, with the slash at its end and no `vi/` \
                     before it",
                    "ghi dạng `3322-2024/ii2-ct08/`, có dấu gạch chéo ở cuối và không có `vi/` ở \
                     đầu"
                ),
            );
        } else if there.contains(&format!("vi/{}", record.from)) {
            useless(
                "from",
                said!("the page {} is there", "trang {} vẫn còn", record.from),
                said!(
                    "take this entry out, or give the page another address",
                    "bỏ mục này, hoặc đặt địa chỉ khác cho trang"
                ),
            );
        }
        if !there.contains(&format!("vi/{}", record.to)) {
            useless(
                "to",
                said!("there is no page {}", "không có trang {}", record.to),
                said!(
                    "name a page of this site without its language, such as `3322-2024/ii2-ct08/`",
                    "nêu một trang của trang tin này không kèm ngôn ngữ, ví dụ \
                     `3322-2024/ii2-ct08/`"
                ),
            );
        }
    }
    for (address, line) in &model.published.addresses {
        if is_page(address)
            && !there.contains(address)
            && !moved.contains(address)
            && !is_of_later_release(model, address)
        {
            said.push(lost(model, address, *line));
        }
    }
}

/// Files that were published and are not in the site any more.
#[must_use]
pub fn lost_files(model: &Model, files: &BTreeSet<String>) -> Vec<Diagnostic> {
    model
        .published
        .addresses
        .iter()
        .filter(|(address, _)| !is_page(address) && !files.contains(address))
        .filter(|(address, _)| !is_of_later_release(model, address))
        .map(|(address, line)| lost(model, address, *line))
        .collect()
}

fn lost(model: &Model, address: &str, line: usize) -> Diagnostic {
    let place = match &model.published.file {
        Some(file) => Place::line(file, line),
        None => Place::whole(&"published-urls.txt".into()),
    };
    Diagnostic::new(
        Code::AddressLost,
        place,
        said!(
            "{address} was published and is not in the site any more",
            "{address} đã được công bố nhưng nay không còn trên trang"
        ),
        said!(
            "bring it back, or say in redirects.yaml what became of it: `from`, `to` and `reason`",
            "khôi phục lại, hoặc nêu trong redirects.yaml nội dung đó nay ở đâu: `from`, `to` và \
             `reason`"
        ),
    )
}

/// With an earlier `--as-of` the pages of later releases are rightly not there.
fn is_of_later_release(model: &Model, address: &str) -> bool {
    model.later_releases.iter().any(|label| {
        address.contains(&format!("/ky/{label}/")) || address == pages::release_file(label)
    })
}
