//! The texts of a scenario that vary by conditions, their variants numbered.

use crate::scenario::{Scenario, Scene, SceneId, Text};
use crate::session::State;

use super::left::Left;

/// The variants of all texts that vary by conditions, numbered in written order.
#[derive(Debug)]
pub(super) struct Wordings {
    /// For each variant its scene, its text (0 is the narration, 1 the first line) and its place.
    pub(super) all: Vec<(SceneId, usize, usize)>,
    /// For each scene the number of its first variant.
    first: Vec<u32>,
}

impl Wordings {
    /// Those of a scenario.
    pub(super) fn of(scenario: &Scenario) -> Self {
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

    /// What is left of the conditions of the texts said in a state.
    pub(super) fn left(&self, scenario: &Scenario, state: &State) -> Vec<Vec<(u32, Left)>> {
        let numbers = self.first[state.scene.index()]..;
        let mut numbered = numbers;
        let texts = varying(scenario.scene(state.scene)).map(|(_, text)| {
            let variants = text.variants.iter().zip(numbered.by_ref());
            variants.map(|(variant, number)| (number, Left::of_any(scenario, state, variant.when.as_ref()))).collect()
        });
        texts.collect()
    }
}

/// The texts of a scene that vary by conditions, each with its place.
pub(in super::super) fn varying(scene: &Scene) -> impl Iterator<Item = (usize, &Text)> {
    let lines = scene.lines.iter().map(|line| &line.text);
    std::iter::once(&scene.narration).chain(lines).enumerate().filter(|(_, text)| text.variants.len() > 1)
}
