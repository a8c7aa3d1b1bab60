//! A hub: a scene that the talk comes back to.

use crate::shared::SharedText;

use super::{ChoiceId, Scenario, SceneId};

/// A scene that the talk comes back to after each of its topics. Its last gate is its way on.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Hub {
    /// The choices that come back to it, in written order; never empty.
    pub topics: Box<[ChoiceId]>,
    /// How many topics there is time for; `None` for all.
    pub times: Option<u8>,
    /// The mood on coming back, in place of the scene's.
    pub mood_again: Option<SharedText>,
    /// How many variants of its narration belong to the first visit; those that follow are told on coming back.
    pub(crate) first_narrations: usize,
    /// How many of its lines belong to the first visit; those that follow are said on coming back.
    pub(crate) first_lines: usize,
}

impl Scenario {
    /// The ids of a hub's topics, as a list to be read.
    #[must_use]
    pub fn topics_in_words(&self, hub: &Hub) -> String {
        hub.topics.iter().map(|id| self.choice(*id).id.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Whether a variant of a text is told or said on coming back to a hub; then how many texts of its scene, and how many
    /// variants of its text, come before those of `again`. The text is given by [`SceneText::number`](super::SceneText).
    pub(crate) fn before_again(&self, scene: SceneId, text: usize, variant: usize) -> Option<(usize, usize)> {
        let here = self.scene(scene);
        let hub = here.hub.as_ref()?;
        match text {
            0 => (variant >= hub.first_narrations).then_some((0, hub.first_narrations)),
            line if line <= here.passage.lines.len() => (line > hub.first_lines).then_some((hub.first_lines, 0)),
            _ => None,
        }
    }
}
