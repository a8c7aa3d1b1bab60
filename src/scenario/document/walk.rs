//! Iterators over a scenario as written.

use crate::source::Spanned;
use crate::source::decoding::{Id, Word};

use super::{BranchDoc, ChoiceDoc, ConditionDoc, LineDoc, NeedDoc, ScenarioDoc, SceneDoc, TargetDoc, TextDoc};

/// Where a condition is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConditionUse {
    /// During the conversation.
    InPlay,
    /// In an objective, when the conversation has ended.
    AtTheEnd,
}

impl ScenarioDoc {
    /// The scenes that could be read, with their ids, repeated ones included.
    pub(crate) fn scenes(&self) -> impl Iterator<Item = (&Spanned<Id>, &SceneDoc)> {
        let entries = self.scenes.iter().flat_map(|scenes| &scenes.value.0);
        entries.filter_map(|(id, scene)| scene.as_deref().map(|scene| (id, scene)))
    }

    /// Every entry of `lines`, in all scenes.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &LineDoc> {
        self.scenes().flat_map(|(_, scene)| scene.lines())
    }

    /// The patient's needs.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &NeedDoc> {
        self.patient.iter().flat_map(|patient| patient.needs.iter().flatten())
    }
}

impl SceneDoc {
    /// Its choices, if it has any.
    pub(crate) fn choices(&self) -> impl Iterator<Item = &ChoiceDoc> {
        self.choices.iter().flat_map(|choices| &choices.value)
    }

    /// The kinds of moment that it names.
    pub(crate) fn moment(&self) -> &[Spanned<Word>] {
        self.moment.as_ref().map_or(&[], |moment| &moment.kinds)
    }

    /// Every branch of its choices.
    pub(crate) fn branches(&self) -> impl Iterator<Item = &BranchDoc> {
        self.choices().flat_map(|choice| choice.then.iter().flat_map(|then| &then.branches))
    }

    /// Every scene id that a branch names.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Spanned<Id>> {
        self.branches().flat_map(BranchDoc::targets).filter_map(|target| match target {
            TargetDoc::Scene(id) => Some(id),
            TargetDoc::Resume(_) => None,
        })
    }

    /// Every entry of `lines`.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &LineDoc> {
        self.lines.iter().flat_map(|lines| &lines.value)
    }

    /// Every text that may vary: the narration and what is said.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &TextDoc> {
        self.narration.iter().chain(&self.patient).chain(self.lines().filter_map(|line| line.say.as_ref()))
    }

    /// Calls `visit` with every condition, those inside others included.
    pub(crate) fn conditions<'a>(&'a self, visit: &mut impl FnMut(&'a ConditionDoc)) {
        self.breaks_in.iter().for_each(|condition| condition.walk(visit));
        for when in self.texts().flat_map(|text| &text.variants).filter_map(|variant| variant.when.as_deref()) {
            when.walk(visit);
        }
        for choice in self.choices() {
            choice.when.iter().for_each(|when| when.walk(visit));
            let branches = choice.then.iter().flat_map(|then| &then.branches);
            branches.filter_map(|branch| branch.when.as_deref()).for_each(|when| when.walk(visit));
        }
    }
}
