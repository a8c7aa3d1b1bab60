//! `bedside group` and `bedside guide`.

use std::fs;

use super::harness::{Folder, Outcome, run, tiny};

/// A session of hands alone, recorded: the first option each time, then what is left to the end.
fn held(folder: &Folder, more: &str) -> Outcome {
    let path = format!("{}/monday.group", folder.text());
    let words =
        ["--scenarios", folder.text(), "group", "open", "my-own", "--no-phones", "--seed", "7", "--record", &path];
    run(&words, &format!("\n\n\n\nhands 3 1\n\n\nhands 4 0\n\n\n{more}"))
}

fn replayed(folder: &Folder, more: &[&str]) -> Outcome {
    let path = format!("{}/monday.group", folder.text());
    run(&[&["group", "replay", &path][..], more].concat(), "")
}

#[test]
fn a_session_is_steered_from_the_terminal_with_hands_alone() {
    let folder = Folder::with(&["my-own"]);
    let done = held(&folder, "");
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{done:?}");
    for told in [
        "[Enter: Begin with the prebrief]",
        "[Enter: Open the vote]",
        "Voted: 4",
        "Votes: A 3, B 1",
        "[Enter: Take what most are for]",
        "Arriving: 5 of 5 minutes left",
    ] {
        assert!(done.stdout.contains(told), "{told}: {done:?}");
    }
}

#[test]
fn a_recording_is_played_again_with_the_same_bytes_each_time() {
    let folder = Folder::with(&["my-own"]);
    held(&folder, "stop\n\n\n\n\n");
    let [first, second] = [replayed(&folder, &["--json"]), replayed(&folder, &["--json"])];
    assert_eq!((first.code, &first.stdout), (Some(0), &second.stdout), "{first:?}");
    let steps: Vec<serde_json::Value> =
        first.stdout.lines().map(|line| serde_json::from_str(line).expect("each line is a step")).collect();
    assert_eq!(steps[0]["room"]["step"], "lobby");
    assert_eq!(steps.last().expect("there are steps")["room"]["step"], "ended");
    let told = replayed(&folder, &[]).stdout;
    assert!(
        told.contains("hands [3, 1]; now: the vote is open") && told.contains("the conversation is stopped"),
        "{told}"
    );
}

#[test]
fn a_session_that_was_cut_off_is_taken_up_where_it_was() {
    let folder = Folder::with(&["my-own"]);
    held(&folder, "");
    let path = format!("{}/monday.group", folder.text());
    let mut cut = fs::read(&path).expect("it is recorded");
    // In the middle of a letter of two bytes.
    cut.extend_from_slice(b"{\"at\":7,\"steer\":{\"note\":{\"words\":\"\xc3");
    fs::write(&path, &cut).expect("it can be written");
    let told = replayed(&folder, &[]);
    assert!(told.code == Some(0) && told.stderr.contains("breaks off in the middle of line"), "{told:?}");
    let again = run(&["group", "open", "--again", &path, "--no-phones"], "undo\nquit\n");
    assert_eq!((again.code, again.stderr.as_str()), (Some(0), ""), "{again:?}");
    assert!(again.stdout.contains("Votes: A 3, B 1\nVotes: A 4, B 0\n"), "{again:?}");
    assert_eq!(replayed(&folder, &[]).stderr, "");
    let folder = folder.file("my-own.ron", tiny("my-own", "Another title"));
    let changed = run(&["--scenarios", folder.text(), "group", "open", "--again", &path, "--no-phones"], "quit\n");
    assert!(
        changed.code == Some(0) && changed.stderr.contains("goes on with the version it began with"),
        "{changed:?}"
    );
}

#[test]
fn what_cannot_be_opened_is_told_with_the_way_out() {
    let folder = Folder::with(&["my-own"]).file("no.group", "hello\n").file("monday.group", "mine");
    let none = run(&["group", "replay", &format!("{}/no.group", folder.text())], "");
    assert!(none.code != Some(0) && none.stderr.contains("no recording of a group session"), "{none:?}");
    let there = held(&folder, "");
    assert!(there.code != Some(0) && there.stderr.contains("monday.group"), "{there:?}");
    assert_eq!(fs::read(format!("{}/monday.group", folder.text())).expect("it is there"), b"mine");
    let nowhere = run(&["group", "open", "two-hours-in", "--address", "203.0.113.9:80"], "");
    assert!(nowhere.code != Some(0) && nowhere.stderr.contains("does not have that address"), "{nowhere:?}");
    assert!(nowhere.stderr.contains("--no-phones"), "{nowhere:?}");
    let unknown = run(&["group", "open", "nobody", "--no-phones"], "");
    assert!(unknown.code != Some(0) && unknown.stderr.contains("there is no scenario"), "{unknown:?}");
}

#[test]
fn what_is_not_understood_shows_what_can_be_typed_and_what_does_not_fit_is_not_done() {
    let done =
        run(&["group", "open", "two-hours-in", "--no-phones", "--seed", "7"], "dance\ntake b\nhands 1 2 3 4\nundo\n");
    assert!(done.stdout.contains("Enter goes on. Else:"), "{done:?}");
    assert!(
        done.stdout.contains("Not done: the vote is closed.") && done.stdout.contains("nothing to take back"),
        "{done:?}"
    );
}

#[test]
fn a_door_is_opened_and_its_code_is_shown() {
    let done = run(&["group", "open", "two-hours-in", "--seed", "7"], "quit\n");
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.stdout.contains("Phones: http://127.0.0.1:") && done.stdout.contains("  Code: "), "{done:?}");
    assert!(done.stdout.contains("is not encrypted"), "{done:?}");
}

#[test]
fn a_guide_is_written_as_its_ending_says_and_over_nothing() {
    let folder = Folder::with(&["my-own"]);
    for (name, begins) in [("a.pdf", "%PDF-1.5"), ("a.html", "<!DOCTYPE html>")] {
        let path = format!("{}/{name}", folder.text());
        let done = run(&["guide", "two-hours-in", "--out", &path], "");
        assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{done:?}");
        assert!(done.stdout.contains("Your guide:") && done.stdout.contains(name), "{done:?}");
        let written = fs::read(&path).expect("it is there");
        assert!(written.starts_with(begins.as_bytes()), "{name}");
        let again = run(&["guide", "two-hours-in", "--out", &path], "");
        assert!(again.code == Some(2) && again.stderr.contains("exists, and is left as it is"), "{again:?}");
        assert_eq!(fs::read(&path).expect("it is there"), written);
    }
}

#[test]
fn the_debrief_of_a_recording_is_written_over_nothing() {
    let folder = Folder::with(&["my-own"]);
    held(&folder, "disagree Wait first\nnote my own\nstop\n\nsaid tense; sad\n\n\nsaid sit down\n\n");
    let recording = format!("{}/monday.group", folder.text());
    for (name, begins) in [("a.pdf", "%PDF-1.5"), ("a.html", "<!DOCTYPE html>")] {
        let path = format!("{}/{name}", folder.text());
        let done = run(&["group", "summary", &recording, "--out", &path], "");
        assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{done:?}");
        assert!(done.stdout.contains("The group\u{2019}s debrief:") && done.stdout.contains(name), "{done:?}");
        assert!(fs::read(&path).expect("it is there").starts_with(begins.as_bytes()), "{name}");
        let again = run(&["group", "summary", &recording, "--out", &path], "");
        assert!(again.code == Some(2) && again.stderr.contains("exists, and is left as it is"), "{again:?}");
    }
    let page = fs::read_to_string(format!("{}/a.html", folder.text())).expect("it is there");
    assert!(page.contains("Wait first") && !page.contains("my own"), "{page}");
    assert!(
        ["tense", "sad", "sit down"].iter().all(|said| page.contains(&format!("\u{201c}{said}\u{201d}"))),
        "{page}"
    );
    let last: serde_json::Value =
        serde_json::from_str(replayed(&folder, &["--json"]).stdout.lines().last().expect("there are steps"))
            .expect("each line is a step");
    assert_eq!(last["disagreements"][0]["words"], "Wait first");
}

#[test]
fn a_recording_that_breaks_off_has_a_debrief_that_says_so_and_another_file_has_none() {
    let folder = Folder::with(&["my-own"]).file("no.group", "hello\n");
    held(&folder, "");
    let [path, page] = ["monday.group", "a.html"].map(|name| format!("{}/{name}", folder.text()));
    let mut cut = fs::read(&path).expect("it is recorded");
    cut.extend_from_slice(b"{\"at\":7,\"steer\":{\"no");
    fs::write(&path, &cut).expect("it can be written");
    let done = run(&["group", "summary", &path, "--out", &page], "");
    assert!(done.code == Some(0) && done.stderr.contains("breaks off in the middle of line"), "{done:?}");
    let written = fs::read_to_string(&page).expect("it is there");
    assert!(written.contains("The recording breaks off in line") && written.contains("still going on"), "{written}");
    for (file, to, told) in [
        ("no.group", "b.pdf", "no recording of a group session"),
        ("nowhere.group", "b.pdf", "nowhere.group"),
        ("monday.group", "b.txt", "ends neither in .pdf nor in .html"),
    ] {
        let [file, to] = [file, to].map(|name| format!("{}/{name}", folder.text()));
        let failed = run(&["group", "summary", &file, "--out", &to], "");
        assert!(
            failed.code != Some(0) && failed.stderr.contains(told) && failed.stderr.contains("help:"),
            "{failed:?}"
        );
        assert!(fs::metadata(&to).is_err(), "nothing was written");
    }
}
