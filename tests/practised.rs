//! What somebody has kept who practised for two years, in a database as the window finds it.

use std::collections::BTreeMap;
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
use bedside::session::{Chance, Session, Transcript};

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

/// So many skills have conversations of their own; with the same they are played again under other ids and times.
const SKILLS: u64 = 6;

/// A conversation of a skill, from 0.
fn talked(scenario: &Arc<Scenario>, skill: u64, luck: &mut Luck) -> Transcript {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(luck.below(1 << 30)));
    while let Some(choice) = choice(&session, 25 + 55 * skill / (SKILLS - 1), luck) {
        session.choose(choice, Some(4_000)).expect("it is on offer");
    }
    session.transcript().clone()
}

/// The attempt of a number that came to this, finished so many days ago.
fn attempt(title: &str, transcript: Transcript, number: u32, days_ago: u64, luck: &mut Luck) -> SavedAttempt {
    let ended = Timestamp::now().as_second() - i64::try_from(days_ago).expect("few") * DAY - 3_600;
    let time = |seconds: i64| Timestamp::from_second(seconds).expect("a time");
    let mut bytes = [7; 16];
    bytes[..4].copy_from_slice(&number.to_le_bytes());
    let identity = Identity { id: AttemptId::of(bytes), began: time(ended - 540), ended: Some(time(ended)) };
    let mut saved = SavedAttempt::begin(identity, title.to_owned(), Mode::Practise, transcript);
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
    let mut played: BTreeMap<(usize, u64), (SavedAttempt, Outcome)> = BTreeMap::new();
    let keep = |database: &Database| {
        for at in 0..number {
            let days_ago = BEGAN * u64::from(number - 1 - at) / u64::from(number);
            // Not all of them from the beginning.
            let at_hand = (1 + usize::try_from(8 * at / number).expect("few")).min(scenarios.len());
            let place = usize::try_from(luck.below(at_hand as u64)).expect("few");
            let scenario = &scenarios[place];
            let skill = ((BEGAN - days_ago) * SKILLS / BEGAN).min(SKILLS - 1);
            let (first, came_to) = played.entry((place, skill)).or_insert_with(|| {
                let transcript = talked(scenario, skill, &mut luck);
                let saved = attempt(&scenario.title, transcript, at, days_ago, &mut luck);
                let outcome = saved.outcome(PERSON, scenario).expect("it is over");
                (saved, outcome)
            });
            let saved = attempt(&scenario.title, first.attempt.first.clone(), at, days_ago, &mut luck);
            let Identity { id, began, ended } = saved.identity;
            let (ended, notes) = (ended.expect("it is over"), saved.attempt.notes.clone());
            let outcome = Outcome { attempt: id, began, ended, notes, ..came_to.clone() };
            database.keep_attempt(&saved.kept(PERSON, None, ended, false).expect("plain data"))?;
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
