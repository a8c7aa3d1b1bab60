//! `bedside sound`.

use std::fs;

use super::harness::{Folder, run};

#[test]
fn a_place_is_written_as_it_sounds_at_its_hour() {
    let folder = Folder::new();
    let written = |place: &str, hour: &str| {
        let file = format!("{}/{place}-{hour}.wav", folder.text());
        let output = run(&["sound", place, "--hour", hour, "--out", &file], "");
        assert_eq!((output.code, output.stdout, output.stderr.as_str()), (Some(0), format!("{file}\n"), ""));
        fs::read(file).expect("it is written")
    };
    let (noon, night, home) = (written("Ward", "12"), written("Ward", "2"), written("Home", "12"));
    assert_eq!((&noon[..4], &noon[8..12]), (b"RIFF".as_slice(), b"WAVE".as_slice()));
    assert!(noon != night && noon != home);
}

#[test]
fn what_cannot_be_written_says_what_and_why() {
    let unknown = run(&["sound", "Cellar", "--out", "x.wav"], "");
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("WaitingArea"), "{unknown:?}");
    let nowhere = run(&["sound", "Ward", "--out", "/not/there/x.wav"], "");
    assert_eq!(nowhere.code, Some(1));
    assert!(nowhere.stderr.contains("/not/there/x.wav cannot be written"), "{nowhere:?}");
}
