//! The attempts of a programme, summed up one by one in whatever order they come.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::BuildHasher;

use crate::attempt::Mode;
use crate::hash::{ByName, ContentHash, FixedState};
use crate::records::people::{Counted, PersonMark};
use crate::records::{AttemptId, Comment, Measure, Outcome, PersonId, RoomDecision};

use super::Sources;
use super::decisions::AllDecisions;
use super::gains::{Gains, PairGains};
use super::sums::{ScenarioSums, YesNo};

/// What is asked of a report.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub targets: Targets,
    /// The ids of a scenario for before and one for after.
    pub pair: Option<[String; 2]>,
}

/// The means that a programme wants to reach, 0–100.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    pub measures: BTreeMap<Measure, u8>,
    /// By training strategy, for all dimensions together.
    pub strategies: BTreeMap<String, u8>,
}

/// The attempts of a programme, summed up. Beside a fixed part for each text of a scenario, month, kind of moment and item
/// of the survey it keeps about 30 bytes for each attempt, so as to know it again, and 100 for each person. All sums are
/// exact and of integers, so that a report is the same, byte for byte, in whatever order the attempts came.
#[derive(Clone, Debug)]
pub struct Cohort {
    pub(super) asked: Asked,
    /// What each attempt came to, as a hash.
    pub(super) seen: ByName<AttemptId, u64>,
    pub(super) differing: BTreeSet<AttemptId>,
    pub(super) again: u64,
    /// Everybody who has an attempt, of whatever kind.
    pub(super) people: HashSet<PersonId, FixedState>,
    pub(super) practice: Counted,
    /// Those that came to an end; of these, those without hints and feedback, and the others.
    pub(super) first_attempts: u64,
    pub(super) assessed: YesNo,
    pub(super) sources: Sources,
    pub(super) scenarios: BTreeMap<ContentHash, ScenarioSums>,
    pub(super) moments: BTreeMap<String, YesNo>,
    pub(super) survey: BTreeMap<String, YesNo>,
    pub(super) gains: Gains,
    pub(super) pair_gains: PairGains,
    /// What group sessions think of keys, and what was said at decisions.
    pub(super) decisions: AllDecisions,
}

impl Cohort {
    #[must_use]
    pub fn new(asked: Asked) -> Self {
        Self {
            asked,
            seen: ByName::default(),
            differing: BTreeSet::new(),
            again: 0,
            people: HashSet::default(),
            practice: Counted::default(),
            first_attempts: 0,
            assessed: YesNo::default(),
            sources: Sources::default(),
            scenarios: BTreeMap::new(),
            moments: BTreeMap::new(),
            survey: BTreeMap::new(),
            gains: Gains::default(),
            pair_gains: PairGains::default(),
            decisions: AllDecisions::default(),
        }
    }

    /// Says that a file or a record store was read, and how many of its lines or statements could not be. Which of the two it
    /// was makes no difference: a report from a store is that from files.
    pub const fn add_source(&mut self, unread: usize) {
        self.sources.number += 1;
        self.sources.unread += unread as u64;
    }

    /// Counts a decision of a group session. A session that comes again counts once.
    pub fn add_room(&mut self, decision: &RoomDecision) {
        self.decisions.add_group(decision);
    }

    /// Keeps what was said of a scene in a group session. What comes again is kept once.
    pub fn add_comment(&mut self, comment: &Comment) {
        self.decisions.add_comment(comment);
    }

    /// Counts an attempt. One that was counted before, from another file for example, counts once; only what was typed at
    /// its decisions is looked at again, since another file may have left it out.
    pub fn add(&mut self, outcome: &Outcome) {
        let person = PersonMark::of(outcome.person);
        self.decisions.add_own_words(outcome, person);
        let print = fingerprint(outcome);
        if let Some(&before) = self.seen.get(&outcome.attempt) {
            self.again += 1;
            if before != print {
                self.differing.insert(outcome.attempt);
            }
            return;
        }
        self.seen.insert(outcome.attempt, print);
        self.people.insert(outcome.person);
        if !outcome.first {
            self.practice.add(person);
            return;
        }
        let scenario = self.scenarios.entry(outcome.scenario.hash.clone());
        scenario.or_insert_with(|| ScenarioSums::new(&outcome.scenario)).add(outcome, person);
        if !outcome.came_to_an_end() {
            return;
        }
        self.first_attempts += 1;
        self.assessed.add(outcome.mode == Mode::Assess, person);
        for moment in &outcome.moments {
            for kind in &moment.kinds {
                entry(&mut self.moments, kind, moment.met, person);
            }
        }
        for item in &outcome.survey {
            entry(&mut self.survey, &item.id, item.top_box, person);
        }
        self.gains.add(outcome);
        if let Some(pair) = &self.asked.pair {
            self.pair_gains.add(pair, outcome);
        }
    }
}

/// Counts a yes or a no under a name, without a copy of the name where it is known.
fn entry(sums: &mut BTreeMap<String, YesNo>, name: &str, yes: bool, person: PersonMark) {
    if let Some(sums) = sums.get_mut(name) {
        sums.add(yes, person);
    } else {
        sums.entry(name.to_owned()).or_default().add(yes, person);
    }
}

/// A hash of what an attempt's figures are made from.
fn fingerprint(outcome: &Outcome) -> u64 {
    let Outcome { person, scenario, mode, began, ended, first, scores, passed, decisions, moments, survey, .. } =
        outcome;
    let mode = *mode == Mode::Assess;
    let ended_so = outcome.ending.as_ref().map(|ending| &*ending.scene);
    let choices: Vec<(&str, &str)> = decisions.iter().map(|made| (&*made.scene, &*made.choice)).collect();
    let met: Vec<bool> = moments.iter().map(|moment| moment.met).collect();
    let top: Vec<bool> = survey.iter().map(|item| item.top_box).collect();
    let scores = [scores.empathy, scores.clarity, scores.de_escalation];
    FixedState::default().hash_one((
        person,
        &scenario.hash,
        mode,
        [began, ended],
        first,
        ended_so,
        scores,
        passed,
        choices,
        met,
        top,
    ))
}
