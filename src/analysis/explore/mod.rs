//! Every state that a trainee can reach, exactly, whatever chance draws.
//!
//! A state is a *situation* (scene, and all of the past that can still make a difference) and a
//! *temper* (what is felt). Situations are few and soon found, since a step between them depends on
//! feelings only by a few conditions; tempers are many and small numbers. Each turn uses a choice
//! up, so no situation leads back to itself: taken in order of the longest way to them, each is
//! looked at once, when all its states are known. Of understanding, where no rule sees it, only the
//! lowest and the highest value in each state are kept: a turn adds to it what it adds whatever it is.

mod ahead;
mod extremes;
mod left;
mod offers;
mod pass;
mod scout;
mod seen;
mod situation;
mod situations;
mod states;
mod temper;
mod wordings;

use std::iter;
use std::num::NonZero;

use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::{Road, RoadStep};

use super::relevant::Also;
use super::strategy::PLAYS;
use pass::{Near, Pass, Passed};
use situations::Situations;
use states::{NONE, Way};

pub(super) use extremes::{SceneExtremes, Trails};
pub(super) use scout::scout;
pub(super) use seen::Seen;

pub(super) use situation::Leading;
pub(super) use wordings::{Wordings, varying};

/// How far to go.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// The most states that are looked at in full.
    pub states: u32,
    /// Beyond these, how many states of each situation are looked at all the same.
    pub beyond: usize,
    /// The most situations.
    pub situations: usize,
    /// How often each simple strategy and each simulated trainee is played.
    pub plays: u32,
    /// How many threads share the work.
    pub threads: NonZero<usize>,
    /// Told how far it has come from time to time; it stops where this returns `false`.
    pub go_on: &'a (dyn Fn(Progress) -> bool + Sync),
}

impl<'a> Effort<'a> {
    /// The states that are looked at where nobody says.
    pub const STATES: u32 = 12_000_000;

    /// As much as a workstation can well do: some seconds and half a gigabyte at most.
    #[must_use]
    pub fn usual(threads: NonZero<usize>, go_on: &'a (dyn Fn(Progress) -> bool + Sync)) -> Self {
        Self { states: Self::STATES, beyond: 1000, situations: 500_000, plays: PLAYS, threads, go_on }
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// States looked at.
    pub states: u32,
}

/// Every state that was looked at.
#[derive(Debug)]
pub(super) struct Explored {
    situations: Situations,
    passed: Passed,
    /// The first state's number of each situation that has any, in rising order, and the situation.
    first: Vec<(u32, u32)>,
}

impl Explored {
    /// Looks at every state, and notes what is seen. `None` where there are too many situations.
    pub(super) fn of(
        scenario: &Scenario,
        also: &Also,
        wordings: &Wordings,
        effort: &Effort<'_>,
        seen: &Seen,
    ) -> Option<Self> {
        let situations = Situations::of(scenario, also, wordings, effort.situations)?;
        let passed = Pass::run(scenario, &situations, effort, seen);
        let numbered = passed.states.iter().zip(0..).filter(|(states, _)| !states.codes.is_empty());
        let mut first: Vec<(u32, u32)> = numbered.map(|(states, number)| (states.first, number)).collect();
        first.sort_unstable();
        Some(Self { situations, passed, first })
    }

    /// Whether every state was looked at.
    pub(super) const fn complete(&self) -> bool {
        self.passed.complete
    }

    /// How many states were looked at.
    pub(super) const fn count(&self) -> u32 {
        self.passed.count
    }

    /// How many situations could arise, and of how many every state was looked at.
    pub(super) fn situations(&self) -> (usize, usize) {
        let complete = self.passed.states.iter().filter(|states| states.complete).count();
        (self.situations.all.len(), complete)
    }

    /// The nearest state with nothing to choose that is no ending.
    pub(super) const fn stuck(&self) -> Option<Near> {
        self.passed.stuck
    }

    /// The nearest state with a decision that counts on each dimension.
    pub(super) const fn exercised(&self) -> [Option<Near>; 3] {
        self.passed.exercised
    }

    /// Whether in every situation that could arise something is on offer whatever is felt, or it is
    /// an ending. Then it is so on every road, whether all states were looked at or not.
    pub(super) fn always_goes_on(&self, scenario: &Scenario) -> bool {
        let goes_on =
            |situation: &situation::Situation| situation.always_offers() || scenario.ending(situation.scene).is_some();
        self.situations.all.iter().all(goes_on)
    }

    /// The scenes, and the choices, that no situation has: no road comes to them.
    pub(super) fn never(&self, scenario: &Scenario) -> (Vec<SceneId>, Vec<ChoiceId>) {
        let (mut scenes, mut choices) = (vec![true; scenario.scenes.len()], vec![true; scenario.choices.len()]);
        for situation in &self.situations.all {
            scenes[situation.scene.index()] = false;
            situation.moves.iter().for_each(|step| choices[step.choice.index()] = false);
        }
        let left = |flags: Vec<bool>| flags.into_iter().enumerate().filter(|(_, never)| *never).map(|(at, _)| at);
        (left(scenes).filter_map(SceneId::new).collect(), left(choices).filter_map(ChoiceId::new).collect())
    }

    /// A shortest road to a state.
    pub(super) fn road(&self, scenario: &Scenario, state: u32) -> Road {
        let before = |state| self.step_to(scenario, state, Way::Shortest);
        let mut steps: Vec<_> =
            iter::successors(before(state), |&(state, _)| before(state)).map(|(_, step)| step).collect();
        steps.reverse();
        Road { steps }
    }

    /// The last step of a way to a state, and the state it was taken in. `None` where the talk begins.
    fn step_to(&self, scenario: &Scenario, state: u32, way: Way) -> Option<(u32, RoadStep)> {
        let (situation, at) = self.place(state)?;
        let arrived = &self.passed.states[situation as usize].arrived[at];
        let (before, edge) = (arrived.from[way as usize], arrived.by[way as usize]);
        if before == NONE {
            return None;
        }
        let (from, _) = self.place(before)?;
        let (step, exit) = edge.parts();
        let taken = &self.situations.all[from as usize].moves[step];
        let drawn = taken.exits[exit].drawn.map(|scene| scenario.scene(scene).id.to_string());
        Some((before, RoadStep { drawn, ..RoadStep::choose(scenario.choice(taken.choice).id.to_string()) }))
    }

    /// A state's situation and its place among the situation's states.
    fn place(&self, state: u32) -> Option<(u32, usize)> {
        let after = self.first.partition_point(|(first, _)| *first <= state);
        let (first, situation) = *self.first.get(after.checked_sub(1)?)?;
        Some((situation, (state - first) as usize))
    }
}
