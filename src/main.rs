//! The program: passes its command line to the library.

use std::process::ExitCode;

#[cfg(feature = "cli")]
fn main() -> ExitCode {
    bedside::cli::run(std::env::args_os())
}

#[cfg(not(feature = "cli"))]
fn main() -> ExitCode {
    use std::io::Write;

    // If standard error is closed, the message is lost.
    let _ = writeln!(std::io::stderr(), "error: this build has no command line\nhelp: build it with `--features cli`");
    ExitCode::FAILURE
}
