//! `bundle`: the site as one file, for a computer without a network.

use std::path::Path;
use std::time::Instant;

use crate::output::{bundle, write_one};
use crate::values::{Locale, said};

use super::progress::Progress;
use super::report::{report, seconds};
use super::{Answer, Common, HAS_ERRORS, Made, make, tell};

pub fn write_bundle(common: &Common, lang: Locale, file: &Path, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin(lang);
    let (checked, made) = make(common, &job, &progress);
    let mut packed = None;
    if let (Some(Made { contents, site, theme }), Some(model)) = (&made, &checked.model) {
        progress.at(said!("packing", "đang đóng gói"));
        packed = Some((contents.pages(), bundle(site, model, theme)?));
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
