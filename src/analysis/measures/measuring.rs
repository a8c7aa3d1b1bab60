//! What all measures are taken from.

use crate::rubric::{BuildLimits, MomentId};
use crate::scenario::{Scenario, SceneId};

use super::super::Part;
use super::super::written_decision::WrittenDecision;
use super::measure::{Breach, Measure, MeasureKind, Quantity};
use super::sightings::Sightings;

/// What all measures are taken from.
pub(super) struct Measuring<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) limits: &'a BuildLimits,
    /// Whether the scenario has decisions enough to be judged as a whole.
    pub(super) judged: bool,
    /// Those that count.
    pub(super) decisions: Vec<WrittenDecision<'a>>,
    pub(super) sightings: &'a Sightings,
}

impl Measuring<'_> {
    /// How many decisions there are about a moment, and the scenes of those that are not as they should be. A hub, at which
    /// the topics are listed, is none.
    pub(super) fn split_moments(&self, is_good: impl Fn(&WrittenDecision<'_>) -> bool) -> (usize, Vec<SceneId>) {
        let is_hub = |scene: SceneId| self.scenario.scene(scene).hub.is_some();
        let decisions = || self.decisions.iter().filter(|decision| !is_hub(decision.scene));
        (
            decisions().count(),
            decisions().filter(|decision| !is_good(decision)).map(|decision| decision.scene).collect(),
        )
    }

    /// What is counted, where hubs are left out.
    pub(super) fn besides_hubs(&self, what: &str) -> String {
        let hubs = self.scenario.scenes.iter().any(|scene| scene.hub.is_some());
        if hubs { format!("{what}, hubs aside") } else { what.to_owned() }
    }

    /// How many decisions are as they should be, and the scenes of the others.
    pub(super) fn split(&self, mut is_good: impl FnMut(&WrittenDecision<'_>) -> bool) -> (usize, Vec<SceneId>) {
        let bad: Vec<SceneId> =
            self.decisions.iter().filter(|decision| !is_good(decision)).map(|decision| decision.scene).collect();
        (self.decisions.len() - bad.len(), bad)
    }

    pub(super) fn measure(&self, kind: MeasureKind, quantities: Vec<Quantity>, scenes: Vec<SceneId>) -> Measure {
        let breaches = scenes.into_iter().map(|scene| Breach { part: self.scene(scene), found: None });
        Measure::new(kind, self.judged, quantities, breaches.collect())
    }

    /// A quantity that plays show; nothing where there were none.
    pub(super) fn if_played(&self, quantity: Quantity) -> Vec<Quantity> {
        if self.sightings.plays == 0 { Vec::new() } else { vec![quantity] }
    }

    pub(super) fn moment(&self, scene: SceneId) -> &[MomentId] {
        &self.scenario.scene(scene).moment
    }

    pub(super) fn scene(&self, id: SceneId) -> Part {
        Part::of_scene(self.scenario, id)
    }
}
