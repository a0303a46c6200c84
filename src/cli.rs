//! The command line: what it may say, and what is answered.

mod fresh;
mod help;
mod init;
mod bundle;
mod hosting;
mod form;
mod locks;
mod new;
mod progress;
mod release;
mod report;
mod starter;
mod schema;
mod sign;
mod take;
mod verify;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Instant;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Code;
use crate::model::Settings;
use crate::output::{
    Again, Compressed, Contents, Published, Refusal, SIGNATURE, Server, Site, Staging, assemble,
    earlier, keys, site,
};
use crate::theme::Theme;
use crate::timings::{Stage, Timings};
use crate::values::{BaseUrl, Date, Locale, Said, Unreadable, said};
use crate::{Checked, Job, check_timed, load_theme, machine, preview};

use locks::{accept, lock_source};
use progress::Progress;
use report::{Counts, PublishedReport, refused, report, seconds, stages, summary, tally};

/// The content has errors.
const HAS_ERRORS: u8 = 1;
/// Wrong use, or the machine failed.
const FAILED: u8 = 2;

#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// The language of messages: vi or en; that of the machine where it is not given
    #[arg(long, global = true, value_name = "LANG", value_parser = ["vi", "en"])]
    lang: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a small sample site to start from
    Init {
        /// A folder that is new or empty
        dir: PathBuf,
    },
    /// Make the files of a plan, an area, agencies or an outcome, to be filled in
    New {
        /// plan, area, agency or outcome
        what: new::What,
        /// Its id, such as qd-123-2026, 1-the-che, so-noi-vu or 2026-07-15-bao-cao
        #[arg(required = true)]
        ids: Vec<String>,
        /// The plan that an area or an outcome belongs to; not needed where there is only one
        #[arg(long, value_name = "PLAN")]
        plan: Option<String>,
        /// The content folder
        #[arg(long, default_value = "content", value_name = "DIR")]
        content: PathBuf,
    },
    /// Build the site into the public folder
    Build {
        #[command(flatten)]
        common: Common,
        /// Write a .gz and a .br beside every file that gets smaller, for servers that send them
        #[arg(long)]
        compress: bool,
        /// Say where the time went, stage by stage
        #[arg(long)]
        timings: bool,
    },
    /// Check the content without writing anything
    Check(Common),
    /// Show the site on this machine, and follow every change
    Serve {
        #[command(flatten)]
        common: Common,
        /// The port on 127.0.0.1; 0 takes any that is free
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Explain a diagnostic by its code; without a code, list all
    Explain {
        /// The code of a diagnostic, such as id-unknown
        code: Option<String>,
    },
    /// Pack the site into one .zip for computers without a network
    Bundle {
        #[command(flatten)]
        common: Common,
        /// The file to write
        #[arg(short, long, default_value = "congkhai.zip", value_name = "FILE.zip")]
        output: PathBuf,
        /// Sign the manifest of the bundle with the secret key in this file
        #[arg(short = 's', long, value_name = "FILE")]
        secret_key: Option<PathBuf>,
    },
    /// Compare a published site with its manifest, its releases with one another, and check its signature
    Verify(verify::VerifyOptions),
    /// Sign the manifest of a built site, so that everyone can check who published it
    Sign(sign::SignOptions),
    /// Print the configuration of a web server for this site
    Hosting {
        server: ServerName,
        #[command(flatten)]
        common: Common,
        /// The public folder on the server
        #[arg(long, default_value = "/srv/congkhai/public", value_name = "DIR")]
        root: PathBuf,
        /// nginx only: its module for .br files is there (libnginx-mod-http-brotli-static)
        #[arg(long)]
        brotli: bool,
    },
    /// Say that the English of a text was compared with its Vietnamese and is right
    AcceptTranslation {
        #[command(flatten)]
        common: Common,
        /// Keys as the diagnostics name them, such as ii2-ct08.words, or ids, such as ii2-ct08; with none,
        /// only what names no text any more is taken out
        keys: Vec<String>,
        /// Every text that has English
        #[arg(long)]
        all: bool,
    },
    /// Write schemas beside the content, with which editors complete and check YAML while one writes
    Schema(Common),
    /// Record the received copy of a plan as it is now; only when a plan is first taken in
    LockSource(Common),
    /// Freeze the facts of a cut-off day, so that they can be cited for ever
    Release {
        /// What the release is called, such as 2025-07
        label: String,
        #[command(flatten)]
        common: Common,
    },
    /// Export the workbook on which a body reports what it did in a period
    Form(form::FormOptions),
    /// Take in a form that came back, or make drafts of an annex table
    Take(take::TakeOptions),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ServerName {
    Nginx,
    Apache,
    Iis,
    Caddy,
}

impl From<ServerName> for Server {
    fn from(name: ServerName) -> Self {
        match name {
            ServerName::Nginx => Self::Nginx,
            ServerName::Apache => Self::Apache,
            ServerName::Iis => Self::Iis,
            ServerName::Caddy => Self::Caddy,
        }
    }
}

#[derive(Debug, Args)]
struct Common {
    /// The content folder
    #[arg(long, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    /// The folder to write the site into
    #[arg(long, default_value = "public", value_name = "DIR")]
    out: PathBuf,
    /// The cut-off day, such as 2025-12-31; instead of the one in site.yaml
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// Where the site will stand, such as <https://hue.gov.vn/cchc/>; instead of the one in site.yaml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// A theme in `themes/`, or a folder; instead of the one in site.yaml
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// Runs the program. `started` is when it began, for the summary's last number.
#[must_use]
pub fn run(started: Instant) -> ExitCode {
    let arguments = machine::arguments();
    let settings = machine::language_settings();
    let of_machine = Said::language_of(settings.iter().map(String::as_str));
    // The help is printed while the arguments are read, so its language is looked for before.
    let lang = asked_for(&arguments).unwrap_or(of_machine);
    let command = help::in_language(Cli::command(), lang);
    let cli = match Cli::from_arg_matches(&command.get_matches_from(arguments)) {
        Ok(cli) => cli,
        Err(fault) => fault.exit(),
    };
    let lang = match cli.lang.as_deref() {
        Some(code) => language(code),
        None => of_machine,
    };
    let answer = match cli.command {
        Command::Init { dir } => init::init(&dir, lang),
        Command::New { what, ids, plan, content } => {
            new::new(&content, what, &ids, plan.as_deref(), lang)
        }
        Command::Build { common, compress, timings } => {
            build(&common, lang, compress, timings, started)
        }
        Command::Check(common) => check(&common, lang, started),
        Command::Serve { common, port } => serve(&common, lang, port),
        Command::Explain { code } => explain(code.as_deref(), lang),
        Command::Bundle { common, output, secret_key } => {
            bundle::write_bundle(&common, lang, &output, secret_key.as_deref(), started)
        }
        Command::Verify(options) => verify::verify_site(&options, lang, started),
        Command::Sign(options) => sign::sign(&options, lang, started),
        Command::Hosting { server, common, root, brotli } => {
            hosting::hosting(&common, lang, server.into(), &root, brotli)
        }
        Command::AcceptTranslation { common, keys, all } => accept(&common, lang, &keys, all),
        Command::Schema(common) => schema::write_schemas(&common, lang),
        Command::LockSource(common) => lock_source(&common, lang),
        Command::Release { label, common } => release::release(&common, lang, &label),
        Command::Form(options) => form::form(&options, lang),
        Command::Take(options) => take::take(&options, lang),
    };
    match answer {
        Ok(code) => ExitCode::from(code),
        Err(refusal) => {
            tell(&refused(&refusal, lang));
            ExitCode::from(FAILED)
        }
    }
}

/// The language of a code of one; anything else was refused before.
fn language(code: &str) -> Locale {
    if code == Locale::Vi.code() { Locale::Vi } else { Locale::En }
}

/// The language that is asked for among arguments that nobody has read yet.
fn asked_for(arguments: &[OsString]) -> Option<Locale> {
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    let code = texts.by_ref().find_map(|text| text.strip_prefix("--lang"))?;
    let code = code.strip_prefix('=').or_else(|| texts.next())?;
    Some(language(code))
}

type Answer = Result<u8, Refusal>;

/// For people; a closed pipe is no fault.
fn tell(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// For programs and for what was asked for; a closed pipe is no fault.
fn answer(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

impl Common {
    fn job(&self) -> Result<Job, Refusal> {
        let content = job(&self.content, Settings::default())?;
        let as_of: Option<Date> = option("--as-of", self.as_of.as_deref())?;
        let base_url: Option<BaseUrl> = option("--base-url", self.base_url.as_deref())?;
        let settings = Settings { as_of, base_url };
        Ok(Job { settings, theme: self.theme.clone(), ..content })
    }
}

/// The content folder, which must be there, as a job.
fn job(content: &Path, settings: Settings) -> Result<Job, Refusal> {
    if content.is_dir() {
        return Ok(Job { content: content.to_owned(), settings, theme: None });
    }
    Err(Refusal::new(
        said!("there is no content folder {}", "không có thư mục nội dung {}", content.display()),
        said!(
            "run the program beside the folder `content`, or name it with --content",
            "chạy chương trình bên cạnh thư mục `content`, hoặc nêu thư mục bằng --content"
        ),
    ))
}

/// Reads the value of an option as content files are read.
fn option<T>(name: &str, text: Option<&str>) -> Result<Option<T>, Refusal>
where
    T: FromStr<Err = Unreadable>,
{
    let refused = |fault: Unreadable| {
        Refusal::new(fault.message.map(|text| format!("{name}: {text}")), fault.help)
    };
    text.map(str::parse).transpose().map_err(refused)
}

fn check(common: &Common, lang: Locale, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin(lang);
    progress.at(said!("checking", "đang kiểm tra"));
    let mut checked = crate::check(&job);
    if let Err(faults) = load_theme(&job, checked.model.as_ref()) {
        checked.diagnostics.extend(faults);
    }
    drop(progress);
    let sound = report(common, lang, &checked, None);
    if !common.json {
        let counts = checked.model.as_ref().map(Counts::of).unwrap_or_default();
        let (counts, tally, time) = (counts.said(), tally(&checked.diagnostics), seconds(started));
        let said = Said {
            en: format!("checked: {}; {}; {time}\n", counts.en, tally.en),
            vi: format!("đã kiểm tra: {}; {}; {time}\n", counts.vi, tally.vi),
        };
        tell(said.get(lang));
    }
    Ok(if sound { 0 } else { HAS_ERRORS })
}

/// A site that could be built, and what it was made with.
struct Made {
    contents: Contents,
    site: Site,
    theme: Theme,
}

/// Reads and checks the content, and the theme where nothing is wrong with it.
fn prepare(
    common: &Common,
    job: &Job,
    progress: &Progress,
    timings: &Timings,
) -> (Checked, Option<Theme>) {
    progress.at(said!("reading and checking", "đang đọc và kiểm tra"));
    let mut checked = check_timed(job, timings);
    let theme = timings
        .of(Stage::Theme, || load_theme(job, checked.model.as_ref()))
        .map_err(|faults| checked.diagnostics.extend(faults))
        .ok()
        .filter(|_| checked.is_sound(common.strict));
    if theme.is_some() {
        // All rules have spoken; what pages are made of is in the model.
        checked.files.keep_quoted(&checked.diagnostics);
    }
    progress.at(said!("rendering", "đang dựng trang"));
    (checked, theme)
}

/// The whole site as a value, where nothing is wrong.
fn make(common: &Common, job: &Job, progress: &Progress) -> (Checked, Option<Made>) {
    let (mut checked, theme) = prepare(common, job, progress, &Timings::default());
    let mut made = None;
    if let (Some(model), Some(theme)) = (&checked.model, theme) {
        match site(model, &theme, Some(&earlier(&common.out))) {
            Ok((contents, site)) => made = Some(Made { contents, site, theme }),
            Err(faults) => checked.diagnostics.extend(faults),
        }
    }
    (checked, made)
}

fn build(common: &Common, lang: Locale, compressed: bool, timed: bool, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin(lang);
    let timings =
        if timed { Timings::by(Box::new(move || started.elapsed())) } else { Timings::default() };
    let (mut checked, theme) = prepare(common, &job, &progress, &timings);
    let mut done: Option<(Contents, Published)> = None;
    if let (Some(model), Some(theme)) = (&checked.model, theme) {
        let staging = Staging::begin(&common.out, &common.content)?;
        let earlier = staging.earlier();
        let again = machine::program().map_or_else(Again::default, |program| {
            let program = format!("{program} {compressed}");
            let keys = keys(model, &checked.fingerprint, &theme, &program);
            Again { keys, made: Some(staging.made()) }
        });
        let made = if compressed {
            let sink = Compressed::new(&staging);
            assemble(model, &theme, Some(&earlier), &again, &sink, &timings)
        } else {
            assemble(model, &theme, Some(&earlier), &again, &staging, &timings)
        };
        drop((earlier, again));
        match made {
            Ok(mut contents) => {
                progress.at(said!("publishing", "đang xuất bản"));
                let content = checked.fingerprint.sha256().map_err(unread)?;
                let published = {
                    let made = std::mem::take(&mut contents.made);
                    timings.of(Stage::Publish, || staging.publish(&content, made))?
                };
                done = Some((contents, published));
            }
            Err(faults) => checked.diagnostics.extend(faults),
        }
    }
    let Some((contents, published)) = done else {
        drop(progress);
        report(common, lang, &checked, None);
        if !common.json {
            let (tally, out, time) =
                (tally(&checked.diagnostics), common.out.display(), seconds(started));
            let said = Said {
                en: format!("not built: {}; {out} is as it was; {time}\n", tally.en),
                vi: format!("chưa dựng: {}; {out} giữ nguyên như trước; {time}\n", tally.vi),
            };
            tell(said.get(lang));
        }
        return Ok(HAS_ERRORS);
    };
    drop(progress);
    let summary = summary(&contents, &published, &checked, common, started);
    for foreign in &published.foreign {
        if !common.json {
            let said = said!(
                "note: {} was not written by this program and is kept\n",
                "ghi chú: {} không do chương trình này ghi và được giữ lại\n",
                common.out.join(foreign).display()
            );
            tell(said.get(lang));
        }
    }
    if published.signature_dropped && !common.json {
        let said = said!(
            "note: {} was the signature of the site before this one and has been taken away; sign this one with \
             `congkhai sign`\n",
            "ghi chú: {} là chữ ký của trang trước trang này nên đã bị bỏ; ký trang này bằng `congkhai sign`\n",
            common.out.join(SIGNATURE).display()
        );
        tell(said.get(lang));
    }
    report(
        common,
        lang,
        &checked,
        Some(PublishedReport {
            pages: contents.pages(),
            plans_kept: contents.kept,
            files: published.files,
            written: published.written,
            unchanged: published.unchanged,
            removed: published.removed,
            foreign: published.foreign,
            signature_dropped: published.signature_dropped,
        }),
    );
    if !common.json {
        tell(summary.get(lang));
    }
    if timed {
        tell(&stages(&timings, started, lang));
    }
    Ok(0)
}

/// A file of the content that could not be read for the manifest.
fn unread((path, fault): (PathBuf, std::io::Error)) -> Refusal {
    let (path, why) = (path.display(), fault.kind());
    Refusal::new(
        said!("{path} cannot be read: {why}", "không đọc được {path}: {why}"),
        said!(
            "give the right to read it, or move it out of the content folder: the manifest names the hash of all \
             that is there",
            "cấp quyền đọc, hoặc chuyển ra khỏi thư mục nội dung: manifest nêu mã băm của mọi tệp ở đó"
        ),
    )
}

fn serve(common: &Common, lang: Locale, port: u16) -> Answer {
    let job = common.job()?;
    preview::serve(&job, port, lang, &|line| tell(&format!("{line}\n")))?;
    Ok(0)
}

fn explain(code: Option<&str>, lang: Locale) -> Answer {
    let Some(name) = code else {
        for code in Code::ALL {
            answer(&format!("{}\n", code.name()));
        }
        return Ok(0);
    };
    match name.parse::<Code>() {
        Ok(code) => {
            let severity = code.severity().name(lang);
            answer(&format!("{name} ({severity})\n\n{}\n", code.explanation(lang)));
            Ok(0)
        }
        Err(()) => Err(Refusal::new(
            said!("there is no diagnostic `{name}`", "không có thông báo `{name}`"),
            said!(
                "run `congkhai explain` for the list of all codes",
                "chạy `congkhai explain` để xem danh sách mọi mã"
            ),
        )),
    }
}
