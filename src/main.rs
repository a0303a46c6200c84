//! The program: everything is in the library.

use std::process::ExitCode;
use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "the one clock, for the summary's last number")]
fn main() -> ExitCode {
    congkhai::cli::run(Instant::now())
}
