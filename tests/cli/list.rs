//! `bedside list`.

use super::harness::{Folder, run, run_into_closed_pipe, tiny};

#[test]
fn scenarios_of_a_folder_stand_beside_those_in_the_binary() {
    let folder = Folder::with(&["my-own"]);
    let built_in = run(&["list", "--json"], "").json();
    let listed = run(&["list", "--json", "--scenarios", folder.text()], "").json();
    let mine = listed.as_array().and_then(|all| all.iter().find(|one| one["id"] == "my-own")).expect("it is listed");
    assert_eq!(mine["built_in"], false);
    assert_eq!(mine["minutes"], 1);
    assert_eq!(mine["file"], format!("{}/my-own.ron", folder.text()));
    assert_eq!(listed.as_array().map(Vec::len), built_in.as_array().map(|all| all.len() + 1));
}

#[test]
fn a_folders_scenario_takes_the_place_of_one_with_the_same_id() {
    let first = Folder::with(&["my-own"]);
    let second = Folder::new().file("my-own.ron", tiny("my-own", "A later one"));
    let listed = run(&["--scenarios", first.text(), "--scenarios", second.text(), "list"], "");
    assert!(listed.stdout.contains("my-own: A later one\n"), "{listed:?}");
    assert!(!listed.stdout.contains("A short one\n"), "{listed:?}");
    assert_eq!((listed.code, listed.stderr.as_str()), (Some(0), ""));
}

#[test]
fn a_broken_file_is_left_out_and_named() {
    let folder = Folder::with(&["my-own"]).file("broken.ron", "(format: 1");
    let listed = run(&["list", "--scenarios", folder.text()], "");
    assert_eq!(listed.code, Some(0));
    assert!(listed.stdout.contains("my-own: A short one"), "{listed:?}");
    let stderr = listed.stderr.replace(folder.text(), "DIR");
    assert!(stderr.starts_with("warning: DIR/broken.ron has "), "{stderr}");
    assert!(
        stderr.ends_with(" and is left out\nhelp: `bedside check DIR/broken.ron` shows what is wrong\n"),
        "{stderr}"
    );
}

#[test]
fn a_missing_folder_is_named_and_the_rest_is_listed() {
    let folder = Folder::new();
    let missing = format!("{}/nowhere", folder.text());
    let listed = run(&["list", "--scenarios", &missing], "");
    assert_eq!(listed.code, Some(0));
    assert!(listed.stderr.contains("error[missing-folder]: there is no such folder"), "{listed:?}");
    assert!(listed.stderr.contains(&missing), "{listed:?}");
    assert!(listed.stdout.contains("too-many-pills: "), "{listed:?}");
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let ids: Vec<String> = (0..100).map(|number| format!("scenario-{number}")).collect();
    let folder = Folder::with(&ids.iter().map(String::as_str).collect::<Vec<_>>());
    for format in [&["list", "--scenarios", folder.text()][..], &["list", "--json", "--scenarios", folder.text()]] {
        let outcome = run_into_closed_pipe(format, 1, "");
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    }
}

#[test]
fn help_says_what_there_is() {
    for words in [&["--help"][..], &["play", "--help"], &["check", "--help"]] {
        let help = run(words, "");
        assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
        assert!(help.stdout.contains("Examples:\n"), "{help:?}");
    }
    let unknown = run(&["pley"], "");
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(2), ""));
    assert!(unknown.stderr.contains("'play'"), "{unknown:?}");
}
