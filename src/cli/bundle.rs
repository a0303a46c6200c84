//! `bundle`: the site as one file, for a computer without a network.

use std::path::Path;
use std::time::Instant;

use crate::output::{bundle, earlier, write_one};
use crate::values::{Locale, said};
use crate::{compile_after, load_theme};

use super::progress::Progress;
use super::report::{report, seconds};
use super::{Answer, Common, HAS_ERRORS, tell};

pub fn write_bundle(common: &Common, lang: Locale, file: &Path, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin(lang);
    progress.at(said!("reading and checking", "đang đọc và kiểm tra"));
    let mut checked = crate::check(&job);
    let theme = load_theme(&job, checked.model.as_ref())
        .map_err(|faults| checked.diagnostics.extend(faults))
        .ok();
    let mut packed = None;
    if checked.is_sound(common.strict)
        && let (Some(model), Some(theme)) = (&checked.model, &theme)
    {
        progress.at(said!("rendering", "đang dựng trang"));
        match compile_after(model, theme, Some(&earlier(&common.out))) {
            Ok((pages, site)) => {
                progress.at(said!("packing", "đang đóng gói"));
                packed = Some((pages.len(), bundle(&site, model, theme)?));
            }
            Err(faults) => checked.diagnostics.extend(faults),
        }
    }
    drop(progress);
    report(common, lang, &checked, None);
    let Some((pages, bytes)) = packed else {
        if !common.json {
            let said = said!(
                "not packed: {} is as it was\n",
                "chưa đóng gói: {} giữ nguyên như trước\n",
                file.display()
            );
            tell(said.get(lang));
        }
        return Ok(HAS_ERRORS);
    };
    write_one(file, &bytes)?;
    if !common.json {
        let megabytes = bytes.len().div_ceil(100_000);
        let said = said!(
            "packed {pages} pages into {} ({}.{} MB); {}\n",
            "đã đóng gói {pages} trang vào {} ({},{} MB); {}\n",
            file.display(),
            megabytes / 10,
            megabytes % 10,
            seconds(started)
        );
        tell(said.get(lang));
    }
    Ok(0)
}
