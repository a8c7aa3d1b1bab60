//! Which scenes a road may meet twice, by what conditions allow.
//!
//! Where places lead in a circle, a condition such as `Not(Visited("sister"))` may still keep a road
//! from going round it. Here roads are walked with feelings, chance and the choices used up left open,
//! so that there are some that do not exist and none is missing: a scene that none of them meets
//! twice is met once.

use std::collections::BTreeSet;

use crate::scenario::{Scenario, SceneId};
use crate::session::State;

use super::explore::Leading;
use super::key::Keys;
use super::outline::without_feelings;
use super::relevant::{Also, Detail};
use super::table::Table;
use super::{Chance, Limits};

/// Takes those of `again` back that no road meets twice; leaves them where there is too much to walk.
pub(super) fn take_back(scenario: &Scenario, again: &mut [bool], limits: &Limits) {
    if !again.contains(&true) {
        return;
    }
    let Some(walked) = Walked::of(scenario, limits) else { return };
    for (scene, again) in again.iter_mut().enumerate().filter(|(_, again)| **again) {
        *again = SceneId::new(scene).is_none_or(|scene| walked.meets_twice(scene));
    }
}

/// The scene of each situation, and the situations each leads to.
struct Walked {
    scenes: Vec<SceneId>,
    next: Vec<Vec<u32>>,
}

impl Walked {
    /// `None` where there are more situations than the limits allow.
    fn of(scenario: &Scenario, limits: &Limits) -> Option<Self> {
        let keys = Keys::of(scenario, Chance::Any, Detail::Open, &Also::default(), limits)?;
        let mut states = Table::new(keys.words());
        let mut key = Vec::new();
        keys.write(scenario, &without_feelings(State::begin(scenario)), &mut key);
        states.number(&key);
        let mut walked = Self { scenes: Vec::new(), next: Vec::new() };
        while let Some(number) = u32::try_from(walked.next.len()).ok().filter(|_| walked.next.len() < states.len()) {
            let state = keys.read(scenario, states.key(number));
            let number = |next: &State| {
                keys.write(scenario, &without_feelings(next.clone()), &mut key);
                states.number(&key)
            };
            let moves = Leading { scenario, number }.moves(&state)?;
            let exits: BTreeSet<u32> = moves.iter().flat_map(|step| &step.exits).map(|exit| exit.situation).collect();
            walked.scenes.push(state.scene);
            walked.next.push(exits.into_iter().collect());
            if states.len() > limits.detailed {
                return None;
            }
        }
        Some(walked)
    }

    fn meets_twice(&self, scene: SceneId) -> bool {
        let mut met = vec![false; self.scenes.len()];
        let there = (0..self.scenes.len()).filter(|&at| self.scenes[at] == scene);
        let mut open: Vec<u32> = there.flat_map(|at| &self.next[at]).copied().collect();
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut met[at as usize], true) {
                if self.scenes[at as usize] == scene {
                    return true;
                }
                open.extend(&self.next[at as usize]);
            }
        }
        false
    }
}
