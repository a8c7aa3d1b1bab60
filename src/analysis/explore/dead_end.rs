//! The nearest dead end: a state from which no ending can be reached.

use crate::scenario::Scenario;

use super::explored::Explored;
use super::states::{Arrived, StateByDistance};

impl Explored {
    /// The nearest state from which no ending can be reached, where every state was looked at. Only worth calling where
    /// some state has nothing to choose: every road ends, so without such a state every road reaches an ending.
    pub(in crate::analysis) fn dead_end(&self, scenario: &Scenario) -> Option<StateByDistance> {
        let mut ends: Vec<Vec<bool>> =
            self.passed.states.iter().map(|states| vec![false; states.codes.len()]).collect();
        let mut nearest: Option<StateByDistance> = None;
        for &number in self.situations.levels.iter().rev().flatten() {
            let here = self.ends_from(scenario, number, &ends);
            let states = &self.passed.states[number as usize];
            for ((arrived, at), ends) in states.arrived.iter().zip(0..).zip(&here) {
                if !ends {
                    let near = (arrived.turns, states.first + at);
                    nearest = Some(nearest.map_or(near, |nearest| nearest.min(near)));
                }
            }
            ends[number as usize] = here;
        }
        nearest
    }

    /// For each state of a situation, whether an ending can be reached from it.
    fn ends_from(&self, scenario: &Scenario, number: u32, ends: &[Vec<bool>]) -> Vec<bool> {
        let situation = &self.situations.all[number as usize];
        let states = &self.passed.states[number as usize];
        if scenario.ending(situation.scene).is_some() {
            return vec![true; states.codes.len()];
        }
        let from = |(code, arrived): (&u32, &Arrived)| {
            let emotion = arrived.emotion(*code, situation);
            let mut found = false;
            situation.leave(
                scenario,
                situation.offer(emotion),
                (emotion, arrived.understanding[1]),
                |_, _| {},
                |_, exit, after, _| {
                    let target = exit.situation as usize;
                    let code = after.code(self.situations.all[target].retained);
                    found = found || self.passed.states[target].find(code).is_some_and(|at| ends[target][at]);
                },
            );
            found
        };
        states.codes.iter().zip(&states.arrived).map(from).collect()
    }
}
