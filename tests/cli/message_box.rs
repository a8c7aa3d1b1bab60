//! What somebody is told who has started the program from a desktop, where no terminal is.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs};

use super::harness::{Folder, Outcome, command, run, run_command, run_into_closed_pipe};

/// A program of this name in the folder `bin`, which runs a script.
fn program(folder: &Folder, name: &str, script: &str) -> PathBuf {
    let bin = folder.path().join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    let path = bin.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
    path
}

/// What the programs of [`told_to`] were told, one after the other, each with its name.
fn told(folder: &Folder) -> String {
    fs::read_to_string(folder.path().join("told")).unwrap_or_default()
}

/// A script that notes what it is told, and ends with this code.
fn told_to(folder: &Folder, code: i32) -> String {
    format!("printf '%s\\n' \"${{0##*/}}\" \"$@\" >> '{}/told'\nexit {code}", folder.text())
}

/// The program with the folder's own programs before all others.
fn at(folder: &Folder, display: Option<&str>) -> Command {
    let mut command = command(&["play", "two-hours-in"], folder.path());
    let mut path = vec![folder.path().join("bin")];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    command.env("PATH", env::join_paths(path).expect("a path"));
    if let Some(display) = display {
        command.env("DISPLAY", display);
    }
    command
}

/// Starts it as a desktop does whose display is gone by the time; `input` of `None` is that of a desktop.
fn started(folder: &Folder, display: Option<&str>, input: Option<&str>) -> Outcome {
    let mut command = at(folder, display);
    if input.is_none() {
        command.stdin(Stdio::null());
    }
    run_command(command, input.unwrap_or_default())
}

const GONE: Option<&str> = Some(":7654");

#[test]
fn whoever_starts_from_a_desktop_is_told_in_a_message_box_why_there_is_no_window() {
    let folder = Folder::new();
    program(&folder, "zenity", &told_to(&folder, 0));
    let done = started(&folder, GONE, None);
    assert!(done.stderr.contains("No window: "), "{done:?}");
    let told = told(&folder);
    assert!(told.starts_with("zenity\n--error\n"), "{told}");
    assert!(told.contains("Bedside cannot open its window: "), "{told}");
    let why = done.stderr.split("No window: ").nth(1).and_then(|rest| rest.lines().next()).expect("why");
    assert!(told.contains(why), "{why} in {told}");
    let hint = done.stderr.split("help: ").nth(1).and_then(|rest| rest.lines().next()).expect("a hint");
    assert!(told.contains(&format!("What may help: {hint}.")), "{hint} in {told}");
}

#[test]
fn a_program_that_cannot_show_it_gives_way_to_the_next() {
    let folder = Folder::new();
    for (name, code) in [("zenity", 255), ("kdialog", 134), ("xmessage", 1), ("notify-send", 0)] {
        program(&folder, name, &told_to(&folder, code));
    }
    started(&folder, GONE, None);
    let told = told(&folder);
    let asked: Vec<&str> =
        told.lines().filter(|line| ["zenity", "kdialog", "xmessage", "notify-send"].contains(line)).collect();
    assert_eq!(asked, ["zenity", "kdialog", "xmessage"]);
}

#[test]
fn where_nothing_can_show_it_standard_error_says_so() {
    let folder = Folder::new();
    for name in ["zenity", "kdialog", "xmessage", "notify-send"] {
        program(&folder, name, "exit 2");
    }
    let done = started(&folder, GONE, None);
    assert!(done.stderr.contains("(looked for: zenity, kdialog, xmessage, notify-send)"), "{done:?}");
    let done = started(&folder, None, None);
    assert!(done.stderr.contains("(looked for: no display)"), "{done:?}");
}

#[test]
fn somebody_who_says_something_is_no_desktop() {
    let folder = Folder::new();
    program(&folder, "zenity", &told_to(&folder, 0));
    let done = started(&folder, GONE, Some("q\n"));
    assert!(done.stderr.contains("No window: ") && !done.stderr.contains("message box"), "{done:?}");
    assert_eq!(told(&folder), "");
    assert_eq!(run(&["play", "no-such-one"], "").stderr.matches("message box").count(), 0);
}

#[test]
fn somebody_who_waits_to_be_asked_is_asked() {
    let done = run_into_closed_pipe(&[], 1, "q\n");
    assert!(done.stdout.contains("Bedside: practise"), "{done:?}");
    assert!(!done.stderr.contains("message box"), "{done:?}");
}

#[test]
fn whoever_comes_from_a_shortcut_is_told_whatever_the_input_is() {
    let folder = Folder::new();
    program(&folder, "zenity", &told_to(&folder, 0));
    let mut command = at(&folder, GONE);
    command.env("BEDSIDE_SHORTCUT", "1");
    run_command(command, "");
    assert!(told(&folder).contains("Bedside cannot open its window: "));
}

#[cfg(feature = "start")]
mod shortcut {
    use std::path::Path;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::*;

    /// The second program, put where the first may lie beside it.
    fn shortcut(folder: &Folder) -> Command {
        let copy = folder.path().join("bin").join("bedside-start");
        fs::create_dir_all(folder.path().join("bin")).expect("a folder");
        let built = Path::new(env!("CARGO_BIN_EXE_bedside")).with_file_name("bedside-start");
        fs::hard_link(built, &copy).expect("linked");
        let mut command = Command::new(copy);
        command.env("PATH", folder.path().join("bin")).env("DISPLAY", ":7654").stderr(Stdio::piped());
        command
    }

    #[allow(clippy::disallowed_methods, reason = "a deadline needs a clock")]
    fn soon(file: &Path) -> String {
        let start = Instant::now();
        while start.elapsed() < Duration::from_mins(1) {
            match fs::read_to_string(file) {
                Ok(text) if text.ends_with("over\n") => return text,
                _ => thread::sleep(Duration::from_millis(5)),
            }
        }
        panic!("{} was not written", file.display())
    }

    #[test]
    fn the_program_beside_it_is_started_with_its_arguments_and_without_a_terminal() {
        let folder = Folder::new();
        let script = format!(
            "for end in 0 1 2; do [ -t $end ] && echo terminal; done >> '{0}/told'\n\
             printf '%s\\n' \"$@\" \"$BEDSIDE_SHORTCUT\" over >> '{0}/told'",
            folder.text()
        );
        program(&folder, "bedside", &script);
        let done = shortcut(&folder).args(["--scenarios", "Gespr\u{e4}che \u{fc}ben", ""]).output().expect("it starts");
        assert!(done.status.success(), "{done:?}");
        assert_eq!(soon(&folder.path().join("told")), "--scenarios\nGespr\u{e4}che \u{fc}ben\n\n1\nover\n");
    }

    #[test]
    fn where_the_program_is_missing_a_message_box_names_it() {
        let folder = Folder::new();
        program(&folder, "zenity", &told_to(&folder, 0));
        let done = shortcut(&folder).output().expect("it starts");
        assert_eq!(done.status.code(), Some(1));
        let missing = folder.path().join("bin/bedside");
        let told = told(&folder);
        assert!(told.contains(&format!("{} could not be started: ", missing.display())), "{told}");
        let stderr = String::from_utf8_lossy(&done.stderr);
        assert!(stderr.starts_with("error: "), "{stderr}");
    }
}
