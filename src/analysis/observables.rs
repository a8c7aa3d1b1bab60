//! What can be observed on a road without affecting it: which variants are said, which objectives are met.

use std::collections::BTreeSet;

use crate::scenario::{Condition, Scenario, SceneId, SceneText};

/// The texts and objectives whose outcome is observed; by default none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Observables {
    /// The texts whose variants are observed: the scene, and the text's index in it.
    pub(super) texts: BTreeSet<(SceneId, usize)>,
    /// The indices of the objectives that are observed at the end.
    pub(super) objectives: BTreeSet<usize>,
}

impl Observables {
    /// The conditions of a scene's observed texts.
    pub(super) fn conditions_of_texts<'a>(
        &'a self,
        scenario: &'a Scenario,
        scene: SceneId,
    ) -> impl Iterator<Item = &'a Condition> {
        let texts = varying_texts(scenario, scene).filter(move |text| self.texts.contains(&(scene, text.number)));
        texts.flat_map(|text| &text.text.variants).filter_map(|variant| variant.when.as_ref())
    }

    /// The conditions of the observed objectives.
    pub(super) fn conditions_of_objectives<'a>(
        &'a self,
        scenario: &'a Scenario,
    ) -> impl Iterator<Item = &'a Condition> {
        self.objectives.iter().filter_map(|&index| scenario.objectives.get(index)).map(|objective| &objective.met)
    }
}

/// The texts of a scene, and of the answers to its choices, that vary by conditions.
pub(super) fn varying_texts(scenario: &Scenario, scene: SceneId) -> impl Iterator<Item = SceneText<'_>> {
    scenario.texts_of(scene).filter(|text| text.text.variants.iter().any(|variant| variant.when.is_some()))
}
