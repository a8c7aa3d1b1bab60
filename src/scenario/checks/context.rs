//! What the rules look at.

use crate::hash::ByName;
use crate::rubric::Rubric;
use crate::scenario::document::{Asked, ConditionDoc, ScenarioDoc, SceneDoc};
use crate::source::Spanned;
use crate::source::decode::Id;

use super::scope::Scope;
use super::turns::InTurn;

/// What the rules look at: the file as written, and every name that it declares.
pub(super) struct Context<'a> {
    pub(super) document: &'a ScenarioDoc,
    pub(super) rubric: &'a Rubric,
    /// Every condition, those inside others included, and where it is asked.
    pub(super) conditions: Vec<(&'a ConditionDoc, Asked)>,
    /// The condition of every interruption.
    pub(super) breaking_in: Vec<&'a ConditionDoc>,
    /// Every list of which the first entry that fits is taken, but for those of one entry that always applies.
    pub(super) lists_in_turn: Vec<InTurn>,
    /// Every scene; `None` where the scene itself could not be read.
    scenes: ByName<&'a str, Option<&'a SceneDoc>>,
    /// The second scene of a name and those that follow it, which are mistakes.
    again: ByName<&'a str, Vec<Option<&'a SceneDoc>>>,
    pub(super) scene_ids: Scope<'a>,
    pub(super) needs: Scope<'a>,
    pub(super) people: Scope<'a>,
    /// The flags that some choice sets, at every place where one does.
    pub(super) set: Vec<&'a Spanned<Id>>,
    /// The flags that some choice sets.
    pub(super) flags: Scope<'a>,
}

impl<'a> Context<'a> {
    /// With every name looked up once.
    pub(super) fn new(document: &'a ScenarioDoc, rubric: &'a Rubric) -> Self {
        let patient = document.patient.as_ref();
        let people = document.people.iter().flat_map(|people| &people.0);
        let scenes_whole = scenes_whole(document);
        let mut context = Self {
            document,
            rubric,
            conditions: Vec::new(),
            breaking_in: Vec::new(),
            lists_in_turn: Vec::new(),
            scenes: ByName::default(),
            again: ByName::default(),
            scene_ids: Scope::new(scenes_whole, std::iter::empty()),
            needs: Scope::new(
                patient.is_some_and(|patient| !patient.lost.has("needs")),
                document.needs().map(|need| need.id.as_ref()),
            ),
            people: Scope::new(!document.lost.has("people"), people.map(|(id, _)| Some(id))),
            set: Vec::new(),
            flags: Scope::new(scenes_whole, std::iter::empty()),
        };
        for (id, scene) in entries(document) {
            context.add(id, scene.as_ref());
        }
        let objectives = document.objectives.iter().flat_map(|objectives| &objectives.value);
        for condition in objectives.filter_map(|objective| objective.met.as_ref()) {
            condition.walk(&mut |one| context.conditions.push((one, Asked::AtTheEnd)));
        }
        context
    }

    fn add(&mut self, id: &'a Spanned<Id>, scene: Option<&'a SceneDoc>) {
        if self.scenes.contains_key(id.value.0.as_str()) {
            self.again.entry(&id.value.0).or_default().push(scene);
        } else {
            self.scenes.insert(&id.value.0, scene);
        }
        self.scene_ids.extend(std::iter::once(Some(id)));
        self.flags.has_gaps(scene.is_none_or(|scene| scene.lost.has("choices")));
        let Some(scene) = scene else { return };
        scene.conditions(&mut |one| self.conditions.push((one, Asked::InPlay)));
        self.breaking_in.extend(&scene.breaks_in);
        InTurn::of(scene, &mut self.lists_in_turn);
        for choice in scene.choices() {
            self.flags.has_gaps(choice.lost.has("sets"));
            let set = choice.sets.iter().flatten();
            self.set.extend(set.clone());
            self.flags.extend(set.map(Some));
        }
    }

    /// The scene called `id`, where it is there and could be read.
    pub(super) fn scene(&self, id: &str) -> Option<&'a SceneDoc> {
        self.scenes.get(id).copied().flatten()
    }

    /// The choices of a scene, those of a second scene of that name included; `None` where there is none.
    pub(super) fn choices_of(&self, id: &str) -> Option<Scope<'a>> {
        let first = self.scenes.get(id)?;
        let again = self.again.get(id).into_iter().flatten();
        Some(choices(true, std::iter::once(first).chain(again).copied()))
    }

    /// The choices of all scenes.
    pub(super) fn all_choices(&self) -> Scope<'a> {
        choices(scenes_whole(self.document), entries(self.document).map(|(_, scene)| scene.as_ref()))
    }
}

fn entries(document: &ScenarioDoc) -> impl Iterator<Item = &(Spanned<Id>, Option<SceneDoc>)> {
    document.scenes.iter().flat_map(|scenes| &scenes.value.0)
}

/// Whether the list of scenes could be read. Where there are none at all, that is the one mistake.
fn scenes_whole(document: &ScenarioDoc) -> bool {
    entries(document).next().is_some() && !document.lost.has("scenes")
}

/// The choices of some scenes.
fn choices<'a>(whole: bool, scenes: impl Iterator<Item = Option<&'a SceneDoc>>) -> Scope<'a> {
    let mut scope = Scope::new(whole, std::iter::empty());
    for scene in scenes {
        scope.has_gaps(scene.is_none_or(|scene| scene.lost.has("choices")));
        scope.extend(scene.into_iter().flat_map(SceneDoc::choices).map(|choice| choice.id.as_ref()));
    }
    scope
}
