//! The decisions that count for the limits of a whole scenario.

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use crate::hash::FixedState;
use crate::scenario::{Scenario, SceneId};

use super::super::written_decision::WrittenDecision;
use super::sightings::Sightings;

/// The decisions of a scenario as written that trainees meet often enough, in written order; of scenes with the same
/// words and offer the first.
pub(super) fn counted<'a>(scenario: &'a Scenario, sightings: &Sightings) -> Vec<WrittenDecision<'a>> {
    let mut same: BTreeMap<u64, (u32, WrittenDecision<'a>)> = BTreeMap::new();
    for decision in WrittenDecision::all(scenario) {
        let met = sightings.met.get(decision.scene.index()).copied().unwrap_or(0);
        same.entry(words_and_offer(scenario, decision.scene)).or_insert((0, decision)).0 += met;
    }
    let percent = scenario.rubric.fairness.build.met_from;
    let met = same.into_values().filter(|(met, _)| sightings.is_enough(*met, percent));
    let mut counted: Vec<WrittenDecision<'a>> = met.map(|(_, decision)| decision).collect();
    counted.sort_unstable_by_key(|decision| decision.scene);
    counted
}

/// A hash of what is told and said in a scene, and of its options, whatever conditions they have.
fn words_and_offer(scenario: &Scenario, scene: SceneId) -> u64 {
    let told = scenario.scene(scene).passage.texts().flat_map(|(_, text)| &text.variants);
    let wordings = told.flat_map(|variant| &variant.wordings).map(|wording| Some(wording.as_str()));
    let options = scenario.choices_of(scene).map(|id| &scenario.choice(id).words);
    let options = options.flat_map(|words| [words.act(), words.say()]);
    FixedState::default().hash_one(wordings.chain(options).collect::<Vec<_>>())
}
