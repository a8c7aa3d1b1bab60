//! What has been seen on some road. Threads share it: what has been seen once stays seen.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::scenario::{ChoiceId, Scenario, SceneId};

use super::variants::Variants;

#[derive(Debug)]
pub(in crate::analysis) struct Seen {
    scenes: Flags,
    on_offer: Flags,
    said: Flags,
    gates: Flags,
    parting: Flags,
    met: Flags,
    missed: Flags,
}

/// One flag for each of a number of things.
#[derive(Debug)]
struct Flags(Vec<AtomicBool>);

impl Flags {
    fn new(count: usize) -> Self {
        Self(std::iter::repeat_with(AtomicBool::default).take(count).collect())
    }

    fn see(&self, at: usize) {
        self.0[at].store(true, Ordering::Relaxed);
    }

    fn seen(&self, at: usize) -> bool {
        self.0[at].load(Ordering::Relaxed)
    }
}

impl Seen {
    pub(in crate::analysis) fn new(scenario: &Scenario, variants: &Variants) -> Self {
        Self {
            scenes: Flags::new(scenario.scenes.len()),
            on_offer: Flags::new(scenario.choices.len()),
            said: Flags::new(variants.all.len()),
            gates: Flags::new(scenario.gates.count()),
            parting: Flags::new(scenario.scenes.len()),
            met: Flags::new(scenario.objectives.len()),
            missed: Flags::new(scenario.objectives.len()),
        }
    }

    pub(super) fn see_scene(&self, scene: SceneId) {
        self.scenes.see(scene.index());
    }

    pub(super) fn see_offer(&self, choice: ChoiceId) {
        self.on_offer.see(choice.index());
    }

    pub(super) fn see_said(&self, variant: u32) {
        self.said.see(variant as usize);
    }

    /// Notes that a gate, by its number, led elsewhere.
    pub(super) fn see_gate(&self, gate: u32) {
        self.gates.see(gate as usize);
    }

    /// Notes that options of a scene lead to different scenes, whatever chance draws after each.
    pub(super) fn see_ways_part(&self, scene: SceneId) {
        self.parting.see(scene.index());
    }

    /// Notes whether an objective, by its index, was met.
    pub(super) fn see_objective(&self, at: usize, met: bool) {
        if met { self.met.see(at) } else { self.missed.see(at) }
    }

    /// Whether some road reaches a scene.
    pub(in crate::analysis) fn scene(&self, scene: SceneId) -> bool {
        self.scenes.seen(scene.index())
    }

    /// Whether a choice is on offer on some road.
    pub(in crate::analysis) fn on_offer(&self, choice: ChoiceId) -> bool {
        self.on_offer.seen(choice.index())
    }

    /// Whether a variant, by its number, is said on some road.
    pub(in crate::analysis) fn said(&self, variant: u32) -> bool {
        self.said.seen(variant as usize)
    }

    /// Whether a gate, by its number, leads elsewhere on some road.
    pub(in crate::analysis) fn gate(&self, gate: usize) -> bool {
        self.gates.seen(gate)
    }

    /// Whether in some state options of a scene lead to different scenes, whatever chance draws after each.
    pub(in crate::analysis) fn parts_ways(&self, scene: SceneId) -> bool {
        self.parting.seen(scene.index())
    }

    /// Whether some road meets an objective, or misses it.
    pub(in crate::analysis) fn objective(&self, at: usize, met: bool) -> bool {
        if met { self.met.seen(at) } else { self.missed.seen(at) }
    }
}
