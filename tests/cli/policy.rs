//! What is set for everybody on a computer, by a file and by the environment.

use std::fs;

use bedside::policy::{FILE_VARIABLE, FOLDERS_VARIABLE};
use bedside::records::database::Database;

use super::harness::{Folder, Outcome, run_with, tiny};

/// What the program does where this is the policy of the computer, or where there is none.
fn run(policy: &str, home: &Folder, words: &[&str], input: &str) -> Outcome {
    let policies = Folder::new().file("policy.ron", policy);
    let ran = run_with(home.path(), &[(FILE_VARIABLE, &policies.path().join("policy.ron"))], words, input);
    let unwrapped = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Outcome { code: ran.code, stdout: unwrapped(&ran.stdout), stderr: unwrapped(&ran.stderr) }
}

#[test]
fn scenarios_are_found_in_the_folders_of_the_policy_and_of_the_environment_and_what_is_named_last_counts() {
    let (home, ward, own) = (Folder::new(), Folder::new(), Folder::new());
    let ward = ward.file("one.ron", tiny("one", "Of the ward")).file("two.ron", tiny("two", "Two of the ward"));
    let own = own.file("one.ron", tiny("one", "Of the environment"));
    let policies = Folder::new().file("policy.ron", format!("(form: 1, scenarios: [{:?}])", ward.text()));
    let policy = policies.path().join("policy.ron");
    let ran = run_with(home.path(), &[(FILE_VARIABLE, &policy), (FOLDERS_VARIABLE, own.path())], &["list"], "");
    assert!(ran.code == Some(0) && ran.stderr.is_empty(), "{ran:?}");
    for title in ["Of the environment", "Two of the ward", "Two hours in"] {
        assert!(ran.stdout.contains(title), "{title}: {ran:?}");
    }
    assert!(!ran.stdout.contains("Of the ward"), "the later one counts: {ran:?}");
}

#[test]
fn what_is_switched_off_says_so_and_what_can_be_done_without_it() {
    let home = Folder::new();
    let off = "(form: 1, off: [Phones, Sending])";
    let ran = run(off, &home, &["group", "open", "two-hours-in"], "quit\n");
    assert!(ran.code == Some(1) && ran.stderr.contains("phones in group sessions is switched off"), "{ran:?}");
    assert!(ran.stderr.contains("--no-phones"), "{ran:?}");
    let ran = run(off, &home, &["group", "open", "two-hours-in", "--no-phones"], "quit\n");
    assert!(ran.code == Some(0) && !ran.stdout.contains("Code:"), "{ran:?}");
    let ran = run(off, &home, &["sync", "to", "https://lrs.example.org/xapi", "--user", "ward"], "secret\n");
    assert!(ran.code == Some(1) && ran.stderr.contains("sending to a record store is switched off"), "{ran:?}");
}

#[test]
fn where_nothing_is_to_be_kept_whoever_plays_is_a_guest() {
    let (home, ward) = (Folder::new(), Folder::new().file("one.ron", tiny("one", "One")));
    let words = ["play", "one", "--terminal", "--scenarios", ward.text()];
    let ran = run("(form: 1, off: [Profiles])", &home, &words, "1\nq\n");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 0, "nothing was kept");
    assert_eq!(run("(form: 1)", &home, &words, "1\nq\n").code, Some(0));
    assert!(home.path().join("records.sqlite").exists(), "else it is");
}

#[test]
fn the_record_store_of_the_computer_takes_the_place_of_any_other_and_follows_its_policy() {
    let home = Folder::new();
    drop(Database::open(home.path()).expect("it is made"));
    let named =
        |host: &str| format!("(form: 1, record_store: (address: \"https://{host}.example.org/xapi\", user: \"ward\"))");
    for host in ["one", "two"] {
        let ran = run(&named(host), &home, &["sync", "status"], "");
        assert!(ran.code == Some(0) && ran.stdout.contains(&format!("https://{host}.example.org/xapi")), "{ran:?}");
    }
    for words in [&["sync", "to", "https://three.example.org/xapi", "--user", "me"][..], &["sync", "forget"]] {
        let ran = run(&named("two"), &home, words, "secret\n");
        assert!(ran.code == Some(1) && ran.stderr.contains("is named for everybody on this computer"), "{ran:?}");
    }
}

#[test]
fn a_policy_that_cannot_be_used_is_told_of_and_nothing_reaches_out() {
    let home = Folder::new();
    let ran = run("(form: 1, off: [Fones])", &home, &["list"], "");
    assert!(ran.code == Some(0) && ran.stdout.contains("Two hours in"), "{ran:?}");
    for part in ["policy.ron", "at 1:", "Fones", "these are off: phones in group sessions, sending to a record store"] {
        assert!(ran.stderr.contains(part), "{part}: {ran:?}");
    }
    let ran = run("(form: 1, off: [Fones])", &home, &["group", "open", "two-hours-in"], "quit\n");
    assert!(ran.code == Some(1) && ran.stderr.contains("is switched off"), "{ran:?}");
}
