//! A recorded conversation looked up in a scenario: ids instead of names, and the state it ended in.

use thiserror::Error;

use crate::scenario::{ChoiceId, Scenario, SceneId, Stage};
use crate::shared::SharedText;

use super::{Decision, Felt, Mind, State, Transcript, Turn};

/// What a record speaks of and the scenario does not have: it was made with another version of it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unfit {
    /// The record is of another scenario.
    #[error("the record is of \u{201c}{recorded}\u{201d}, not of \u{201c}{given}\u{201d}")]
    Scenario {
        /// The id in the record.
        recorded: String,
        /// The id of the scenario given.
        given: String,
    },
    /// The scenario has no such scene.
    #[error("turn {}: the scenario has no scene \u{201c}{scene}\u{201d}", .turn + 1)]
    Scene {
        /// The turn, from 0; the number of turns where the ending is meant.
        turn: usize,
        /// The scene's id.
        scene: String,
    },
    /// The scene has no such choice.
    #[error("turn {}: \u{201c}{scene}\u{201d} has no choice \u{201c}{choice}\u{201d}", .turn + 1)]
    Choice {
        /// The turn, from 0.
        turn: usize,
        /// The scene's id.
        scene: String,
        /// The choice's id.
        choice: String,
    },
    /// The choice taken is not among those the record says were on offer.
    #[error("turn {}: \u{201c}{choice}\u{201d} was taken in \u{201c}{scene}\u{201d} without being on offer", .turn + 1)]
    NotOffered {
        /// The turn, from 0.
        turn: usize,
        /// The scene's id.
        scene: String,
        /// The choice's id.
        choice: String,
    },
    /// The scene it ended in is no ending.
    #[error("\u{201c}{scene}\u{201d}, in which the record ends, is no ending")]
    NotAnEnding {
        /// The scene's id.
        scene: String,
    },
}

/// A recorded turn with its names looked up.
#[derive(Clone, Debug)]
pub(crate) struct LivedTurn<'a> {
    /// The record.
    pub(crate) turn: &'a Turn,
    /// The scene.
    pub(crate) scene: SceneId,
    /// The options on offer, in the order shown.
    pub(crate) offered: Vec<ChoiceId>,
    /// The option taken.
    pub(crate) taken: ChoiceId,
    /// How the patient felt at the offer.
    pub(crate) before: Felt,
    /// What taking it was worth; `None` where there was nothing to decide.
    pub(crate) decision: Option<Decision>,
    target: SceneId,
    interruption: Option<SceneId>,
}

impl LivedTurn<'_> {
    /// The stage of agitation at the offer.
    pub(crate) const fn stage(&self) -> Stage {
        self.before.stage
    }
}

/// A recorded conversation looked up in a scenario.
#[derive(Clone, Debug)]
pub(crate) struct Lived<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) transcript: &'a Transcript,
    pub(crate) turns: Vec<LivedTurn<'a>>,
    pub(crate) ending: Option<SceneId>,
}

impl<'a> Lived<'a> {
    /// Looks every name of a record up.
    ///
    /// # Errors
    /// [`Unfit`] for the first name that the scenario does not have.
    pub(crate) fn look_up(scenario: &'a Scenario, transcript: &'a Transcript) -> Result<Self, Unfit> {
        if transcript.scenario != scenario.id {
            return Err(Unfit::Scenario { recorded: transcript.scenario.clone(), given: scenario.id.clone() });
        }
        let turns = (0..transcript.turns.len()).map(|index| look_up_turn(scenario, transcript, index));
        let turns = turns.collect::<Result<_, _>>()?;
        let ending = transcript.ending.as_ref().map(|scene| {
            let id = look_up_scene(scenario, transcript.turns.len(), scene)?;
            let ends = scenario.ending(id).is_some();
            if ends { Ok(id) } else { Err(Unfit::NotAnEnding { scene: scene.to_string() }) }
        });
        Ok(Self { scenario, transcript, turns, ending: ending.transpose()? })
    }

    /// The state that the conversation ended in: feelings and road as recorded, what conditions ask
    /// about by the scenario and rubric given.
    pub(crate) fn state(&self) -> State {
        let mut state = State::begin(self.scenario);
        state.mind = Mind::begin(self.transcript.start);
        state.peak = state.mind.stage;
        for turn in &self.turns {
            let choice = self.scenario.choice(turn.taken);
            state.close_needs(choice);
            state.mind.hard_last = choice.points_at(turn.stage()).de_escalation < 0;
            state.mind.feels(&self.scenario.rubric.model, turn.turn.after);
            state.peak = state.peak.max(state.mind.stage);
            state.remember(self.scenario, turn.taken);
            state.go(turn.target, self.interruption_of(turn));
        }
        state
    }

    /// The interruption that followed a turn, with its place among the scenario's; one that is no
    /// longer an interruption counts as a scene like any other.
    fn interruption_of(&self, turn: &LivedTurn<'_>) -> Option<(Option<usize>, SceneId)> {
        let scene = turn.interruption?;
        Some((self.scenario.interruptions.iter().position(|(known, _)| *known == scene), scene))
    }
}

fn look_up_turn<'a>(scenario: &Scenario, transcript: &'a Transcript, index: usize) -> Result<LivedTurn<'a>, Unfit> {
    let turn = &transcript.turns[index];
    let scene = look_up_scene(scenario, index, &turn.scene)?;
    let named = |choice: &SharedText| {
        let unknown = || Unfit::Choice { turn: index, scene: turn.scene.to_string(), choice: choice.to_string() };
        scenario.find_choice(scene, choice).ok_or_else(unknown)
    };
    let offered = turn.offered.iter().map(named).collect::<Result<Vec<_>, _>>()?;
    let taken = named(&turn.choice)?;
    if !offered.contains(&taken) {
        return Err(Unfit::NotOffered { turn: index, scene: turn.scene.to_string(), choice: turn.choice.to_string() });
    }
    let before = transcript.felt_before(index);
    let decision = Decision::new(scenario, &offered, taken, before.stage);
    let target = look_up_scene(scenario, index, &turn.target)?;
    let interruption = turn.interruption.as_ref().map(|name| look_up_scene(scenario, index, name)).transpose()?;
    Ok(LivedTurn { turn, scene, offered, taken, before, decision, target, interruption })
}

fn look_up_scene(scenario: &Scenario, turn: usize, name: &str) -> Result<SceneId, Unfit> {
    scenario.find_scene(name).ok_or_else(|| Unfit::Scene { turn, scene: name.to_owned() })
}

impl State {
    /// The state in which a recorded conversation ended: feelings and road as they were lived, what
    /// conditions ask about (flags, needs, what was shown) by the scenario and rubric given, so that
    /// a record can be looked at under another rubric.
    ///
    /// # Errors
    /// [`Unfit`] where the record speaks of something that the scenario does not have.
    pub fn lived(scenario: &Scenario, transcript: &Transcript) -> Result<Self, Unfit> {
        Lived::look_up(scenario, transcript).map(|lived| lived.state())
    }
}
