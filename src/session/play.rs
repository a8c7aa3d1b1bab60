//! A conversation being played.

use std::mem;
use std::sync::Arc;

use smallvec::SmallVec;
use thiserror::Error;

use crate::scenario::{ChoiceId, ClockTime, Ending, Scenario, Scene, SceneId, Target};

use super::chance::BRANCH;
use super::{Chance, CurrentScene, Draw, Felt, NoReasons, RoadStep, State, Transcript, Turn};

/// Why a choice was not taken. The conversation is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The option is not on offer.
    #[error("\u{201c}{choice}\u{201d} is not on offer in \u{201c}{scene}\u{201d}; on offer are: {}", .offered.join(", "))]
    NotOnOffer {
        /// The id of the choice that was to be taken.
        choice: String,
        scene: String,
        /// The ids on offer, in the order shown.
        offered: Vec<String>,
    },
    /// The conversation is over.
    #[error("the conversation is over; \u{201c}{choice}\u{201d} cannot be taken any more")]
    Over {
        /// The id of the choice that was to be taken.
        choice: String,
    },
    /// A road names an outcome that chance cannot have.
    #[error("after \u{201c}{choice}\u{201d} in \u{201c}{scene}\u{201d} chance cannot lead to \u{201c}{wanted}\u{201d}; it can lead to: {}", .possible.join(", "))]
    NotAnOutcome {
        choice: String,
        scene: String,
        /// The scene that the road names.
        wanted: String,
        /// The scenes that chance can lead to.
        possible: Vec<String>,
    },
}

/// A conversation being played: a scenario, all chance from a seed, and the choices so far.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    chance: Chance,
    state: State,
    current_scene: CurrentScene,
    transcript: Transcript,
}

/// A step of a road with ids in place of names.
struct ResolvedStep {
    choice: ChoiceId,
    /// The index of the branch's target that the road names; `None` leaves it to chance.
    wanted: Option<usize>,
    late: bool,
    at: Option<u64>,
}

impl Session {
    #[must_use]
    pub fn begin(scenario: Arc<Scenario>, chance: Chance) -> Self {
        let state = State::begin(&scenario);
        Self::in_state(scenario, chance, state)
    }

    /// A conversation that begins in `state`.
    pub(super) fn in_state(scenario: Arc<Scenario>, chance: Chance, state: State) -> Self {
        let mut current_scene = CurrentScene::default();
        current_scene.enter(&scenario, &state, chance);
        let mut transcript = Transcript {
            scenario: scenario.id.clone(),
            scenario_hash: scenario.hash.clone(),
            rubric_hash: scenario.rubric.hash.clone(),
            seed: chance.seed(),
            start: Felt::from(state.mind),
            turns: Vec::new(),
            ending: None,
        };
        note_ending(&scenario, &state, &mut transcript);
        Self { scenario, chance, state, current_scene, transcript }
    }

    #[must_use]
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The current scene as written; [`Self::current_scene`] has its wordings and the offer.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        self.scenario.scene(self.state.scene)
    }

    /// What can be seen and heard now, and the offer.
    #[must_use]
    pub const fn current_scene(&self) -> &CurrentScene {
        &self.current_scene
    }

    #[must_use]
    pub const fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// The hour of the day, 0–23: by the clock in a scenario that runs by it, else always the same.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.current_scene.clock.map_or(self.scenario.hour, ClockTime::hour)
    }

    /// The ending, once it is reached.
    #[must_use]
    pub fn ending(&self) -> Option<&Ending> {
        self.scenario.ending(self.state.scene)
    }

    /// Whether nothing can be chosen any more: an ending, or a scene that has nothing left to offer.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.current_scene.offer.is_empty()
    }

    /// Takes an option on offer, `at` milliseconds after the beginning; `None` where no time is measured.
    ///
    /// # Errors
    /// A [`Refusal`] where the option is not on offer; the conversation is then as it was.
    pub fn choose(&mut self, choice: ChoiceId, at: Option<u64>) -> Result<(), Refusal> {
        self.take(ResolvedStep { choice, wanted: None, late: false, at })
    }

    /// Takes an option on offer because time is up, `at` milliseconds after the beginning; `None` where no time is
    /// measured.
    ///
    /// # Errors
    /// A [`Refusal`] where the option is not on offer; the conversation is then as it was.
    pub fn choose_late(&mut self, choice: ChoiceId, at: Option<u64>) -> Result<(), Refusal> {
        self.take(ResolvedStep { choice, wanted: None, late: true, at })
    }

    /// Takes a step of a written road, which names the option and, where it matters, what chance draws.
    ///
    /// # Errors
    /// A [`Refusal`] where the step does not fit; the conversation is then as it was.
    pub fn follow(&mut self, step: &RoadStep, at: Option<u64>) -> Result<(), Refusal> {
        let on_offer = self.current_scene.offer.iter().copied().find(|&id| self.scenario.choice(id).id == step.choice);
        let choice = on_offer.ok_or_else(|| self.refusal(&step.choice))?;
        let wanted = step.drawn.as_ref().map(|wanted| self.wanted(wanted, choice)).transpose()?;
        self.take(ResolvedStep { choice, wanted, late: step.late, at })
    }

    fn take(&mut self, step: ResolvedStep) -> Result<(), Refusal> {
        if !self.current_scene.offer.contains(&step.choice) {
            return Err(self.refusal(&self.scenario.choice(step.choice).id));
        }
        self.advance(step);
        Ok(())
    }

    /// Takes an option that is on offer, records it, and enters the scene that follows.
    fn advance(&mut self, ResolvedStep { choice, wanted, late, at }: ResolvedStep) {
        let scenario = &*self.scenario;
        let id = |choice: ChoiceId| scenario.choice(choice).id.clone();
        let scene_id = |scene: SceneId| scenario.scene(scene).id.clone();
        let scene = scene_id(self.state.scene);
        let mut changes = SmallVec::new();
        let (target, drawn) = self.state.follow(scenario, choice, &mut changes, |state, taken| {
            wanted.unwrap_or_else(|| taken.draw(scenario, self.chance, state, choice))
        });
        let mut chance = mem::take(&mut self.current_scene.draws);
        self.current_scene.answer(scenario, &self.state, self.chance, choice, &mut chance);
        if let Some(drawn) = drawn {
            chance.push(Draw { what: BRANCH.into(), drawn: u32::try_from(drawn).unwrap_or(u32::MAX) });
        }
        let arrival = self.state.arrive(scenario, target);
        self.transcript.turns.push(Turn {
            scene,
            offered: self.current_scene.offer.iter().map(|&offered| id(offered)).collect(),
            choice: id(choice),
            late,
            draws: chance,
            changes,
            target: scene_id(arrival.target),
            instead: arrival.instead.map(scene_id),
            interruption: arrival.interruption.map(scene_id),
            after: Felt::from(self.state.mind),
            at,
        });
        self.current_scene.enter(scenario, &self.state, self.chance);
        note_ending(scenario, &self.state, &mut self.transcript);
    }

    /// Why a choice that is not on offer is refused.
    fn refusal(&self, choice: &str) -> Refusal {
        if self.is_over() {
            return Refusal::Over { choice: choice.to_owned() };
        }
        Refusal::NotOnOffer {
            choice: choice.to_owned(),
            scene: self.scene().id.to_string(),
            offered: self.current_scene.offer.iter().map(|&id| self.scenario.choice(id).id.to_string()).collect(),
        }
    }

    /// The index of the branch's target that a road names. Where several lead there, the one that chance would draw, so
    /// that a conversation played again draws as it did.
    fn wanted(&self, wanted: &str, choice: ChoiceId) -> Result<usize, Refusal> {
        let mut state = self.state.clone();
        let taken = state.take(&self.scenario, choice, &mut NoReasons);
        let name = |target: Target| self.scenario.scene(self.state.destination(target)).id.as_str();
        let names: Vec<&str> = taken.branch.to.iter().map(|&(_, target)| name(target)).collect();
        let drawn = taken.draw(&self.scenario, self.chance, &self.state, choice);
        let fits = Some(drawn).filter(|&drawn| names.get(drawn) == Some(&wanted));
        fits.or_else(|| names.iter().position(|name| *name == wanted)).ok_or_else(|| Refusal::NotAnOutcome {
            choice: self.scenario.choice(choice).id.to_string(),
            scene: self.scene().id.to_string(),
            wanted: wanted.to_owned(),
            possible: names.iter().map(|&name| name.to_owned()).collect(),
        })
    }
}

fn note_ending(scenario: &Scenario, state: &State, transcript: &mut Transcript) {
    if scenario.ending(state.scene).is_some() {
        transcript.ending = Some(scenario.scene(state.scene).id.clone());
    }
}
