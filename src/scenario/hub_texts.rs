//! What a hub says on coming back, and its topics in words.

use super::{Hub, Scenario, SceneId};

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
