//! States as keys: a few words that hold what is live and nothing else.

use crate::rubric::{Feelings, Stage};
use crate::scenario::{Scenario, SceneId};
use crate::session::State;

use super::fact::Fact;
use super::liveness::Liveness;
use super::locations::Location;

/// Converts states to keys and back.
#[derive(Debug)]
pub(super) struct Keys {
    liveness: Liveness,
}

impl Keys {
    pub(super) const fn new(liveness: Liveness) -> Self {
        Self { liveness }
    }

    /// How many words a key has.
    pub(super) const fn words(&self) -> usize {
        1 + self.liveness.words
    }

    /// Writes the key of `state` into `key`, and returns whether any road reaches such a state.
    ///
    /// Word 0: scene (32 bits), agitation and trust (7 each), stage (2), after a crisis, a hard word last, recovery
    /// (8). Word 1: the scene to go back to (32 bits, 0 for none), then facts. In an ending, no feelings are kept.
    pub(super) fn write(&self, scenario: &Scenario, state: &State, key: &mut Vec<u64>) -> bool {
        key.clear();
        key.resize(self.words(), 0);
        key[0] = state.scene.index() as u64;
        if scenario.ending(state.scene).is_none() {
            key[0] |= u64::from(state.mind.feelings.agitation) << 32
                | u64::from(state.mind.feelings.trust) << 39
                | (state.mind.stage as u64) << 46
                | u64::from(state.mind.after_crisis) << 48
                | u64::from(state.mind.hard_last) << 49
                | u64::from(state.mind.recovery) << 50;
        }
        let Some(mask) = self.liveness.mask((state.scene, state.resume)) else { return false };
        let facts = &mut key[1..];
        for slot in &self.liveness.slots {
            facts[slot.word] |= u64::from(slot.fact.read(scenario, state).min(slot.most)) << slot.shift;
        }
        facts.iter_mut().zip(mask).for_each(|(word, mask)| *word &= mask);
        if state.needs & self.liveness.timed_needs == 0 {
            self.forget_turns(facts);
        }
        facts[0] |= state.resume.map_or(0, |scene| scene.index() as u64 + 1);
        true
    }

    /// Whether any fact of this kind is live at a location.
    pub(super) fn hold(&self, location: Location, fact: impl Fn(Fact) -> bool) -> bool {
        let Some(mask) = self.liveness.mask(location) else { return false };
        self.liveness.slots.iter().any(|slot| fact(slot.fact) && mask[slot.word] & slot.mask() != 0)
    }

    fn forget_turns(&self, facts: &mut [u64]) {
        let turns = self.liveness.slots.iter().find(|slot| slot.fact == Fact::Turns);
        if let Some(slot) = turns {
            facts[slot.word] &= !slot.mask();
        }
    }

    /// A state that goes on in the same way as every state with this key.
    pub(super) fn read(&self, scenario: &Scenario, key: &[u64]) -> State {
        let mut state = State::new(scenario);
        let bits = |shift: u32, width: u32| u8::try_from(key[0] >> shift & ((1 << width) - 1)).unwrap_or_default();
        state.scene = scene(key[0] & u64::from(u32::MAX)).unwrap_or(scenario.start);
        state.mind.feelings = Feelings { agitation: bits(32, 7), trust: bits(39, 7), understanding: 0 };
        state.mind.stage = Stage::ALL[usize::from(bits(46, 2))];
        state.peak = Stage::Calm;
        state.mind.after_crisis = bits(48, 1) == 1;
        state.mind.hard_last = bits(49, 1) == 1;
        state.mind.recovery = bits(50, 8);
        state.resume = (key[1] & u64::from(u32::MAX)).checked_sub(1).and_then(scene);
        state.needs = 0;
        for slot in &self.liveness.slots {
            let value = (key[1 + slot.word] & slot.mask()) >> slot.shift;
            if let Some(value) = u16::try_from(value).ok().filter(|&value| value != 0) {
                slot.fact.write(&mut state, value);
            }
        }
        if state.visits.get(state.scene) == 0 {
            state.visits.add(state.scene);
        }
        state
    }
}

fn scene(index: u64) -> Option<SceneId> {
    usize::try_from(index).ok().and_then(SceneId::new)
}
