//! A folder of data with many finished attempts of simulated trainees on the scenarios that ship.
//!
//! What is written is what the window writes: a profile for each person, the texts, each attempt as it is saved when its
//! debrief is left, and what it came to. Up to [`PLAYED`] attempts at a scenario by trainees of about the same ability are
//! really played; any beyond repeat one of those, with another id, person and time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bedside::attempt::{Attempt, Mode, Notes, Reflection, ReflectionDraft, SelfRating};
use bedside::debrief::debrief;
use bedside::library::{Library, text_of};
use bedside::records::database::{Database, DatabaseError, KeptAttempt, Profile};
use bedside::records::saved_attempt::{FORMAT, Identity, Phase, SavedAttempt};
use bedside::records::simulated::Luck;
use bedside::records::{AttemptId, Occasion, Outcome, PersonId, Timestamp};
use bedside::scenario::Scenario;

/// How many attempts are played by each ability at each scenario.
const PLAYED: usize = 40;
/// Abilities are told apart by their third of a standard deviation, up to here.
const ABILITIES: i32 = 6;
/// How many attempts are written at once.
const AT_ONCE: usize = 500;
/// The first day, in seconds: 15 January 2027.
const FROM: i64 = 1_800_000_000;
const DAY: i64 = 24 * 3600;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub attempts: usize,
    pub seed: u64,
    pub people: usize,
    /// Over how many days the attempts are spread evenly.
    pub days: usize,
    pub folder: PathBuf,
}

/// An attempt that was played.
struct Played {
    outcome: Outcome,
    saved: SavedAttempt,
}

/// Attempts one after the other, for as long as they are asked for.
pub struct Trainees {
    luck: Luck,
    scenarios: Vec<Arc<Scenario>>,
    people: Vec<(PersonId, i32)>,
    /// By scenario and ability.
    played: BTreeMap<(usize, i32), Vec<Played>>,
    /// Seconds from the end of one attempt to that of the next.
    step: f64,
    made: usize,
    /// Who has played which scenario.
    met: BTreeSet<(usize, usize)>,
}

impl Trainees {
    #[must_use]
    pub fn new(wanted: &Wanted) -> Self {
        let mut luck = Luck::of(wanted.seed);
        let person = |_| {
            let third = (luck.ability() * 3.0).round() as i32;
            (PersonId::of(luck.bytes()), third.clamp(-ABILITIES, ABILITIES))
        };
        let people = (0..wanted.people.max(1)).map(person).collect();
        let scenarios = Library::open(&[]).entries.into_iter().map(|entry| entry.scenario).collect();
        let step = (DAY * wanted.days as i64) as f64 / wanted.attempts.max(1) as f64;
        Self { luck, scenarios, people, played: BTreeMap::new(), step, made: 0, met: BTreeSet::new() }
    }

    /// The ids of the people who play.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.people.iter().map(|(person, _)| *person)
    }

    /// An attempt as it is kept after each of its choices, by the first of the people.
    pub fn under_way(&mut self) -> Vec<KeptAttempt> {
        let (person, _) = self.people[0];
        let at = self.luck.below(self.scenarios.len());
        let played = Played::by(&mut self.luck, &self.scenarios[at], 0.0);
        let id = AttemptId::of(self.luck.bytes());
        let after = |turns: usize| {
            let mut saved = played.saved.clone();
            saved.identity = Identity { id, began: seconds(FROM), ended: None };
            saved.phase = Phase::Talking;
            saved.attempt.reflection = None;
            saved.attempt.first.turns.truncate(turns);
            saved.attempt.first.ending = None;
            let changed = seconds(FROM + turns as i64);
            saved.kept(person, Some("a-lock".to_owned()), changed, true).expect("plain data")
        };
        (1..=played.saved.attempt.first.turns.len()).map(after).collect()
    }

    /// The next attempt as it is kept, over, and what it came to.
    pub fn next(&mut self) -> (KeptAttempt, Outcome) {
        let (played, outcome) = self.played();
        (played.kept(&outcome), outcome)
    }

    /// What the next attempt came to.
    pub fn outcome(&mut self) -> Outcome {
        self.played().1
    }

    fn played(&mut self) -> (&Played, Outcome) {
        let whose = self.luck.below(self.people.len());
        let (person, ability) = self.people[whose];
        let at = self.luck.below(self.scenarios.len());
        let played = self.played.entry((at, ability)).or_default();
        let which = if played.len() < PLAYED {
            played.push(Played::by(&mut self.luck, &self.scenarios[at], f64::from(ability) / 3.0));
            played.len() - 1
        } else {
            self.luck.below(PLAYED)
        };
        let ended = FROM + (self.step * self.made as f64) as i64;
        self.made += 1;
        let first = self.met.insert((whose, at));
        let (began, ended) = (seconds(ended - 600), seconds(ended));
        let played = &played[which];
        let attempt = AttemptId::of(self.luck.bytes());
        (played, Outcome { attempt, person, began, ended, first, ..played.outcome.clone() })
    }
}

impl Played {
    fn by(luck: &mut Luck, scenario: &Arc<Scenario>, ability: f64) -> Self {
        let transcript = luck.play(scenario, ability, |_, _, _, _| ());
        let mut attempt = Attempt::begin(Mode::Practise, transcript);
        let rating = SelfRating { empathy: 60, clarity: 55, de_escalation: 50 };
        attempt.reflection = Some(Reflection { feeling: "uneasy".to_owned(), rating: Some(rating) });
        if luck.below(3) == 0 {
            let words = "I would ask him what worries him most, and wait.".to_owned();
            attempt.own_words.insert(luck.below(attempt.first.turns.len()), words);
            attempt.notes = Notes { next_time: "ask before I explain".to_owned(), ..Notes::default() };
        }
        let occasion = Occasion {
            attempt: AttemptId::of([0; 16]),
            person: PersonId::of([0; 16]),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            began: Timestamp::UNIX_EPOCH,
            ended: Timestamp::UNIX_EPOCH,
        };
        let debrief = debrief(scenario, &attempt.first).expect("it was just played");
        let outcome = Outcome::of(occasion, scenario, &attempt, &debrief);
        let saved = SavedAttempt {
            format: FORMAT,
            identity: Identity { id: outcome.attempt, began: outcome.began, ended: None },
            title: scenario.title.clone(),
            own_words: true,
            timers: false,
            stopped: false,
            phase: Phase::Debriefing,
            typed: String::new(),
            words_done: false,
            draft: ReflectionDraft::default(),
            attempt,
        };
        Self { outcome, saved }
    }

    fn kept(&self, outcome: &Outcome) -> KeptAttempt {
        let Outcome { attempt: id, person, began, ended, .. } = *outcome;
        let saved = SavedAttempt { identity: Identity { id, began, ended: Some(ended) }, ..self.saved.clone() };
        saved.kept(person, None, ended, false).expect("plain data")
    }
}

fn seconds(at: i64) -> Timestamp {
    Timestamp::from_second(at).expect("a time of this century")
}

/// Adds the texts and the people to a database.
///
/// # Errors
/// Where it cannot be written.
pub fn begin(database: &Database, trainees: &Trainees) -> Result<(), DatabaseError> {
    for entry in Library::open(&[]).entries {
        if let Some(text) = text_of(&entry.scenario, &entry.origin) {
            database.keep_text(&entry.scenario.hash, &text)?;
        }
    }
    let people: Vec<PersonId> = trainees.people().collect();
    database.together(|database| {
        people
            .iter()
            .try_for_each(|&id| database.add_profile(&Profile { id, name: String::new(), made: seconds(FROM) }))
    })
}

/// Adds so many attempts.
///
/// # Errors
/// Where the database cannot be written.
pub fn add(database: &Database, trainees: &mut Trainees, attempts: usize) -> Result<(), DatabaseError> {
    let mut left = attempts;
    while left > 0 {
        let now = left.min(AT_ONCE);
        database.together(|database| {
            for _ in 0..now {
                let (kept, outcome) = trainees.next();
                database.keep_attempt(&kept)?;
                database.keep_outcome(&outcome)?;
            }
            Ok(())
        })?;
        left -= now;
    }
    Ok(())
}

/// Makes the folder, which must not hold a database yet.
///
/// # Errors
/// Where it cannot be written.
pub fn make(wanted: &Wanted) -> Result<(), DatabaseError> {
    assert!(!holds_one(&wanted.folder), "{} holds a database already", wanted.folder.display());
    let database = Database::open(&wanted.folder)?.database;
    let mut trainees = Trainees::new(wanted);
    begin(&database, &trainees)?;
    add(&database, &mut trainees, wanted.attempts)
}

fn holds_one(folder: &Path) -> bool {
    folder.join(bedside::records::database::FILE).exists()
}
