//! What the checks look at.

use crate::hash::{ByName, FixedState};
use crate::rubric::Rubric;
use crate::scenario::document::{ConditionDoc, ConditionUse, ScenarioDoc, SceneDoc};
use crate::source::decoding::Id;
use crate::source::{Rule, Spanned};

use super::first_match::FirstMatch;
use super::scope::Scope;

/// What the checks look at: the file as written, and every name that it declares.
pub(super) struct Context<'a> {
    pub(super) document: &'a ScenarioDoc,
    pub(super) rubric: &'a Rubric,
    /// Every rule that a file is checked against, here or elsewhere.
    pub(super) rules: &'a [&'static Rule],
    /// Every condition, nested ones included, and where it is used.
    pub(super) conditions: Vec<(&'a ConditionDoc, ConditionUse)>,
    /// The condition of every interruption.
    pub(super) breaking_in: Vec<&'a ConditionDoc>,
    /// Every list of which the first match counts, except those with a single entry that always applies.
    pub(super) first_match_lists: Vec<FirstMatch>,
    /// Every scene as written; `None` where the scene itself could not be read.
    pub(super) scenes: &'a [(Spanned<Id>, Option<Box<SceneDoc>>)],
    /// The index of the first scene of each name.
    by_name: ByName<&'a str, usize>,
    /// For each name that several scenes have, all of these but the first.
    duplicates: ByName<&'a str, Vec<Option<&'a SceneDoc>>>,
    pub(super) scene_ids: Scope<'a>,
    pub(super) needs: Scope<'a>,
    pub(super) people: Scope<'a>,
    /// Every flag in the `sets` of a choice, repeated ones included.
    pub(super) set: Vec<&'a Spanned<Id>>,
    /// The flags that some choice sets.
    pub(super) flags: Scope<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn new(document: &'a ScenarioDoc, rubric: &'a Rubric, rules: &'a [&'static Rule]) -> Self {
        let patient = document.patient.as_ref();
        let people = document.people.iter().flat_map(|people| &people.0);
        let scenes = document.scenes.as_ref().map_or(&[][..], |scenes| &scenes.value.0);
        // Where there is no scene at all, only that is reported, and not every name of a scene.
        let scenes_whole = !scenes.is_empty() && !document.unread.has("scenes");
        let mut context = Self {
            document,
            rubric,
            rules,
            conditions: Vec::new(),
            breaking_in: Vec::new(),
            first_match_lists: Vec::new(),
            scenes,
            by_name: ByName::with_capacity_and_hasher(scenes.len(), FixedState::default()),
            duplicates: ByName::default(),
            scene_ids: Scope::new(scenes_whole, scenes.iter().map(|(id, _)| Some(id))),
            needs: Scope::new(
                patient.is_some_and(|patient| !patient.unread.has("needs")),
                document.needs().map(|need| need.id.as_ref()),
            ),
            people: Scope::new(!document.unread.has("people"), people.map(|(id, _)| Some(id))),
            set: Vec::new(),
            flags: Scope::new(scenes_whole, std::iter::empty()),
        };
        for (index, (id, scene)) in scenes.iter().enumerate() {
            context.add(index, id, scene.as_deref());
        }
        let objectives = document.objectives.iter().flat_map(|objectives| &objectives.value);
        for condition in objectives.filter_map(|objective| objective.met.as_ref()) {
            condition.walk(&mut |one| context.conditions.push((one, ConditionUse::AtTheEnd)));
        }
        context
    }

    fn add(&mut self, index: usize, id: &'a Spanned<Id>, scene: Option<&'a SceneDoc>) {
        if *self.by_name.entry(&id.value.0).or_insert(index) != index {
            self.duplicates.entry(&id.value.0).or_default().push(scene);
        }
        self.flags.incomplete_if(scene.is_none_or(|scene| scene.unread.has("choices")));
        let Some(scene) = scene else { return };
        scene.conditions(&mut |one| self.conditions.push((one, ConditionUse::InPlay)));
        self.breaking_in.extend(&scene.breaks_in);
        FirstMatch::of(scene, &mut self.first_match_lists);
        for choice in scene.choices() {
            self.flags.incomplete_if(choice.unread.has("sets"));
            let set = choice.sets.iter().flatten();
            self.set.extend(set.clone());
            self.flags.extend(set.map(Some));
        }
    }

    /// The index of the scene called `id`, if there is one.
    pub(super) fn index_of(&self, id: &str) -> Option<usize> {
        self.by_name.get(id).copied()
    }

    /// The scene called `id`, if there is one that could be read.
    pub(super) fn scene(&self, id: &str) -> Option<&'a SceneDoc> {
        self.scenes.get(self.index_of(id)?)?.1.as_deref()
    }

    /// The scene that has a choice called `choice`, if there is just one.
    pub(super) fn only_scene_with(&self, choice: &str) -> Option<&'a str> {
        let has = |scene: &SceneDoc| scene.choices().filter_map(|one| one.id.as_ref()).any(|id| id.value.0 == choice);
        let mut scenes = self.scenes.iter().filter(|(_, scene)| scene.as_deref().is_some_and(has));
        let (only, _) = scenes.next()?;
        scenes.next().is_none().then_some(only.value.0.as_str())
    }

    /// Whether several scenes have one name.
    pub(super) fn has_duplicate_scenes(&self) -> bool {
        !self.duplicates.is_empty()
    }

    /// The choices of all scenes called `id`; `None` where there is no such scene.
    pub(super) fn choices_of(&self, id: &str) -> Option<Scope<'a>> {
        let (_, first) = self.scenes.get(self.index_of(id)?)?;
        let duplicates = self.duplicates.get(id).into_iter().flatten().copied();
        Some(choices(true, std::iter::once(first.as_deref()).chain(duplicates)))
    }

    /// The choices of all scenes.
    pub(super) fn all_choices(&self) -> Scope<'a> {
        let scenes = self.scenes.iter().map(|(_, scene)| scene.as_deref());
        choices(self.scene_ids.is_complete(), scenes).with_doubles_meant()
    }
}

/// The choices of `scenes`. `whole` says whether these are all scenes that are meant.
fn choices<'a>(whole: bool, scenes: impl Iterator<Item = Option<&'a SceneDoc>>) -> Scope<'a> {
    let mut scope = Scope::new(whole, std::iter::empty());
    for scene in scenes {
        scope.incomplete_if(scene.is_none_or(|scene| scene.unread.has("choices")));
        scope.extend(scene.into_iter().flat_map(SceneDoc::choices).map(|choice| choice.id.as_ref()));
    }
    scope
}
