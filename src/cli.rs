//! The command line: what it may say, and what is answered.

mod bundle;
mod hosting;
mod form;
mod locks;
mod progress;
mod release;
mod report;
mod schema;
mod take;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Instant;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::{Code, Severity};
use crate::model::Settings;
use crate::output::{Refusal, Server, compress, earlier, publish};
use crate::values::{BaseUrl, Date, Locale, Unreadable};
use crate::{Job, compile_after, load_theme, preview};

use locks::{accept, lock_source};
use progress::Progress;
use report::{Counts, PublishedReport, report, seconds, summary, tally};

/// The content has errors.
const HAS_ERRORS: u8 = 1;
/// Wrong use, or the machine failed.
const FAILED: u8 = 2;

#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into the public folder
    Build {
        #[command(flatten)]
        common: Common,
        /// Write a .gz and a .br beside every file that gets smaller, for servers that send them
        #[arg(long)]
        compress: bool,
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
    Explain { code: Option<String> },
    /// Pack the site into one .zip for computers without a network
    Bundle {
        #[command(flatten)]
        common: Common,
        /// The file to write
        #[arg(short, long, default_value = "congkhai.zip", value_name = "FILE.zip")]
        output: PathBuf,
    },
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
    let cli = Cli::parse();
    let answer = match cli.command {
        Command::Build { common, compress } => build(&common, compress, started),
        Command::Check(common) => check(&common, started),
        Command::Serve { common, port } => serve(&common, port),
        Command::Explain { code } => explain(code.as_deref()),
        Command::Bundle { common, output } => bundle::write_bundle(&common, &output, started),
        Command::Hosting { server, common, root, brotli } => {
            hosting::hosting(&common, server.into(), &root, brotli)
        }
        Command::AcceptTranslation { common, keys, all } => accept(&common, &keys, all),
        Command::Schema(common) => schema::write_schemas(&common),
        Command::LockSource(common) => lock_source(&common),
        Command::Release { label, common } => release::release(&common, &label),
        // Officials of the reform office run these two: they answer in Vietnamese.
        Command::Form(options) => form::form(&options, Locale::Vi),
        Command::Take(options) => take::take(&options, Locale::Vi),
    };
    match answer {
        Ok(code) => ExitCode::from(code),
        Err(refusal) => {
            tell(&format!("error: {}\nhelp: {}\n", refusal.message, refusal.help));
            ExitCode::from(FAILED)
        }
    }
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
        if !self.content.is_dir() {
            return Err(Refusal::new(
                format!("there is no content folder {}", self.content.display()),
                "run the program beside the folder `content`, or name it with --content",
            ));
        }
        let as_of: Option<Date> = option("--as-of", self.as_of.as_deref())?;
        let base_url: Option<BaseUrl> = option("--base-url", self.base_url.as_deref())?;
        Ok(Job {
            content: self.content.clone(),
            settings: Settings { as_of, base_url },
            theme: self.theme.clone(),
        })
    }
}

/// Reads the value of an option as content files are read.
fn option<T>(name: &str, text: Option<&str>) -> Result<Option<T>, Refusal>
where
    T: FromStr<Err = Unreadable>,
{
    let refused =
        |fault: Unreadable| Refusal::new(format!("{name}: {}", fault.message), fault.help);
    text.map(str::parse).transpose().map_err(refused)
}

fn check(common: &Common, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin();
    progress.at("checking");
    let mut checked = crate::check(&job);
    if let Err(faults) = load_theme(&job, checked.model.as_ref()) {
        checked.diagnostics.extend(faults);
    }
    drop(progress);
    let sound = report(common, &checked, None);
    if !common.json {
        let counts = checked.model.as_ref().map(Counts::of).unwrap_or_default();
        let tally = tally(&checked.diagnostics);
        tell(&format!("checked: {counts}; {tally}; {}\n", seconds(started)));
    }
    Ok(if sound { 0 } else { HAS_ERRORS })
}

fn build(common: &Common, compressed: bool, started: Instant) -> Answer {
    let job = common.job()?;
    let progress = Progress::begin();
    progress.at("reading and checking");
    let mut checked = crate::check(&job);
    let theme = load_theme(&job, checked.model.as_ref())
        .map_err(|faults| checked.diagnostics.extend(faults))
        .ok();
    let mut compiled = None;
    if checked.is_sound(common.strict)
        && let (Some(model), Some(theme)) = (&checked.model, &theme)
    {
        progress.at("rendering");
        match compile_after(model, theme, Some(&earlier(&common.out))) {
            Ok(done) => compiled = Some(done),
            Err(faults) => checked.diagnostics.extend(faults),
        }
    }
    let Some((pages, mut site)) = compiled else {
        drop(progress);
        report(common, &checked, None);
        if !common.json {
            tell(&format!(
                "not built: {}; {} is as it was; {}\n",
                tally(&checked.diagnostics),
                common.out.display(),
                seconds(started)
            ));
        }
        return Ok(HAS_ERRORS);
    };
    if compressed {
        progress.at("compressing");
        compress(&mut site);
    }
    progress.at("writing");
    let published = publish(&site, &common.out, &common.content)?;
    drop(progress);
    let summary = summary(&pages, &published, &checked, common, started);
    for foreign in &published.foreign {
        if !common.json {
            tell(&format!(
                "note: {} was not written by this program and is kept\n",
                common.out.join(foreign).display()
            ));
        }
    }
    report(
        common,
        &checked,
        Some(PublishedReport {
            pages: pages.len(),
            files: site.files.len(),
            written: published.written,
            unchanged: published.unchanged,
            removed: published.removed,
            foreign: published.foreign,
        }),
    );
    if !common.json {
        tell(&summary);
    }
    Ok(0)
}

fn serve(common: &Common, port: u16) -> Answer {
    let job = common.job()?;
    preview::serve(&job, port, &|line| tell(&format!("{line}\n")))?;
    Ok(0)
}

fn explain(code: Option<&str>) -> Answer {
    let Some(name) = code else {
        for code in Code::ALL {
            answer(&format!("{}\n", code.name()));
        }
        return Ok(0);
    };
    match name.parse::<Code>() {
        Ok(code) => {
            let severity = match code.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            answer(&format!("{name} ({severity})\n\n{}\n", code.explanation()));
            Ok(0)
        }
        Err(()) => Err(Refusal::new(
            format!("there is no diagnostic `{name}`"),
            "run `congkhai explain` for the list of all codes",
        )),
    }
}
