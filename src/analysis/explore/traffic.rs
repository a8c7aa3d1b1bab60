//! How often choices, their ways and gates are taken, over plays.

use smallvec::SmallVec;

use crate::scenario::{Branch, ChoiceId, Scenario, SceneId, Target};
use crate::session::{Arrival, State};

use super::successors::gate_number;

/// In how many plays each choice, each way of a choice and each gate was taken. A way is a target of a branch.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Traffic {
    /// How many plays were watched.
    pub(in crate::analysis) plays: u32,
    choices: Vec<Count>,
    ways: Vec<Count>,
    /// For each choice, the number of its first way.
    first_way: Vec<u32>,
    gates: Vec<Count>,
    /// The gates on the way to the target of the choice just taken.
    ahead: SmallVec<[u32; 2]>,
}

/// A count of plays.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    plays: u32,
    /// The last play that was counted, from 1: in one play a gate may lead elsewhere several times.
    last: u32,
}

impl Count {
    const fn see(&mut self, play: u32) {
        if self.last != play {
            self.last = play;
            self.plays += 1;
        }
    }
}

impl Traffic {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut ways = 0;
        let mut first_way = Vec::with_capacity(scenario.choices.len());
        for choice in &scenario.choices {
            first_way.push(ways);
            ways += count(&choice.then.branches);
        }
        let gates = scenario.gates.iter().map(|gates| gates.len()).sum();
        Self {
            plays: 0,
            choices: vec![Count::default(); scenario.choices.len()],
            ways: vec![Count::default(); ways as usize],
            first_way,
            gates: vec![Count::default(); gates],
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
        let applies = |branch: &Branch| state.allows(scenario, branch.when.as_ref());
        let branch = branches.iter().position(applies).unwrap_or(branches.len() - 1);
        let way = count(&branches[..branch]) as usize + drawn.unwrap_or(0);
        self.ways[self.first_way[choice.index()] as usize + way].see(self.plays);
        self.ahead.clear();
        let mut scene = state.destination(target);
        let closed = |scene: SceneId| scenario.gates(scene).iter().position(|gate| state.holds(scenario, &gate.when));
        while let Some(index) = closed(scene) {
            self.ahead.push(gate_number(scenario, scene, index));
            scene = scenario.gates(scene)[index].to;
        }
    }

    /// Notes the arrival of the choice just taken. Where a scene breaks in, the gates are asked when it is over.
    pub(super) fn arrive(&mut self, arrival: &Arrival) {
        if arrival.interruption.is_none() {
            for &gate in &self.ahead {
                self.gates[gate as usize].see(self.plays);
            }
        }
    }

    /// What share of the plays so many are, 0–1; 0 where there was none.
    pub(in crate::analysis) fn share(&self, plays: u32) -> f64 {
        if self.plays == 0 { 0.0 } else { f64::from(plays) / f64::from(self.plays) }
    }

    /// In how many plays the choice was taken.
    pub(in crate::analysis) fn of_choice(&self, choice: ChoiceId) -> u32 {
        self.choices[choice.index()].plays
    }

    /// In how many plays each way of the choice was taken, branch by branch and target by target.
    pub(in crate::analysis) fn of_ways(&self, scenario: &Scenario, choice: ChoiceId) -> impl Iterator<Item = u32> {
        let first = self.first_way[choice.index()] as usize;
        let ways = count(&scenario.choice(choice).then.branches) as usize;
        self.ways[first..first + ways].iter().map(|count| count.plays)
    }

    /// In how many plays a gate of the scene led elsewhere.
    pub(in crate::analysis) fn of_gate(&self, scenario: &Scenario, scene: SceneId, index: usize) -> u32 {
        self.gates[gate_number(scenario, scene, index) as usize].plays
    }
}

/// How many targets these branches have.
fn count(branches: &[Branch]) -> u32 {
    branches.iter().map(|branch| u32::try_from(branch.to.len()).unwrap_or(u32::MAX)).sum()
}
