//! `hosting`: the configuration of a web server for this site.

use std::path::Path;

use crate::load_theme;
use crate::output::{Hosted, Refusal, Server, configuration, is_plain, policy};
use crate::pages::moved;
use crate::values::{Locale, Said, said};

use super::report::report;
use super::{Answer, Common, HAS_ERRORS, answer, tell};

/// Prints the configuration; what else is to be said goes to people.
pub fn hosting(common: &Common, lang: Locale, server: Server, root: &Path, brotli: bool) -> Answer {
    let job = common.job()?;
    let mut checked = crate::check(&job);
    let theme = load_theme(&job, checked.model.as_ref())
        .map_err(|faults| checked.diagnostics.extend(faults))
        .ok();
    let mut found = None;
    if checked.is_sound(common.strict)
        && let (Some(model), Some(theme)) = (&checked.model, &theme)
    {
        found = policy(model, theme).map_err(|fault| checked.diagnostics.push(fault)).ok();
    }
    let (Some(model), Some(policy)) = (&checked.model, found) else {
        report(common, lang, &checked, None);
        return Ok(HAS_ERRORS);
    };
    let site = &model.site;
    let root = root.display().to_string();
    let root = root.trim_end_matches('/').to_owned();
    let base = site.base_url.path().to_owned();
    refuse(&said!("the path of the base URL", "đường dẫn của địa chỉ trang"), &base, "")?;
    refuse(&Said::same("--root"), &root, " :\\")?;
    let origin = site.base_url.as_str().strip_suffix(base.as_str());
    let hosted = Hosted {
        origin: origin.filter(|_| site.has_address).map(str::to_owned),
        base,
        root,
        policy,
        redirects: moved(model),
        brotli,
    };
    if !site.has_address {
        let said = said!(
            "note: site.yaml names no base_url, so this is for a site that has the whole \
             host\nhelp: name its address, for example --base-url https://hue.gov.vn/cchc/\n",
            "ghi chú: site.yaml không nêu base_url, nên cấu hình này dành cho trang chiếm cả máy \
             chủ\ncách sửa: nêu địa chỉ, ví dụ --base-url https://hue.gov.vn/cchc/\n"
        );
        tell(said.get(lang));
    }
    answer(&configuration(server, &hosted));
    Ok(0)
}

fn refuse(what: &Said, text: &str, more: &str) -> Result<(), Refusal> {
    is_plain(text, more).map_err(|sign| {
        Refusal::new(
            Said {
                en: format!(
                    "{} has the sign {sign:?}, which servers may read as a command: {text}",
                    what.en
                ),
                vi: format!(
                    "{} có ký hiệu {sign:?} mà máy chủ có thể hiểu là lệnh: {text}",
                    what.vi
                ),
            },
            said!(
                "use letters, digits, hyphens, dots and slashes only",
                "chỉ dùng chữ, số, dấu gạch nối, dấu chấm và dấu gạch chéo"
            ),
        )
    })
}
