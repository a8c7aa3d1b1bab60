//! Every situation that could arise, whatever is felt, each once, in an order in which none leads back.

use crate::scenario::Scenario;
use crate::session::State;

use super::super::fact::Fact;
use super::super::key::Keys;
use super::super::order::sorted;
use super::super::outline::without_feelings;
use super::super::relevant::{Also, Detail};
use super::super::table::Table;
use super::super::{Chance, Limits};
use super::left::Left;
use super::situation::{Leading, Situation};
use super::temper::{Keeps, MOST_RECOVERY};
use super::wordings::Wordings;

/// Every situation that could arise.
#[derive(Debug)]
pub(super) struct Situations {
    /// In the order they were found; the first is the beginning.
    pub(super) all: Vec<Situation>,
    /// Their numbers by level: each leads only to later levels.
    pub(super) levels: Vec<Vec<u32>>,
}

impl Situations {
    /// `None` where there are more than `most`.
    pub(super) fn of(scenario: &Scenario, also: &Also, wordings: &Wordings, most: usize) -> Option<Self> {
        if scenario.rubric.model.recovery.turns > MOST_RECOVERY {
            return None;
        }
        let limits = Limits { states: most, ..Limits::default() };
        let keys = &Keys::of(scenario, Chance::Any, Detail::Each, also, &limits)?;
        let mut states = Table::new(keys.words());
        let mut key = Vec::new();
        keys.write(scenario, &without_feelings(State::begin(scenario)), &mut key);
        states.number(&key);
        let mut all: Vec<Situation> = Vec::new();
        while let Some(number) = u32::try_from(all.len()).ok().filter(|_| all.len() < states.len()) {
            let state = keys.read(scenario, states.key(number));
            let number = |next: &State| {
                keys.write(scenario, &without_feelings(next.clone()), &mut key);
                states.number(&key)
            };
            let moves = Leading { scenario, number }.moves(&state)?;
            all.push(Situation {
                scene: state.scene,
                keeps: keeps(keys, &state),
                moves,
                texts: wordings.left(scenario, also, &state),
                objectives: objectives(scenario, also, &state),
            });
            if states.len() > most {
                return None;
            }
        }
        let levels = levels(&all)?;
        Some(Self { all, levels })
    }
}

/// In an ending, what is left of the objectives that are asked about.
fn objectives(scenario: &Scenario, also: &Also, state: &State) -> Vec<(usize, Left)> {
    if scenario.ending(state.scene).is_none() {
        return Vec::new();
    }
    let asked = also.objectives.iter().filter_map(|&at| Some((at, scenario.objectives.get(at)?)));
    asked.map(|(at, objective)| (at, Left::of(scenario, state, &objective.met))).collect()
}

/// What of the feelings is kept in the situation of a state.
fn keeps(keys: &Keys, state: &State) -> Keeps {
    let place = (state.scene, state.resume);
    Keeps {
        understanding: keys.keeps(place, |fact| fact == Fact::Understanding),
        peak: keys.keeps(place, |fact| matches!(fact, Fact::Reached(_))),
    }
}

/// The situations by the length of the longest way to them.
fn levels(all: &[Situation]) -> Option<Vec<Vec<u32>>> {
    let targets = |number: u32| {
        let moves = &all[number as usize].moves;
        moves.iter().flat_map(|step| step.exits.iter().map(|exit| exit.situation))
    };
    let order = sorted(all.len(), targets)?;
    let mut level = vec![0usize; all.len()];
    let mut levels: Vec<Vec<u32>> = Vec::new();
    for number in order {
        let here = level[number as usize];
        for target in targets(number) {
            level[target as usize] = level[target as usize].max(here + 1);
        }
        if levels.len() <= here {
            levels.resize_with(here + 1, Vec::new);
        }
        levels[here].push(number);
    }
    levels.iter_mut().for_each(|level| level.sort_unstable());
    Some(levels)
}
