//! The one binary: every verb is a function of the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    portal::cli::run()
}
