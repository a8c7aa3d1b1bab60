//! The program: hands its command line over.

use std::process::ExitCode;

#[cfg(feature = "cli")]
fn main() -> ExitCode {
    bedside::cli::run(std::env::args_os())
}

#[cfg(not(feature = "cli"))]
fn main() -> ExitCode {
    use std::io::Write;

    // Where standard error is closed, there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "error: this build has no command line\nhelp: build it with `--features cli`");
    ExitCode::FAILURE
}
