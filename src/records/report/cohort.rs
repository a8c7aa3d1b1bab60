//! The attempts of a programme, summed up one by one in whatever order they come.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

use crate::hash::{ByName, ContentHash, FixedState};
use crate::records::items::Disagreed;
use crate::records::people::{Counted, PersonMark};
use crate::records::{AttemptId, Measure, Outcome, RoomDecision, SessionId};

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
/// of the survey it keeps about 30 bytes for each attempt, so as to know it again, and 80 for each person. All sums are
/// exact and of integers, so that a report is the same, byte for byte, in whatever order the attempts came.
#[derive(Clone, Debug)]
pub struct Cohort {
    pub(super) asked: Asked,
    /// What each attempt came to, as a hash.
    seen: ByName<AttemptId, u64>,
    pub(super) differing: BTreeSet<AttemptId>,
    pub(super) again: u64,
    pub(super) practice: Counted,
    pub(super) first_attempts: u64,
    pub(super) scenarios: BTreeMap<ContentHash, ScenarioSums>,
    pub(super) moments: BTreeMap<String, YesNo>,
    pub(super) survey: BTreeMap<String, YesNo>,
    pub(super) gains: Gains,
    pub(super) pair_gains: PairGains,
    /// How often facilitators disagreed with a key, by text of a scenario and scene.
    pub(super) disagreed: BTreeMap<ContentHash, BTreeMap<String, Disagreed>>,
    /// The decisions of group sessions that were counted.
    rooms: BTreeSet<(SessionId, usize)>,
}

impl Cohort {
    #[must_use]
    pub fn new(asked: Asked) -> Self {
        Self {
            asked,
            seen: ByName::default(),
            differing: BTreeSet::new(),
            again: 0,
            practice: Counted::default(),
            first_attempts: 0,
            scenarios: BTreeMap::new(),
            moments: BTreeMap::new(),
            survey: BTreeMap::new(),
            gains: Gains::default(),
            pair_gains: PairGains::default(),
            disagreed: BTreeMap::new(),
            rooms: BTreeSet::new(),
        }
    }

    /// Counts a decision of a group session. One that was counted before counts once.
    pub fn add_room(&mut self, decision: &RoomDecision) {
        if self.rooms.insert((decision.session, decision.turn)) {
            let scenes = self.disagreed.entry(decision.hash.clone()).or_default();
            let of = scenes.entry(decision.scene.clone()).or_default();
            of.sessions = of.sessions.saturating_add(1);
            of.disagreed = of.disagreed.saturating_add(decision.disagreement.is_some().into());
        }
    }

    /// Counts an attempt. One that was counted before, from another file for example, counts once; only what was typed at
    /// its decisions is looked at again, since another file may have left it out.
    pub fn add(&mut self, outcome: &Outcome) {
        let person = PersonMark::of(outcome.person);
        let scenario = self.scenarios.entry(outcome.scenario.hash.clone());
        let scenario = scenario.or_insert_with(|| ScenarioSums::new(&outcome.scenario));
        scenario.add_comments(outcome, person);
        let print = fingerprint(outcome);
        if let Some(&before) = self.seen.get(&outcome.attempt) {
            self.again += 1;
            if before != print {
                self.differing.insert(outcome.attempt);
            }
            return;
        }
        self.seen.insert(outcome.attempt, print);
        if !outcome.first {
            self.practice.add(person);
            return;
        }
        self.first_attempts += 1;
        scenario.add(outcome, person);
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
    let Outcome { person, scenario, began, ended, first, scores, passed, decisions, moments, survey, .. } = outcome;
    let choices: Vec<(&str, &str)> = decisions.iter().map(|made| (&*made.scene, &*made.choice)).collect();
    let met: Vec<bool> = moments.iter().map(|moment| moment.met).collect();
    let top: Vec<bool> = survey.iter().map(|item| item.top_box).collect();
    let scores = [scores.empathy, scores.clarity, scores.de_escalation];
    FixedState::default().hash_one((person, &scenario.hash, began, ended, first, scores, passed, choices, met, top))
}
