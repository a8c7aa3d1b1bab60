//! The gates of all scenes, numbered through.

use std::ops::Range;

use super::{Gate, SceneId};

/// The gates of all scenes, scene by scene in written order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gates {
    all: Box<[Gate]>,
    /// For each scene, the number of its first gate; a last entry is how many there are. Empty where no scene has any.
    first: Box<[u32]>,
}

impl Gates {
    /// The gates of each scene.
    pub(super) fn of_scenes(gates: Vec<Box<[Gate]>>) -> Self {
        if gates.iter().all(|gates| gates.is_empty()) {
            return Self::default();
        }
        let mut first = vec![0];
        for gates in &gates {
            let before = first.last().copied().unwrap_or_default();
            first.push(before + u32::try_from(gates.len()).unwrap_or_default());
        }
        Self { all: gates.into_iter().flatten().collect(), first: first.into() }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.all.len()
    }

    /// The gates of a scene.
    pub(super) fn of(&self, scene: SceneId) -> &[Gate] {
        // Asked in every turn, and most scenarios have none.
        if self.all.is_empty() { &[] } else { &self.all[self.range(scene)] }
    }

    /// The number of a scene's gate among all.
    pub(crate) fn number(&self, scene: SceneId, index: usize) -> usize {
        self.range(scene).start + index
    }

    /// Each gate with its scene and its index there, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (SceneId, usize, &Gate)> {
        let scenes = (0..self.first.len().saturating_sub(1)).filter_map(SceneId::new);
        scenes.flat_map(|scene| self.of(scene).iter().enumerate().map(move |(index, gate)| (scene, index, gate)))
    }

    fn range(&self, scene: SceneId) -> Range<usize> {
        let at = |index: usize| self.first.get(index).map_or(0, |first| *first as usize);
        at(scene.index())..at(scene.index() + 1)
    }
}
