//! The states of one situation: while roads to them are being found, and once all have been.

use super::situation::ExitId;

/// Stands for no state.
pub(super) const NONE: u32 = u32::MAX;

/// A state by its distance: the number of turns to it, and its number; the smallest is the nearest.
pub(super) type StateByDistance = (u16, u32);

/// How a state is reached: the state before it and the exit from there, on the shortest road, and on the roads with the
/// lowest and the highest understanding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arrived {
    pub(super) from: [u32; 3],
    pub(super) by: [ExitId; 3],
    /// The number of turns on the shortest road.
    pub(super) turns: u16,
    /// The lowest and the highest understanding with which the state can be reached.
    pub(super) understanding: [u8; 2],
}

/// Which of the roads to a state that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RoadKind {
    Shortest,
    LeastUnderstanding,
    MostUnderstanding,
}

impl Arrived {
    /// Reached by the only road found so far.
    pub(super) const fn by_one_road(from: u32, by: ExitId, turns: u16, understanding: [u8; 2]) -> Self {
        Self { from: [from; 3], by: [by; 3], turns, understanding }
    }

    /// Takes another road into account. The result does not depend on the order in which roads are found.
    fn merge(&mut self, other: &Self) {
        let mut keep = |kind: usize, better: std::cmp::Ordering| {
            if better.then_with(|| (other.from[kind], other.by[kind]).cmp(&(self.from[kind], self.by[kind]))).is_lt() {
                self.from[kind] = other.from[kind];
                self.by[kind] = other.by[kind];
            }
        };
        keep(RoadKind::Shortest as usize, other.turns.cmp(&self.turns));
        keep(RoadKind::LeastUnderstanding as usize, other.understanding[0].cmp(&self.understanding[0]));
        keep(RoadKind::MostUnderstanding as usize, self.understanding[1].cmp(&other.understanding[1]));
        self.turns = self.turns.min(other.turns);
        self.understanding[0] = self.understanding[0].min(other.understanding[0]);
        self.understanding[1] = self.understanding[1].max(other.understanding[1]);
    }
}

/// The states of a situation while roads to them are being found: a hash table with open addressing, by their codes.
#[derive(Debug, Default)]
pub(super) struct Arrivals {
    slots: Vec<u32>,
    states: Vec<(u32, Arrived)>,
}

impl Arrivals {
    /// Adds a road to the state with this code.
    pub(super) fn add(&mut self, code: u32, arrived: &Arrived) {
        if self.states.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let slot = self.slot(code);
        if self.slots[slot] == NONE {
            self.slots[slot] = u32::try_from(self.states.len()).unwrap_or(NONE);
            self.states.push((code, *arrived));
        } else {
            self.states[self.slots[slot] as usize].1.merge(arrived);
        }
    }

    pub(super) const fn count(&self) -> usize {
        self.states.len()
    }

    fn slot(&self, code: u32) -> usize {
        let last = self.slots.len() - 1;
        let spread = u64::from(code).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let mut slot = usize::try_from(spread).unwrap_or(0) & last;
        while self.slots[slot] != NONE && self.states[self.slots[slot] as usize].0 != code {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![NONE; (self.slots.len() * 2).max(16)];
        for index in 0..self.states.len() {
            let slot = self.slot(self.states[index].0);
            self.slots[slot] = u32::try_from(index).unwrap_or(NONE);
        }
    }

    /// Sorts the states by their codes; nothing can be added afterwards.
    pub(super) fn sort(&mut self) {
        self.slots = Vec::new();
        self.states.sort_unstable_by_key(|(code, _)| *code);
    }
}

/// The states of a situation once all roads to them are known, by code.
#[derive(Debug, Default)]
pub(super) struct States {
    /// The number of the first state.
    pub(super) first: u32,
    pub(super) codes: Vec<u32>,
    pub(super) arrived: Vec<Arrived>,
    /// Whether no state was left out.
    pub(super) complete: bool,
}

impl States {
    /// All states of a situation, from its sorted shards in order; where there are more than `most`, those with the
    /// shortest roads.
    pub(super) fn join(shards: impl Iterator<Item = Arrivals>, most: usize) -> Self {
        let mut joined = Self { complete: true, ..Self::default() };
        for (code, arrived) in shards.flat_map(|shard| shard.states) {
            joined.codes.push(code);
            joined.arrived.push(arrived);
        }
        if joined.codes.len() > most {
            joined.keep_nearest(most);
        }
        joined
    }

    fn keep_nearest(&mut self, most: usize) {
        let mut nearest: Vec<usize> = (0..self.codes.len()).collect();
        nearest.sort_unstable_by_key(|&at| (self.arrived[at].turns, self.codes[at]));
        nearest.truncate(most);
        nearest.sort_unstable();
        self.codes = nearest.iter().map(|&at| self.codes[at]).collect();
        self.arrived = nearest.iter().map(|&at| self.arrived[at]).collect();
        self.complete = false;
    }

    pub(super) fn find(&self, code: u32) -> Option<usize> {
        self.codes.binary_search(&code).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrivals, Arrived, ExitId, RoadKind, States};

    #[test]
    fn the_order_of_arrivals_makes_no_difference() {
        let roads: Vec<Arrived> = [(7, 3, [10, 20]), (2, 3, [5, 9]), (4, 2, [30, 30]), (1, 4, [5, 30])]
            .map(|(from, turns, understanding)| Arrived::by_one_road(from, ExitId::default(), turns, understanding))
            .to_vec();
        let mut kept = Vec::new();
        for start in 0..roads.len() {
            let mut arrivals = Arrivals::default();
            (0..roads.len()).for_each(|at| arrivals.add(5, &roads[(start + at) % roads.len()]));
            (0..100).for_each(|code| arrivals.add(code * 1000, &roads[0]));
            arrivals.sort();
            let states = States::join(std::iter::once(arrivals), 1000);
            assert_eq!(states.codes.len(), 101);
            kept.push(states.arrived[states.find(5).unwrap()]);
        }
        assert!(kept.iter().all(|arrived| *arrived == kept[0]));
        assert_eq!((kept[0].turns, kept[0].from[RoadKind::Shortest as usize]), (2, 4));
        assert_eq!((kept[0].understanding, kept[0].from[RoadKind::LeastUnderstanding as usize]), ([5, 30], 1));
        assert_eq!(kept[0].from[RoadKind::MostUnderstanding as usize], 1);
    }

    #[test]
    fn beyond_a_bound_the_nearest_states_are_kept() {
        let mut arrivals = Arrivals::default();
        for (code, turns) in [(1, 5), (2, 1), (3, 3)] {
            arrivals.add(code, &Arrived::by_one_road(0, ExitId::default(), turns, [0, 0]));
        }
        arrivals.sort();
        let states = States::join(std::iter::once(arrivals), 2);
        assert_eq!((states.codes, states.complete), (vec![2, 3], false));
    }
}
