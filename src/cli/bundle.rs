//! `bundle`: the site as one file, for a computer without a network.

use std::path::Path;
use std::time::Instant;

use crate::output::{bundle, earlier, write_one};
use crate::{compile_after, load_theme};

use super::progress::Progress;
use super::report::{report, seconds};
use super::{Answer, Common, HAS_ERRORS, tell};

pub fn write_bundle(common: &Common, file: &Path, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin();
    progress.at("reading and checking");
    let mut checked = crate::check(&job);
    let theme = load_theme(&job, checked.model.as_ref())
        .map_err(|faults| checked.diagnostics.extend(faults))
        .ok();
    let mut packed = None;
    if checked.is_sound(common.strict)
        && let (Some(model), Some(theme)) = (&checked.model, &theme)
    {
        progress.at("rendering");
        match compile_after(model, theme, Some(&earlier(&common.out))) {
            Ok((pages, site)) => {
                progress.at("packing");
                packed = Some((pages.len(), bundle(&site, model, theme)?));
            }
            Err(faults) => checked.diagnostics.extend(faults),
        }
    }
    drop(progress);
    report(common, &checked, None);
    let Some((pages, bytes)) = packed else {
        if !common.json {
            tell(&format!("not packed: {} is as it was\n", file.display()));
        }
        return Ok(HAS_ERRORS);
    };
    write_one(file, &bytes)?;
    if !common.json {
        let megabytes = bytes.len().div_ceil(100_000);
        tell(&format!(
            "packed {pages} pages into {} ({}.{} MB); {}\n",
            file.display(),
            megabytes / 10,
            megabytes % 10,
            seconds(started)
        ));
    }
    Ok(0)
}
