//! A database with a known past: what each change has made of it, and which bytes lay where after it.

use std::collections::BTreeMap;

use super::*;
use crate::debrief::Band;
use crate::records::Outcome;
use crate::records::samples::minimal;
use crate::records::simulated::Luck;

/// The bytes of a page, and of what is before each in the log.
pub(super) const PAGE: usize = 4096;
pub(super) const FRAME: usize = PAGE + 24;
/// The bytes before the first frame.
pub(super) const LOG_HEADER: usize = 32;

/// What the two files of a database hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Files {
    pub(super) database: Vec<u8>,
    pub(super) log: Vec<u8>,
}

/// What is in a database.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct State {
    pub(super) attempts: BTreeMap<String, KeptAttempt>,
    pub(super) outcomes: BTreeMap<String, Outcome>,
}

/// What was there after each change.
#[derive(Debug, Default)]
pub(super) struct History {
    pub(super) states: Vec<State>,
    pub(super) files: Vec<Files>,
}

impl Files {
    pub(super) fn read(folder: &Path) -> Self {
        let read = |name: String| fs::read(folder.join(name)).unwrap_or_default();
        Self { database: read(FILE.to_owned()), log: read(format!("{FILE}-wal")) }
    }

    /// Lays the files into an empty folder.
    pub(super) fn lay(&self, folder: &Path) {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).expect("a folder");
        fs::write(folder.join(FILE), &self.database).expect("a file");
        if !self.log.is_empty() {
            fs::write(folder.join(format!("{FILE}-wal")), &self.log).expect("a file");
        }
    }
}

impl State {
    /// What is in a database now; damaged rows are left out.
    pub(super) fn of(database: &Database) -> Self {
        let mut state = Self::default();
        let sql = "SELECT id, profile FROM attempts";
        let mut statement = database.connection.prepare(sql).expect("plain");
        let ids = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)));
        for (id, person) in ids.expect("read").flatten() {
            let (id, person) = (id.parse().expect("an id"), person.parse().expect("an id"));
            let Some(kept) = database.attempt(person, id).expect("read") else { continue };
            state.attempts.insert(id.to_string(), kept);
        }
        let take = |outcome: Outcome| drop(state.outcomes.insert(outcome.attempt.to_string(), outcome));
        database.outcomes(None, take).expect("read");
        state
    }
}

/// What every byte of an attempt's text is a part of, so that it is known which pages it lies on.
pub(super) fn token(number: u8) -> String {
    format!("<{number:03}>")
}

/// A text of so many bytes.
fn text(number: u8, version: u32, length: usize) -> String {
    format!("version {version} {}", token(number).repeat(length / 5 + 1))
}

/// A change as play makes them: an attempt is begun or goes on, now and then one is finished, and now and then one is discarded.
pub(super) fn change(database: &Database, luck: &mut Luck, at: u32) {
    let number = u8::try_from(1 + luck.below(40)).expect("few");
    let lengths = [200, 900, 3_000, 9_000, 15_000];
    let saved = text(number, at, lengths[usize::from(number) % 5] + luck.below(300));
    let open = luck.below(4) > 0;
    let changed = Timestamp::from_second(1_790_000_000 + i64::from(at)).expect("a time");
    let kept = KeptAttempt { changed, open, ..attempt(number, &saved) };
    if luck.below(12) == 0 {
        return database.discard_attempt(kept.id).expect("gone");
    }
    let together = |database: &Database| {
        database.keep_attempt(&kept)?;
        if open {
            return Ok(());
        }
        let outcome = Outcome { attempt: kept.id, person: ME, ended: changed, band: Some(Band::Secure), ..minimal() };
        database.keep_outcome(&outcome)
    };
    database.together(together).expect("kept");
}

/// A database that was changed so many times, of which a number of the first are in its file and the rest in its log.
pub(super) fn history(name: &str, seed: u64, in_file: u32, in_log: u32) -> History {
    let folder = fresh(name);
    let mut luck = Luck::of(seed);
    let database = open(&folder);
    database.add_profile(&me()).expect("kept");
    database.keep_text(&ContentHash::of(["a text"]), "a text").expect("kept");
    let checkpoint = || database.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").expect("it is moved");
    (0..in_file).for_each(|at| change(&database, &mut luck, at));
    checkpoint();
    let mut history = History::default();
    for at in in_file..=in_file + in_log {
        history.states.push(State::of(&database));
        history.files.push(Files::read(&folder));
        if at < in_file + in_log {
            change(&database, &mut luck, at);
        }
    }
    drop(database);
    fs::remove_dir_all(folder).expect("ours");
    history
}

impl History {
    pub(super) fn last(&self) -> (&State, &Files) {
        (self.states.last().expect("some"), self.files.last().expect("some"))
    }

    /// Whether an attempt was once in this state.
    pub(super) fn has_been(&self, id: &str, kept: &KeptAttempt) -> bool {
        self.states.iter().any(|state| state.attempts.get(id) == Some(kept))
    }
}

/// How many places are tried: a tenth, or as many as `BEDSIDE_PLACES` says.
pub(super) fn places() -> usize {
    env::var("BEDSIDE_PLACES").ok().and_then(|places| places.parse().ok()).unwrap_or(20)
}

/// A row of the table that `scripts/damage` shows.
#[expect(clippy::print_stdout, reason = "a test that is asked for its figures has no other way to give them")]
pub(super) fn figures(what: &str, figures: &[(&str, usize)]) {
    let shown: Vec<String> = figures.iter().map(|(name, figure)| format!("{name} {figure}")).collect();
    println!("figures: {what}: {}", shown.join(", "));
}
