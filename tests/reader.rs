//! Reads the library again after its files have changed, or not.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bedside::library::{Entry, Library, Origin, Reader};

use crate::support;

/// A folder of its own with one scenario in it, and the scenario's text.
fn folder(name: &str) -> (PathBuf, PathBuf, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // An earlier run may have left it.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let (file, text) = (folder.join("minimal.ron"), support::minimal());
    fs::write(&file, &text).expect("a file");
    (folder, file, text)
}

fn minimal(library: &Library) -> &Entry {
    library.find("minimal").expect("it is there")
}

#[test]
fn a_text_that_is_the_same_is_the_same_scenario() {
    let (folder, file, text) = folder("reader-same");
    let mut reader = Reader::default();
    let paths = [folder];
    let first = reader.read(&paths);
    fs::write(&file, &text).expect("a file");
    let again = reader.read(&paths);
    for (one, other) in first.entries.iter().zip(&again.entries) {
        assert!(Arc::ptr_eq(&one.scenario, &other.scenario), "{}", one.scenario.id);
    }
    assert_eq!(minimal(&again).origin, Origin::File(file));
}

#[test]
fn line_ends_of_windows_are_the_same_text_and_mistakes_stand_where_they_stood() {
    let (folder, file, text) = folder("reader-line-ends");
    let paths = [folder];
    let mut seen = Vec::new();
    for text in [text.clone(), text.replace('\n', "\r\n")] {
        fs::write(&file, &text).expect("a file");
        let library = Library::open(&paths);
        let entry = minimal(&library);
        let kept = bedside::library::text_of(&entry.scenario, &entry.origin).expect("it is the text that was read");
        fs::write(&file, text.replacen("title:", "titel:", 1)).expect("a file");
        let broken = Library::open(&paths);
        let report = broken.reports.iter().find(|report| report.has_errors()).expect("a mistake");
        let at = report.source.position(report.diagnostics[0].span.start());
        seen.push((entry.scenario.hash.clone(), kept, (at.line, at.column)));
    }
    assert!(text.contains('\n') && seen[0] == seen[1], "{seen:?}");
}

#[test]
fn a_file_that_no_longer_checks_keeps_the_last_version_that_did() {
    let (folder, file, text) = folder("reader-broken");
    let mut reader = Reader::default();
    let paths = [folder];
    let good = minimal(&reader.read(&paths)).scenario.clone();
    fs::write(&file, text.replacen("title:", "titel:", 1)).expect("a file");
    let library = reader.read(&paths);
    assert!(minimal(&library).outdated && Arc::ptr_eq(&minimal(&library).scenario, &good));
    assert!(library.reports.iter().any(bedside::source::Report::has_errors));
    fs::write(&file, "").expect("a file");
    assert!(Arc::ptr_eq(&minimal(&reader.read(&paths)).scenario, &good), "broken twice");
    fs::write(&file, &text).expect("a file");
    let library = reader.read(&paths);
    assert!(!minimal(&library).outdated);
    assert!(library.reports.is_empty());
}

#[test]
fn a_new_file_comes_and_a_deleted_one_goes() {
    let (folder, file, text) = folder("reader-files");
    let mut reader = Reader::default();
    let paths = [folder.clone()];
    reader.read(&paths);
    fs::write(folder.join("other.ron"), text.replace("\"minimal\"", "\"other\"")).expect("a file");
    assert!(reader.read(&paths).find("other").is_some());
    fs::remove_file(&file).expect("it was there");
    let library = reader.read(&paths);
    assert!(library.find("minimal").is_none() && library.find("other").is_some());
}

#[test]
fn a_path_may_be_a_single_file() {
    let (_, file, _) = folder("reader-file");
    let library = Library::open(&[file]);
    assert!(library.find("minimal").is_some() && library.notices.is_empty());
    let library = Library::open(&[PathBuf::from("no-such-file.ron")]);
    assert_eq!(library.notices.len(), 1);
}
