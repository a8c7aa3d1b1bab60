//! The state that one person's attempts are folded into.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::debrief::Scores;
use crate::hash::ContentHash;
use crate::records::report::Month;
use crate::records::{AttemptId, Measure, Outcome, Timestamp};
use crate::scenario::EndingKind;

use super::months::MonthSums;

/// The form that the state is stored in. Another one is worked out anew from the attempts.
const FORM: u32 = 3;

/// What is kept of one person's attempts. Its size grows with the scenarios played, the behaviours shown and the months
/// practised in, which are bounded, and not with the attempts. An attempt that is added twice counts twice: whoever keeps
/// the state adds each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Those that came to an end.
    pub(super) attempts: u64,
    /// Those that were stopped before. They count in nothing else but in what is to be done next time.
    pub(super) stopped: u64,
    /// By a scenario's id, then by the hash of its text.
    pub(super) scenarios: BTreeMap<String, BTreeMap<ContentHash, Version>>,
    /// In how many attempts each behaviour was shown, by id.
    pub(super) behaviours: BTreeMap<String, u64>,
    /// The latest "next time I will …" of each scenario, by its id.
    pub(super) resolutions: BTreeMap<String, Resolution>,
    pub(super) months: BTreeMap<Month, MonthSums>,
    /// The days on which each scenario was finished, by its id and the month.
    pub(super) days: BTreeMap<String, BTreeMap<Month, Days>>,
}

/// The days of a month on which something was finished: a bit for each.
pub(super) type Days = u32;

/// The state with the form that it is in.
#[derive(Debug, Serialize, Deserialize)]
struct Stored<T> {
    form: u32,
    state: T,
}

/// The attempts at one text of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Version {
    pub(super) title: String,
    /// The labels of the training strategies that it practises.
    pub(super) practises: Vec<String>,
    pub(super) attempts: u64,
    pub(super) first: Stamped,
    pub(super) latest: Stamped,
    /// The best on each dimension, not always of the same attempt.
    pub(super) best: Scores,
    /// The best of all dimensions together, of one attempt.
    pub(super) best_overall: Option<u8>,
    /// The ids of the behaviours that the first attempt showed.
    pub(super) shown_first: BTreeSet<String>,
    /// The ids of the behaviours that the latest attempt showed.
    pub(super) shown_latest: BTreeSet<String>,
    /// Whether somebody may come to harm by the ending of the latest attempt.
    pub(super) latest_is_unsafe: bool,
}

/// An attempt's scores, and its place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamped {
    pub(super) at: Timestamp,
    /// See [`Place`].
    kept: u64,
    attempt: AttemptId,
    pub(super) scores: Scores,
}

/// What comes before what: the order in which attempts were kept, as far as it is known, since a clock may be set back; then
/// that of time; then what tells attempts of the same moment apart.
pub(super) type Place = (u64, Timestamp, AttemptId);

/// What somebody wants to do next time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Resolution {
    pub(super) at: Timestamp,
    /// See [`Place`].
    kept: u64,
    attempt: AttemptId,
    pub(super) next_time: String,
    /// By when, as it was written.
    pub(super) by: String,
}

impl Progress {
    /// Adds a finished attempt, in whatever order; first and last are those by the clock.
    pub fn add(&mut self, outcome: &Outcome) {
        self.add_at(outcome, 0);
    }

    /// Adds a finished attempt, in whatever order; first and last are those of the lowest and the highest `kept`, a number
    /// that goes up with each attempt that is kept.
    pub fn add_at(&mut self, outcome: &Outcome, kept: u64) {
        self.resolve(outcome, kept);
        if !outcome.came_to_an_end() {
            self.stopped += 1;
            return;
        }
        self.attempts += 1;
        let now = Stamped { at: outcome.ended, kept, attempt: outcome.attempt, scores: outcome.scores };
        let versions = self.scenarios.entry(outcome.scenario.id.clone()).or_default();
        let shown: BTreeSet<&str> =
            outcome.decisions.iter().flat_map(|made| &made.behaviours).map(AsRef::as_ref).collect();
        let version = versions.entry(outcome.scenario.hash.clone()).or_insert_with(|| Version::new(outcome, now));
        version.add(outcome, now, &shown);
        for behaviour in shown {
            if let Some(count) = self.behaviours.get_mut(behaviour) {
                *count += 1;
            } else {
                self.behaviours.insert(behaviour.to_owned(), 1);
            }
        }
        self.add_to_month(outcome);
        self.add_day(outcome);
    }

    /// The text to store.
    ///
    /// # Errors
    /// Where plain data cannot be written as JSON, which it always can.
    pub fn stored(&self) -> serde_json::Result<String> {
        serde_json::to_string(&Stored { form: FORM, state: self })
    }

    /// What was stored; `None` where it cannot be read or is of another form, so that it has to be worked out anew.
    #[must_use]
    pub fn read(stored: &str) -> Option<Self> {
        serde_json::from_str(stored).ok().filter(|stored: &Stored<Self>| stored.form == FORM).map(|stored| stored.state)
    }

    /// How many attempts were added that came to an end.
    #[must_use]
    pub const fn attempts(&self) -> u64 {
        self.attempts
    }

    fn resolve(&mut self, outcome: &Outcome, kept: u64) {
        let next_time = outcome.notes.next_time.trim();
        let before = self.resolutions.get(&outcome.scenario.id);
        let later = before.is_none_or(|before| before.place() < (kept, outcome.ended, outcome.attempt));
        if !next_time.is_empty() && later {
            let (next_time, by) = (next_time.to_owned(), outcome.notes.by.trim().to_owned());
            let resolution = Resolution { at: outcome.ended, kept, attempt: outcome.attempt, next_time, by };
            self.resolutions.insert(outcome.scenario.id.clone(), resolution);
        }
    }
}

impl Stamped {
    pub(super) const fn place(&self) -> Place {
        (self.kept, self.at, self.attempt)
    }
}

impl Resolution {
    pub(super) const fn place(&self) -> Place {
        (self.kept, self.at, self.attempt)
    }
}

impl Version {
    fn new(outcome: &Outcome, now: Stamped) -> Self {
        Self {
            title: outcome.scenario.title.clone(),
            practises: outcome.scenario.practises.clone(),
            attempts: 0,
            first: now,
            latest: now,
            best: Scores::default(),
            best_overall: None,
            shown_first: BTreeSet::new(),
            shown_latest: BTreeSet::new(),
            latest_is_unsafe: false,
        }
    }

    fn add(&mut self, outcome: &Outcome, now: Stamped, shown: &BTreeSet<&str>) {
        let only = self.attempts == 0;
        self.attempts += 1;
        let shown = || shown.iter().map(|behaviour| (*behaviour).to_owned()).collect();
        if only || now.place() < self.first.place() {
            self.first = now;
            self.shown_first = shown();
        }
        if only || now.place() > self.latest.place() {
            self.latest = now;
            self.shown_latest = shown();
            self.latest_is_unsafe = outcome.ending.as_ref().is_some_and(|ending| ending.kind == EndingKind::Unsafe);
        }
        let Scores { empathy, clarity, de_escalation } = outcome.scores;
        self.best.empathy = self.best.empathy.max(empathy);
        self.best.clarity = self.best.clarity.max(clarity);
        self.best.de_escalation = self.best.de_escalation.max(de_escalation);
        self.best_overall = self.best_overall.max(Measure::Overall.of(&outcome.scores));
    }

    /// The best by a measure.
    pub(super) fn best_by(&self, measure: Measure) -> Option<u8> {
        match measure {
            Measure::On(dimension) => self.best.get(dimension),
            Measure::Overall => self.best_overall,
        }
    }
}
