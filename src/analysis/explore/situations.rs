//! Every situation that could arise, whatever is felt, each once, in an order in which none leads back.

use crate::scenario::Scenario;
use crate::session::State;

use super::super::fact::Fact;
use super::super::fact_states::FactStates;
use super::super::keys::Keys;
use super::super::liveness::{ChoiceDetail, Liveness};
use super::super::observables::Observables;
use super::super::revisits::control_flow;
use super::super::topological_order::topological_order;
use super::super::{ChanceModel, Limits};
use super::emotion::{MOST_RECOVERY, Retained};
use super::residual::Residual;
use super::situation::Situation;
use super::successors::Successors;
use super::variants::Variants;

#[derive(Debug)]
pub(super) struct Situations {
    /// In the order they were found; the first is the beginning.
    pub(super) all: Vec<Situation>,
    /// Their numbers by level: each leads only to later levels.
    pub(super) levels: Vec<Vec<u32>>,
}

impl Situations {
    /// `None` where there are more than `most`.
    pub(super) fn of(scenario: &Scenario, observables: &Observables, variants: &Variants, most: usize) -> Option<Self> {
        if scenario.rubric.model.recovery.turns > MOST_RECOVERY {
            return None;
        }
        let limits = Limits { states: most, ..Limits::default() };
        let flow = control_flow(scenario, &limits)?;
        let liveness = Liveness::of(scenario, &flow, ChanceModel::Any, ChoiceDetail::Each, observables, &limits)?;
        let mut states = FactStates::begin(scenario, Keys::new(liveness));
        let mut all: Vec<Situation> = Vec::new();
        while let Some(state) = states.get(scenario, all.len()) {
            let observed = Some((variants, observables));
            let moves =
                Successors { scenario, observed, intern: |next| states.intern(scenario, next) }.moves(&state)?;
            all.push(Situation {
                scene: state.scene,
                retained: retained(states.keys(), &state),
                moves,
                texts: variants.residuals(scenario, observables, &state, None),
                objectives: objectives(scenario, observables, &state),
            });
            if states.len() > most {
                return None;
            }
        }
        let levels = levels(&all)?;
        Some(Self { all, levels })
    }
}

/// In an ending, the residuals of the observed objectives.
fn objectives(scenario: &Scenario, observables: &Observables, state: &State) -> Vec<(usize, Residual)> {
    if scenario.ending(state.scene).is_none() {
        return Vec::new();
    }
    let observed = observables.objectives.iter().filter_map(|&at| Some((at, scenario.objectives.get(at)?)));
    observed.map(|(at, objective)| (at, Residual::of(scenario, state, &objective.met))).collect()
}

/// Which of the feelings are live in the situation of a state.
fn retained(keys: &Keys, state: &State) -> Retained {
    let location = (state.scene, state.resume);
    Retained {
        understanding: keys.hold(location, |fact| fact == Fact::Understanding),
        peak: keys.hold(location, |fact| matches!(fact, Fact::Reached(_))),
    }
}

/// The situations by the length of the longest path to them.
fn levels(all: &[Situation]) -> Option<Vec<Vec<u32>>> {
    let targets = |number: u32| {
        let moves = &all[number as usize].moves;
        moves.iter().flat_map(|step| step.exits.iter().map(|exit| exit.situation))
    };
    let order = topological_order(all.len(), targets)?;
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
    for level in &mut levels {
        level.sort_unstable();
    }
    Some(levels)
}
