//! Trainees of a given ability who play real scenarios, for tests of the statistics.

use std::collections::BTreeMap;
use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::attempt::{Mode, Notes};
use crate::debrief::Scores;
use crate::library::Library;
use crate::rubric::{Dimension, Points, Stage};
use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{Chance, Decision, Session, Transcript};

use super::{AttemptId, DecisionMade, EndingMet, MomentAnswered, Outcome, PersonId, Played, SurveyItem, Timestamp};

/// The standard deviation of abilities; their mean is 0. So one in six takes the best option in three of four decisions
/// and more, and one in six in one of four or fewer.
const SPREAD: f64 = 1.1;

/// An attempt, with the stage of each offer.
pub(super) struct Simulated {
    pub(super) outcome: Outcome,
    pub(super) stages: Vec<Stage>,
}

/// The points of two options of a scene are swapped: what a slip in the key comes to.
pub(super) struct WrongKey {
    scene: SceneId,
    swapped: [ChoiceId; 2],
}

pub(super) fn shipped() -> Vec<Arc<Scenario>> {
    Library::open(&[]).entries.into_iter().map(|entry| entry.scenario).collect()
}

pub(super) struct Luck(ChaCha8Rng);

impl Luck {
    pub(super) fn of(seed: u64) -> Self {
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

    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.0.next_u64() % bound as u64).expect("below the bound")
    }

    pub(super) fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// The attempts of so many people, each of an ability of their own.
    pub(super) fn attempts(&mut self, scenario: &Arc<Scenario>, people: usize) -> Vec<Simulated> {
        let one = |_| {
            let ability = SPREAD * self.normal();
            self.attempt(scenario, ability)
        };
        (0..people).map(one).collect()
    }

    /// A person's first attempt: the best option with the probability 1 ∕ (1 + e^−ability), otherwise any.
    pub(super) fn attempt(&mut self, scenario: &Arc<Scenario>, ability: f64) -> Simulated {
        let best = 1.0 / (1.0 + (-ability).exp());
        let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(self.0.next_u64()));
        let (mut decisions, mut stages) = (Vec::new(), Vec::new());
        while !session.is_over() {
            let offer = session.current_scene().offer.clone();
            let stage = session.state().mind.stage;
            let choice = if self.uniform() < best {
                *offer
                    .iter()
                    .max_by_key(|&&id| scenario.choice(id).points_at(stage).sum())
                    .expect("something is on offer")
            } else {
                offer[self.below(offer.len())]
            };
            session.choose(choice, None).expect("it is on offer");
            if let Some(decision) = Decision::new(scenario, &offer, choice, stage) {
                decisions.push(made(scenario, session.transcript(), choice, decision));
                stages.push(stage);
            }
        }
        Simulated { outcome: self.outcome(scenario, session.transcript(), decisions), stages }
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
    let shown = scenario.choice(choice).shows.iter().map(|id| scenario.rubric.behaviour(id).id.clone());
    DecisionMade {
        turn: transcript.turns.len() - 1,
        scene: turn.scene.to_string(),
        offered: turn.offered.iter().map(ToString::to_string).collect(),
        choice: turn.choice.to_string(),
        late: false,
        behaviours: shown.collect(),
        points: decision.taken,
        lowest: decision.lowest,
        highest: decision.highest,
        after: turn.after,
        at: None,
    }
}

impl WrongKey {
    /// A slip in a scene: the best option and the worst of those that were on offer in these attempts whenever the scene
    /// was met; `None` where they count the same.
    pub(super) fn in_scene(scenario: &Scenario, scene: &str, sample: &[Simulated]) -> Option<Self> {
        let id = scenario.find_scene(scene)?;
        let made = sample.iter().flat_map(|simulated| &simulated.outcome.decisions);
        let met: Vec<&DecisionMade> = made.filter(|made| made.scene == scene).collect();
        let always = |choice: &ChoiceId| {
            let option = &scenario.choice(*choice).id;
            met.iter().all(|made| made.offered.iter().any(|offered| option == offered))
        };
        let points = |choice: &ChoiceId| scenario.choice(*choice).points.sum();
        let always: Vec<ChoiceId> = scenario.choices_of(id).filter(always).collect();
        let swapped = [*always.iter().max_by_key(|id| points(id))?, *always.iter().min_by_key(|id| points(id))?];
        (points(&swapped[0]) > points(&swapped[1])).then_some(Self { scene: id, swapped })
    }

    /// The outcome as it would have been recorded with this key.
    pub(super) fn applied(&self, scenario: &Scenario, simulated: &Simulated) -> Outcome {
        let mut outcome = simulated.outcome.clone();
        let scene = &scenario.scene(self.scene).id;
        for (decision, stage) in outcome.decisions.iter_mut().zip(&simulated.stages) {
            let [one, other] = self.swapped.map(|id| scenario.choice(id));
            if decision.scene == *scene && decision.choice == one.id {
                decision.points = other.points_at(*stage);
            } else if decision.scene == *scene && decision.choice == other.id {
                decision.points = one.points_at(*stage);
            }
        }
        outcome
    }
}

impl Luck {
    /// What so many people come to who play some of the scenarios within half a year, some of them more than once. The
    /// first scenarios and the first months are the most frequented.
    pub(super) fn cohort(&mut self, scenarios: &[Arc<Scenario>], people: usize) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        for _ in 0..people {
            let person = PersonId::of(self.bytes());
            let ability = SPREAD * self.normal();
            let mut played = Vec::new();
            for _ in 0..=self.below(5) {
                let scenario = self.below(scenarios.len()).min(self.below(scenarios.len()));
                let mut outcome = self.attempt(&scenarios[scenario], ability).outcome;
                outcome.person = person;
                outcome.first = !played.contains(&scenario);
                let month = self.below(6).min(self.below(6));
                let time = i64::try_from(31 * 24 * month * 3600 + self.below(28 * 24 * 3600)).expect("half a year");
                outcome.ended = Timestamp::from_second(1_800_000_000 + time).expect("a time");
                self.decorate(&mut outcome);
                played.push(scenario);
                outcomes.push(outcome);
            }
        }
        outcomes
    }

    fn decorate(&mut self, outcome: &mut Outcome) {
        for turn in 0..self.below(4) {
            let kinds = vec![["feeling", "question", "need"][self.below(3)].to_owned()];
            outcome.moments.push(MomentAnswered { turn, kinds, met: self.below(3) > 0, level: None });
        }
        for id in ["listened", "explained"] {
            let step = self.below(4);
            outcome.survey.push(SurveyItem { id: id.to_owned(), step, of: 4, top_box: step == 3 });
        }
        if self.below(3) == 0 {
            let words = ["I would ask him first", "=1+1", "+44 is my number", "<b>wait</b>"][self.below(4)];
            outcome.own_words.insert(outcome.decisions[0].turn, words.to_owned());
            outcome.notes.next_time = words.to_owned();
        }
    }
}
