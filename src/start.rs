//! A second program, for shortcuts: it starts the one that lies beside it, on Windows without a console window.

#![windows_subsystem = "windows"]

use std::env;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

mod message_box;

/// What keeps Windows from opening a console for a program that is made for one.
#[cfg(windows)]
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            let text = format!("{why}\n\nInstall Bedside again, or ask whoever looks after this computer.");
            // Where standard error is closed, and nothing can show it, the exit code alone is left.
            let _ = writeln!(std::io::stderr(), "error: {text}");
            let _ = message_box::show(&text);
            ExitCode::FAILURE
        }
    }
}

/// Starts it with the arguments that this was given, and does not wait for it.
fn start() -> Result<(), String> {
    let program = program()?;
    let mut command = Command::new(&program);
    command.args(env::args_os().skip(1)).env(message_box::SHORTCUT, "1");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
    command.spawn().map(drop).map_err(|error| format!("{} could not be started: {error}", program.display()))
}

/// The program that lies beside this one.
fn program() -> Result<PathBuf, String> {
    let own = env::current_exe().map_err(|error| format!("This program does not know where it lies: {error}"))?;
    Ok(own.with_file_name(format!("bedside{}", env::consts::EXE_SUFFIX)))
}
