//! The texts of a scenario that vary by conditions, their variants numbered.

use crate::scenario::{Scenario, Scene, SceneId, Text};
use crate::session::State;

use super::super::relevant::Also;
use super::left::Left;

/// The variants of all texts that vary by conditions, numbered in written order.
#[derive(Debug)]
pub(in super::super) struct Wordings {
    /// For each variant its scene, its text (0 is the narration, 1 the first line) and its place.
    pub(in super::super) all: Vec<(SceneId, usize, usize)>,
    /// For each scene the number of its first variant.
    first: Vec<u32>,
}

impl Wordings {
    /// Those of a scenario.
    pub(in super::super) fn of(scenario: &Scenario) -> Self {
        let (mut all, mut first) = (Vec::new(), Vec::new());
        for (index, scene) in scenario.scenes.iter().enumerate() {
            first.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
            let Some(id) = SceneId::new(index) else { continue };
            for (text, varies) in varying(scene) {
                all.extend((0..varies.variants.len()).map(|variant| (id, text, variant)));
            }
        }
        Self { all, first }
    }

    /// The number of the first variant of a scene.
    pub(super) fn first(&self, scene: SceneId) -> u32 {
        self.first[scene.index()]
    }

    /// What is left of the conditions of those texts said in a state that are asked about.
    pub(super) fn left(&self, scenario: &Scenario, also: &Also, state: &State) -> Vec<Vec<(u32, Left)>> {
        let mut number = self.first(state.scene);
        let mut texts = Vec::new();
        for (at, text) in varying(scenario.scene(state.scene)) {
            let conditions = text.variants.iter().map(|variant| variant.when.as_ref()).zip(number..);
            number += u32::try_from(text.variants.len()).unwrap_or(u32::MAX);
            if also.texts.contains(&(state.scene, at)) {
                texts.push(conditions.map(|(when, number)| (number, Left::of_any(scenario, state, when))).collect());
            }
        }
        texts
    }
}

/// The texts of a scene that vary by conditions, each with its place.
pub(in super::super) fn varying(scene: &Scene) -> impl Iterator<Item = (usize, &Text)> {
    let lines = scene.lines.iter().map(|line| &line.text);
    std::iter::once(&scene.narration).chain(lines).enumerate().filter(|(_, text)| text.variants.len() > 1)
}
