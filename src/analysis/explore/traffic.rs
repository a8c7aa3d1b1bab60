//! How often choices, their ways and gates are taken, over plays.

use smallvec::SmallVec;

use crate::scenario::{Branch, ChoiceId, Scenario, Target};
use crate::session::{Arrival, State};

use super::super::play_count::PlayCount;

/// In how many plays each choice, each way of a choice and each gate was taken. A way is a target of a branch.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Traffic {
    /// How many plays were watched.
    pub(in crate::analysis) plays: u32,
    choices: Vec<PlayCount>,
    ways: Vec<PlayCount>,
    /// For each choice, the number of its first way.
    first_way: Vec<u32>,
    gates: Vec<PlayCount>,
    /// The gates on the way to the target of the choice just taken.
    ahead: SmallVec<[usize; 2]>,
}

impl Traffic {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut ways = 0;
        let mut first_way = Vec::with_capacity(scenario.choices.len());
        for choice in &scenario.choices {
            first_way.push(ways);
            ways += count(&choice.then.branches);
        }
        Self {
            plays: 0,
            choices: vec![PlayCount::default(); scenario.choices.len()],
            ways: vec![PlayCount::default(); ways as usize],
            first_way,
            gates: vec![PlayCount::default(); scenario.gates.count()],
            ahead: SmallVec::new(),
        }
    }

    pub(super) const fn begin_play(&mut self) {
        self.plays += 1;
    }

    /// Notes that the choice was taken and leads to `target`, the `drawn`th of its branch where chance drew. `state` has
    /// changed with it, and has not arrived.
    pub(super) fn take(
        &mut self,
        scenario: &Scenario,
        state: &State,
        choice: ChoiceId,
        target: Target,
        drawn: Option<usize>,
    ) {
        self.choices[choice.index()].see(self.plays);
        let branches = &scenario.choice(choice).then.branches;
        let way = count(&branches[..state.branch_of(scenario, choice)]) as usize + drawn.unwrap_or(0);
        self.ways[self.first_way[choice.index()] as usize + way].see(self.plays);
        self.ahead.clear();
        let gates = state.gates_to(scenario, state.destination(target));
        self.ahead.extend(gates.map(|(scene, index)| scenario.gates.number(scene, index)));
    }

    /// Notes the arrival of the choice just taken. Where a scene breaks in, the gates are asked when it is over.
    pub(super) fn arrive(&mut self, arrival: &Arrival) {
        if arrival.interruption.is_none() {
            for &gate in &self.ahead {
                self.gates[gate].see(self.plays);
            }
        }
    }

    /// What share of the plays so many are, 0–1; `None` where there was none.
    pub(in crate::analysis) fn share(&self, plays: u32) -> Option<f64> {
        (self.plays > 0).then(|| f64::from(plays) / f64::from(self.plays))
    }

    /// In how many plays the choice was taken.
    pub(in crate::analysis) fn of_choice(&self, choice: ChoiceId) -> u32 {
        self.choices[choice.index()].plays()
    }

    /// In how many plays each way of the choice was taken, branch by branch and target by target.
    pub(in crate::analysis) fn of_ways(&self, scenario: &Scenario, choice: ChoiceId) -> impl Iterator<Item = u32> {
        let first = self.first_way[choice.index()] as usize;
        let ways = count(&scenario.choice(choice).then.branches) as usize;
        self.ways[first..first + ways].iter().map(|count| count.plays())
    }

    /// In how many plays each gate led elsewhere, in the order of their numbers.
    pub(in crate::analysis) fn of_gates(&self) -> impl Iterator<Item = u32> {
        self.gates.iter().map(|count| count.plays())
    }
}

/// How many targets these branches have.
fn count(branches: &[Branch]) -> u32 {
    branches.iter().map(|branch| u32::try_from(branch.to.len()).unwrap_or(u32::MAX)).sum()
}
