//! The variants of all texts that vary by conditions, numbered in written order.

use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::State;

use super::super::observables::{Observables, varying_texts};
use super::residual::Residual;

#[derive(Debug)]
pub(in crate::analysis) struct Variants {
    /// For each variant its scene, its text by [`SceneText::number`](crate::scenario::SceneText::number), and its index
    /// in that text.
    pub(in crate::analysis) all: Vec<(SceneId, usize, usize)>,
    /// For each scene the number of its first variant.
    first: Vec<u32>,
}

impl Variants {
    pub(in crate::analysis) fn of(scenario: &Scenario) -> Self {
        let (mut all, mut first) = (Vec::new(), Vec::new());
        for scene in scenario.scene_ids() {
            first.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
            for text in varying_texts(scenario, scene) {
                all.extend((0..text.text.variants.len()).map(|variant| (scene, text.number, variant)));
            }
        }
        Self { all, first }
    }

    /// The number of the first variant of a scene.
    pub(super) fn first(&self, scene: SceneId) -> u32 {
        self.first[scene.index()]
    }

    /// The residuals of the conditions of the observed texts of a state: those on entering its scene, or those of the
    /// answer to `taken`, which has just been taken in it.
    pub(super) fn residuals(
        &self,
        scenario: &Scenario,
        observables: &Observables,
        state: &State,
        taken: Option<ChoiceId>,
    ) -> Vec<Vec<(u32, Residual)>> {
        let mut number = self.first(state.scene);
        let mut texts = Vec::new();
        for text in varying_texts(scenario, state.scene) {
            let conditions = text.text.variants.iter().map(|variant| variant.when.as_ref()).zip(number..);
            number += u32::try_from(text.text.variants.len()).unwrap_or(u32::MAX);
            if text.answers == taken && observables.texts.contains(&(state.scene, text.number)) {
                texts.push(
                    conditions.map(|(when, number)| (number, Residual::of_optional(scenario, state, when))).collect(),
                );
            }
        }
        texts
    }
}
