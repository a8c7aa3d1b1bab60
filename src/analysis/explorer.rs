//! Finds every state, layer by layer, with the code that play runs.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Decision, Luck, State, Taken};

use super::key::Keys;
use super::roads::{Edge, Gain, Roads, gain, worth};
use super::{Chance, Limits, TooLarge};

/// A graph being found.
pub(super) struct Explorer {
    roads: Roads,
    /// A seed's draws so far, by choice, branch and visit.
    drawn: BTreeMap<(ChoiceId, usize, u16), usize>,
    key: Vec<u64>,
    offer: Vec<ChoiceId>,
}

impl Explorer {
    /// # Errors
    /// [`TooLarge`] where what has to be kept is more than the limits allow.
    pub(super) fn new(scenario: &Arc<Scenario>, chance: Chance, limits: Limits) -> Result<Self, TooLarge> {
        let keys = Keys::of(scenario, chance, &limits).ok_or(TooLarge { states: 0 })?;
        let roads = Roads::new(scenario.clone(), chance, limits, keys);
        Ok(Self { roads, drawn: BTreeMap::new(), key: Vec::new(), offer: Vec::new() })
    }

    /// Finds every state from `root` on.
    ///
    /// # Errors
    /// [`TooLarge`] where there are more than the limits allow.
    pub(super) fn explore(mut self, root: &State) -> Result<Roads, TooLarge> {
        let scenario = self.roads.scenario.clone();
        self.number(&scenario, root);
        let mut state = 0;
        while (state as usize) < self.roads.states() {
            self.expand(&scenario, state);
            state += 1;
            let limits = &self.roads.limits;
            let words = self.roads.states.size().max(self.roads.edges.len());
            if self.roads.states() > limits.states || words > limits.words {
                return Err(TooLarge { states: self.roads.states() });
            }
        }
        self.roads.order = sorted(&self.roads).ok_or(TooLarge { states: self.roads.states() })?;
        Ok(self.roads)
    }

    fn number(&mut self, scenario: &Scenario, state: &State) -> u32 {
        let on_a_road = self.roads.keys.write(scenario, state, &mut self.key);
        debug_assert!(on_a_road, "places leave out no place that a road meets");
        self.roads.states.number(&self.key)
    }

    /// Adds the edges of a state.
    fn expand(&mut self, scenario: &Scenario, number: u32) {
        let state = self.roads.keys.read(scenario, self.roads.states.key(number));
        let mut offer = std::mem::take(&mut self.offer);
        offer.clear();
        offer.extend(state.options(scenario));
        let mut possible = Gain::default();
        for &choice in &offer {
            let mut gained = Gain::default();
            if let Some(decision) = Decision::new(scenario, &offer, choice, state.stage) {
                gained = gain(|dimension| decision.taken[dimension] - decision.lowest[dimension]);
                possible = gain(|dimension| decision.highest[dimension] - decision.lowest[dimension]);
            }
            self.follow(scenario, &state, choice, gained);
        }
        self.offer = offer;
        self.roads.possible.push(possible);
        self.roads.first.push(u32::try_from(self.roads.edges.len()).unwrap_or(u32::MAX));
    }

    /// Adds an edge for each draw of chance after a choice.
    fn follow(&mut self, scenario: &Scenario, before: &State, choice: ChoiceId, gained: Gain) {
        let worth = worth(scenario.choice(choice).points_at(before.stage));
        let mut state = before.clone();
        let taken = state.take(scenario, choice);
        let several = taken.branch.to.len() > 1;
        let drawn = match self.roads.chance {
            Chance::Seed(luck) if several => Some(self.draw(scenario, luck, &state, choice, &taken)),
            Chance::Any if several => None,
            _ => Some(0),
        };
        for (index, &(weight, target)) in taken.branch.to.iter().enumerate() {
            if drawn.map_or(weight == 0, |drawn| index != drawn) {
                continue;
            }
            let mut arrived = state.clone();
            arrived.arrive(scenario, target);
            let target = self.number(scenario, &arrived);
            let drawn = u16::try_from(index).unwrap_or(u16::MAX);
            self.roads.edges.push(Edge { target, choice, gained, worth, drawn });
        }
    }

    fn draw(&mut self, scenario: &Scenario, luck: Luck, state: &State, choice: ChoiceId, taken: &Taken<'_>) -> usize {
        let key = (choice, taken.branch_index, state.visits.get(state.scene));
        *self.drawn.entry(key).or_insert_with(|| taken.draw(scenario, luck, state, choice))
    }
}

/// Every state, each before those it leads to (Kahn's algorithm). `None` where there is a circle,
/// which cannot be, since each turn uses a choice up; no number would be right then.
fn sorted(roads: &Roads) -> Option<Vec<u32>> {
    let mut before = vec![0u32; roads.states()];
    for edge in &roads.edges {
        before[edge.target as usize] += 1;
    }
    let mut order = Vec::with_capacity(roads.states());
    order.push(0);
    let mut next = 0;
    while let Some(&state) = order.get(next) {
        next += 1;
        for edge in roads.edges_of(state) {
            let left = &mut before[edge.target as usize];
            *left -= 1;
            if *left == 0 {
                order.push(edge.target);
            }
        }
    }
    debug_assert_eq!(order.len(), roads.states(), "each turn uses a choice up");
    (order.len() == roads.states()).then_some(order)
}
