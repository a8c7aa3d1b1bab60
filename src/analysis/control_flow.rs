//! Where a conversation can go, with all conditions left open.

use crate::scenario::Scenario;

use super::Limits;
use super::components::Components;
use super::locations::Locations;

/// The locations of a scenario, and which scenes a road might revisit. Both are upper bounds: there may be more than on
/// any road, never fewer.
#[derive(Clone, Debug)]
pub(super) struct ControlFlow {
    pub(super) locations: Locations,
    pub(super) components: Components,
    /// By scene: whether a road might visit it more than once.
    pub(super) revisited: Vec<bool>,
}

impl ControlFlow {
    /// `None` where there are more locations than the limits allow.
    pub(super) fn of(scenario: &Scenario, limits: &Limits) -> Option<Self> {
        let locations = Locations::of(scenario, limits)?;
        let components = Components::of(&locations);
        let mut revisited = vec![false; scenario.scenes.len()];
        for (number, &(scene, resume)) in locations.all.iter().enumerate() {
            // An interruption that no choice leads to breaks in once.
            revisited[scene.index()] |= if scenario.scene(scene).interrupts {
                resume.is_none()
            } else {
                components.on_cycle(&locations, number)
            };
        }
        Some(Self { locations, components, revisited })
    }
}
