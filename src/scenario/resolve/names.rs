//! Every name of a document with its id.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use crate::hash::{ByName, FixedState};
use crate::rubric::{BehaviourId, BehaviourSet, MomentId, Rubric};
use crate::scenario::document::{ScenarioDoc, SceneDoc};
use crate::scenario::{
    BeforeId, ChoiceId, ClockTime, Event, FlagId, NeedId, PersonId, SceneId, Since, SinceId, TimeUnit,
};
use crate::shared::SharedText;
use crate::source::Spanned;
use crate::source::decoding::Word;

/// Every name of a document with its id.
pub(super) struct Names<'a> {
    pub(super) rubric: &'a Rubric,
    scenes: ByName<SharedText, SceneId>,
    /// The ids of all choices, scene by scene.
    choices: Vec<SharedText>,
    /// For each scene, the index of its first choice in `choices`.
    first_choices: Vec<usize>,
    needs: BTreeMap<SharedText, NeedId>,
    /// Each need with the behaviours each of which closes it.
    pub(super) cleared_by: Vec<(NeedId, BehaviourSet)>,
    people: BTreeMap<SharedText, PersonId>,
    flags: BTreeMap<SharedText, FlagId>,
    befores: Vec<(BehaviourId, BehaviourId)>,
    sinces: Vec<Since>,
    /// The time at the beginning, where the scenario runs by the clock.
    pub(super) clock: Option<ClockTime>,
}

impl<'a> Names<'a> {
    pub(super) fn collect(document: &ScenarioDoc, rubric: &'a Rubric) -> Option<Self> {
        let scenes = &document.scenes.as_ref()?.value.0;
        let mut names = Self {
            rubric,
            scenes: ByName::with_capacity_and_hasher(scenes.len(), FixedState::default()),
            choices: Vec::new(),
            first_choices: Vec::with_capacity(scenes.len()),
            needs: BTreeMap::new(),
            cleared_by: Vec::new(),
            people: BTreeMap::new(),
            flags: BTreeMap::new(),
            befores: Vec::new(),
            sinces: Vec::new(),
            clock: document.clock.as_ref().map(|clock| clock.value),
        };
        for (index, (id, scene)) in document.scenes().enumerate() {
            names.scenes.insert(id.value.0.clone(), SceneId::new(index)?);
            names.first_choices.push(names.choices.len());
            for choice in scene.choices() {
                names.choices.push(choice.id.as_ref()?.value.0.clone());
                for flag in choice.sets.iter().flatten() {
                    if !names.flags.contains_key(flag.value.0.as_str()) {
                        names.flags.insert(flag.value.0.clone(), FlagId::new(names.flags.len())?);
                    }
                }
            }
        }
        for (index, need) in document.patient.as_ref()?.needs.iter().flatten().enumerate() {
            let id = NeedId::new(index)?;
            names.needs.insert(need.id.as_ref()?.value.0.clone(), id);
            let words = need.cleared_by.iter().flat_map(|words| &words.0);
            let behaviours = names.behaviours(words)?;
            names.cleared_by.push((id, behaviours));
        }
        for (index, (id, _)) in document.people.iter().flat_map(|people| &people.0).enumerate() {
            names.people.insert(id.value.0.clone(), PersonId::new(index)?);
        }
        Some(names)
    }

    pub(super) fn scene(&self, name: &str) -> Option<SceneId> {
        self.scenes.get(name).copied()
    }

    pub(super) fn choice_id(&self, scene: SceneId, name: &str) -> Option<ChoiceId> {
        let first = *self.first_choices.get(scene.index())?;
        let end = self.first_choices.get(scene.index() + 1).copied().unwrap_or(self.choices.len());
        let index = self.choices.get(first..end)?.iter().position(|id| id == name)?;
        ChoiceId::new(first + index)
    }

    pub(super) const fn choice_count(&self) -> usize {
        self.choices.len()
    }

    pub(super) fn need(&self, name: &str) -> Option<NeedId> {
        self.needs.get(name).copied()
    }

    pub(super) fn person(&self, name: &str) -> Option<PersonId> {
        self.people.get(name).copied()
    }

    pub(super) fn flag(&self, name: &str) -> Option<FlagId> {
        self.flags.get(name).copied()
    }

    pub(super) fn behaviour(&self, word: &Spanned<Word>) -> Option<BehaviourId> {
        self.rubric.find(&word.value.0)
    }

    pub(super) fn behaviours<'b>(&self, words: impl Iterator<Item = &'b Spanned<Word>>) -> Option<BehaviourSet> {
        words.map(|word| self.behaviour(word)).collect()
    }

    /// The kinds of moment of a scene.
    pub(super) fn moment(&self, scene: &SceneDoc) -> Option<SmallVec<[MomentId; 2]>> {
        scene.moment().iter().map(|word| self.rubric.find_moment(&word.value.0)).collect()
    }

    pub(super) fn into_scenes(self) -> ByName<SharedText, SceneId> {
        self.scenes
    }

    /// The id of the pair of a `Before` condition, the same for the same pair.
    pub(super) fn before(&mut self, first: BehaviourId, second: BehaviourId) -> Option<BeforeId> {
        let known = self.befores.iter().position(|pair| *pair == (first, second));
        let index = known.unwrap_or_else(|| {
            self.befores.push((first, second));
            self.befores.len() - 1
        });
        BeforeId::new(index)
    }

    /// The id of what a condition counts from, the same for the same event and unit; `most` is the count it asks for.
    pub(super) fn since(&mut self, event: Event, unit: TimeUnit, most: u16) -> Option<SinceId> {
        let known = self.sinces.iter().position(|since| (since.event, since.unit) == (event, unit));
        let index = known.unwrap_or_else(|| {
            self.sinces.push(Since { event, unit, most });
            self.sinces.len() - 1
        });
        self.sinces[index].most = self.sinces[index].most.max(most);
        SinceId::new(index)
    }

    pub(super) fn flags_in_order(&self) -> Vec<String> {
        let mut flags: Vec<(&FlagId, &SharedText)> = self.flags.iter().map(|(name, id)| (id, name)).collect();
        flags.sort();
        flags.into_iter().map(|(_, name)| name.clone().into()).collect()
    }

    pub(super) fn befores_in_order(&self) -> Vec<(BehaviourId, BehaviourId)> {
        self.befores.clone()
    }

    pub(super) fn sinces_in_order(&self) -> Vec<Since> {
        self.sinces.clone()
    }
}
