//! What the rules look at.

use crate::hash::ByName;
use crate::rubric::Rubric;
use crate::scenario::document::{Asked, ConditionDoc, ScenarioDoc, SceneDoc};

use super::scope::Scope;
use super::turns::InTurn;

/// What the rules look at: the file as written, and every name that it declares.
pub(super) struct Context<'a> {
    pub(super) document: &'a ScenarioDoc,
    pub(super) rubric: &'a Rubric,
    /// Every condition, those inside others included, and where it is asked.
    pub(super) conditions: Vec<(&'a ConditionDoc, Asked)>,
    /// Every list of which the first entry that fits is taken, where it has more than one entry that always applies.
    pub(super) lists_in_turn: Vec<InTurn>,
    /// Every scene; `None` where the scene itself could not be read.
    pub(super) scenes: ByName<&'a str, Option<&'a SceneDoc>>,
    pub(super) scene_ids: Scope<'a>,
    /// The choices of each scene that could be read, those of a second scene of that name included.
    pub(super) choices: ByName<&'a str, Scope<'a>>,
    pub(super) all_choices: Scope<'a>,
    pub(super) needs: Scope<'a>,
    pub(super) people: Scope<'a>,
    /// The flags that some choice sets.
    pub(super) flags: Scope<'a>,
}

impl<'a> Context<'a> {
    /// With every name looked up once.
    pub(super) fn new(document: &'a ScenarioDoc, rubric: &'a Rubric) -> Self {
        let entries = || document.scenes.iter().flat_map(|scenes| &scenes.value.0);
        let mut scenes = ByName::default();
        let mut choices: ByName<&str, Scope<'_>> = ByName::default();
        // Where there are no scenes at all, that is the one mistake.
        let scenes_whole = entries().next().is_some() && !document.lost.has("scenes");
        let mut all_choices = Scope::new(scenes_whole, std::iter::empty());
        let mut flags = all_choices.clone();
        for (id, scene) in entries() {
            scenes.entry(id.value.0.as_str()).or_insert(scene.as_ref());
            let of_scene = choices.entry(&id.value.0).or_insert_with(|| Scope::new(true, std::iter::empty()));
            for scope in [of_scene, &mut all_choices] {
                scope.has_gaps(scene.as_ref().is_none_or(|scene| scene.lost.has("choices")));
                scope.extend(scene.iter().flat_map(SceneDoc::choices).map(|choice| choice.id.as_ref()));
            }
            flags.has_gaps(scene.as_ref().is_none_or(|scene| scene.lost.has("choices")));
            for choice in scene.iter().flat_map(SceneDoc::choices) {
                flags.has_gaps(choice.lost.has("sets"));
                flags.extend(choice.sets.iter().flatten().map(Some));
            }
        }
        let patient = document.patient.as_ref();
        let people = document.people.iter().flat_map(|people| &people.0);
        Self {
            document,
            rubric,
            conditions: document.conditions(),
            lists_in_turn: InTurn::of(document),
            scenes,
            scene_ids: Scope::new(scenes_whole, entries().map(|(id, _)| Some(id))),
            choices,
            all_choices,
            needs: Scope::new(
                patient.is_some_and(|patient| !patient.lost.has("needs")),
                document.needs().map(|need| need.id.as_ref()),
            ),
            people: Scope::new(!document.lost.has("people"), people.map(|(id, _)| Some(id))),
            flags,
        }
    }

    /// The scene called `id`, where it is there and could be read.
    pub(super) fn scene(&self, id: &str) -> Option<&'a SceneDoc> {
        self.scenes.get(id).copied().flatten()
    }
}
