//! Playing a recorded conversation again.

use std::sync::Arc;

use thiserror::Error;

use crate::scenario::Scenario;

use super::{Chance, Refusal, Road, Session, Transcript};

/// Where a road stopped fitting a scenario.
#[derive(Clone, Debug, Error)]
#[error("turn {}: {refusal}", .turn + 1)]
pub struct ReplayError {
    /// The turn, from 0.
    pub turn: usize,
    pub refusal: Refusal,
    /// The conversation as far as the road fits.
    pub partial: Box<Session>,
}

impl Session {
    /// Plays a road from the beginning; `chance` makes the draws that the road does not name.
    ///
    /// # Errors
    /// [`ReplayError`] where a step does not fit.
    pub fn along(scenario: Arc<Scenario>, chance: Chance, road: &Road) -> Result<Self, ReplayError> {
        let mut session = Self::begin(scenario, chance);
        for (turn, step) in road.steps.iter().enumerate() {
            if let Err(refusal) = session.follow(step, None) {
                return Err(ReplayError { turn, refusal, partial: Box::new(session) });
            }
        }
        Ok(session)
    }

    /// Plays a recorded conversation again. With the scenario and rubric it was recorded with, the
    /// result's transcript is the same.
    ///
    /// # Errors
    /// [`ReplayError`] where the record does not fit the scenario, which has changed since.
    pub fn replay(scenario: Arc<Scenario>, transcript: &Transcript) -> Result<Self, ReplayError> {
        let mut session = Self::begin(scenario, Chance::from_seed(transcript.seed));
        for (index, (step, turn)) in Road::of(transcript).steps.iter().zip(&transcript.turns).enumerate() {
            if let Err(refusal) = session.follow(step, turn.at) {
                return Err(ReplayError { turn: index, refusal, partial: Box::new(session) });
            }
        }
        Ok(session)
    }

    /// The conversation as it was when turn `turn` was offered; the whole where it has fewer turns.
    ///
    /// # Errors
    /// [`ReplayError`] where the record does not fit the scenario.
    pub fn rewound(&self, turn: usize) -> Result<Self, ReplayError> {
        let mut transcript = self.transcript().clone();
        transcript.turns.truncate(turn);
        transcript.ending = None;
        Self::replay(self.scenario().clone(), &transcript)
    }
}
