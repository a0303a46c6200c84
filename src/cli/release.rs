//! `release`: the facts of a cut-off day are written down for ever.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the files of a release are written here"
)]

use std::collections::BTreeSet;
use std::path::Path;

use crate::content::{ReleaseFile, addresses_digest, release_lock, release_names, sha256};
use crate::load_theme;
use crate::model::Model;
use crate::output::{Again, Dropped, Refusal, addresses_of, assemble, freeze};
use crate::timings::Timings;
use crate::values::{Date, Locale, ReleaseLabel, said};

use super::report::report;
use super::{Answer, Common, HAS_ERRORS, tell};

/// Writes the release `label` of the day of `--as-of`, and the addresses that the site has with it.
pub fn release(common: &Common, lang: Locale, label: &str) -> Answer {
    let refused = |fault: crate::values::Unreadable| Refusal::new(fault.message, fault.help);
    let label: ReleaseLabel = label.parse().map_err(refused)?;
    let mut job = common.job()?;
    // The site keeps its own day: earlier results are already in it.
    let Some(day) = job.settings.as_of.take() else {
        return Err(Refusal::new(
            said!("a release needs its cut-off day", "bản công bố cần có ngày tính đến"),
            said!(
                "name it, for example: congkhai release 2025-07 --as-of 2025-07-31",
                "nêu ngày, ví dụ: congkhai release 2025-07 --as-of 2025-07-31"
            ),
        ));
    };
    let mut checked = crate::check(&job);
    let theme = match load_theme(&job, checked.model.as_ref()) {
        Ok(theme) => theme,
        Err(faults) => {
            checked.diagnostics.extend(faults);
            report(common, lang, &checked, None);
            return Ok(HAS_ERRORS);
        }
    };
    if !checked.is_sound(common.strict) {
        report(common, lang, &checked, None);
        return Ok(HAS_ERRORS);
    }
    let Some(model) = checked.model.as_mut() else { return Ok(HAS_ERRORS) };
    refuse(model, &label, day)?;

    let bytes = freeze(&model.on(day), &label, model.releases.last());
    let record = serde_json::from_slice(&bytes).map_err(|fault| {
        Refusal::new(
            said!(
                "the release would not be readable: {fault}",
                "bản công bố sẽ không đọc được: {fault}"
            ),
            said!(
                "this is a fault of the program; please report it with this message",
                "đây là lỗi của chương trình; xin báo lại kèm thông báo này"
            ),
        )
    })?;
    let sha256 = sha256(&bytes);
    let addresses = (0, String::new());
    model.releases.push(ReleaseFile { record, bytes: bytes.into(), sha256, addresses });
    // Share pictures take time, and are no addresses that are kept.
    model.site.record.share_pictures = false;
    let contents =
        match assemble(model, &theme, None, &Again::default(), &Dropped, &Timings::default()) {
            Ok(contents) => contents,
            Err(faults) => {
                checked.diagnostics.extend(faults);
                report(common, lang, &checked, None);
                return Ok(HAS_ERRORS);
            }
        };
    let known = model.published.addresses.len();
    let addresses = appended(model, addresses_of(&contents.files));
    let Some(new) = model.releases.last_mut() else { return Ok(HAS_ERRORS) };
    let digest = addresses_digest(addresses.iter().map(String::as_str));
    new.addresses = (addresses.len(), digest);
    let new = new.clone();
    let at = |name: &str| common.content.join(name);
    write(&at(&release_names::facts(&label)), &new.bytes)?;
    write(&at(release_names::PUBLISHED_URLS), list_of(&addresses).as_bytes())?;
    // Last, because only what is listed here is a release.
    write(&at(release_names::LOCK), release_lock(&model.releases).as_bytes())?;
    let said = said!(
        "released {label}: as of {day}; {} results; {} new addresses; SHA-256 {}\n",
        "đã công bố {label}: tính đến {day}; {} kết quả; {} địa chỉ mới; SHA-256 {}\n",
        new.record.data.outcomes.len(),
        addresses.len() - known,
        new.sha256
    );
    tell(said.get(lang));
    Ok(0)
}

fn refuse(model: &Model, label: &ReleaseLabel, day: Date) -> Result<(), Refusal> {
    let listed = |release: &ReleaseFile| release.record.label == *label;
    if model.releases.iter().any(listed) || model.later_releases.contains(label) {
        return Err(Refusal::new(
            said!(
                "there is a release {label} already, and a release never changes",
                "đã có bản công bố {label}, và bản công bố không bao giờ thay đổi"
            ),
            said!(
                "choose another label; what was wrong in it is put right in corrections.yaml and \
                 in the next release",
                "chọn tên khác; điều sai trong bản đó được sửa trong corrections.yaml và ở bản \
                 công bố sau"
            ),
        ));
    }
    if let Some(last) = model.releases.last().filter(|last| last.record.as_of >= day) {
        return Err(Refusal::new(
            said!(
                "the release {} is as of {} already",
                "bản công bố {} đã tính đến {}",
                last.record.label,
                last.record.as_of
            ),
            said!(
                "choose a later day: each release tells what changed since the one before",
                "chọn ngày muộn hơn: mỗi bản công bố nêu thay đổi so với bản trước"
            ),
        ));
    }
    if !model.later_releases.is_empty() || day > model.site.as_of {
        return Err(Refusal::new(
            said!("the site itself is as of {}", "chính trang này tính đến {}", model.site.as_of),
            said!(
                "move `as_of:` in site.yaml forward first",
                "trước hết hãy đặt `as_of:` trong site.yaml sang ngày muộn hơn"
            ),
        ));
    }
    Ok(())
}

/// The addresses that were published, and behind them those that are new.
fn appended(model: &Model, now: BTreeSet<String>) -> Vec<String> {
    let before = model.published.addresses.iter().map(|(address, _)| address.clone());
    let mut all: Vec<String> = before.collect();
    let known: BTreeSet<String> = all.iter().cloned().collect();
    // The root has an empty address, which would be an empty line.
    all.extend(now.into_iter().filter(|it| !it.is_empty() && !known.contains(it)));
    all
}

fn list_of(addresses: &[String]) -> String {
    let mut text = String::from(
        "# Every address that was ever published, the oldest first. Written by `congkhai release`; no line ever goes.\n",
    );
    for address in addresses {
        text.push_str(address);
        text.push('\n');
    }
    text
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(path, bytes))
        .map_err(|fault| Refusal::unwritable(path, &fault))
}
