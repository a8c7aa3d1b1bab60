//! Some plays ahead of the pass: most wordings and objectives are soon met, and only what these plays
//! do not come to has to be looked for on all roads.

use crate::scenario::{ChoiceId, Scenario};
use crate::session::{Luck, State};

use super::super::strategy::{Chooser, Strategy, play};
use super::seen::Seen;
use super::wordings::{Wordings, varying};
use super::{Effort, Progress};

/// Plays as the simulated trainees do, half as often as they are measured, and notes what these plays come to.
/// Where it is told to stop, it has seen less.
pub(in super::super) fn scout(scenario: &Scenario, wordings: &Wordings, effort: &Effort<'_>, seen: &Seen) {
    let chooser = Chooser::new(scenario);
    for seed in (0..effort.plays / 2).map(u64::from) {
        if !(effort.go_on)(Progress { states: 0 }) {
            return;
        }
        for strategy in Strategy::TRAINEES {
            play(scenario, &chooser, strategy, Luck::from_seed(seed), |state, offer| {
                note(scenario, wordings, seen, state, offer);
            });
        }
    }
}

/// Notes what there is to see in a state.
fn note(scenario: &Scenario, wordings: &Wordings, seen: &Seen, state: &State, offer: &[ChoiceId]) {
    seen.see_scene(state.scene);
    for &choice in offer {
        seen.see_offer(choice);
    }
    let mut first = wordings.first(state.scene);
    for (_, text) in varying(scenario.scene(state.scene)) {
        let said = text.variants.iter().position(|variant| state.allows(scenario, variant.when.as_ref()));
        if let Some(at) = said.and_then(|at| u32::try_from(at).ok()) {
            seen.see_said(first + at);
        }
        first += u32::try_from(text.variants.len()).unwrap_or(u32::MAX);
    }
    if scenario.ending(state.scene).is_some() {
        for (at, objective) in scenario.objectives.iter().enumerate() {
            seen.see_objective(at, state.holds(scenario, &objective.met));
        }
    }
}
