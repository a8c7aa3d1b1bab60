//! The sampling pass, ahead of the exhaustive one: most variants and objectives are soon met, and only those that these
//! plays do not reach have to be searched for on all roads.

use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Chance, State};

use super::super::observables::varying_texts;
use super::super::strategy::{Chooser, Event, Strategy, play};
use super::effort::{Effort, Progress};
use super::seen::Seen;
use super::traffic::Traffic;
use super::variants::Variants;

/// Plays as the simulated trainees do, half as often as when they are measured, and notes what is seen. If it is told
/// to stop, it has seen less. Returns what the plays of the developing trainee took.
pub(in crate::analysis) fn sample(
    scenario: &Scenario,
    variants: &Variants,
    effort: &Effort<'_>,
    seen: &Seen,
) -> Traffic {
    let mut traffic = Traffic::new(scenario);
    let chooser = Chooser::new(scenario);
    for seed in (0..effort.plays / 2).map(u64::from) {
        if !(effort.go_on)(Progress { states: 0 }) {
            return traffic;
        }
        traffic.begin_play();
        for strategy in Strategy::TRAINEES {
            let is_counted = strategy == Strategy::Developing;
            play(scenario, &chooser, strategy, Chance::from_seed(seed), |state, event| match event {
                Event::Entered(offer) => note(scenario, variants, seen, state, offer),
                Event::Taken { choice, target, drawn } => {
                    listen(scenario, variants, seen, state, Some(choice));
                    if is_counted {
                        traffic.take(scenario, state, choice, target, drawn);
                    }
                }
                Event::Arrived(arrival) if is_counted => traffic.arrive(&arrival),
                Event::Arrived(_) => {}
            });
        }
    }
    traffic
}

/// Notes what can be seen in a state.
fn note(scenario: &Scenario, variants: &Variants, seen: &Seen, state: &State, offer: &[ChoiceId]) {
    seen.see_scene(state.scene);
    for &choice in offer {
        seen.see_offer(choice);
    }
    listen(scenario, variants, seen, state, None);
    if scenario.ending(state.scene).is_some() {
        for (at, objective) in scenario.objectives.iter().enumerate() {
            seen.see_objective(at, state.holds(scenario, &objective.met));
        }
    }
}

/// Notes what is said on entering a scene, or in answer to `taken`, which has just been taken in it.
fn listen(scenario: &Scenario, variants: &Variants, seen: &Seen, state: &State, taken: Option<ChoiceId>) {
    let mut first = variants.first(state.scene);
    for text in varying_texts(scenario, state.scene) {
        let mut applies = text.text.variants.iter().map(|variant| state.allows(scenario, variant.when.as_ref()));
        let said = if text.answers == taken { applies.position(|applies| applies) } else { None };
        if let Some(at) = said.and_then(|at| u32::try_from(at).ok()) {
            seen.see_said(first + at);
        }
        first += u32::try_from(text.text.variants.len()).unwrap_or(u32::MAX);
    }
}
