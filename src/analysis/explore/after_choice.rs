//! How the patient can feel right after each choice.

use std::sync::{Mutex, PoisonError};

use smallvec::SmallVec;

use crate::rubric::Feeling;
use crate::scenario::Scenario;

use super::emotion::EmotionState;
use super::situation::Situation;

/// The lowest and the highest value of each feeling, in the order of [`Feeling::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct FeelingsAfter {
    pub(in crate::analysis) least: [u8; 3],
    pub(in crate::analysis) most: [u8; 3],
}

impl FeelingsAfter {
    /// `emotion` has the lowest understanding there is, `most_understanding` is the highest.
    fn of(emotion: EmotionState, most_understanding: u8) -> Self {
        let least = Feeling::ALL.map(|feeling| emotion.mind.feelings.get(feeling));
        let mut most = least;
        most[Feeling::Understanding as usize] = most_understanding;
        Self { least, most }
    }

    fn widen(&mut self, other: Self) {
        for feeling in 0..3 {
            self.least[feeling] = self.least[feeling].min(other.least[feeling]);
            self.most[feeling] = self.most[feeling].max(other.most[feeling]);
        }
    }
}

/// The ranges of all choices, which threads share. There are no roads to their ends: a scenario may have many choices.
#[derive(Debug)]
pub(super) struct AfterChoices(Mutex<Vec<Option<FeelingsAfter>>>);

impl AfterChoices {
    pub(super) fn new(scenario: &Scenario) -> Self {
        Self(Mutex::new(vec![None; scenario.choices.len()]))
    }

    /// Adds what was seen in some states of a situation.
    pub(super) fn add(&self, situation: &Situation, seen: &AfterMoves) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (step, after) in situation.moves.iter().zip(&seen.0) {
            if let Some(after) = *after {
                widen(&mut all[step.choice.index()], after);
            }
        }
    }

    /// By the choices' indices; `None` for a choice that was taken in no state.
    pub(super) fn into_inner(self) -> Vec<Option<FeelingsAfter>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The ranges after the moves of a situation, for one thread.
pub(super) struct AfterMoves(SmallVec<[Option<FeelingsAfter>; 9]>);

impl AfterMoves {
    pub(super) fn new(situation: &Situation) -> Self {
        Self(situation.moves.iter().map(|_| None).collect())
    }

    pub(super) fn see(&mut self, at: usize, after: EmotionState, most_understanding: u8) {
        widen(&mut self.0[at], FeelingsAfter::of(after, most_understanding));
    }
}

fn widen(range: &mut Option<FeelingsAfter>, other: FeelingsAfter) {
    match range {
        Some(range) => range.widen(other),
        None => *range = Some(other),
    }
}
