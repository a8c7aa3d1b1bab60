//! What the store keeps, tells and leaves alone.

use std::{env, fs, process};

use super::*;
use crate::records::database::{Database, FILE};
use crate::records::progress::Aimed;
use crate::records::{Measure, PersonId, Player, Timestamp};

const DEADLINE: Duration = Duration::from_secs(20);

/// An empty folder.
fn fresh(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("bedside-store-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn me() -> Profile {
    Profile { id: PersonId::of([3; 16]), name: String::new(), made: Timestamp::UNIX_EPOCH }
}

/// Somebody who plays, in this folder.
fn location(folder: Option<&Path>) -> SaveLocation {
    SaveLocation { folder: folder.map(Path::to_owned), profile: me(), guest: false, undecided: None }
}

/// A store for this folder.
fn store_in(folder: &Path) -> Store {
    Store::start(location(Some(folder)), || ())
}

fn attempt(number: u8, player: Option<&str>) -> KeptAttempt {
    let hash = ContentHash::of(["a scenario"]);
    KeptAttempt {
        id: AttemptId::of([number; 16]),
        person: me().id,
        scenario: "two-hours-in".to_owned(),
        scenario_hash: hash.clone(),
        rubric_hash: hash,
        app: "0.1.0".to_owned(),
        began: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        open: true,
        player: player.map(str::to_owned),
        saved: "{}".to_owned(),
    }
}

/// What is told next.
fn next(store: &Store) -> Option<String> {
    store.statuses.lock().expect("a thread that lives").recv_timeout(DEADLINE).expect("there is news")
}

#[test]
fn a_problem_with_saving_is_told_once_in_plain_words_and_withdrawn_when_it_is_solved() {
    let folder = fresh("fault");
    fs::create_dir_all(folder.join("records.sqlite")).expect("a folder in the way");
    let store = store_in(&folder);
    store.keep_settings("(timers: false)".to_owned());
    let told = next(&store).expect("it cannot be saved");
    assert!(told.starts_with("What you do is not saved in ") && !told.contains("os error"), "{told}");
    assert!(store.is_behind());
    store.keep_settings("(timers: true)".to_owned());
    fs::remove_dir(folder.join("records.sqlite")).expect("it is ours");
    // Nothing changes any more, but it is tried again all the same.
    assert_eq!(next(&store), None, "told once, and taken back");
    store.wait(DEADLINE);
    assert!(!store.is_behind() && store.news().is_empty());
    drop(store);
    let kept = Database::open(&folder).expect("it is there").database.settings(me().id);
    assert_eq!(kept.expect("it is read").as_deref(), Some("(timers: true)"));
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn of_two_windows_neither_undoes_what_the_other_wants_to_reach() {
    let folder = fresh("aims");
    let [one, other] = [store_in(&folder), store_in(&folder)];
    let target = |measure: Measure, target: Option<u8>| AimChange::Target(Aimed::Measure(measure), target);
    let asked = |store: &Store| store.ask_for_progress().recv_timeout(DEADLINE).expect("it comes").1;
    let compared = AimChange::Compare(["one", "other"].map(|id| Some(id.to_owned())));
    assert_eq!([&one, &other].map(asked), [Aims::default(), Aims::default()]);
    for (window, change) in [
        (&one, compared),
        (&other, target(Measure::Overall, Some(80))),
        (&one, target(Measure::ALL[0], Some(75))),
        (&one, target(Measure::ALL[1], Some(90))),
        (&other, target(Measure::ALL[1], None)),
    ] {
        window.change_aim(change);
        window.wait(DEADLINE);
    }
    let aims = asked(&one);
    assert_eq!((aims.pair(), asked(&other)), (Some(["one", "other"]), aims.clone()));
    let targets = Measure::ALL.map(|measure| aims.target(&Aimed::Measure(measure)));
    assert_eq!(targets, [Some(75), None, None, Some(80)]);
    one.forget_all();
    assert_eq!(asked(&one), Aims::default());
    drop([one, other]);
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn nothing_can_be_saved_where_there_is_no_folder_and_nothing_waits_for_it() {
    let store = Store::start(location(None), || ());
    store.keep_attempt(attempt(1, None));
    assert!(next(&store).is_some_and(|told| told.contains("names no folder")));
    assert_eq!(store.look_up(attempt(1, None).id), None);
    assert!(store.is_behind());
}

#[test]
fn what_another_window_plays_is_neither_taken_up_nor_discarded() {
    let folder = fresh("elsewhere");
    let store = store_in(&folder);
    let other = Player::enter(&folder, "other").expect("it enters");
    store.keep_attempt(attempt(1, Some("other")));
    let id = attempt(1, None).id;
    assert_eq!(store.look_up(id), Some(LookedUp::PlayedElsewhere));
    store.discard_attempt(id);
    assert_eq!(store.look_up(id), Some(LookedUp::PlayedElsewhere));
    drop(other);
    assert_eq!(store.look_up(id), Some(LookedUp::There(Box::new(attempt(1, Some("other"))))));
    store.discard_attempt(id);
    assert_eq!(store.look_up(id), Some(LookedUp::Gone));
    drop(store);
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn what_is_to_be_deleted_is_deleted_as_soon_as_it_can_be() {
    let folder = fresh("forget");
    let store = store_in(&folder);
    store.keep_attempt(attempt(1, None));
    store.wait(DEADLINE);
    let other = rusqlite::Connection::open(folder.join(FILE)).expect("it");
    other.execute_batch("BEGIN EXCLUSIVE").expect("nobody else writes");
    store.forget_all();
    assert!(next(&store).is_some_and(|told| told.contains("another program")));
    other.execute_batch("ROLLBACK").expect("others may write again");
    assert_eq!(next(&store), None);
    let left: rusqlite::Result<u32> = other.query_row("SELECT count(*) FROM attempts", [], |row| row.get(0));
    assert_eq!(left, Ok(0));
    drop(store);
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn a_database_that_is_damaged_in_use_is_set_aside_and_what_waits_is_kept() {
    let folder = fresh("damaged");
    let store = store_in(&folder);
    store.keep_attempt(attempt(1, None));
    store.wait(DEADLINE);
    // A table that lies beyond the end of the file.
    let damage = "PRAGMA writable_schema = ON; \
                  UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'attempts'; \
                  PRAGMA schema_version = 77;";
    rusqlite::Connection::open(folder.join(FILE)).expect("it").execute_batch(damage).expect("it is damaged");
    store.keep_attempt(attempt(2, None));
    assert!(next(&store).is_some_and(|told| told.contains("damaged")), "first it cannot be saved");
    assert!(next(&store).is_some_and(|told| told.contains("is now called")), "then it is set aside");
    store.wait(DEADLINE);
    drop(store);
    assert!(folder.join("records.damaged-1.sqlite").exists());
    let kept = Database::open(&folder).expect("it is there").database.open_attempts(me().id, 9).expect("read");
    let ids: Vec<AttemptId> = kept.attempts.iter().map(|kept| kept.id).collect();
    assert_eq!(ids, [2, 1].map(|number| attempt(number, None).id), "what waited, and what was there before");
    fs::remove_dir_all(folder).expect("it is ours");
}

/// The answer to what was asked for with the whole profile.
fn done(answered: &Receiver<Result<(), String>>) -> Result<(), String> {
    answered.recv_timeout(DEADLINE).expect("there is an answer")
}

#[test]
fn of_a_guest_nothing_is_on_the_disk_and_all_is_there_while_the_window_is_open() {
    let folder = fresh("guest");
    fs::create_dir_all(&folder).expect("a folder");
    let store = Store::start(SaveLocation { guest: true, ..location(Some(&folder)) }, || ());
    let kept = attempt(1, None);
    store.keep_attempt(kept.clone());
    store.wait(DEADLINE);
    assert_eq!(store.look_up(kept.id), Some(LookedUp::There(Box::new(kept))));
    drop(store);
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 0, "no file was made");
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn a_profile_is_renamed_written_out_and_deleted() {
    let folder = fresh("profile");
    let [kept_in, exported] = [folder.join("kept"), folder.join("mine")];
    let store = store_in(&kept_in);
    store.keep_attempt(attempt(1, None));
    assert_eq!(done(&store.with_profile(WithProfile::Rename("Ana".to_owned()))), Ok(()));
    assert_eq!(Database::profiles_in(&kept_in).expect("read")[0].name, "Ana");
    assert_eq!(done(&store.with_profile(WithProfile::Export(exported.clone()))), Ok(()));
    assert_eq!(fs::read_to_string(exported.join("kept.jsonl")).expect("a file").lines().count(), 1);
    let about = fs::read_to_string(exported.join("profile.json")).expect("a file");
    assert!(about.contains("\"Ana\""), "as it is called now: {about}");
    let again = done(&store.with_profile(WithProfile::Export(exported)));
    assert_eq!(again, Err("something else is in its place".to_owned()));
    assert_eq!(done(&store.with_profile(WithProfile::Delete)), Ok(()));
    drop(store);
    assert_eq!(Database::profiles_in(&kept_in).expect("read"), []);
    fs::remove_dir_all(folder).expect("ours");
}

/// Somebody else of this number and name.
fn other(number: u8, name: &str) -> Profile {
    Profile { id: PersonId::of([number; 16]), name: name.to_owned(), made: Timestamp::UNIX_EPOCH }
}

/// A folder whose database is in the way of nobody but cannot be read, and a store that began there.
fn not_yet_readable(name: &str, said: WhoPlays) -> (PathBuf, Store) {
    let folder = fresh(name);
    fs::create_dir_all(folder.join(FILE)).expect("a folder in the way");
    let store = Store::start(SaveLocation { undecided: Some(said), ..location(Some(&folder)) }, || ());
    store.keep_attempt(attempt(1, None));
    assert!(next(&store).is_some_and(|told| told.contains("What you do is not saved")));
    (folder, store)
}

/// Puts a database with these people into the place of what was in its way.
fn readable_now(folder: &Path, people: &[Profile]) {
    let elsewhere = folder.join("elsewhere");
    let database = Database::open(&elsewhere).expect("it is made").database;
    for one in people {
        database.add_profile(one).expect("kept");
    }
    drop(database);
    fs::remove_dir(folder.join(FILE)).expect("ours");
    fs::rename(elsewhere.join(FILE), folder.join(FILE)).expect("moved");
}

/// Who has a profile in the folder, and the attempts that are kept of each.
fn kept_in(folder: &Path) -> Vec<(String, usize)> {
    let database = Database::open(folder).expect("it is there").database;
    let of = |one: Profile| (one.name, database.open_attempts(one.id, 9).expect("read").attempts.len());
    database.profiles().expect("read").into_iter().map(of).collect()
}

#[test]
fn who_plays_is_found_when_the_database_can_first_be_read_and_nobody_is_added() {
    for said in [WhoPlays::Owner, WhoPlays::Named("ana".to_owned()), WhoPlays::Known(other(7, "Anna"))] {
        let (folder, store) = not_yet_readable("found-late", said);
        assert_eq!(store.whose(), Whose::AsSaid);
        readable_now(&folder, &[other(7, "Ana")]);
        assert_eq!(next(&store), None, "it is saved again");
        assert_eq!(store.whose(), Whose::Found(other(7, "Ana")));
        store.keep_attempt(attempt(2, None));
        drop(store);
        assert_eq!(kept_in(&folder), [("Ana".to_owned(), 2)]);
        fs::remove_dir_all(folder).expect("ours");
    }
}

#[test]
fn where_several_may_have_played_it_is_kept_for_whoever_says_so() {
    for (say, then) in [
        (WhoPlays::Known(other(8, "Kim")), vec![("Ana", 0), ("Kim", 1)]),
        (WhoPlays::New("Sam".to_owned()), vec![("Ana", 0), ("Kim", 0), ("Sam", 1)]),
        (WhoPlays::Guest, vec![("Ana", 0), ("Kim", 0)]),
    ] {
        let (folder, store) = not_yet_readable("said-late", WhoPlays::Owner);
        readable_now(&folder, &[other(7, "Ana"), other(8, "Kim")]);
        assert!(next(&store).is_some_and(|told| told.contains("it is not known which of them you are")));
        assert_eq!(store.whose(), Whose::NotSaid);
        let saved_for = store.end(&say).map(|profile| profile.name);
        assert_eq!(saved_for, then.iter().find(|(_, kept)| *kept == 1).map(|(name, _)| (*name).to_owned()));
        let then: Vec<(String, usize)> = then.into_iter().map(|(name, kept)| (name.to_owned(), kept)).collect();
        assert_eq!(kept_in(&folder), then);
        fs::remove_dir_all(folder).expect("ours");
    }
}

#[test]
fn a_profile_that_another_window_deletes_is_not_made_again() {
    let folder = fresh("deleted-elsewhere");
    let store = store_in(&folder);
    store.keep_attempt(attempt(1, None));
    store.wait(DEADLINE);
    let elsewhere = Database::open(&folder).expect("it is there").database;
    elsewhere.add_profile(&other(7, "Ana")).expect("kept");
    elsewhere.delete_profile(me().id).expect("deleted");
    store.keep_attempt(attempt(2, None));
    assert_eq!(
        next(&store).as_deref(),
        Some("What you do is not saved: this profile has been deleted in another window.")
    );
    assert_eq!(store.whose(), Whose::Deleted);
    store.keep_settings("()".to_owned());
    drop(store);
    assert_eq!(kept_in(&folder), [("Ana".to_owned(), 0)]);
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn whoever_waits_for_the_disk_is_woken_when_it_has_caught_up_and_not_before() {
    let folder = fresh("woken");
    drop(Database::open(&folder).expect("it is made"));
    let (wake, woken) = mpsc::channel();
    let store = Store::start(location(Some(&folder)), move || _ = wake.send(()));
    let other = rusqlite::Connection::open(folder.join(FILE)).expect("it");
    Database::open(&folder).expect("it").database.add_profile(&me()).expect("kept");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    store.keep_attempt(attempt(1, None));
    assert!(store.is_behind());
    assert!(next(&store).is_some(), "it cannot be saved");
    woken.recv_timeout(DEADLINE).expect("that is told");
    assert!(store.is_behind() && woken.try_recv().is_err());
    other.execute_batch("ROLLBACK").expect("others may write again");
    woken.recv_timeout(DEADLINE).expect("that it can be saved is told");
    woken.recv_timeout(DEADLINE).expect("it is saved");
    assert!(!store.is_behind());
    store.keep_attempt(attempt(2, None));
    store.wait(DEADLINE);
    drop(store);
    assert!(woken.try_recv().is_err(), "nobody waited");
    fs::remove_dir_all(folder).expect("ours");
}

#[test]
fn the_window_is_woken_when_it_is_found_who_plays() {
    let folder = fresh("found-awake");
    Database::open(&folder).expect("it is made").database.add_profile(&other(7, "Ana")).expect("kept");
    let (wake, woken) = mpsc::channel();
    let undecided = SaveLocation { undecided: Some(WhoPlays::Owner), ..location(Some(&folder)) };
    let store = Store::start(undecided, move || _ = wake.send(()));
    woken.recv_timeout(DEADLINE).expect("nothing else is to be told");
    assert_eq!((store.whose(), store.news()), (Whose::Found(other(7, "Ana")), Vec::new()));
    drop(store);
    fs::remove_dir_all(folder).expect("ours");
}
