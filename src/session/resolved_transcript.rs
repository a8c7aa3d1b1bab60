//! A transcript resolved against a scenario: ids in place of names, and the state it ended in.

use thiserror::Error;

use crate::rubric::Stage;
use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::shared::SharedText;

use super::{Chance, CurrentScene, Decision, Felt, Mind, State, Transcript, Turn};

/// What a transcript names and the scenario does not have, because it was recorded with another version.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TranscriptMismatch {
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

/// A recorded turn with ids in place of names.
#[derive(Clone, Debug)]
pub(crate) struct ResolvedTurn<'a> {
    pub(crate) record: &'a Turn,
    pub(crate) scene: SceneId,
    /// The options on offer, in the order shown.
    pub(crate) offered: Vec<ChoiceId>,
    pub(crate) taken: ChoiceId,
    /// How the patient felt at the offer.
    pub(crate) before: Felt,
    /// The points of taking it; `None` where there was nothing to decide.
    pub(crate) decision: Option<Decision>,
    target: SceneId,
    instead: Option<SceneId>,
    interruption: Option<SceneId>,
}

impl ResolvedTurn<'_> {
    /// The stage of agitation at the offer.
    pub(crate) const fn stage(&self) -> Stage {
        self.before.stage
    }
}

/// A transcript with ids in place of names.
#[derive(Clone, Debug)]
pub(crate) struct ResolvedTranscript<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) transcript: &'a Transcript,
    pub(crate) turns: Vec<ResolvedTurn<'a>>,
    pub(crate) ending: Option<SceneId>,
}

impl<'a> ResolvedTranscript<'a> {
    /// Looks up every name of a record.
    ///
    /// # Errors
    /// [`TranscriptMismatch`] for the first name that the scenario does not have.
    pub(crate) fn resolve(scenario: &'a Scenario, transcript: &'a Transcript) -> Result<Self, TranscriptMismatch> {
        if transcript.scenario != scenario.id {
            return Err(TranscriptMismatch::Scenario {
                recorded: transcript.scenario.clone(),
                given: scenario.id.clone(),
            });
        }
        let turns = (0..transcript.turns.len()).map(|index| resolve_turn(scenario, transcript, index));
        let turns = turns.collect::<Result<_, _>>()?;
        let ending = transcript.ending.as_ref().map(|scene| {
            let id = resolve_scene(scenario, transcript.turns.len(), scene)?;
            let ends = scenario.ending(id).is_some();
            if ends { Ok(id) } else { Err(TranscriptMismatch::NotAnEnding { scene: scene.to_string() }) }
        });
        Ok(Self { scenario, transcript, turns, ending: ending.transpose()? })
    }

    /// The state that the conversation ended in.
    pub(crate) fn state(&self) -> State {
        let mut state = self.begin();
        for turn in &self.turns {
            self.take(&mut state, turn);
            self.go(&mut state, turn);
        }
        state
    }

    /// What followed each turn: the answer to its choice, and what was told and said on entering the next scene. Chance
    /// draws the wordings as it did in play, since each draw depends on the seed and its place alone.
    pub(crate) fn followed(&self) -> Vec<CurrentScene> {
        let chance = Chance::from_seed(self.transcript.seed);
        let mut state = self.begin();
        let after = |turn: &ResolvedTurn<'_>| {
            let mut followed = CurrentScene::default();
            self.take(&mut state, turn);
            followed.answer(self.scenario, &state, chance, turn.taken, &mut Vec::new());
            self.go(&mut state, turn);
            followed.enter(self.scenario, &state, chance);
            followed
        };
        self.turns.iter().map(after).collect()
    }

    /// The state before the first turn, felt as recorded.
    fn begin(&self) -> State {
        let mut state = State::begin(self.scenario);
        state.mind = Mind::begin(self.transcript.start);
        state.peak = state.mind.stage;
        state
    }

    /// What a turn's choice changed; its scene is not left yet.
    fn take(&self, state: &mut State, turn: &ResolvedTurn<'_>) {
        let choice = self.scenario.choice(turn.taken);
        state.close_needs(choice);
        state.mind.hard_last = choice.points_at(turn.stage()).de_escalation < 0;
        state.mind.feels(&self.scenario.rubric.model, turn.record.after);
        state.peak = state.peak.max(state.mind.stage);
        state.remember(self.scenario, turn.taken);
    }

    /// Goes where a turn led.
    fn go(&self, state: &mut State, turn: &ResolvedTurn<'_>) {
        state.go(self.scenario, turn.target, turn.instead, self.interruption_of(turn));
    }

    /// The interruption that followed a turn, with its index among the scenario's; no index where it is no longer an
    /// interruption, and counts as any other scene.
    fn interruption_of(&self, turn: &ResolvedTurn<'_>) -> Option<(Option<usize>, SceneId)> {
        let scene = turn.interruption?;
        Some((self.scenario.interruptions.iter().position(|(known, _)| *known == scene), scene))
    }
}

fn resolve_turn<'a>(
    scenario: &Scenario,
    transcript: &'a Transcript,
    index: usize,
) -> Result<ResolvedTurn<'a>, TranscriptMismatch> {
    let record = &transcript.turns[index];
    let scene = resolve_scene(scenario, index, &record.scene)?;
    let named = |choice: &SharedText| {
        let unknown =
            || TranscriptMismatch::Choice { turn: index, scene: record.scene.to_string(), choice: choice.to_string() };
        scenario.find_choice(scene, choice).ok_or_else(unknown)
    };
    let offered = record.offered.iter().map(named).collect::<Result<Vec<_>, _>>()?;
    let taken = named(&record.choice)?;
    if !offered.contains(&taken) {
        return Err(TranscriptMismatch::NotOffered {
            turn: index,
            scene: record.scene.to_string(),
            choice: record.choice.to_string(),
        });
    }
    let before = transcript.felt_before(index);
    let decision = Decision::new(scenario, &offered, taken, before.stage);
    let target = resolve_scene(scenario, index, &record.target)?;
    let scene_called = |name: &Option<SharedText>| name.as_ref().map(|name| resolve_scene(scenario, index, name));
    let instead = scene_called(&record.instead).transpose()?;
    let interruption = scene_called(&record.interruption).transpose()?;
    Ok(ResolvedTurn { record, scene, offered, taken, before, decision, target, instead, interruption })
}

fn resolve_scene(scenario: &Scenario, turn: usize, name: &str) -> Result<SceneId, TranscriptMismatch> {
    scenario.find_scene(name).ok_or_else(|| TranscriptMismatch::Scene { turn, scene: name.to_owned() })
}

impl State {
    /// The state in which a recorded conversation ended. Feelings and road are as recorded; what conditions
    /// ask about (flags, needs, what was shown) follows from the scenario and rubric given, so that a record
    /// can be judged by another rubric.
    ///
    /// # Errors
    /// [`TranscriptMismatch`] where the record names something that the scenario does not have.
    pub fn at_end_of(scenario: &Scenario, transcript: &Transcript) -> Result<Self, TranscriptMismatch> {
        ResolvedTranscript::resolve(scenario, transcript).map(|resolved| resolved.state())
    }
}
