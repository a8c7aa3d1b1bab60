//! What is left of a conversation in the terminal when the program is killed.

use std::process::Command;

use crate::support;

/// Runs a tenth of `scripts/kills`.
#[cfg(unix)]
#[test]
fn nothing_is_lost_that_was_shown_as_made_whenever_the_terminal_is_killed() {
    let done = Command::new(support::root().join("scripts/kills"))
        .args(["--through", "terminal", "--binary", env!("CARGO_BIN_EXE_bedside"), "--kills", "20"])
        .output()
        .expect("scripts/kills starts");
    let output = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && output.contains("20 kills through the terminal"), "{output}");
}
