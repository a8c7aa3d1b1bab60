//! Trainees of a given ability who play real scenarios, for tests of the statistics and for measurements of many attempts.

#[cfg(test)]
mod cohort;
#[cfg(test)]
mod wrong_key;

use std::collections::BTreeMap;
use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::attempt::{Mode, Notes};
use crate::debrief::Scores;
use crate::rubric::{Dimension, Points, Stage};
use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Chance, Decision, Session, Transcript};

#[cfg(test)]
pub(super) use wrong_key::WrongKey;

use super::{AttemptId, DecisionMade, EndingMet, Outcome, PersonId, Played, Timestamp};

/// The standard deviation of abilities; their mean is 0. So one in six takes the best option in three of four decisions
/// and more, and one in six in one of four or fewer.
const SPREAD: f64 = 1.1;

/// Milliseconds from one choice to the next.
const PACE: u64 = 9_000;

/// What an attempt came to, with the stage of each offer.
#[derive(Clone, Debug)]
pub struct Simulated {
    pub outcome: Outcome,
    pub stages: Vec<Stage>,
}

/// What chance decides of simulated trainees; the same seed, the same trainees.
#[derive(Clone, Debug)]
pub struct Luck(ChaCha8Rng);

impl Luck {
    #[must_use]
    pub fn of(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// 0–1.
    fn uniform(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / f64::from(u32::MAX)
    }

    /// As good as normal, with a standard deviation of 1: the sum of twelve uniform draws.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// From 0 up to `bound`, which is not reached; 0 where it is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.0.next_u64() % bound.max(1) as u64).unwrap_or(0)
    }

    /// For an id.
    pub fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// The ability of somebody, a number around 0.
    pub fn ability(&mut self) -> f64 {
        SPREAD * self.normal()
    }

    /// The attempts of so many people, each of an ability of their own.
    pub fn attempts(&mut self, scenario: &Arc<Scenario>, people: usize) -> Vec<Simulated> {
        let one = |_| {
            let ability = self.ability();
            self.attempt(scenario, ability)
        };
        (0..people).map(one).collect()
    }

    /// A person's first attempt.
    pub fn attempt(&mut self, scenario: &Arc<Scenario>, ability: f64) -> Simulated {
        let (mut decisions, mut stages) = (Vec::new(), Vec::new());
        let transcript = self.play(scenario, ability, |transcript, offer, choice, stage| {
            if let Some(decision) = Decision::new(scenario, offer, choice, stage) {
                decisions.push(made(scenario, transcript, choice, decision));
                stages.push(stage);
            }
        });
        Simulated { outcome: self.outcome(scenario, &transcript, decisions), stages }
    }

    /// A conversation to its end: the best option with the probability 1 ∕ (1 + e^−ability), otherwise any. `taken` is told
    /// of each choice, with what was on offer and the stage that the patient was in.
    pub fn play(
        &mut self,
        scenario: &Arc<Scenario>,
        ability: f64,
        mut taken: impl FnMut(&Transcript, &[ChoiceId], ChoiceId, Stage),
    ) -> Transcript {
        let best = 1.0 / (1.0 + (-ability).exp());
        let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(self.0.next_u64()));
        while !session.is_over() {
            let offer = session.current_scene().offer.clone();
            let stage = session.state().mind.stage;
            let points = |&id: &ChoiceId| scenario.choice(id).points_at(stage).sum();
            let choice = if self.uniform() < best {
                offer.iter().copied().max_by_key(points)
            } else {
                offer.get(self.below(offer.len())).copied()
            };
            let Some(choice) = choice else { break };
            let at = PACE * (session.transcript().turns.len() as u64 + 1);
            if session.choose(choice, Some(at)).is_err() {
                break;
            }
            taken(session.transcript(), &offer, choice, stage);
        }
        session.transcript().clone()
    }

    /// What the decisions come to, as a debrief has it, without the rest of one, which takes its time.
    fn outcome(&mut self, scenario: &Scenario, transcript: &Transcript, decisions: Vec<DecisionMade>) -> Outcome {
        let score = |dimension: Dimension| {
            let over = |part: fn(&DecisionMade) -> Points| -> i32 {
                decisions.iter().map(|made| part(made)[dimension] - made.lowest[dimension]).sum()
            };
            let (gained, possible) = (over(|made| made.points), over(|made| made.highest));
            (possible > 0).then(|| u8::try_from((200 * gained + possible) / (2 * possible)).expect("0 to 100"))
        };
        let scores = Scores {
            empathy: score(Dimension::Empathy),
            clarity: score(Dimension::Clarity),
            de_escalation: score(Dimension::DeEscalation),
        };
        let end = transcript.ending.as_ref().and_then(|scene| scenario.find_scene(scene));
        let ending = end.and_then(|scene| Some((scenario.scene(scene), scenario.ending(scene)?)));
        Outcome {
            attempt: AttemptId::of(self.bytes()),
            person: PersonId::of(self.bytes()),
            scenario: Played {
                id: scenario.id.clone(),
                title: scenario.title.clone(),
                hash: scenario.hash.clone(),
                level: scenario.level,
                practises: scenario.practises.clone(),
            },
            rubric: scenario.rubric.hash.clone(),
            app: "0.1.0".to_owned(),
            mode: Mode::Practise,
            seed: transcript.seed,
            began: Timestamp::UNIX_EPOCH,
            ended: Timestamp::UNIX_EPOCH,
            first: true,
            ending: ending.map(|(scene, ending)| EndingMet {
                scene: scene.id.to_string(),
                title: ending.title.clone(),
                kind: ending.kind,
            }),
            scores,
            band: None,
            passed: [scores.empathy, scores.clarity, scores.de_escalation].iter().all(|score| *score >= Some(70)),
            reflection: None,
            moments: Vec::new(),
            objectives: BTreeMap::new(),
            survey: Vec::new(),
            decisions,
            own_words: BTreeMap::new(),
            notes: Notes::default(),
        }
    }
}

fn made(scenario: &Scenario, transcript: &Transcript, choice: ChoiceId, decision: Decision) -> DecisionMade {
    let turn = transcript.turns.last().expect("it was just taken");
    let shown = scenario.choice(choice).shows.iter().map(|id| scenario.rubric.behaviour(id).id.as_str().into());
    DecisionMade {
        turn: transcript.turns.len() - 1,
        scene: turn.scene.as_str().into(),
        offered: turn.offered.iter().map(|id| id.as_str().into()).collect(),
        choice: turn.choice.as_str().into(),
        late: false,
        behaviours: shown.collect(),
        points: decision.taken,
        lowest: decision.lowest,
        highest: decision.highest,
        after: turn.after,
        at: None,
    }
}
