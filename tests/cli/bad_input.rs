//! Folders and files that are not what they should be.

use std::fs::{self, File};

use super::harness::{Folder, run};

/// The code and file name of everything that `bedside check` finds in a folder.
fn found(folder: &Folder) -> Vec<(String, String)> {
    let checked = run(&["check", "--no-roads", folder.text(), "--format", "json"], "");
    assert_eq!((checked.code, checked.stderr.as_str()), (Some(1), ""), "{checked:?}");
    let json = checked.json();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().replace(folder.text(), "DIR");
    json.as_array().into_iter().flatten().map(|one| (text(&one["code"]), text(&one["file"]))).collect()
}

fn notice(code: &str, file: &str) -> (String, String) {
    (code.to_owned(), format!("DIR{file}"))
}

#[test]
fn an_empty_folder_says_so() {
    let folder = Folder::new().file("notes.txt", "").file(".#my-own.ron", "");
    assert_eq!(found(&folder), [notice("empty-folder", "")]);
    let listed = run(&["list", "--scenarios", folder.text()], "");
    assert!(listed.stderr.contains("their names end in `.ron`"), "{listed:?}");
    assert_eq!(listed.code, Some(0), "the built-in scenarios are there all the same");
}

#[test]
fn a_file_in_place_of_a_folder_is_taken_as_it_is_and_what_is_neither_says_so() {
    let folder = Folder::with(&["my-own"]).file("notes.txt", "");
    let listed = run(&["list", "--scenarios", &format!("{}/my-own.ron", folder.text())], "");
    assert!(listed.stdout.contains("my-own: A short one") && listed.stderr.is_empty(), "{listed:?}");
    let listed = run(&["list", "--scenarios", &format!("{}/notes.txt", folder.text())], "");
    assert!(listed.stderr.contains("error[not-a-folder]: this is not a folder"), "{listed:?}");
}

#[test]
fn files_in_other_encodings_are_named() {
    let folder = Folder::new().file("latin.ron", b"(\n\xe9").file("wide.ron", b"\xff\xfe(\0");
    assert_eq!(found(&folder), [notice("not-utf-8", "/latin.ron"), notice("not-utf-8", "/wide.ron")]);
    let checked = run(&["check", folder.text()], "");
    assert!(checked.stdout.contains("this file is not in UTF-8: see line 2, byte 3 of the file"), "{checked:?}");
    assert!(checked.stdout.contains("this file is in UTF-16, not in UTF-8"), "{checked:?}");
}

#[test]
fn a_huge_file_is_refused_unread() {
    let folder = Folder::new();
    let file = File::create(folder.path().join("huge.ron")).expect("a file");
    file.set_len(200 << 20).expect("a sparse file");
    assert_eq!(found(&folder), [notice("too-large", "/huge.ron")]);
}

#[test]
fn a_deeply_nested_file_gets_a_diagnostic() {
    let folder = Folder::new().file("deep.ron", "(".repeat(100_000));
    let found = found(&folder);
    assert!(!found.is_empty() && found.len() < 100, "{found:?}");
}

#[test]
fn a_file_full_of_mistakes_is_bounded() {
    let folder = Folder::new().file("many.ron", format!("({})", "x: 1, ".repeat(2_000)));
    let checked = run(&["check", folder.text()], "");
    assert_eq!(checked.code, Some(1));
    assert!(checked.stdout.len() < 200_000, "{} bytes", checked.stdout.len());
}

#[test]
#[cfg(unix)]
fn what_is_no_regular_file_is_named_and_never_waited_for() {
    let folder = Folder::with(&["my-own"]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("fifo.ron")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo is there");
    fs::create_dir(folder.path().join("folder.ron")).expect("a folder");
    std::os::unix::fs::symlink("loop.ron", folder.path().join("loop.ron")).expect("a link");
    std::os::unix::fs::symlink("nowhere", folder.path().join("nowhere.ron")).expect("a link");
    let expected = [
        notice("not-a-file", "/fifo.ron"),
        notice("not-a-file", "/folder.ron"),
        notice("unreadable-file", "/loop.ron"),
        notice("missing-file", "/nowhere.ron"),
    ];
    assert_eq!(found(&folder), expected);
    let listed = run(&["list", "--scenarios", folder.text()], "");
    assert!(listed.stdout.contains("my-own: "), "the good one is there: {listed:?}");
}

#[test]
fn escape_sequences_in_a_file_do_not_reach_the_terminal() {
    let folder = Folder::new().file("my-own.ron", "(\u{1b}[31m\u{9b}2J)");
    let checked = run(&["check", folder.text()], "");
    assert_eq!(checked.code, Some(1));
    assert!(!checked.stdout.contains(['\u{1b}', '\u{9b}']), "{checked:?}");
}
