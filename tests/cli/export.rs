//! `bedside export`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bedside::attempt::{Attempt, Mode, Notes};
use bedside::debrief::debrief;
use bedside::library::Library;
use bedside::records::database::{Database, KeptAttempt, Profile};
use bedside::records::export::{Exported, json_lines};
use bedside::records::{AttemptId, Occasion, Outcome, PersonId, SaidBy, Timestamp};
use bedside::session::{Chance, Session};

use super::harness::{Folder, run, tiny};

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
        assert_eq!(read(&path), [Exported::from(expected)]);
        assert!(!fs::read_to_string(&path).expect("a file").contains("Sam"), "nobody is named");
    }
}

#[test]
fn a_profile_that_several_people_seem_to_share_is_told_of() {
    let (folder, outcome) = played();
    let database = Database::open(folder.path()).expect("opened").database;
    for number in 3..=12 {
        let attempt = AttemptId::of([number; 16]);
        let mut kept = database.attempt(outcome.person, outcome.attempt).expect("read").expect("it is kept");
        kept.id = attempt;
        database.keep_attempt(&kept).expect("kept");
        database.keep_outcome(&Outcome { attempt, ..outcome.clone() }).expect("kept");
        let out = format!("{}/{number}.jsonl", folder.text());
        let ran = run(&["export", "--data", folder.text(), "--out", &out], "");
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let told = ran.stderr.contains("has 11 attempts") && ran.stderr.contains("several people");
        assert_eq!(told, number == 12, "{number}: {ran:?}");
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
fn a_damaged_database_is_told_of_and_what_can_be_read_of_it_is_exported() {
    let (folder, outcome) = played();
    let kept = folder.path().join("records.sqlite");
    let mut bytes = fs::read(&kept).expect("a file");
    // The first page says where every table is.
    bytes[100] = 0;
    fs::write(&kept, &bytes).expect("damaged");
    let out = folder.path().join("read");
    let ran = run(&["export", "--data", folder.text(), "--out", out.to_str().expect("plain")], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stderr.contains("is damaged: one attempt can be read") && ran.stderr.contains("hint: "), "{ran:?}");
    assert!(ran.stdout.starts_with("One attempt is in "), "{ran:?}");
    assert_eq!(fs::read(&kept).expect("a file"), bytes, "it is left as it is");
    let text = fs::read(&out).expect("a file");
    let read: Vec<Exported> = json_lines::read(&text[..]).map(|line| line.expect("a line")).collect();
    assert_eq!(read, [Exported::from(outcome.without_words())]);
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

/// Holds a group session of `my-own` that is recorded where the window records them: the first decision is doubted.
fn held(folder: &Folder, name: &str, more: &str) {
    let recording = folder.path().join("sessions").join(name);
    fs::create_dir_all(recording.parent().expect("a folder")).expect("it is made");
    let recording = recording.to_str().expect("plain");
    let words = ["--scenarios", folder.text(), "group", "open", "my-own", "--no-phones", "--seed", "7"];
    let input = format!("\n\n\n\nhands 3 1\n\n\nhands 4 0\n\n\ndisagree Wait first\nnote Sam was late\n{more}");
    let ran = run(&[&words[..], &["--record", recording]].concat(), &input);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
}

fn read(path: &Path) -> Vec<Exported> {
    let text = fs::read(path).expect("a file");
    json_lines::read(&text[..]).map(|line| line.expect("a line")).collect()
}

#[test]
fn a_group_session_that_is_over_is_exported_and_is_the_same_each_time() {
    let folder = Folder::with(&["my-own"]);
    held(&folder, "my-own-1.group", "stop\n");
    held(&folder, "my-own-2.group", "");
    let paths = ["a", "b", "c"].map(|name| folder.path().join(name));
    assert!(export(&folder, &paths[0], &[]).starts_with("0 attempts and 1 group session are in "));
    export(&folder, &paths[1], &["--words"]);
    let [without, with] = [read(&paths[0]), read(&paths[1])];
    let of = |exported: &[Exported]| {
        let decisions = exported.iter().filter_map(|one| match one {
            Exported::GroupDecision(decision) => Some(decision.clone()),
            _ => None,
        });
        decisions.collect::<Vec<_>>()
    };
    let decisions = of(&without);
    assert!(decisions.len() == without.len() && decisions[0].disagrees, "{without:?}");
    assert_eq!(decisions, of(&with));
    let comments = with.iter().filter_map(|one| match one {
        Exported::Comment(comment) => Some((comment.by, comment.words.as_str())),
        _ => None,
    });
    assert_eq!(comments.collect::<Vec<_>>(), [(SaidBy::Facilitator, "Wait first")]);
    assert!(!fs::read_to_string(&paths[1]).expect("a file").contains("Sam"), "a note is private");
    let report = folder.path().join("report");
    let words = [&paths[0], &paths[1], &report].map(|path| path.to_str().expect("plain"));
    let ran = run(&["report", words[0], words[1], "--out", words[2]], "");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    let groups = fs::read_to_string(report.join("groups.csv")).expect("a table");
    assert_eq!(groups.matches("held back").count(), 2 * decisions.len(), "{groups}");
    assert!(!fs::read_to_string(report.join("report.html")).expect("a page").contains("Wait first"));
}

#[test]
fn a_recording_that_cannot_be_read_is_named_and_keeps_nothing_else_from_being_exported() {
    let (folder, _) = played();
    let folder = folder.file("my-own.ron", tiny("my-own", "Mine"));
    held(&folder, "my-own-1.group", "stop\n");
    fs::write(folder.path().join("sessions/my-own-0.group"), "hello\n").expect("a file");
    let path = folder.path().join("all");
    let ran = run(&["export", "--data", folder.text(), "--out", path.to_str().expect("plain")], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.stdout.starts_with("One attempt and 1 group session are in "), "{ran:?}");
    assert!(ran.stderr.starts_with("warning: ") && ran.stderr.contains("my-own-0.group"), "{ran:?}");
    assert!(read(&path).len() > 1);
}
