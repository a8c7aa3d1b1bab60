//! A programme's report in a real browser.

mod cohort;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::support;

pub(crate) use cohort::{Luck, choice};

/// The environment variable that, if set, names a folder to write the exports into.
const FOLDER: &str = "BEDSIDE_PROGRAMME";

/// The exports that reports are made from: their names and lines.
fn exports() -> [(&'static str, String); 2] {
    let programme = cohort::programme();
    let one = programme.lines().next().expect("there are attempts").to_owned() + "\n";
    [("programme.jsonl", programme), ("one-attempt.jsonl", one)]
}

#[test]
#[cfg_attr(not(feature = "app"), ignore = "it needs a browser, as the tests of the whole do: run it with --ignored")]
fn a_report_is_read_by_anyone_in_any_light_and_asks_for_nothing() {
    let folder = env::var_os(FOLDER).map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    fs::create_dir_all(&folder).expect("a folder");
    let files = exports().map(|(name, lines)| {
        let path = folder.join(name);
        fs::write(&path, lines).expect("a file in it");
        path
    });
    let done = Command::new(support::root().join("scripts/report-in-browser"))
        .args(["--binary", env!("CARGO_BIN_EXE_bedside")])
        .args(&files)
        .output()
        .expect("scripts/report-in-browser starts");
    let told = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && told.matches(": as meant in 8 looks and on paper").count() == 2, "{told}");
}
