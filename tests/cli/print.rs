//! `bedside play --print`.

use std::fs;

use super::harness::{Folder, Outcome, run};

fn printed(folder: &Folder, name: &str, more: &[&str]) -> Outcome {
    let path = format!("{}/{name}", folder.text());
    let words = [&["--scenarios", folder.text(), "play", "my-own", "--seed", "7", "--print", &path][..], more].concat();
    run(&words, "greet\nexplain\n")
}

fn kept(folder: &Folder, name: &str) -> Vec<u8> {
    fs::read(format!("{}/{name}", folder.text())).expect("the page is there")
}

#[test]
fn a_page_is_written_as_its_ending_says_and_its_place_is_told() {
    let folder = Folder::with(&["my-own"]);
    for (name, begins) in [("a.pdf", "%PDF-1.5"), ("a.HTML", "<!DOCTYPE html>"), ("b.htm", "<!DOCTYPE html>")] {
        let done = printed(&folder, name, &[]);
        assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{done:?}");
        assert!(done.stdout.contains("Your page to keep:") && done.stdout.contains(name), "{done:?}");
        assert!(kept(&folder, name).starts_with(begins.as_bytes()), "{name}");
    }
}

#[test]
fn the_appendix_is_written_where_asked_for_and_only_with_a_page() {
    let folder = Folder::with(&["my-own"]);
    let sizes = [("a.pdf", &[][..]), ("b.pdf", &["--appendix"])].map(|(name, more)| {
        let done = printed(&folder, name, more);
        assert_eq!(done.code, Some(0), "{done:?}");
        kept(&folder, name).len()
    });
    assert!(sizes[0] < sizes[1], "{sizes:?}");
    let done = run(&["play", "two-hours-in", "--appendix"], "");
    assert!(done.code == Some(2) && done.stderr.contains("--print"), "{done:?}");
}

#[test]
fn json_and_a_page_go_together() {
    let folder = Folder::with(&["my-own"]);
    let done = printed(&folder, "a.html", &["--json"]);
    assert_eq!(done.json()["turns"][0]["choice"], "greet");
    assert!(String::from_utf8(kept(&folder, "a.html")).expect("UTF-8").contains("I am Ana, your nurse."));
}

#[test]
fn a_file_that_exists_is_left_as_it_is_and_nothing_is_played() {
    let folder = Folder::with(&["my-own"]).file("a.pdf", "mine");
    let done = printed(&folder, "a.pdf", &[]);
    assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""), "{done:?}");
    assert!(done.stderr.contains("exists, and is left as it is"), "{done:?}");
    assert_eq!(kept(&folder, "a.pdf"), b"mine");
}

#[test]
fn a_wrong_ending_and_a_missing_folder_are_told_before_anything_is_played() {
    let folder = Folder::with(&["my-own"]);
    for (name, expected) in [("a.docx", "ends neither in .pdf nor in .html"), ("not-there/a.pdf", "there is no folder")]
    {
        let done = printed(&folder, name, &[]);
        assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""), "{done:?}");
        assert!(done.stderr.contains(expected) && done.stderr.contains("help: "), "{done:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_cannot_be_written_fails_and_leaves_nothing() {
    // Nobody can create files in /proc, not even root.
    let words = ["play", "two-hours-in", "--seed", "7", "--print", "/proc/debrief.pdf"];
    let done = run(&words, &"1\n".repeat(40));
    assert_eq!(done.code, Some(1), "{done:?}");
    assert!(done.stderr.contains("/proc/debrief.pdf cannot be written: "), "{done:?}");
    assert!(done.stdout.contains("Debrief: Two hours in"), "what was played is told all the same");
}
