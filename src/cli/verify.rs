//! `verify`: a published site against its manifest, its chain of releases and its signature.
#![expect(
    clippy::disallowed_methods,
    reason = "an end of the program: the file of a public key is read here"
)]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use serde::Serialize;

use crate::output::Refusal;
use crate::signature::PublicKey;
use crate::values::{Locale, Said, Unreadable, said};
use crate::verify::{Known, Link, Place, Signed, Verdict, is_hash, verify};

use super::progress::Progress;
use super::report::seconds;
use super::{Answer, FAILED, answer};

/// Something differs.
const DIFFERS: u8 = 1;

#[derive(Debug, Args)]
pub struct VerifyOptions {
    /// The folder of a site, or the address of any of its pages
    place: String,
    /// The public key of those who sign, in base64, as minisign prints it: RW…
    #[arg(short = 'P', long, value_name = "BASE64", conflicts_with = "key_file")]
    key: Option<String>,
    /// The same in a file
    #[arg(short = 'p', long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// The SHA-256 of a release, as a citation names it: the site must have that release; may be given again
    #[arg(long, value_name = "SHA256")]
    cited: Vec<String>,
    /// How many seconds a server may be silent
    #[arg(long, default_value_t = 30, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// Compares, and tells.
pub fn verify_site(options: &VerifyOptions, lang: Locale, started: Instant) -> Answer {
    let known = Known { key: key(options)?, cited: cited(&options.cited)? };
    let progress = Progress::begin(lang);
    progress.at(said!("looking for the manifest", "đang tìm manifest"));
    let place = Place::find(&options.place, options.timeout).map_err(refusal)?;
    let compared = |done: usize, all: usize| {
        progress.at(said!("{done} of {all} files compared", "đã đối chiếu {done}/{all} tệp"));
    };
    let verdict = verify(&place, &known, &compared).map_err(refusal)?;
    drop(progress);
    let text = if options.json {
        serde_json::to_string_pretty(&Report::of(&place, &verdict)).unwrap_or_default() + "\n"
    } else {
        told(&place, &verdict, lang, &seconds(started))
    };
    answer(&text);
    Ok(match (verdict.differs(), verdict.is_whole()) {
        (true, _) => DIFFERS,
        (false, true) => 0,
        (false, false) => FAILED,
    })
}

pub fn refusal(fault: Unreadable) -> Refusal {
    Refusal::new(fault.message, fault.help)
}

fn key(options: &VerifyOptions) -> Result<Option<PublicKey>, Refusal> {
    let text = match (&options.key, &options.key_file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => std::fs::read_to_string(file).map_err(|fault| {
            let (file, why) = (file.display(), fault.kind());
            Refusal::new(
                said!("{file} cannot be read: {why}", "không đọc được {file}: {why}"),
                said!(
                    "name the file of the public key, or the key itself with -P",
                    "nêu tệp khóa công khai, hoặc chính khóa đó bằng -P"
                ),
            )
        })?,
        (None, None) => return Ok(None),
    };
    text.parse().map(Some).map_err(refusal)
}

fn cited(hashes: &[String]) -> Result<Vec<String>, Refusal> {
    let read = |text: &String| {
        let hash = text.trim().to_ascii_lowercase();
        if is_hash(&hash) {
            return Ok(hash);
        }
        let text = text.escape_debug();
        Err(Refusal::new(
            said!("`{text}` is no SHA-256", "`{text}` không phải là mã SHA-256"),
            said!(
                "copy all 64 digits that the citation has",
                "chép đủ 64 chữ số như trong trích dẫn"
            ),
        ))
    };
    hashes.iter().map(read).collect()
}

/// What was found, a line for each thing.
pub fn told(place: &Place, verdict: &Verdict, lang: Locale, time: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let mut line = |said: &Said| {
        let _ = writeln!(text, "{}", said.get(lang));
    };
    findings(verdict, &mut line);
    for link in &verdict.releases {
        line(&release(link));
    }
    for hash in &verdict.unknown {
        line(&said!(
            "CITED, and not here: no release has the SHA-256 {hash}; the past was rewritten, or this is another site",
            "ĐÃ TRÍCH DẪN nhưng không có ở đây: không bản công bố nào có SHA-256 {hash}; quá khứ đã bị viết lại, \
             hoặc đây là trang khác"
        ));
    }
    line(&signature(&verdict.signature));
    // Manifests of earlier versions do not say it.
    if let (Some(program), Some(content)) = (&verdict.program, &verdict.content) {
        let (name, version) = (&program.name, &program.version);
        line(&said!(
            "made by {name} {version} from the content {content}",
            "do {name} {version} dựng từ nội dung {content}"
        ));
    }
    let (shown, named, found) = (place.shown(), verdict.named, &verdict.compared);
    line(&if verdict.differs() {
        said!(
            "NOT EQUAL: {shown}: {} of {named} files are as its manifest says; {time}",
            "KHÔNG KHỚP: {shown}: {}/{named} tệp đúng như manifest; {time}",
            found.equal
        )
    } else if verdict.is_whole() {
        said!(
            "equal: {shown}: all {named} files are as its manifest says; {time}",
            "khớp: {shown}: toàn bộ {named} tệp đúng như manifest; {time}"
        )
    } else {
        said!(
            "NOT KNOWN: {shown}: {} of {named} files are as its manifest says, and {} could not be read; {time}",
            "CHƯA RÕ: {shown}: {}/{named} tệp đúng như manifest, {} tệp không đọc được; {time}",
            found.equal,
            found.unread.len() + found.unasked
        )
    });
    text
}

fn findings(verdict: &Verdict, line: &mut dyn FnMut(&Said)) {
    let found = &verdict.compared;
    for path in &found.differing {
        line(&said!("differs: {path}", "khác: {path}"));
    }
    for path in &found.missing {
        line(&said!("missing: {path}", "thiếu: {path}"));
    }
    for path in &found.unnamed {
        let path = path.escape_debug();
        line(&said!("not in the manifest: {path}", "không có trong manifest: {path}"));
    }
    for path in &found.of_server {
        line(&said!(
            "not in the manifest, but the server's own: {path}",
            "không có trong manifest, là tệp của máy chủ: {path}"
        ));
    }
    for (path, why) in &found.unread {
        line(&Said {
            en: format!("not read: {path}: {}", why.en),
            vi: format!("không đọc được: {path}: {}", why.vi),
        });
    }
    if found.unasked > 0 {
        let unasked = found.unasked;
        line(&said!(
            "gave up: {unasked} more files were not asked for",
            "đã dừng: {unasked} tệp nữa chưa được hỏi"
        ));
    }
}

fn release(link: &Link) -> Said {
    let path = &link.path;
    let name = match (&link.label, link.as_of) {
        (Some(label), Some(day)) => said!("{label}, as of {day}", "{label}, tính đến {day}"),
        _ => Said::same(path),
    };
    let sha256 = &link.sha256;
    match (&link.fault, &link.before) {
        (Some(fault), _) => Said {
            en: format!("BROKEN CHAIN: release {}: {}; SHA-256 {sha256}", name.en, fault.en),
            vi: format!("ĐỨT CHUỖI: bản công bố {}: {}; SHA-256 {sha256}", name.vi, fault.vi),
        },
        (None, Some(before)) => Said {
            en: format!("release {}, after {before}: SHA-256 {sha256}", name.en),
            vi: format!("bản công bố {}, sau {before}: SHA-256 {sha256}", name.vi),
        },
        (None, None) => Said {
            en: format!("release {}, the first: SHA-256 {sha256}", name.en),
            vi: format!("bản công bố {}, đầu tiên: SHA-256 {sha256}", name.vi),
        },
    }
}

fn signature(signed: &Signed) -> Said {
    match signed {
        Signed::No => said!("signature: none", "chữ ký: không có"),
        Signed::Unchecked(key) => said!(
            "signature: by the key {key}, not checked; give the public key with -P or -p",
            "chữ ký: của khóa {key}, chưa kiểm tra; nêu khóa công khai bằng -P hoặc -p"
        ),
        Signed::Good { key, comment } => {
            let comment = comment.escape_debug();
            said!(
                "signature: good, by the key {key}: {comment}",
                "chữ ký: đúng, của khóa {key}: {comment}"
            )
        }
        Signed::Bad(why) => {
            Said { en: format!("SIGNATURE: {}", why.en), vi: format!("CHỮ KÝ: {}", why.vi) }
        }
    }
}

/// The same as data. Version v1: keys may be added, none changes its meaning.
#[derive(Serialize)]
struct Report<'v> {
    version: &'static str,
    place: String,
    program: Option<&'v crate::output::Program>,
    content: Option<&'v str>,
    /// Nothing differs, and everything could be read.
    equal: bool,
    files: usize,
    equal_files: usize,
    differing: &'v [String],
    missing: &'v [String],
    unnamed: &'v [String],
    of_server: &'v [String],
    unread: Vec<Unread<'v>>,
    unasked: usize,
    releases: Vec<ReleaseReport<'v>>,
    cited_unknown: &'v [String],
    signature: SignatureReport<'v>,
}

#[derive(Serialize)]
struct Unread<'v> {
    path: &'v str,
    why: &'v str,
    why_vi: &'v str,
}

#[derive(Serialize)]
struct ReleaseReport<'v> {
    path: &'v str,
    sha256: &'v str,
    before: Option<String>,
    fault: Option<&'v str>,
    fault_vi: Option<&'v str>,
}

#[derive(Serialize)]
struct SignatureReport<'v> {
    /// `none`, `unchecked`, `good` or `bad`.
    is: &'static str,
    key: Option<&'v str>,
    comment: Option<&'v str>,
    fault: Option<&'v str>,
    fault_vi: Option<&'v str>,
}

impl<'v> Report<'v> {
    fn of(place: &Place, verdict: &'v Verdict) -> Self {
        let found = &verdict.compared;
        let unread = found.unread.iter();
        let releases = verdict.releases.iter().map(|link| ReleaseReport {
            path: &link.path,
            sha256: &link.sha256,
            before: link.before.as_ref().map(ToString::to_string),
            fault: link.fault.as_ref().map(|fault| fault.en.as_str()),
            fault_vi: link.fault.as_ref().map(|fault| fault.vi.as_str()),
        });
        Self {
            version: "v1",
            place: place.shown(),
            program: verdict.program.as_ref(),
            content: verdict.content.as_deref(),
            equal: !verdict.differs() && verdict.is_whole(),
            files: verdict.named,
            equal_files: found.equal,
            differing: &found.differing,
            missing: &found.missing,
            unnamed: &found.unnamed,
            of_server: &found.of_server,
            unread: unread
                .map(|(path, why)| Unread { path, why: &why.en, why_vi: &why.vi })
                .collect(),
            unasked: found.unasked,
            releases: releases.collect(),
            cited_unknown: &verdict.unknown,
            signature: SignatureReport::of(&verdict.signature),
        }
    }
}

impl<'v> SignatureReport<'v> {
    fn of(signed: &'v Signed) -> Self {
        let none = Self { is: "none", key: None, comment: None, fault: None, fault_vi: None };
        match signed {
            Signed::No => none,
            Signed::Unchecked(key) => Self { is: "unchecked", key: Some(key), ..none },
            Signed::Good { key, comment } => {
                Self { is: "good", key: Some(key), comment: Some(comment), ..none }
            }
            Signed::Bad(why) => {
                Self { is: "bad", fault: Some(&why.en), fault_vi: Some(&why.vi), ..none }
            }
        }
    }
}
