//! The command line: what it may say, and what is answered.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand};
use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic, Files, Severity, as_text, shown};
use crate::model::{Kind, Model, Settings};
use crate::values::Date;

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
    Build(Common),
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
    /// Say that the English of a text was compared with its Vietnamese and is right
    AcceptTranslation {
        #[command(flatten)]
        common: Common,
        /// Keys as the diagnostics name them, such as ii2-ct08.words, or ids, such as ii2-ct08
        #[arg(required_unless_present = "all")]
        keys: Vec<String>,
        /// Every text that has English
        #[arg(long)]
        all: bool,
    },
    /// Record the received copy of a plan as it is now; only when a plan is first taken in
    LockSource(Common),
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
        Command::Build(common) => build(&common, started),
        Command::Check(common) => check(&common, started),
        Command::Serve { common, port } => serve(&common, port),
        Command::Explain { code } => explain(code.as_deref()),
        Command::AcceptTranslation { common, keys, all } => accept(&common, &keys, all),
        Command::LockSource(common) => lock_source(&common),
    };
    match answer {
        Ok(code) => ExitCode::from(code),
        Err(refusal) => {
            complain(&refusal);
            ExitCode::from(FAILED)
        }
    }
}
