//! Ways through a scenario as written.

use crate::source::Spanned;
use crate::source::decode::Id;

use super::{BranchDoc, ChoiceDoc, ConditionDoc, LineDoc, NeedDoc, ScenarioDoc, SceneDoc, TargetDoc, TextDoc};

/// Where a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// During the conversation.
    InPlay,
    /// In an objective, when the conversation has ended.
    AtTheEnd,
}

impl ScenarioDoc {
    /// The scenes that could be read, with their ids, repeated ones included.
    pub(crate) fn scenes(&self) -> impl Iterator<Item = (&Spanned<Id>, &SceneDoc)> {
        let entries = self.scenes.iter().flat_map(|scenes| &scenes.value.0);
        entries.filter_map(|(id, scene)| scene.as_ref().map(|scene| (id, scene)))
    }

    /// Every choice, with its scene's id.
    pub(crate) fn choices(&self) -> impl Iterator<Item = (&Spanned<Id>, &ChoiceDoc)> {
        self.scenes().flat_map(|(id, scene)| scene.choices().map(move |choice| (id, choice)))
    }

    /// Every branch.
    pub(crate) fn branches(&self) -> impl Iterator<Item = &BranchDoc> {
        self.choices().flat_map(|(_, choice)| choice.then.iter().flat_map(|then| &then.branches))
    }

    /// Every text that may vary.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &TextDoc> {
        self.scenes().flat_map(|(_, scene)| scene.texts())
    }

    /// Every line of a scene in which several speak.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &LineDoc> {
        self.scenes().flat_map(|(_, scene)| scene.lines.iter().flat_map(|lines| &lines.value))
    }

    /// The patient's needs.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &NeedDoc> {
        self.patient.iter().flat_map(|patient| patient.needs.iter().flatten())
    }

    /// Every condition, those inside others included, and where it is asked.
    pub(crate) fn conditions(&self) -> Vec<(&ConditionDoc, Asked)> {
        let mut outer: Vec<(&ConditionDoc, Asked)> = Vec::new();
        for (_, scene) in self.scenes() {
            outer.extend(scene.breaks_in.iter().map(|condition| (condition, Asked::InPlay)));
            let variants = scene.texts().flat_map(|text| &text.variants);
            outer.extend(
                variants.filter_map(|variant| variant.when.as_deref()).map(|condition| (condition, Asked::InPlay)),
            );
        }
        outer.extend(
            self.choices().filter_map(|(_, choice)| choice.when.as_deref()).map(|condition| (condition, Asked::InPlay)),
        );
        outer.extend(
            self.branches().filter_map(|branch| branch.when.as_deref()).map(|condition| (condition, Asked::InPlay)),
        );
        let objectives = self.objectives.iter().flat_map(|objectives| &objectives.value);
        outer.extend(
            objectives.filter_map(|objective| objective.met.as_ref()).map(|condition| (condition, Asked::AtTheEnd)),
        );
        let mut all = Vec::new();
        for (condition, asked) in outer {
            condition.walk(&mut |one| all.push((one, asked)));
        }
        all
    }

    /// Every scene id that a branch names.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Spanned<Id>> {
        self.branches().flat_map(BranchDoc::targets).filter_map(|target| match target {
            TargetDoc::Scene(id) => Some(id),
            TargetDoc::Resume(_) => None,
        })
    }
}

impl SceneDoc {
    /// Its choices, where it has any.
    pub(crate) fn choices(&self) -> impl Iterator<Item = &ChoiceDoc> {
        self.choices.iter().flat_map(|choices| &choices.value)
    }

    /// Every text of it that may vary.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &TextDoc> {
        let lines = self.lines.iter().flat_map(|lines| &lines.value);
        self.narration.iter().chain(&self.patient).chain(lines.filter_map(|line| line.say.as_ref()))
    }
}
