//! The program: everything is in the library.

use std::process::ExitCode;
use std::time::Instant;

/// Pages are made of many small strings, from several threads: with the allocator of the C library, about a quarter
/// of the time of a build went into them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "the one clock, for the summary's last number")]
fn main() -> ExitCode {
    congkhai::cli::run(Instant::now())
}
