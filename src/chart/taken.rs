//! How often ways and gates are taken, in a line each.

use crate::analysis::{GateReport, WayReport, taken_in_words};
use crate::scenario::{ChoiceId, Scenario, SceneId};

use super::condition::{gate_words, words};

/// A way of a choice, when it is taken and how often: "told, if trust < 5: 34 %". The way is one of those that an
/// analysis of this scenario found for this choice.
#[must_use]
pub fn way_taken_in_words(scenario: &Scenario, choice: ChoiceId, way: &WayReport) -> String {
    let branch = scenario.choice(choice).then.branches.get(way.branch);
    let when = branch.and_then(|branch| branch.when.as_ref());
    let when = when.map(|when| format!(", if {}", words(scenario, when))).unwrap_or_default();
    let by_chance = if branch.is_some_and(|branch| branch.to.len() > 1) { ", by chance" } else { "" };
    format!("{}{when}{by_chance}: {}", way.to, taken_in_words(way.taken))
}

/// Where a gate leads, when and how often: "silent, if trust < 5: never". The gate is that of the scene with this index,
/// from 0.
#[must_use]
pub fn gate_taken_in_words(scenario: &Scenario, scene: SceneId, index: usize, gate: &GateReport) -> String {
    format!("{}, if {}: {}", gate.to, gate_words(scenario, scene, index), taken_in_words(gate.taken))
}
