//! Resolves hubs: their topics, their way on, and what is told on coming back.

use crate::scenario::document::{SceneDoc, Topics};
use crate::scenario::{Choice, ChoiceId, Condition, Gate, Hub, Line, Passage, SceneId, Text};

use super::names::Names;

impl Names<'_> {
    /// The hub of a scene and its way on; `choices` are those of the scene, of which the first has the id `first`.
    /// The outer `None` where a name cannot be resolved, the inner where the scene is no hub.
    #[allow(clippy::option_option, reason = "resolving fails as one, and few scenes are hubs")]
    pub(super) fn hub(
        &self,
        scene: &SceneDoc,
        id: SceneId,
        topics: &Topics,
        (first, choices): (usize, &[Choice]),
    ) -> Option<Option<(Hub, Gate)>> {
        let Some(written) = &scene.hub else { return Some(None) };
        let indices = topics.of_hub(id.index())?;
        let topics = indices.iter().map(|index| ChoiceId::new(first + index)).collect::<Option<Box<[_]>>>()?;
        let times = written.times.as_ref().map(|times| times.value.get());
        let taken_or_closed = |(&index, &topic): (&usize, &ChoiceId)| {
            let taken = Condition::Chose(topic);
            match &choices[index].when {
                Some(when) => Condition::Any([taken, Condition::Not(Box::new(when.clone()))].into()),
                None => taken,
            }
        };
        let none_left = Condition::All(indices.iter().zip(&topics).map(taken_or_closed).collect());
        let when = match times {
            Some(times) => Condition::Any([Condition::Topics(id, times), none_left].into()),
            None => none_left,
        };
        let mood_again =
            scene.again().and_then(|again| again.passage().patient_mood()).map(|mood| mood.value.0.clone());
        let gate = Gate { when, to: self.scene(&written.on.as_ref()?.value.0)? };
        let passage = scene.passage();
        let first_narrations = passage.narration.map_or(0, |narration| narration.variants.len());
        let first_lines = usize::from(passage.patient.is_some()) + passage.lines().count();
        Some(Some((Hub { topics, times, mood_again, first_narrations, first_lines }, gate)))
    }

    /// What a scene tells and says. What a hub says on the first visit is left out later, and what it says on coming
    /// back is left out on the first.
    pub(super) fn scene_passage(&mut self, scene: &SceneDoc, id: SceneId) -> Option<Passage> {
        let mut passage = self.passage(scene.passage())?;
        if scene.hub.is_none() {
            return Some(passage);
        }
        let again = match scene.again() {
            Some(again) => self.passage(again.passage())?,
            None => Passage::default(),
        };
        let been_here = Condition::Visits(id, 2);
        passage.left_out_unless(&Condition::Not(Box::new(been_here.clone())));
        Some(passage.then(again.only_if(&been_here)))
    }
}

impl Passage {
    /// Tells and says nothing unless `condition` holds.
    fn left_out_unless(&mut self, condition: &Condition) {
        self.narration.left_out_unless(condition);
        self.lines.iter_mut().for_each(|line| line.text.left_out_unless(condition));
    }

    fn only_if(mut self, condition: &Condition) -> Self {
        self.left_out_unless(condition);
        self
    }

    /// This passage, then another; of their narrations the first that applies is told. The mood is this one's.
    fn then(self, other: Self) -> Self {
        let variants = self.narration.variants.into_iter().chain(other.narration.variants).collect();
        let lines: Vec<Line> = self.lines.into_iter().chain(other.lines).collect();
        Self { narration: Text { variants }, lines: lines.into(), mood: self.mood }
    }
}
