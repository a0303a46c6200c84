//! `accept-translation` and `lock-source`: what a person has reviewed is written down.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: lock files are read and written here"
)]

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::{LOCK_FILE, digest, received_lock, write_lock};
use crate::output::Refusal;
use crate::values::{Locale, said};

use super::report::report;
use super::{Answer, Common, HAS_ERRORS, tell};

/// Writes `translations.lock` anew: for the keys named, the Vietnamese as it is now.
pub fn accept(common: &Common, lang: Locale, keys: &[String], all: bool) -> Answer {
    let checked = crate::check(&common.job()?);
    // The keys of what cannot be read would be taken out, and headings counted wrongly.
    let Some(model) = checked.model.as_ref().filter(|_| checked.whole) else {
        report(common, lang, &checked, None);
        return Ok(HAS_ERRORS);
    };
    let mut unknown: Vec<&String> = keys.iter().collect();
    let mut accepted = 0;
    for plan in &model.plans {
        let mut entries: BTreeMap<String, String> = BTreeMap::new();
        for (key, text, _) in &plan.translatable {
            let named = |wanted: &String| {
                key == wanted
                    || key.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))
            };
            unknown.retain(|wanted| !named(wanted));
            if text.en.is_some() && (all || keys.iter().any(named)) {
                accepted += 1;
                entries.insert(key.clone(), digest(text.vi.as_str()));
            } else if let Some(before) = plan.lock.entries.get(key) {
                entries.insert(key.clone(), before.digest.clone());
            }
        }
        let path = common.content.join(&plan.folder).join(LOCK_FILE);
        overwrite(&path, &write_lock(&entries))?;
    }
    if let Some(key) = unknown.first() {
        return Err(Refusal::new(
            said!("there is no text `{key}`", "không có nội dung `{key}`"),
            said!(
                "copy the key from the diagnostic; the other texts were accepted",
                "sao khóa từ thông báo; các nội dung khác đã được xác nhận"
            ),
        ));
    }
    tell(said!("accepted {accepted} texts\n", "đã xác nhận {accepted} nội dung\n").get(lang));
    Ok(0)
}

pub fn lock_source(common: &Common, lang: Locale) -> Answer {
    let checked = crate::check(&common.job()?);
    let Some(model) = &checked.model else {
        report(common, lang, &checked, None);
        return Ok(HAS_ERRORS);
    };
    for plan in &model.plans {
        let folder = common.content.join(&plan.folder);
        let received = folder.join(crate::content::names::RECEIVED);
        let bytes = std::fs::read(&received).map_err(|fault| {
            Refusal::new(
                said!(
                    "{} cannot be read: {}",
                    "không đọc được {}: {}",
                    received.display(),
                    fault.kind()
                ),
                said!("put the received copy there", "đặt bản nhận được vào đó"),
            )
        })?;
        overwrite(&folder.join(crate::content::names::RECEIVED_LOCK), &received_lock(&bytes))?;
    }
    Ok(0)
}

fn overwrite(path: &Path, text: &str) -> Result<(), Refusal> {
    std::fs::write(path, text).map_err(|fault| Refusal::unwritable(path, &fault))
}
