//! The variants of all texts that vary by conditions, numbered in written order.

use crate::scenario::{Scenario, SceneId};
use crate::session::State;

use super::super::observables::{Observables, varying_texts};
use super::residual::Residual;

#[derive(Debug)]
pub(in crate::analysis) struct Variants {
    /// For each variant its scene, its text (0 is the narration, 1 the first line) and its index in that text.
    pub(in crate::analysis) all: Vec<(SceneId, usize, usize)>,
    /// For each scene the number of its first variant.
    first: Vec<u32>,
}

impl Variants {
    pub(in crate::analysis) fn of(scenario: &Scenario) -> Self {
        let (mut all, mut first) = (Vec::new(), Vec::new());
        for (index, scene) in scenario.scenes.iter().enumerate() {
            first.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
            let Some(id) = SceneId::new(index) else { continue };
            for (text, varies) in varying_texts(scene) {
                all.extend((0..varies.variants.len()).map(|variant| (id, text, variant)));
            }
        }
        Self { all, first }
    }

    /// The number of the first variant of a scene.
    pub(super) fn first(&self, scene: SceneId) -> u32 {
        self.first[scene.index()]
    }

    /// The residuals of the conditions of a state's observed texts.
    pub(super) fn residuals(
        &self,
        scenario: &Scenario,
        observables: &Observables,
        state: &State,
    ) -> Vec<Vec<(u32, Residual)>> {
        let mut number = self.first(state.scene);
        let mut texts = Vec::new();
        for (at, text) in varying_texts(scenario.scene(state.scene)) {
            let conditions = text.variants.iter().map(|variant| variant.when.as_ref()).zip(number..);
            number += u32::try_from(text.variants.len()).unwrap_or(u32::MAX);
            if observables.texts.contains(&(state.scene, at)) {
                texts.push(
                    conditions.map(|(when, number)| (number, Residual::of_optional(scenario, state, when))).collect(),
                );
            }
        }
        texts
    }
}
