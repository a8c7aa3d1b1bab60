//! Where a road ends.

use serde::Serialize;

use crate::rubric::Dimension;
use crate::scenario::{EndingKind, Scenario, SceneId, Target};
use crate::session::{NoReasons, Road, State};

use super::bounds::Bounds;

/// Where the best road of a dimension ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BestRoadEnd {
    pub dimension: Dimension,
    /// The scene's id.
    pub scene: String,
    /// `None` where nothing is left to choose before any ending.
    pub kind: Option<EndingKind>,
    #[serde(skip)]
    pub scene_id: SceneId,
}

/// Where the best road of each dimension ends, for those that some road exercises.
pub(super) fn best_road_ends(scenario: &Scenario, bounds: &Bounds) -> Vec<BestRoadEnd> {
    let of_dimension = |dimension: Dimension| {
        let scene_id = end_of(scenario, &bounds.get(dimension)?.best_road);
        let kind = scenario.ending(scene_id).map(|ending| ending.kind);
        Some(BestRoadEnd { dimension, scene: scenario.scene(scene_id).id.to_string(), kind, scene_id })
    };
    Dimension::ALL.into_iter().filter_map(of_dimension).collect()
}

/// The scene at the end of a road; where a step is not on offer, that in which it is not.
#[must_use]
pub fn end_of(scenario: &Scenario, road: &Road) -> SceneId {
    let mut state = State::begin(scenario);
    for step in &road.steps {
        let Some(choice) = scenario.find_choice(state.scene, &step.choice) else { break };
        let branch = state.take(scenario, choice, &mut NoReasons).branch;
        let drawn = |target: &Target| {
            let scene = state.destination(*target);
            step.drawn.as_ref().is_none_or(|drawn| scenario.scene(scene).id == *drawn)
        };
        let Some((_, target)) = branch.to.iter().find(|(_, target)| drawn(target)) else { break };
        state.arrive(scenario, *target);
    }
    state.scene
}
