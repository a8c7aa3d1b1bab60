//! `bedside report`.

use std::fs;

use super::export::{exported, lines_of};
use super::harness::{Folder, run};

/// The report on these files of a folder, in a new folder of it.
fn report(folder: &Folder, files: &[&str], out: &str) -> super::harness::Outcome {
    let paths: Vec<String> = files.iter().map(|file| format!("{}/{file}", folder.text())).collect();
    let out = format!("{}/{out}", folder.text());
    let mut words = vec!["report", "--out", &out];
    words.extend(paths.iter().map(String::as_str));
    run(&words, "")
}

#[test]
fn attempts_of_several_computers_become_one_report_and_those_exported_twice_count_once() {
    let lines = lines_of(8);
    let folder = Folder::new().file("a.jsonl", lines[..5].concat()).file("b.jsonl", lines[3..].concat());
    let folder = folder.file("all.jsonl", lines.concat());
    for (files, out) in [(&["a.jsonl", "b.jsonl"][..], "twice"), (&["all.jsonl"][..], "once")] {
        let ran = report(&folder, files, out);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    }
    let read = |out: &str, name: &str| fs::read_to_string(folder.path().join(out).join(name)).expect("a file");
    assert_eq!(read("twice", "scores.csv"), read("once", "scores.csv"));
    let page = read("once", "report.html");
    assert!(page.contains("8 people") || page.contains("eight people"), "{page}");
    assert!(!page.contains("<script") && !page.contains("http-equiv=\"refresh\""));
}

#[test]
fn nothing_is_told_of_fewer_than_five_people() {
    let folder = Folder::new().file("four.jsonl", lines_of(4).concat());
    let ran = report(&folder, &["four.jsonl"], "report");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let scores = fs::read_to_string(folder.path().join("report/scores.csv")).expect("a table");
    assert!(scores.lines().skip(1).all(|row| row.contains("held back")), "{scores}");
}

#[test]
fn a_pair_that_nobody_has_played_is_refused_with_what_was_meant() {
    let folder = Folder::new().file("a.jsonl", lines_of(6).concat());
    let met = bedside::library::Library::open(&[]).entries[0].scenario.id.clone();
    let near = format!("{met}s");
    let (file, out) = (format!("{}/a.jsonl", folder.text()), format!("{}/report", folder.text()));
    for (pair, help) in [([&*near, &*met], "did you mean"), ([&*met, "nada"], "name two of these")] {
        let ran = run(&[&["report", &*file, "--out", &*out, "--pair"][..], &pair].concat(), "");
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.stderr.contains("--pair") && ran.stderr.contains(help) && ran.stderr.contains(&met), "{ran:?}");
        assert!(!folder.path().join("report").exists());
    }
    assert_eq!(run(&["report", &file, "--out", &out, "--pair", &met, &met], "").code, Some(0));
}

#[test]
fn what_was_read_and_what_others_come_to_is_on_the_page() {
    let files = Folder::new().file("a.jsonl", lines_of(6).concat()).file("b.jsonl", "not JSON\n");
    assert_eq!(report(&files, &["a.jsonl", "b.jsonl"], "report").code, Some(0));
    let read = |name: &str| fs::read_to_string(files.path().join("report").join(name)).expect("a file");
    let page = read("report.html");
    assert!(page.contains("from 2 sources, of which 1 entry could not be read"), "{page}");
    assert!(page.contains("6 attempts of 6 profiles") && page.contains("Beside what others come to"), "{page}");
    assert_eq!(read("marks.csv").lines().count(), 5, "four of one scenario");
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_costs_no_other() {
    let folder = Folder::new().file("a.jsonl", format!("{}not JSON\n{}", lines_of(6).concat(), lines_of(1)[0]));
    let ran = report(&folder, &["a.jsonl"], "report");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.contains("a.jsonl: line 7"), "{ran:?}");
    let none = folder.file("none.jsonl", "");
    let ran = report(&none, &["none.jsonl"], "nothing");
    assert!(ran.code == Some(1) && ran.stderr.contains("no finished attempt"), "{ran:?}");
    assert!(!none.path().join("nothing").exists());
}

#[test]
fn a_folder_among_the_files_is_named_and_nothing_is_written() {
    let folder = Folder::new().file("a.jsonl", lines_of(6).concat());
    fs::create_dir(folder.path().join("ward")).expect("a folder");
    let ran = report(&folder, &["a.jsonl", "ward"], "report");
    assert!(ran.code == Some(2) && ran.stderr.contains("ward is a folder"), "{ran:?}");
    assert!(!folder.path().join("report").exists());
}

#[cfg(unix)]
#[test]
fn a_device_among_the_files_is_refused_since_it_need_not_end() {
    let out = Folder::new();
    let ran = run(&["report", "--out", &format!("{}/report", out.text()), "/dev/zero"], "");
    assert!(ran.code == Some(2) && ran.stderr.contains("/dev/zero is a device"), "{ran:?}");
    assert!(!out.path().join("report").exists());
}

#[test]
fn a_spreadsheet_knows_that_tables_are_in_utf_8() {
    let folder = Folder::new().file("a.jsonl", lines_of(6).concat());
    assert_eq!(report(&folder, &["a.jsonl"], "report").code, Some(0));
    for entry in fs::read_dir(folder.path().join("report")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a file");
        assert_eq!(text.starts_with('\u{feff}'), path.extension().is_some_and(|ending| ending == "csv"), "{path:?}");
    }
}

#[test]
fn what_is_exported_is_what_is_reported() {
    let (folder, path) = exported();
    let file = path.file_name().and_then(|name| name.to_str()).expect("plain");
    assert_eq!(report(&folder, &[file], "report").code, Some(0));
}
