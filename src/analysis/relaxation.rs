//! The roads of a scenario with feelings left open: an upper bound for every road, quickly found.
//!
//! A road's facts (needs, flags, choices taken, scenes that broke in) follow from its choices; only feelings make the
//! number of states large. The relaxation follows all roads by their facts alone and lets every condition on feelings,
//! and every draw of chance, go either way. So it contains every road that exists, and some that do not, and the most
//! that it finds is at least what any road from there reaches. The search for the best road looks only where that is
//! enough.
//!
//! Where scenes can be revisited, the choices taken can make many states. Then the relaxation keeps only how many of a
//! scene's choices were taken, and any of them may still be left.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::rubric::{Dimension, Stage};
use crate::scenario::{Branch, Choice, ChoiceId, Condition, Scenario, SceneId};
use crate::session::State;

use super::control_flow::ControlFlow;
use super::fact_states::FactStates;
use super::keys::Keys;
use super::liveness::{ChoiceDetail, Liveness};
use super::observables::Observables;
use super::topological_order::topological_order;
use super::{ChanceModel, Limits};

/// What may still come in a state, whatever is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Potential {
    /// No road goes on with a higher Σ(e + c + d) than this.
    pub(super) most_worth: i32,
    /// Whether some decision ahead may count, by dimension.
    pub(super) may_count: [bool; 3],
}

#[derive(Debug)]
pub(super) struct Relaxation {
    states: FactStates,
    potentials: Vec<Potential>,
}

/// A state of the relaxation while it is being found.
struct Found {
    /// Where it leads, with e + c + d.
    edges: Vec<(u32, i32)>,
    /// What its own offer allows.
    here: Potential,
}

impl Relaxation {
    /// `None` where there are more states than the limits allow.
    pub(super) fn of(scenario: &Scenario, flow: &Arc<ControlFlow>, limits: &Limits) -> Option<Self> {
        let detailed = Limits { states: limits.detailed.min(limits.states), ..*limits };
        Self::with(scenario, flow, ChoiceDetail::Each, &detailed)
            .or_else(|| Self::with(scenario, flow, ChoiceDetail::Counted, limits))
    }

    fn with(scenario: &Scenario, flow: &Arc<ControlFlow>, detail: ChoiceDetail, limits: &Limits) -> Option<Self> {
        let liveness = Liveness::of(scenario, flow, ChanceModel::Any, detail, &Observables::default(), limits)?;
        let mut states = FactStates::begin(scenario, Keys::new(liveness));
        let (mut found, mut edges): (Vec<Found>, usize) = (Vec::new(), 0);
        while let Some(state) = states.get(scenario, found.len()) {
            let next = expand(scenario, detail, &state, &mut |next| states.intern(scenario, next));
            edges += next.edges.len();
            found.push(next);
            if states.len() > limits.states || states.size().max(edges) > limits.words {
                return None;
            }
        }
        let targets = |state: u32| found[state as usize].edges.iter().map(|&(target, _)| target);
        let order = topological_order(found.len(), targets)?;
        let mut potentials: Vec<Potential> = found.iter().map(|found| found.here).collect();
        for state in order.into_iter().rev() {
            potentials[state as usize] = potential_of(&found[state as usize], &potentials);
        }
        Some(Self { states, potentials })
    }

    /// What may still come in a state; `None` for a state that no road of the scenario reaches. `key` is scratch space.
    pub(super) fn potential(&self, scenario: &Scenario, state: &State, key: &mut Vec<u64>) -> Option<Potential> {
        self.states.find(scenario, state.clone(), key).map(|number| self.potentials[number as usize])
    }
}

/// The potential of a state, from its own offer and the potentials of the states that it leads to.
fn potential_of(found: &Found, potentials: &[Potential]) -> Potential {
    let mut here = found.here;
    for &(target, worth) in &found.edges {
        let next = potentials[target as usize];
        here.most_worth = here.most_worth.max(worth.saturating_add(next.most_worth));
        for (counts, next) in here.may_count.iter_mut().zip(next.may_count) {
            *counts |= next;
        }
    }
    here
}

fn expand(scenario: &Scenario, detail: ChoiceDetail, state: &State, intern: &mut impl FnMut(State) -> u32) -> Found {
    let may = |condition: Option<&Condition>, truth| condition.map_or(truth, |one| may_be(scenario, state, one, truth));
    let all = scenario.choices_of(state.scene).count();
    let visits = usize::from(state.visits.get(state.scene));
    let some_left = detail == ChoiceDetail::Each || visits <= all;
    let left = || scenario.choices_of(state.scene).filter(|&id| some_left && !state.taken(id));
    let offer: Vec<ChoiceId> = left().filter(|&id| may(scenario.choice(id).when.as_ref(), true)).collect();
    let none_taken = detail == ChoiceDetail::Each || visits <= 1;
    let surely_goes_on = none_taken && left().any(|id| !may(scenario.choice(id).when.as_ref(), false));
    let most_worth = if surely_goes_on { i32::MIN } else { 0 };
    let here = Potential { most_worth, may_count: may_count(scenario, &offer) };
    let mut edges = Vec::new();
    for id in offer {
        // A crisis takes positive clarity away and adds nothing.
        let worth = scenario.choice(id).points.sum();
        follow(scenario, state, id, &mut |next| edges.push((intern(next), worth)));
    }
    Found { edges, here }
}

/// On which dimensions two of these options differ, in a crisis or outside one.
fn may_count(scenario: &Scenario, offer: &[ChoiceId]) -> [bool; 3] {
    Dimension::ALL.map(|dimension| {
        [Stage::Calm, Stage::Crisis].into_iter().any(|stage| {
            let mut points = offer.iter().map(|&id| scenario.choice(id).points_at(stage)[dimension]);
            let first = points.next();
            points.any(|other| Some(other) != first)
        })
    })
}

/// Calls `arrive` with each state that a choice may lead to.
fn follow(scenario: &Scenario, before: &State, id: ChoiceId, arrive: &mut impl FnMut(State)) {
    let choice: &Choice = scenario.choice(id);
    let mut state = before.clone();
    state.close_needs(choice);
    state.remember(scenario, id);
    for branch in &choice.then.branches {
        let may = |truth| branch.when.as_ref().map_or(truth, |when| may_be(scenario, &state, when, truth));
        if may(true) {
            for target in targets(branch, &state) {
                go(scenario, &state, target, arrive);
            }
        }
        if !may(false) {
            break;
        }
    }
}

fn targets(branch: &Branch, state: &State) -> Vec<SceneId> {
    let drawn = branch.to.iter().filter(|(weight, _)| *weight > 0 || branch.to.len() == 1);
    let mut targets: Vec<SceneId> = drawn.map(|&(_, target)| state.destination(target)).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

/// Enters `target` or a scene that its gates may lead to, and every scene that may break in before it.
fn go(scenario: &Scenario, state: &State, target: SceneId, arrive: &mut impl FnMut(State)) {
    let (mut open, mut seen) = (vec![target], BTreeSet::new());
    while let Some(scene) = open.pop() {
        if !seen.insert(scene) {
            continue;
        }
        let mut stays = true;
        for gate in scenario.gates(scene) {
            if may_be(scenario, state, &gate.when, true) {
                open.push(gate.to);
            }
            if !may_be(scenario, state, &gate.when, false) {
                stays = false;
                break;
            }
        }
        if stays {
            enter(scenario, state, (target, scene), arrive);
        }
    }
}

/// Enters `scene`, which the gates of `target` lead to, and every scene that may break in before it.
fn enter(scenario: &Scenario, state: &State, (target, scene): (SceneId, SceneId), arrive: &mut impl FnMut(State)) {
    let mut enter = |interruption| {
        let mut next = state.clone();
        next.go(scenario, target, (scene != target).then_some(scene), interruption);
        arrive(next);
    };
    if scenario.ending(scene).is_none() && !scenario.scene(state.scene).interrupts {
        for (index, (interruption, when)) in scenario.interruptions.iter().enumerate() {
            if state.broken_in & (1 << index) != 0 {
                continue;
            }
            if may_be(scenario, state, when, true) {
                enter(Some((Some(index), *interruption)));
            }
            if !may_be(scenario, state, when, false) {
                return;
            }
        }
    }
    enter(None);
}

/// Whether a condition may be true (or false) with these facts and some feelings.
fn may_be(scenario: &Scenario, state: &State, condition: &Condition, truth: bool) -> bool {
    let every = |inner: &[Condition]| inner.iter().all(|one| may_be(scenario, state, one, truth));
    let some = |inner: &[Condition]| inner.iter().any(|one| may_be(scenario, state, one, truth));
    match condition {
        Condition::AtLeast(..)
        | Condition::Below(..)
        | Condition::Stage(_)
        | Condition::Reached(_)
        | Condition::Recovering => true,
        Condition::All(inner) if truth => every(inner),
        Condition::All(inner) => some(inner),
        Condition::Any(inner) if truth => some(inner),
        Condition::Any(inner) => every(inner),
        Condition::Not(inner) => may_be(scenario, state, inner, !truth),
        fact => state.holds(scenario, fact) == truth,
    }
}
