//! What could happen if feelings were not known: an upper bound for every road, soon found.
//!
//! A road's facts (needs, flags, choices taken, scenes that broke in) follow from its choices; only
//! feelings make the number of states large. The outline walks all roads by their facts alone and
//! takes every condition on feelings, and every draw of chance, to go either way. So it has every
//! road that there is, and some that there are not, and what it finds to be the most is at least
//! what any road from there comes to. The search for the best road looks only where that is enough.
//!
//! Where scenes can be met again, which choices were taken can make many states. Then the outline
//! keeps only how many of a scene's were, and any of them may still be left.

use crate::rubric::Dimension;
use crate::scenario::{Branch, Choice, ChoiceId, Condition, Feelings, Scenario, SceneId, Stage};
use crate::session::{Felt, Mind, State};

use super::key::Keys;
use super::order::sorted;
use super::relevant::{Also, Detail};
use super::table::Table;
use super::{Chance, Limits};

/// What may still come in a state, whatever is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ahead {
    /// No road goes on with a higher Σ(e + c + d) than this.
    pub(super) most_worth: i32,
    /// Whether some decision ahead may count, by dimension.
    pub(super) may_count: [bool; 3],
}

/// All roads by their facts alone.
#[derive(Debug)]
pub(super) struct Outline {
    keys: Keys,
    states: Table,
    ahead: Vec<Ahead>,
}

/// A state of the outline while it is being found.
struct Found {
    /// Where it leads, with e + c + d.
    edges: Vec<(u32, i32)>,
    here: Ahead,
}

impl Outline {
    /// `None` where there are more states than the limits allow.
    pub(super) fn of(scenario: &Scenario, limits: &Limits) -> Option<Self> {
        let detailed = Limits { states: limits.detailed.min(limits.states), ..*limits };
        Self::with(scenario, Detail::Each, &detailed).or_else(|| Self::with(scenario, Detail::Counted, limits))
    }

    fn with(scenario: &Scenario, detail: Detail, limits: &Limits) -> Option<Self> {
        let keys = Keys::of(scenario, Chance::Any, detail, &Also::default(), limits)?;
        let mut states = Table::new(keys.words());
        let mut key = Vec::new();
        keys.write(scenario, &without_feelings(State::begin(scenario)), &mut key);
        states.number(&key);
        let (mut found, mut edges) = (Vec::new(), 0);
        while let Some(number) = u32::try_from(found.len()).ok().filter(|_| found.len() < states.len()) {
            let state = keys.read(scenario, states.key(number));
            let next = expand(scenario, detail, &state, &mut |next| {
                keys.write(scenario, next, &mut key);
                states.number(&key)
            });
            edges += next.edges.len();
            found.push(next);
            if states.len() > limits.states || states.size().max(edges) > limits.words {
                return None;
            }
        }
        let order = sorted(found.len(), |state| found[state as usize].edges.iter().map(|&(target, _)| target))?;
        let mut ahead: Vec<Ahead> = found.iter().map(|found| found.here).collect();
        for state in order.into_iter().rev() {
            ahead[state as usize] = look_ahead(&found[state as usize], &ahead);
        }
        Some(Self { keys, states, ahead })
    }

    /// What may still come in a state; `None` for one that no road of the scenario meets.
    pub(super) fn ahead(&self, scenario: &Scenario, state: &State, key: &mut Vec<u64>) -> Option<Ahead> {
        self.keys.write(scenario, &without_feelings(state.clone()), key);
        self.states.find(key).map(|number| self.ahead[number as usize])
    }
}

fn look_ahead(found: &Found, ahead: &[Ahead]) -> Ahead {
    let mut here = found.here;
    for &(target, worth) in &found.edges {
        let next = ahead[target as usize];
        here.most_worth = here.most_worth.max(worth.saturating_add(next.most_worth));
        for (counts, next) in here.may_count.iter_mut().zip(next.may_count) {
            *counts |= next;
        }
    }
    here
}

pub(super) fn without_feelings(mut state: State) -> State {
    let feelings = Feelings { agitation: 0, trust: 0, understanding: 0 };
    state.mind = Mind::begin(Felt { feelings, stage: Stage::Calm });
    state.peak = Stage::Calm;
    state
}

fn expand(scenario: &Scenario, detail: Detail, state: &State, number: &mut impl FnMut(&State) -> u32) -> Found {
    let may = |condition: Option<&Condition>, truth| condition.map_or(truth, |one| may_be(scenario, state, one, truth));
    let all = scenario.choices_of(state.scene).count();
    let visits = usize::from(state.visits.get(state.scene));
    let some_left = detail == Detail::Each || visits <= all;
    let left = || scenario.choices_of(state.scene).filter(|&id| some_left && !state.taken(id));
    let offer: Vec<ChoiceId> = left().filter(|&id| may(scenario.choice(id).when.as_ref(), true)).collect();
    let none_taken = detail == Detail::Each || visits <= 1;
    let surely_goes_on = none_taken && left().any(|id| !may(scenario.choice(id).when.as_ref(), false));
    let most_worth = if surely_goes_on { i32::MIN } else { 0 };
    let here = Ahead { most_worth, may_count: may_count(scenario, &offer) };
    let mut edges = Vec::new();
    for id in offer {
        // A crisis takes a positive clarity away and gives nothing.
        let worth = scenario.choice(id).points.sum();
        follow(scenario, state, id, &mut |next| edges.push((number(next), worth)));
    }
    Found { edges, here }
}

/// On which dimensions two of these options differ, in a crisis or out of it.
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
fn follow(scenario: &Scenario, before: &State, id: ChoiceId, arrive: &mut impl FnMut(&State)) {
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

/// Enters `target`, and every scene that may break in before it.
fn go(scenario: &Scenario, state: &State, target: SceneId, arrive: &mut impl FnMut(&State)) {
    let mut enter = |interruption| {
        let mut next = state.clone();
        next.go(target, interruption);
        arrive(&next);
    };
    if scenario.ending(target).is_none() && !scenario.scene(state.scene).interrupts {
        for (index, (scene, when)) in scenario.interruptions.iter().enumerate() {
            if state.broken_in & (1 << index) != 0 {
                continue;
            }
            if may_be(scenario, state, when, true) {
                enter(Some((Some(index), *scene)));
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
