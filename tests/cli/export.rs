//! `bedside export`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bedside::attempt::{Attempt, Mode, Notes};
use bedside::debrief::debrief;
use bedside::library::Library;
use bedside::records::database::{Database, KeptAttempt, Profile};
use bedside::records::export::{Exported, json_lines};
use bedside::records::{AttemptId, Occasion, Outcome, PersonId, Timestamp};
use bedside::session::{Chance, Session};

use super::harness::{Folder, run};

const NOTE: &str = "ask before I explain";

/// The folder and the lines of an export.
pub(super) fn exported() -> (Folder, PathBuf) {
    let (folder, _) = played();
    let path = folder.path().join("records.jsonl");
    export(&folder, &path, &[]);
    (folder, path)
}

/// The lines of an attempt by each of so many people.
pub(super) fn lines_of(people: u8) -> Vec<String> {
    let (_, outcome) = played();
    let of = |number: u8| {
        let (attempt, person) = (AttemptId::of([number; 16]), PersonId::of([number; 16]));
        let outcome = Outcome { attempt, person, ..outcome.clone() };
        json_lines::line(&Exported::from(outcome)).expect("a line")
    };
    (1..=people).map(of).collect()
}

/// A folder in which one finished attempt is kept.
fn played() -> (Folder, Outcome) {
    let folder = Folder::new();
    let database = Database::open(folder.path()).expect("it is made").database;
    let person = PersonId::of([1; 16]);
    let now = Timestamp::from_second(1_790_000_000).expect("a time");
    database.add_profile(&Profile { id: person, name: "Sam".to_owned(), made: now }).expect("kept");
    let scenario = Arc::clone(&Library::open(&[]).entries[0].scenario);
    let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(3));
    while let Some(&choice) = session.current_scene().offer.first() {
        session.choose(choice, Some(2_000)).expect("it is on offer");
    }
    let transcript = session.transcript();
    let notes = Notes { next_time: NOTE.to_owned(), ..Notes::default() };
    let attempt = Attempt { notes, ..Attempt::begin(Mode::Practise, transcript.clone()) };
    let id = AttemptId::of([2; 16]);
    let kept = KeptAttempt {
        id,
        person,
        scenario: scenario.id.clone(),
        scenario_hash: transcript.scenario_hash.clone(),
        rubric_hash: transcript.rubric_hash.clone(),
        app: "0.1.0".to_owned(),
        began: now,
        changed: now,
        open: false,
        player: None,
        saved: "{}".to_owned(),
    };
    database.keep_attempt(&kept).expect("kept");
    let debrief = debrief(&scenario, transcript).expect("it is of this scenario");
    let occasion = Occasion { attempt: id, person, app: "0.1.0".to_owned(), began: now, ended: now };
    let outcome = Outcome::of(occasion, &scenario, &attempt, &debrief);
    database.keep_outcome(&outcome).expect("kept");
    (folder, outcome)
}

fn export(folder: &Folder, out: &Path, further: &[&str]) -> String {
    let out = out.to_str().expect("plain");
    let ran = run(&[&["export", "--data", folder.text(), "--out", out], further].concat(), "");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    ran.stdout
}

#[test]
fn lines_are_read_as_what_was_kept_and_hold_no_word_that_nobody_asked_for() {
    let (folder, outcome) = played();
    for (name, further, expected) in
        [("without", &[][..], outcome.clone().without_words()), ("with", &["--words"][..], outcome)]
    {
        let path = folder.path().join(name);
        let told = export(&folder, &path, further);
        assert!(told.starts_with("One attempt is in "), "{told}");
        let text = fs::read(&path).expect("a file");
        let read: Vec<Exported> = json_lines::read(&text[..]).map(|line| line.expect("a line")).collect();
        assert_eq!(read, [Exported::from(expected)]);
        assert!(!String::from_utf8_lossy(&text).contains("Sam"), "nobody is named");
    }
}

#[test]
fn tables_and_statements_are_written_too() {
    let (folder, outcome) = played();
    let tables = folder.path().join("tables");
    export(&folder, &tables, &["--as", "csv"]);
    let rows = |name: &str| fs::read_to_string(tables.join(name)).expect("a table").lines().count() - 1;
    assert_eq!((rows("attempts.csv"), rows("decisions.csv")), (1, outcome.decisions.len()));
    for version in ["1.0.3", "2.0"] {
        let path = folder.path().join(version);
        export(&folder, &path, &["--as", "xapi", "--xapi", version]);
        let text = fs::read_to_string(path).expect("a file");
        let statements: Vec<serde_json::Value> = serde_json::from_str(&text).expect("an array");
        assert_eq!(statements.len(), 1 + outcome.decisions.len());
        assert!(!text.contains(NOTE) && !text.contains("Sam"));
    }
}

#[test]
fn what_is_there_is_left_as_it_is_and_where_nothing_is_kept_the_way_out_is_told() {
    let (folder, _) = played();
    let path = folder.path().join("mine");
    fs::write(&path, "mine").expect("a file");
    let ran = run(&["export", "--data", folder.text(), "--out", path.to_str().expect("plain")], "");
    assert!(ran.code == Some(2) && ran.stderr.contains("exists, and is left as it is"), "{ran:?}");
    assert_eq!(fs::read(&path).expect("it is there"), b"mine");
    let empty = Folder::new();
    let ran = run(&["export", "--data", empty.text(), "--out", empty.path().join("a").to_str().expect("plain")], "");
    assert!(ran.code == Some(1) && ran.stderr.contains("play a scenario to its debrief first"), "{ran:?}");
    assert_eq!(fs::read_dir(empty.path()).expect("a folder").count(), 0, "nothing is made");
}
