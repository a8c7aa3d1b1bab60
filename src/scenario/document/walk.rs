//! Iterators over a scenario as written.

use crate::source::decoding::{Id, Word};
use crate::source::{Span, Spanned};

use super::{
    AnswerDoc, BranchDoc, ChoiceDoc, ConditionDoc, GateDoc, LineDoc, NeedDoc, ScenarioDoc, SceneDoc, TargetDoc, TextDoc,
};

/// Where a condition is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConditionUse {
    /// During the conversation.
    InPlay,
    /// In an objective, when the conversation has ended.
    AtTheEnd,
}

/// What happens and is said at once: on entering a scene, or in answer to a choice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PassageDoc<'a> {
    pub(crate) narration: Option<&'a TextDoc>,
    pub(crate) patient: Option<&'a TextDoc>,
    pub(crate) lines: Option<&'a Spanned<Vec<LineDoc>>>,
    pub(crate) mood: Option<&'a Spanned<Word>>,
}

impl<'a> PassageDoc<'a> {
    /// Every entry of `lines`.
    pub(crate) fn lines(self) -> impl Iterator<Item = &'a LineDoc> {
        self.lines.into_iter().flat_map(|lines| &lines.value)
    }

    /// The mood that the patient acts out: its own, or that of the first of the patient's lines that has one.
    pub(crate) fn patient_mood(self) -> Option<&'a Spanned<Word>> {
        let of_lines = || self.lines().filter(|line| line.who.is_none()).find_map(|line| line.mood.as_ref());
        self.mood.or_else(of_lines)
    }

    /// Every text that may vary: the narration and what is said.
    pub(crate) fn texts(self) -> impl Iterator<Item = &'a TextDoc> {
        self.narration.into_iter().chain(self.patient).chain(self.lines().filter_map(|line| line.say.as_ref()))
    }
}

impl AnswerDoc {
    pub(crate) fn passage(&self) -> PassageDoc<'_> {
        let parts = &self.parts;
        PassageDoc {
            narration: parts.narration.as_ref(),
            patient: parts.patient.as_ref(),
            lines: parts.lines.as_ref(),
            mood: parts.mood.as_ref(),
        }
    }
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

impl ChoiceDoc {
    /// Every scene id that it names as where it leads.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Spanned<Id>> {
        let branches = self.then.iter().flat_map(|then| &then.branches);
        branches.flat_map(BranchDoc::targets).filter_map(|target| match target {
            TargetDoc::Scene(id) => Some(id),
            TargetDoc::Resume(_) => None,
        })
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

    /// Where the talk goes in place of it, each with where that is written: its gates, and then the way on from a hub.
    pub(crate) fn ways_past(&self) -> impl Iterator<Item = (Span, &Spanned<Id>)> {
        let gates = self.gates().filter_map(|gate| Some((gate.span, gate.to.as_ref()?)));
        gates.chain(self.hub.iter().filter_map(|hub| hub.on.as_ref()).map(|on| (on.span, on)))
    }

    /// Every branch of its choices.
    pub(crate) fn branches(&self) -> impl Iterator<Item = &BranchDoc> {
        self.choices().flat_map(|choice| choice.then.iter().flat_map(|then| &then.branches))
    }

    /// Every gate of it.
    pub(crate) fn gates(&self) -> impl Iterator<Item = &GateDoc> {
        self.instead.iter().flat_map(|gates| &gates.value)
    }

    /// Every scene id that a branch, a gate or a hub names.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Spanned<Id>> {
        self.choices().flat_map(ChoiceDoc::targets).chain(self.ways_past().map(|(_, to)| to))
    }

    /// What happens and is said on entering it.
    pub(crate) fn passage(&self) -> PassageDoc<'_> {
        PassageDoc {
            narration: self.narration.as_ref(),
            patient: self.patient.as_ref(),
            lines: self.lines.as_ref(),
            mood: self.mood.as_ref(),
        }
    }

    /// What happens and is said on coming back to it, where it is a hub that says something.
    pub(crate) fn again(&self) -> Option<&AnswerDoc> {
        self.hub.as_ref()?.again.as_deref()
    }

    /// What is said on coming back to a hub, and the answers to its choices, in order.
    pub(crate) fn answers(&self) -> impl Iterator<Item = &AnswerDoc> {
        self.again().into_iter().chain(self.choices().filter_map(|choice| choice.answer.as_deref()))
    }

    /// What happens and is said on entering it, on coming back to it, and in answer to each of its choices.
    pub(crate) fn passages(&self) -> impl Iterator<Item = PassageDoc<'_>> {
        std::iter::once(self.passage()).chain(self.answers().map(AnswerDoc::passage))
    }

    /// Every entry of `lines`, those of answers included.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &LineDoc> {
        self.passages().flat_map(PassageDoc::lines)
    }

    /// Every text that may vary, those of answers included.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &TextDoc> {
        self.passages().flat_map(PassageDoc::texts)
    }

    /// Calls `visit` with every condition, those inside others included.
    pub(crate) fn conditions<'a>(&'a self, visit: &mut impl FnMut(&'a ConditionDoc)) {
        self.breaks_in.iter().for_each(|condition| condition.walk(visit));
        self.gates().filter_map(|gate| gate.when.as_deref()).for_each(|when| when.walk(visit));
        for when in self.texts().flat_map(|text| &text.variants).filter_map(|variant| variant.when.as_deref()) {
            when.walk(visit);
        }
        self.lines().filter_map(|line| line.when.as_deref()).for_each(|when| when.walk(visit));
        for choice in self.choices() {
            choice.when.iter().for_each(|when| when.walk(visit));
            let branches = choice.then.iter().flat_map(|then| &then.branches);
            branches.filter_map(|branch| branch.when.as_deref()).for_each(|when| when.walk(visit));
        }
    }
}
