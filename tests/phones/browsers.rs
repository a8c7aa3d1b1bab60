//! Real browser pages in a group session: a tenth of what `scripts/group-in-browsers` does by itself.

use std::process::Command;

use crate::support;

#[test]
fn real_pages_join_vote_sleep_reload_change_their_minds_and_see_the_reveal() {
    // The machine is busy with other tests: whether a page is back in time is for the script alone to measure.
    let done = Command::new(support::root().join("scripts/group-in-browsers"))
        .args(["--binary", env!("CARGO_BIN_EXE_bedside"), "--pages", "3", "--sleep", "3", "--back", "30"])
        .output()
        .expect("scripts/group-in-browsers starts");
    let told = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && told.contains("a whole session with 3 pages: as meant"), "{told}");
}
