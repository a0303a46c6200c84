//! `bundle`: the site as one file, for a computer without a network.

use std::path::Path;
use std::time::Instant;

use crate::output::{MANIFEST, Refusal, SIGNATURE, bundle, write_one};
use crate::values::{Locale, said};

use super::progress::Progress;
use super::report::{report, seconds};
use super::verify::refusal;
use super::{Answer, Common, HAS_ERRORS, Made, make, sign, tell, unread};

/// Writes the archive; its manifest is signed where the file of a secret key is named.
pub fn write_bundle(
    common: &Common,
    lang: Locale,
    file: &Path,
    key: Option<&Path>,
    started: Instant,
) -> Answer {
    let job = common.job()?;
    // Before the work: a password is asked for, or the key refused.
    let key = key.map(|key| {
        sign::refuse_public(key, &[&common.content, &common.out])?;
        sign::open(key, lang)
    });
    let key = key.transpose()?;
    let progress = Progress::begin(lang);
    let (checked, made) = make(common, &job, &progress);
    let mut packed = None;
    if let (Some(Made { contents, site, theme }), Some(model)) = (&made, &checked.model) {
        progress.at(said!("packing", "đang đóng gói"));
        let content = checked.fingerprint.sha256().map_err(unread)?;
        let signs = |manifest: &[u8]| -> Result<Option<String>, Refusal> {
            let Some(key) = &key else { return Ok(None) };
            let comment = sign::comment_of(MANIFEST, Some(&content));
            Ok(Some(key.sign(manifest, &comment).map_err(refusal)?.file()))
        };
        packed = Some((contents.pages(), bundle(site, model, theme, &content, &signs)?));
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
    if !common.json && key.is_none() && common.out.join(SIGNATURE).is_file() {
        let said = said!(
            "note: the site in {} is signed; the bundle has other links, so that its signature would not fit: name the \
             secret key with -s to sign the bundle\n",
            "ghi chú: trang trong {} đã được ký; liên kết trong gói khác nên chữ ký đó không khớp với gói: nêu khóa bí \
             mật bằng -s để ký gói\n",
            common.out.display()
        );
        tell(said.get(lang));
    }
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
