//! All states that were explored, and the roads to them.

use std::iter;

use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{Road, RoadStep};

use super::super::observables::Observables;
use super::after_choice::FeelingsAfter;
use super::effort::Effort;
use super::pass::{Pass, PassResult};
use super::seen::Seen;
use super::situation::Situation;
use super::situations::Situations;
use super::states::{NONE, RoadKind, StateByDistance};
use super::variants::Variants;

#[derive(Debug)]
pub(in crate::analysis) struct Explored {
    pub(super) situations: Situations,
    pub(super) passed: PassResult,
    /// For each situation that has states, in rising order: the number of its first state, and the situation.
    pub(super) first: Vec<(u32, u32)>,
}

impl Explored {
    /// Explores all states, and notes in `seen` what is seen. `None` where there are too many situations.
    pub(in crate::analysis) fn of(
        scenario: &Scenario,
        observables: &Observables,
        variants: &Variants,
        effort: &Effort<'_>,
        seen: &Seen,
    ) -> Option<Self> {
        let situations = Situations::of(scenario, observables, variants, effort.situations)?;
        let passed = Pass::run(scenario, &situations, effort, seen);
        let numbered = passed.states.iter().zip(0..).filter(|(states, _)| !states.codes.is_empty());
        let mut first: Vec<(u32, u32)> = numbered.map(|(states, number)| (states.first, number)).collect();
        first.sort_unstable();
        Some(Self { situations, passed, first })
    }

    /// Whether every state was looked at.
    pub(in crate::analysis) const fn complete(&self) -> bool {
        self.passed.complete
    }

    /// How many states were looked at.
    pub(in crate::analysis) const fn count(&self) -> u32 {
        self.passed.count
    }

    /// How many situations could arise, and for how many of them every state was looked at.
    pub(in crate::analysis) fn situations(&self) -> (usize, usize) {
        let complete = self.passed.states.iter().filter(|states| states.complete).count();
        (self.situations.all.len(), complete)
    }

    /// The nearest state that is no ending and has nothing to choose.
    pub(in crate::analysis) const fn stuck(&self) -> Option<StateByDistance> {
        self.passed.stuck
    }

    /// The nearest state with a decision that counts on each dimension.
    pub(in crate::analysis) const fn exercised(&self) -> [Option<StateByDistance>; 3] {
        self.passed.exercised
    }

    /// How the patient can feel after each choice, by the choices' indices; `None` for one that no road offers.
    pub(in crate::analysis) fn after_choices(&self) -> &[Option<FeelingsAfter>] {
        &self.passed.after
    }

    /// The turns on the shortest road to an ending, of the states that were looked at.
    pub(in crate::analysis) fn nearest_ending(&self, scenario: &Scenario) -> Option<u16> {
        let endings = self.situations.all.iter().zip(&self.passed.states);
        let endings = endings.filter(|(situation, _)| scenario.ending(situation.scene).is_some());
        endings.flat_map(|(_, states)| &states.arrived).map(|arrived| arrived.turns).min()
    }

    /// Whether every situation that could arise is an ending, or has something on offer whatever is felt. Then this
    /// holds on every road, even if not all states were looked at.
    pub(in crate::analysis) fn always_goes_on(&self, scenario: &Scenario) -> bool {
        let goes_on = |situation: &Situation| situation.always_offers() || scenario.ending(situation.scene).is_some();
        self.situations.all.iter().all(goes_on)
    }

    /// The scenes and the choices that are in no situation: no road reaches them.
    pub(in crate::analysis) fn never(&self, scenario: &Scenario) -> (Vec<SceneId>, Vec<ChoiceId>) {
        let (mut scenes, mut choices) = (vec![true; scenario.scenes.len()], vec![true; scenario.choices.len()]);
        for situation in &self.situations.all {
            scenes[situation.scene.index()] = false;
            situation.moves.iter().for_each(|step| choices[step.choice.index()] = false);
        }
        let left = |flags: Vec<bool>| flags.into_iter().enumerate().filter(|(_, never)| *never).map(|(at, _)| at);
        (left(scenes).filter_map(SceneId::new).collect(), left(choices).filter_map(ChoiceId::new).collect())
    }

    /// A shortest road to a state.
    pub(in crate::analysis) fn road(&self, scenario: &Scenario, state: u32) -> Road {
        let before = |state| self.step_to(scenario, state, RoadKind::Shortest);
        let mut steps: Vec<_> =
            iter::successors(before(state), |&(state, _)| before(state)).map(|(_, step)| step).collect();
        steps.reverse();
        Road { steps }
    }

    /// The last step of a road to a state, and the state before it. `None` where the conversation begins.
    pub(super) fn step_to(&self, scenario: &Scenario, state: u32, kind: RoadKind) -> Option<(u32, RoadStep)> {
        let (situation, at) = self.locate(state)?;
        let arrived = &self.passed.states[situation as usize].arrived[at];
        let (before, edge) = (arrived.from[kind as usize], arrived.by[kind as usize]);
        if before == NONE {
            return None;
        }
        let (from, _) = self.locate(before)?;
        let (step, exit) = edge.parts();
        let taken = &self.situations.all[from as usize].moves[step];
        let drawn = taken.exits[exit].drawn.map(|scene| scenario.scene(scene).id.to_string());
        Some((before, RoadStep { drawn, ..RoadStep::choose(scenario.choice(taken.choice).id.to_string()) }))
    }

    /// A state's situation and its index among the situation's states.
    fn locate(&self, state: u32) -> Option<(u32, usize)> {
        let after = self.first.partition_point(|(first, _)| *first <= state);
        let (first, situation) = *self.first.get(after.checked_sub(1)?)?;
        Some((situation, (state - first) as usize))
    }
}
