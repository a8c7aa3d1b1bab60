//! What is on offer in the states of one situation: few different offers in very many states.

use crate::rubric::{Dimension, Stage};
use crate::scenario::{ChoiceId, Scenario};
use crate::session::Decision;

use super::situation::Situation;
use super::states::StateByDistance;

/// The offers of one situation: by the moves on offer, as bits, and by whether it is a crisis, in which points count
/// differently.
pub(super) struct Offers<'a> {
    scenario: &'a Scenario,
    situation: &'a Situation,
    /// The nearest state of each offer.
    nearest: Vec<Option<StateByDistance>>,
}

impl<'a> Offers<'a> {
    pub(super) fn new(scenario: &'a Scenario, situation: &'a Situation) -> Self {
        Self { scenario, situation, nearest: vec![None; 2 << situation.moves.len()] }
    }

    /// Notes the offer of a state.
    pub(super) fn note(&mut self, offer: u16, stage: Stage, here: StateByDistance) {
        let at = usize::from(offer) << 1 | usize::from(stage == Stage::Crisis);
        let nearest = &mut self.nearest[at];
        *nearest = Some(nearest.map_or(here, |nearest| nearest.min(here)));
    }

    /// Each offer that was noted: its choices, its stage, and its nearest state.
    fn noted(&self) -> impl Iterator<Item = (Vec<ChoiceId>, Stage, StateByDistance)> + '_ {
        let noted = self.nearest.iter().enumerate().filter_map(|(at, nearest)| Some((at, (*nearest)?)));
        noted.map(|(at, nearest)| {
            let moves = self.situation.moves.iter().enumerate();
            let offer = moves.filter(|(bit, _)| at >> 1 & 1 << bit != 0).map(|(_, step)| step.choice).collect();
            (offer, if at & 1 == 1 { Stage::Crisis } else { Stage::Calm }, nearest)
        })
    }

    /// Every choice that was on offer.
    pub(super) fn on_offer(&self) -> impl Iterator<Item = ChoiceId> + '_ {
        self.noted().flat_map(|(offer, _, _)| offer)
    }

    /// The nearest state that is no ending and has nothing on offer.
    pub(super) fn stuck(&self) -> Option<StateByDistance> {
        let ends = self.scenario.ending(self.situation.scene).is_some();
        let empty = self.noted().filter(|(offer, _, _)| offer.is_empty() && !ends);
        empty.map(|(_, _, nearest)| nearest).min()
    }

    /// The nearest state whose decision counts, by dimension.
    pub(super) fn exercised(&self) -> [Option<StateByDistance>; 3] {
        let mut exercised = [None; 3];
        for (offer, stage, near) in self.noted() {
            let Some(&first) = offer.first() else { continue };
            let Some(decision) = Decision::new(self.scenario, &offer, first, stage) else { continue };
            for (nearest, dimension) in exercised.iter_mut().zip(Dimension::ALL) {
                if decision.counts_on(dimension) {
                    *nearest = Some(nearest.map_or(near, |nearest: StateByDistance| nearest.min(near)));
                }
            }
        }
        exercised
    }
}
