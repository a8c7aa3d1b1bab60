//! A power cut: what was synchronised is on the disk, and of what was written since then any part.
//!
//! With `synchronous = FULL` SQLite synchronises the log at each change before the call returns, the log before it moves pages
//! into the file, the file before the log is begun anew, and the header of a log before what follows it. So between two of these moments either file may hold, sector by
//! sector, what it held before or what it holds afterwards; at its end zeros or anything at all may stand instead, or nothing.

use super::history::{Files, History, LOG_HEADER, State, change, figures, history, places};
use super::*;
use crate::records::simulated::Luck;

/// What a disk writes whole or not at all, in bytes.
const SECTOR: usize = 512;

/// What may be there of a file that was `before` and was to become `after`.
fn between(before: &[u8], after: &[u8], luck: &mut Luck) -> Vec<u8> {
    let longest = before.len().max(after.len());
    let shortest = before.len().min(after.len());
    let length = shortest + luck.below(longest - shortest + 1);
    // Mostly written or mostly not, or half of it, or in order up to somewhere.
    let (parts, up_to) = (luck.below(4), luck.below(length / SECTOR + 1));
    let mut there = Vec::with_capacity(length);
    for at in (0..length).step_by(SECTOR) {
        let end = (at + SECTOR).min(length);
        let is_written = match parts {
            0 => luck.below(10) > 0,
            1 => luck.below(10) == 0,
            2 => luck.below(2) > 0,
            _ => at / SECTOR < up_to,
        };
        let from = if is_written { after } else { before };
        there.extend_from_slice(from.get(at..end.min(from.len())).unwrap_or_default());
        // What lies beyond what the file was: zeros, or what the disk held there before.
        let filler = if luck.below(2) == 0 { 0 } else { 0xa5 };
        there.resize(end, filler);
    }
    there
}

/// What is there when the power comes back; nobody is told of damage, since there is none.
fn after_the_cut(files: &Files, folder: &Path, case: &str) -> State {
    files.lay(folder);
    let opened = Database::open(folder).unwrap_or_else(|error| panic!("{case}: {error}"));
    assert_eq!(opened.damaged, None, "{case}");
    let found = State::of(&opened.database);
    opened.database.add_profile(&me()).expect("kept");
    opened.database.keep_attempt(&attempt(99, "goes on")).unwrap_or_else(|error| panic!("{case}: {error}"));
    found
}

/// The cut falls into the change after the `number`th: that change is there as a whole or not at all.
fn cut_after(history: &History, number: usize, luck: &mut Luck, folder: &Path) -> bool {
    let [before, after] = [&history.files[number], &history.files[number + 1]];
    assert_eq!(before.database, after.database, "the change is in the log alone");
    let files = Files { database: before.database.clone(), log: between(&before.log, &after.log, luck) };
    let case = format!("after change {number}, {} of {} bytes", files.log.len(), after.log.len());
    let found = after_the_cut(&files, folder, &case);
    let is_there = found == history.states[number + 1];
    assert!(is_there || found == history.states[number], "{case}: neither as before nor as after");
    is_there
}

#[test]
fn a_power_cut_leaves_every_change_that_was_told_of_and_no_half_of_another() {
    let history = history("power-log", 11, 30, 60);
    let folder = fresh("power-log-cut");
    let mut luck = Luck::of(12);
    let mut there = 0;
    for _ in 0..places() {
        let number = luck.below(history.files.len() - 1);
        there += usize::from(cut_after(&history, number, &mut luck, &folder));
    }
    figures("power cut, within a change", &[("places", places()), ("the change is there", there)]);
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn a_power_cut_while_the_log_is_moved_into_the_file_or_begun_anew_costs_nothing() {
    let folder = fresh("power-move");
    let database = open(&folder);
    database.add_profile(&me()).expect("kept");
    let mut luck = Luck::of(13);
    (0..60).for_each(|at| change(&database, &mut luck, at));
    let [mut moved, mut begun] = [History::default(), History::default()];
    for at in 60..90 {
        let before = Files::read(&folder);
        while Files::read(&folder) == before {
            change(&database, &mut luck, at);
        }
        moved.states.push(State::of(&database));
        moved.files.push(Files::read(&folder));
        database.connection.execute_batch("PRAGMA wal_checkpoint(RESTART)").expect("it is moved");
        moved.files.push(Files::read(&folder));
        begun.states.push(State::of(&database));
        begun.files.push(Files::read(&folder));
        // The first change into a log that is begun anew; what is discarded may not have been there.
        while Files::read(&folder).log == moved.files[moved.files.len() - 1].log {
            change(&database, &mut luck, at + 100);
        }
        begun.states.push(State::of(&database));
        begun.files.push(Files::read(&folder));
    }
    drop(database);
    let cut_folder = fresh("power-move-cut");
    for place in 0..places() {
        let at = luck.below(30);
        let [before, after] = [&moved.files[2 * at], &moved.files[2 * at + 1]];
        assert!(before.log == after.log && before.database != after.database, "pages are moved");
        let database = between(&before.database, &after.database, &mut luck);
        let files = Files { database, log: before.log.clone() };
        let found = after_the_cut(&files, &cut_folder, &format!("moved {place}"));
        assert_eq!(found, moved.states[at], "moved {place}");
        let [before, after] = [&begun.files[2 * at], &begun.files[2 * at + 1]];
        assert!(before.log != after.log && before.database == after.database, "the log is written over");
        let log = if place % 4 == 0 {
            // The header is on its way, and nothing else.
            let written = luck.below(LOG_HEADER);
            [&after.log[..written], &before.log[written..]].concat()
        } else {
            let frames = between(&before.log[LOG_HEADER..], &after.log[LOG_HEADER..], &mut luck);
            [&after.log[..LOG_HEADER], &frames].concat()
        };
        let files = Files { log, database: before.database.clone() };
        let found = after_the_cut(&files, &cut_folder, &format!("begun {place}"));
        let either = [&begun.states[2 * at], &begun.states[2 * at + 1]];
        assert!(either.contains(&&found), "begun {place}: neither as before nor as after");
    }
    figures("power cut, while the log is moved", &[("places", places())]);
    figures("power cut, while the log is begun anew", &[("places", places())]);
    for folder in [folder, cut_folder] {
        fs::remove_dir_all(folder).expect("ours");
    }
}

#[test]
fn a_power_cut_while_a_new_database_takes_the_place_of_a_damaged_one_costs_nothing() {
    let history = history("power-replace-before", 14, 60, 20);
    let (last, files) = history.last();
    let folder = fresh("power-replace");
    // A frame of the log is damaged, in an early change.
    let mut damaged = files.clone();
    damaged.log[100] ^= 1;
    damaged.lay(&folder);
    let path = folder.join(FILE);
    let found = State::of(&Database::open(&folder).expect("a new one").database);
    let new = fs::read(&path).expect("the new one");
    let part = |name: &str| folder.join(name);
    // Half of the new one is there, and the damaged one is still in its place.
    damaged.lay(&folder);
    fs::write(part("records.anew.sqlite"), &new[..new.len() / 2]).expect("half");
    let opened = Database::open(&folder).expect("a new one");
    assert!(opened.damaged.is_some() && State::of(&opened.database) == found);
    drop(opened);
    // The damaged one is out of the way, its log is or is not, and the new one is not in its place.
    for log_is_moved in [false, true] {
        damaged.lay(&folder);
        fs::rename(&path, part("records.damaged-1.sqlite")).expect("moved");
        if log_is_moved {
            fs::rename(part("records.sqlite-wal"), part("records.damaged-1.sqlite-wal")).expect("moved");
        }
        fs::write(part("records.anew.sqlite"), &new).expect("the new one");
        let opened = Database::open(&folder).expect("the new one");
        assert_eq!((opened.damaged, State::of(&opened.database)), (None, found.clone()), "{log_is_moved}");
        assert!(part("records.damaged-1.sqlite-wal").exists() && !part("records.anew.sqlite").exists());
    }
    assert!(found.attempts.len() + 2 >= last.attempts.len(), "{} of {}", found.attempts.len(), last.attempts.len());
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn every_change_waits_for_the_disk() {
    let folder = fresh("power-full");
    for journal in [journal::Journal::Log, journal::Journal::Rollback] {
        fs::create_dir_all(&folder).expect("a folder");
        let database = Database::with(&folder.join(FILE), opening::Look::Always, journal).expect("it is made");
        let says = |pragma: &str| -> i64 {
            database.connection.pragma_query_value(None, pragma, |row| row.get(0)).expect("it says")
        };
        assert_eq!(says("synchronous"), 2, "FULL");
        assert_eq!(says("secure_delete"), 1);
    }
    fs::remove_dir_all(folder).expect("ours");
}
