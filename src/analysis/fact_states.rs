//! The states of a scenario by their facts alone, without feelings, numbered as they are found.

use crate::rubric::{Feelings, Stage};
use crate::scenario::Scenario;
use crate::session::{Felt, Mind, State};

use super::interner::Interner;
use super::keys::Keys;

#[derive(Debug)]
pub(super) struct FactStates {
    keys: Keys,
    numbers: Interner,
    key: Vec<u64>,
}

impl FactStates {
    /// The first state only.
    pub(super) fn begin(scenario: &Scenario, keys: Keys) -> Self {
        let mut states = Self { numbers: Interner::new(keys.words()), keys, key: Vec::new() };
        states.intern(scenario, State::begin(scenario));
        states
    }

    pub(super) const fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(super) const fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The memory for the keys, in words of 64 bits.
    pub(super) fn size(&self) -> usize {
        self.numbers.size()
    }

    /// The number of a state; a new one if it has not been met.
    pub(super) fn intern(&mut self, scenario: &Scenario, state: State) -> u32 {
        self.keys.write(scenario, &without_feelings(state), &mut self.key);
        self.numbers.intern(&self.key)
    }

    /// The state with the number `index`, if there are that many.
    pub(super) fn get(&self, scenario: &Scenario, index: usize) -> Option<State> {
        let number = u32::try_from(index).ok().filter(|_| index < self.len())?;
        Some(self.keys.read(scenario, self.numbers.key(number)))
    }

    /// The number of a state, if it has been met; `key` is scratch space.
    pub(super) fn find(&self, scenario: &Scenario, state: State, key: &mut Vec<u64>) -> Option<u32> {
        self.keys.write(scenario, &without_feelings(state), key);
        self.numbers.find(key)
    }
}

fn without_feelings(mut state: State) -> State {
    let feelings = Feelings { agitation: 0, trust: 0, understanding: 0 };
    state.mind = Mind::begin(Felt { feelings, stage: Stage::Calm });
    state.peak = Stage::Calm;
    state
}
