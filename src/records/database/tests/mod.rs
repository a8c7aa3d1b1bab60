//! What is kept, by several programs, and what is left of it after damage and power cuts.

mod clocks;
mod damage;
mod history;
mod power;
mod processes;

use std::{env, fs, process};

use super::*;
use crate::attempt::Mode;
use crate::debrief::debrief;
use crate::hash::ContentHash;
use crate::records::export::xapi::Version;
use crate::records::progress::{AimChange, Aims};
use crate::records::record_store::RecordStore;
use crate::records::saved_attempt::{Identity, SavedAttempt};
use crate::records::simulated::Luck;
use crate::records::{AttemptId, Outcome, PersonId, Timestamp, samples};

const ME: PersonId = PersonId::of([1; 16]);

/// An empty folder.
pub(super) fn fresh(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("bedside-database-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn open(folder: &Path) -> Database {
    let opened = Database::open(folder).expect("it can be opened");
    assert_eq!(opened.damaged, None);
    opened.database
}

pub(super) fn me() -> Profile {
    Profile { id: ME, name: "Sam".to_owned(), made: Timestamp::UNIX_EPOCH }
}

pub(super) fn attempt(number: u8, saved: &str) -> KeptAttempt {
    let hash = ContentHash::of(["a scenario"]);
    KeptAttempt {
        id: AttemptId::of([number; 16]),
        person: ME,
        scenario: "two-hours-in".to_owned(),
        scenario_hash: hash.clone(),
        rubric_hash: hash,
        app: "0.1.0".to_owned(),
        began: Timestamp::UNIX_EPOCH,
        changed: Timestamp::from_second(i64::from(number)).expect("a time"),
        open: true,
        player: None,
        saved: saved.to_owned(),
    }
}

pub(super) fn record_store() -> RecordStore {
    RecordStore {
        address: "https://lrs.example.org/xapi".parse().expect("an address"),
        user: "ward".to_owned(),
        version: Version::V1_0_3,
        home_page: "https://training.example.org".parse().expect("a home page"),
    }
}

#[test]
fn an_attempt_is_there_in_another_program_as_it_was_kept_last() {
    let folder = fresh("kept");
    let [one, other] = [open(&folder), open(&folder)];
    one.add_profile(&me()).expect("kept");
    for words in ["first", "second"] {
        one.keep_attempt(&attempt(1, words)).expect("kept");
    }
    other.keep_attempt(&attempt(2, "another at the same scenario")).expect("kept");
    let found = one.open_attempts(ME, 10).expect("read");
    assert_eq!(found.attempts, [attempt(2, "another at the same scenario"), attempt(1, "second")]);
    one.keep_attempt(&KeptAttempt { open: false, ..attempt(2, "over") }).expect("kept");
    other.discard_attempt(attempt(1, "").id).expect("gone");
    assert_eq!(other.open_attempts(ME, 10).expect("read"), OpenAttempts::default());
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn an_attempt_that_is_over_is_read_as_it_was_and_takes_less_room() {
    let folder = fresh("over");
    let database = open(&folder);
    database.add_profile(&me()).expect("kept");
    let words = "and once more ".repeat(400);
    let over = KeptAttempt { open: false, ..attempt(1, &words) };
    for kept in [&attempt(1, &words), &over, &attempt(2, &words)] {
        database.keep_attempt(kept).expect("kept");
    }
    let mut read = Vec::new();
    let damaged = database.attempts(ME, |attempt| read.push(attempt)).expect("read");
    assert_eq!((read, damaged), (vec![over, attempt(2, &words)], 0));
    let lengths = "SELECT max(length(saved)) FROM attempts GROUP BY open ORDER BY open";
    let mut lengths = database.connection.prepare(lengths).expect("SQL");
    let lengths = lengths.query_map([], |row| row.get(0)).expect("two").collect::<Result<Vec<i64>, _>>();
    assert!(matches!(lengths.expect("two")[..], [over, under_way] if 10 * over < under_way));
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn an_attempt_that_is_over_comes_to_the_same_when_it_is_scored_again() {
    let folder = fresh("again");
    let database = open(&folder);
    database.add_profile(&me()).expect("kept");
    let scenario = &samples::shipped()[0];
    let first = Luck::of(1).play(scenario, 0.0, |_, _, _, _| ());
    let scored = debrief(scenario, &first).expect("it was just played");
    let identity = Identity { id: attempt(1, "").id, began: Timestamp::UNIX_EPOCH, ended: Some(Timestamp::UNIX_EPOCH) };
    let saved = SavedAttempt::begin(identity, scenario.title.clone(), Mode::Practise, first);
    database.keep_attempt(&saved.kept(ME, None, Timestamp::UNIX_EPOCH, false).expect("plain data")).expect("kept");
    let mut read = Vec::new();
    let damaged = database.attempts(ME, |kept| read.push(SavedAttempt::read(&kept.saved))).expect("read");
    assert_eq!((&read, damaged), (&vec![Ok(saved)], 0));
    let again = read.remove(0).expect("as it was saved").attempt.first;
    assert_eq!(debrief(scenario, &again).expect("it is of this scenario"), scored);
    fs::remove_dir_all(folder).expect("ours");
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = fresh("private");
    let database = open(&folder);
    database.add_profile(&me()).expect("kept");
    let entries = fs::read_dir(&folder).expect("a folder").flatten();
    let modes: Vec<u32> = entries.map(|entry| entry.metadata().expect("a file").permissions().mode() & 0o777).collect();
    assert_eq!(modes, [0o600; 3], "the database, its log and its index");
    fs::remove_dir_all(folder).expect("ours");
}

/// What is in the files after a profile was filled with a text, its outbox too, and then deleted in this way.
fn left_after(name: &str, secret: &str, delete: impl FnOnce(&Database)) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = fresh(name);
    let database = open(&folder);
    let other = Profile { id: PersonId::of([9; 16]), name: "Kim".to_owned(), made: Timestamp::UNIX_EPOCH };
    for profile in [&me(), &other] {
        database.add_profile(profile).expect("kept");
    }
    database.share(ME, Sharing::FromNow).expect("kept");
    for number in 1..40 {
        let saved = format!("{secret} {}", "and more ".repeat(500));
        let kept = KeptAttempt { open: number % 2 == 0, ..attempt(number, &saved) };
        database.keep_attempt(&kept).expect("kept");
        let mut outcome = Outcome { attempt: kept.id, person: ME, ..samples::outcome() };
        outcome.scenario.title = secret.to_owned();
        database.keep_outcome(&outcome).expect("kept");
    }
    database.fill_outbox(&record_store().settings(), Timestamp::UNIX_EPOCH).expect("filled");
    for waiting in database.waiting_statements(7, usize::MAX).expect("read") {
        database.note_refused(&waiting.id, secret).expect("kept");
    }
    let outbox = database.outbox().expect("read");
    assert!(outbox.refused == 7 && outbox.waiting > 10, "there is something to delete: {outbox:?}");
    database.change_aim(ME, AimChange::Compare([Some(secret.to_owned()), None])).expect("kept");
    fs::write(folder.join("records.version-1.sqlite"), secret).expect("a copy");
    delete(&database);
    assert_eq!(database.aims(ME).expect("read"), Aims::default());
    let left = "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM outcomes)";
    assert_eq!(database.connection.query_row(left, [], |row| row.get(0)), Ok(0));
    let files = fs::read_dir(&folder).expect("a folder").flatten();
    let read = files.map(|file| (file.path(), fs::read(file.path()).expect("a file"))).collect();
    drop(database);
    fs::remove_dir_all(folder).expect("ours");
    read
}

#[test]
fn of_a_deleted_profile_no_byte_is_left() {
    let secret = "what nobody else is to read";
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    let deleted = left_after("deleted", secret, |database| {
        database.delete_profile(ME).expect("deleted");
        assert_eq!(database.profiles().expect("read").len(), 1);
    });
    let forgotten = left_after("forgotten", secret, |database| database.forget(ME).expect("forgotten"));
    for (path, bytes) in deleted.iter().chain(&forgotten) {
        assert!(!holds(bytes, secret), "{}", path.display());
    }
    assert!(deleted.iter().all(|(_, bytes)| !holds(bytes, "Sam")));
    assert!(forgotten.iter().any(|(_, bytes)| holds(bytes, "Sam")), "what is looked for can be found");
}

#[test]
fn no_cause_is_given_in_the_system_s_own_words() {
    for (kind, plainly) in [
        (ErrorKind::StorageFull, "the disk is full"),
        (ErrorKind::PermissionDenied, "Bedside is not allowed to"),
        (ErrorKind::TimedOut, "the disk has failed"),
    ] {
        assert_eq!(cause(&kind.into()), plainly);
    }
}
