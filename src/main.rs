//! The program: everything is in the library.

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    congkhai::cli::run(Instant::now())
}
