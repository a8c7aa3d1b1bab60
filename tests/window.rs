//! The real window under a virtual display, driven by keyboard, read over the accessibility bus.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

#[cfg(feature = "cli")]
use crate::practised;
use crate::support;

/// A folder in the target folder, emptied of what an earlier run has left there.
fn emptied(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => panic!("{}: {error}", folder.display()),
        _ => folder,
    }
}

/// Runs a script on the program, and returns what it told.
fn succeeds(script: &str, arguments: &[&str], out: Option<&Path>) -> String {
    let mut command = Command::new(support::root().join("scripts").join(script));
    command.args(["--binary", env!("CARGO_BIN_EXE_bedside")]).args(arguments);
    if let Some(out) = out {
        command.arg("--out").arg(out);
    }
    let done = command.output().unwrap_or_else(|error| panic!("scripts/{script}: {error}"));
    let told = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{told}\npictures are in {out:?}");
    told
}

/// Runs `scripts/play-by-accessibility`; the page that it saves is in the target folder.
#[test]
fn a_screen_reader_alone_leads_from_the_library_to_the_printed_debrief() {
    let out = emptied("by-accessibility");
    succeeds("play-by-accessibility", &[], Some(&out));
    let page = fs::read(out.join("bedside-two-hours-in.pdf")).expect("the page was kept");
    assert!(page.starts_with(b"%PDF-1.5"));
}

/// Runs `scripts/screens`; its pictures are in the target folder.
fn screens(name: &str, arguments: &[&str], pictures: &[&str]) {
    let out = emptied(name);
    succeeds("screens", &[&["--idle", "0"], arguments].concat(), Some(&out));
    for screen in pictures {
        let picture = fs::metadata(out.join(format!("{screen}.png"))).expect("every screen leaves a picture");
        assert!(picture.len() > 10_000, "the picture of {screen} shows something");
    }
}

/// The screens on the way from the library to the debrief.
const PLAYED: [&str; 7] =
    ["library", "settings-1", "prebrief-1", "conversation-1", "ending", "reflection-1", "debrief-1"];

#[test]
fn the_keyboard_alone_leads_from_the_library_to_the_debrief() {
    screens("screens", &[], &PLAYED);
}

#[test]
fn a_broken_scenario_is_reported_in_the_window_and_nothing_else_suffers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-scenarios");
    fs::create_dir_all(&folder).expect("a folder");
    let text = support::text("tests/scenarios/bad/seven-mistakes.ron");
    fs::write(folder.join("seven-mistakes.ron"), text).expect("a file");
    let folder = folder.to_str().expect("a path in UTF-8");
    screens(
        "screens-large",
        &["--scenarios", folder, "--size", "1024x640", "--text", "200", "--theme", "contrast"],
        &PLAYED,
    );
}

#[test]
fn what_an_author_saves_is_in_play_at_once_and_a_broken_save_is_not() {
    let pictures = ["author-reloaded", "author-broken", "author-stopped-fitting", "author-here", "rehearsal"];
    screens("screens-author", &["--author"], &pictures);
}

#[test]
fn a_face_drawn_in_parts_looks_as_if_drawn_whole() {
    // A conversation that nobody leaves early, whatever is chosen.
    let folder = support::root().join("tests/scenarios/corridors");
    let folder = folder.to_str().expect("a path in UTF-8");
    let pictures = ["moved-1", "whole-1", "moved-4", "whole-4"];
    screens("screens-moving", &["--moving", "--scenarios", folder], &pictures);
}

/// Runs `scripts/mishaps`; its pictures are in the target folder.
#[test]
fn whatever_goes_wrong_around_the_window_nothing_is_lost() {
    succeeds("mishaps", &[], Some(&emptied("mishaps")));
}

/// Runs a tenth of `scripts/kills`.
#[test]
fn nothing_is_lost_that_was_shown_as_made_whenever_the_app_is_killed() {
    succeeds("kills", &["--through", "window", "--kills", "20"], None);
}

/// Runs `scripts/profiles`; its pictures are in the target folder.
#[test]
fn each_of_several_who_play_is_kept_alone_a_guest_leaves_nothing_and_what_was_deleted_is_gone() {
    succeeds("profiles", &[], Some(&emptied("profiles")));
}

/// Runs `scripts/opens`; what `strace` has seen is in the target folder.
#[test]
fn the_window_opens_no_socket_program_or_file_but_those_that_are_named() {
    let told = succeeds("opens", &[], Some(&emptied("opens")));
    assert!(told.contains("socket: accessibility bus: "), "{told}");
}

/// Runs `scripts/progress`; its pictures are in the target folder.
#[cfg(feature = "cli")]
#[test]
fn progress_is_read_and_aims_are_chosen_by_keyboard_and_are_there_in_the_next_window() {
    let kept = emptied("progress-kept");
    for attempts in [1, 1_000] {
        practised::keep(&kept.join(format!("kept-{attempts}")), attempts);
    }
    succeeds("progress", &["--kept", kept.to_str().expect("a path in UTF-8")], Some(&emptied("progress")));
}

#[test]
fn without_a_display_there_is_a_menu_and_the_way_out() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bedside"));
    let command = command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    let done = command.stdin(Stdio::null()).output().expect("bedside starts");
    let output = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(output.contains("there is no display here"), "{output}");
    assert!(String::from_utf8_lossy(&done.stdout).contains("Two hours in"), "{output}");
    let unreachable = command.env("DISPLAY", ":7654").output().expect("bedside starts");
    let output = String::from_utf8_lossy(&unreachable.stderr).into_owned();
    assert!(output.contains("cannot be reached"), "{output}");
}

/// What a message box is told when the window is opened with `program` before its path, as from a desktop's menu, and
/// `variables` set.
fn told_from_a_desktop(name: &str, program: &[&str], variables: &[(&str, &str)]) -> String {
    let folder = emptied(name);
    fs::create_dir_all(&folder).expect("a folder");
    let (zenity, told) = (folder.join("zenity"), folder.join("told"));
    fs::write(&zenity, format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >'{}'\n", told.display())).expect("a file");
    let all = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&zenity, all).expect("it can be run");
    let words = [program, &[env!("CARGO_BIN_EXE_bedside"), "--data"]].concat();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).arg(folder.join("kept")).stdin(Stdio::null());
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command.env("PATH", format!("{}:{}", folder.display(), env::var("PATH").expect("a path")));
    let done = command.envs(variables.iter().copied()).output().expect("it starts");
    fs::read_to_string(&told).unwrap_or_else(|error| panic!("nothing was told: {error}; {done:?}"))
}

#[cfg(feature = "cli")]
#[test]
fn the_doctor_names_what_lacks_for_drawing_speech_and_sound() {
    let doctor = |program: &[&str], variables: &[(&str, &str)]| {
        let words = [program, &[env!("CARGO_BIN_EXE_bedside"), "doctor", "--json"]].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).stdin(Stdio::null());
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        let done = command.envs(variables.iter().copied()).output().expect("it starts");
        let told: serde_json::Value =
            serde_json::from_slice(&done.stdout).unwrap_or_else(|error| panic!("{error}: {done:?}"));
        let findings = told["findings"].as_array().cloned().unwrap_or_default();
        move |what: &str| {
            let finding = findings.iter().find(|finding| finding["what"] == what).expect("it was looked at");
            format!("{}: {} {}", finding["state"], finding["fact"], finding["what_to_do"])
        }
    };
    let bare = doctor(&[], &[("PATH", "/nowhere")]);
    assert!(bare("renderer").contains("fails") && bare("renderer").contains("no display"), "{}", bare("renderer"));
    for what in ["voice", "sound"] {
        assert!(bare(what).contains("works_in_part") && bare(what).contains("looked for"), "{}", bare(what));
    }
    let none = [("WGPU_BACKEND", "vulkan"), ("VK_DRIVER_FILES", "/nowhere"), ("VK_ICD_FILENAMES", "/nowhere")];
    let driverless = doctor(&["xvfb-run", "-a"], &none)("renderer");
    assert!(driverless.contains("fails") && driverless.contains("there is no Vulkan driver"), "{driverless}");
    let software = doctor(&["xvfb-run", "-a"], &[])("renderer");
    assert!(software.contains("works") && software.contains("Vulkan"), "{software}");
}

#[test]
fn without_a_driver_whoever_started_from_the_desktop_is_told_in_a_message_box_what_to_do() {
    let none = [("WGPU_BACKEND", "vulkan"), ("VK_DRIVER_FILES", "/nowhere"), ("VK_ICD_FILENAMES", "/nowhere")];
    let told = told_from_a_desktop("no-driver", &["xvfb-run", "-a"], &none);
    assert!(told.contains("there is no Vulkan driver") && told.contains("mesa-vulkan-drivers"), "{told}");
}

/// The display that is named is not looked for before the window is opened, and the window does not open without it.
#[test]
fn where_the_window_breaks_down_a_message_box_says_where_what_was_kept_lies() {
    let told = told_from_a_desktop("broken-down", &[], &[("WAYLAND_DISPLAY", "nowhere")]);
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-down/kept");
    assert!(told.contains("has broken down") && told.contains("WaylandError"), "{told}");
    assert!(told.contains(&format!("it lies in {}, ", kept.display())), "{told}");
}

/// Runs `scripts/group-in-browsers`: the room is opened and steered in the window, by what a screen reader is told.
#[cfg(feature = "group")]
#[test]
fn a_group_session_in_the_window_is_taken_up_after_a_kill_with_every_vote_and_every_page() {
    // The machine is busy with other tests: whether a page is back in time is for the script alone to measure.
    let arguments = ["--window", "--pages", "3", "--sleep", "3", "--back", "30"];
    let told = succeeds("group-in-browsers", &arguments, None);
    assert!(told.contains("a whole session with 3 pages: as meant"), "{told}");
}
