//! What somebody has kept who practised for two years, in a database as the window finds it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use bedside::attempt::{Mode, Notes};
use bedside::records::database::{Database, Profile};
use bedside::records::progress::{AimChange, Aimed, Aims, Progress};
use bedside::records::saved_attempt::{Identity, Phase, SavedAttempt};
use bedside::records::store::{SaveLocation, Store};
use bedside::records::{AttemptId, Measure, Outcome, PersonId, Timestamp};
use bedside::scenario::Scenario;
use bedside::session::{Chance, Session};

use crate::programme::{Luck, choice};
use crate::support;

/// The environment variable that, if set, names a folder to keep the attempts in: `scripts/progress` takes pictures of it.
const FOLDER: &str = "BEDSIDE_PRACTISED";
/// The environment variable that says how many there are.
const ATTEMPTS: &str = "BEDSIDE_ATTEMPTS";

const DAY: i64 = 24 * 60 * 60;
/// How many days ago the first was finished.
const BEGAN: u64 = 730;

const NEXT_TIME: [&str; 4] = [
    "ask what worries them most before I explain anything",
    "wait. Say nothing until they look up",
    "let them tell me in their own words what we have agreed on, however long it takes, and not ask whether it was clear",
    "sit down",
];
const BY: [&str; 4] = ["next week", "tomorrow", "", "Friday"];

/// The attempt of a number, finished so many days ago.
fn attempt(scenario: &Arc<Scenario>, number: u32, days_ago: u64, luck: &mut Luck) -> SavedAttempt {
    let skill = 25 + 55 * (BEGAN - days_ago) / BEGAN;
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(luck.below(1 << 30)));
    while let Some(choice) = choice(&session, skill, luck) {
        session.choose(choice, Some(4_000)).expect("it is on offer");
    }
    let ended = Timestamp::now().as_second() - i64::try_from(days_ago).expect("few") * DAY - 3_600;
    let time = |seconds: i64| Timestamp::from_second(seconds).expect("a time");
    let mut bytes = [7; 16];
    bytes[..4].copy_from_slice(&number.to_le_bytes());
    let identity = Identity { id: AttemptId::of(bytes), began: time(ended - 540), ended: Some(time(ended)) };
    let transcript = session.transcript().clone();
    let mut saved = SavedAttempt::begin(identity, scenario.title.clone(), Mode::Practise, transcript);
    saved.phase = Phase::Debriefing;
    let chosen = usize::try_from(luck.below(4)).expect("below four");
    if number.is_multiple_of(3) {
        let (next_time, by) = (NEXT_TIME[chosen].to_owned(), BY[chosen].to_owned());
        saved.attempt.notes = Notes { next_time, by, ..Notes::default() };
    }
    saved
}

const PERSON: PersonId = PersonId::of([7; 16]);

fn profile() -> Profile {
    Profile { id: PERSON, name: "Sam".to_owned(), made: Timestamp::UNIX_EPOCH }
}

/// Keeps so many attempts in a folder, and returns what they come to.
pub(crate) fn keep(folder: &Path, number: u32) -> Progress {
    let scenarios = support::shipped();
    let mut luck = Luck::of(11);
    let mut expected = Progress::default();
    let database = Database::open(folder).expect("it is made").database;
    database.add_profile(&profile()).expect("kept");
    let keep = |database: &Database| {
        for at in 0..number {
            let days_ago = BEGAN * u64::from(number - 1 - at) / u64::from(number);
            // Not all of them from the beginning.
            let at_hand = (1 + usize::try_from(8 * at / number).expect("few")).min(scenarios.len());
            let scenario = &scenarios[usize::try_from(luck.below(at_hand as u64)).expect("few")];
            let saved = attempt(scenario, at, days_ago, &mut luck);
            let outcome = saved.outcome(PERSON, scenario).expect("it is over");
            let changed = outcome.ended;
            database.keep_attempt(&saved.kept(PERSON, None, changed, false).expect("plain data"))?;
            database.keep_outcome(&outcome)?;
            let first = database.outcome(outcome.attempt)?.expect("it is kept").first;
            expected.add_at(&Outcome { first, ..outcome }, u64::from(at) + 1);
        }
        Ok(())
    };
    database.together(keep).expect("kept");
    expected
}

#[test]
fn what_was_practised_is_told_as_it_was_kept_and_so_are_aims() {
    let own = env::temp_dir().join(format!("bedside-practised-{}", std::process::id()));
    let named = env::var_os(FOLDER).map(PathBuf::from);
    let folder = named.clone().unwrap_or(own);
    let number: u32 = env::var(ATTEMPTS).ok().and_then(|number| number.parse().ok()).unwrap_or(40);
    let expected = keep(&folder, number);
    let location = SaveLocation { folder: Some(folder.clone()), profile: profile(), guest: false, undecided: None };
    let store = Store::start(location, || ());
    let aim = AimChange::Target(Aimed::Measure(Measure::Overall), Some(80));
    let mut aims = Aims::default();
    aims.change(aim.clone());
    store.change_aim(aim);
    let told = store.ask_for_progress().recv().expect("it comes");
    assert_eq!(told, (expected, aims));
    drop(store);
    if named.is_none() {
        fs::remove_dir_all(folder).expect("ours");
    }
}
