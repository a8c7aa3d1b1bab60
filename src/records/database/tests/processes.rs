//! Several processes at one database: nothing that one of them keeps is lost, and none is told that the file is locked.

use std::process::{Child, Command};

use super::history::{figures, places};
use super::journal::Journal;
use super::opening::Look;
use super::*;

/// Tells this test, run by another, which folder, which process and which journal it is.
const ROLE: &str = "BEDSIDE_TEST_PROCESS";
/// How many attempts each process makes.
const ATTEMPTS: u32 = 10;

fn begin(folder: &Path, process: u8, journal: Journal) -> Child {
    let name = "records::database::tests::processes::one_of_several";
    let mut command = Command::new(env::current_exe().expect("this program"));
    command.args([name, "--exact", "--ignored", "--nocapture"]);
    command.env(ROLE, format!("{process} {journal:?} {}", folder.display()));
    command.spawn().expect("it starts")
}

#[test]
#[ignore = "another test runs it in a process of its own"]
fn one_of_several() {
    let role = env::var(ROLE).expect("another test runs it");
    let (process, rest) = role.split_once(' ').expect("a number");
    let (journal, folder) = rest.split_once(' ').expect("a folder");
    keep_choices(Path::new(folder), process.parse().expect("a number"), journal);
}

fn journal_of(name: &str) -> Journal {
    [Journal::Log, Journal::Rollback].into_iter().find(|journal| format!("{journal:?}") == name).expect("a journal")
}

fn opened(folder: &Path, journal: &str) -> Database {
    fs::create_dir_all(folder).expect("a folder");
    Database::with(&folder.join(FILE), Look::UnlessLarge, journal_of(journal)).expect("it opens")
}

/// How many choices an attempt has.
fn turns() -> u32 {
    u32::try_from(places() / 2).expect("few")
}

fn attempt_of(process: u8, choice: u32) -> u8 {
    100 + process * 20 + u8::try_from(choice / turns()).expect("few")
}

fn choices(process: u8, up_to: u32) -> String {
    let first = up_to / turns() * turns();
    let made = (first..=up_to).map(|choice| format!("{process}: {choice}, {}", "words ".repeat(200)));
    made.collect::<Vec<_>>().concat()
}

/// What a window does: each choice is kept, and now and then it is read what there is.
fn keep_choices(folder: &Path, process: u8, journal: &str) {
    let database = opened(folder, journal);
    database.add_profile(&me()).expect("no other profile is in the way");
    for choice in 0..ATTEMPTS * turns() {
        let kept = attempt(attempt_of(process, choice), &choices(process, choice));
        let keeps = database.together(|database| database.keep_attempt(&kept));
        keeps.unwrap_or_else(|error| panic!("process {process}, choice {choice}: {error}"));
        if choice % turns() == 0 {
            database.open_attempts(ME, 100).expect("read");
            database.progress(ME).expect("read");
        }
    }
}

fn hold(name: &str, journal: Journal) {
    let folder = fresh(name);
    // All of them at once, where nothing is yet.
    let others: Vec<Child> = (1..3).map(|process| begin(&folder, process, journal)).collect();
    keep_choices(&folder, 0, &format!("{journal:?}"));
    for mut other in others {
        assert!(other.wait().expect("it ends").success(), "what it met stands above");
    }
    let database = opened(&folder, &format!("{journal:?}"));
    let mode: String = database.connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("it says");
    assert_eq!(mode, if journal == Journal::Log { "wal" } else { "truncate" });
    let found = database.open_attempts(ME, 1_000).expect("read");
    assert_eq!((found.attempts.len(), found.damaged), (3 * ATTEMPTS as usize, 0));
    for process in 0..3 {
        for last in (1..=ATTEMPTS).map(|attempt| attempt * turns() - 1) {
            let id = attempt(attempt_of(process, last), "").id;
            let kept = database.attempt(ME, id).expect("read").expect("it is there");
            assert_eq!(kept.saved, choices(process, last), "process {process}, up to choice {last}");
        }
    }
    let choices = 3 * ATTEMPTS as usize * turns() as usize;
    figures(&format!("three processes, {journal:?}"), &[("choices", choices), ("lost", 0)]);
    drop(database);
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn of_three_processes_that_play_at_once_none_loses_a_choice() {
    hold("processes-log", Journal::Log);
}

#[test]
fn nor_where_the_folder_is_on_another_computer() {
    hold("processes-rollback", Journal::Rollback);
}

#[test]
fn a_database_goes_from_one_way_of_writing_to_the_other_and_back() {
    let folder = fresh("journals");
    for (number, journal) in (1..).zip(["Log", "Rollback", "Log", "Rollback"]) {
        let database = opened(&folder, journal);
        database.add_profile(&me()).expect("kept");
        database.keep_attempt(&attempt(number, "words")).expect("kept");
        assert_eq!(database.open_attempts(ME, 9).expect("read").attempts.len(), usize::from(number));
    }
    fs::remove_dir_all(folder).expect("ours");
}
