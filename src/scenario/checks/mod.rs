//! What must be right about a scenario as written, one family of rules a file.

mod branches;
mod conditions;
mod duplicates;
mod limits;
mod loose_ends;
mod references;
mod scenes;
mod scope;
mod shapes;
mod silenced;
mod texts;
mod words;

use std::collections::BTreeMap;

use crate::rubric::Rubric;
use crate::source::{Diagnostic, Severity};

use scope::Scope;

use super::document::{Asked, ConditionDoc, ScenarioDoc, SceneDoc};

/// What the rules look at: the file as written, and every name that it declares.
pub(crate) struct Context<'a> {
    document: &'a ScenarioDoc,
    rubric: &'a Rubric,
    /// Every condition, those inside others included, and where it is asked.
    conditions: Vec<(&'a ConditionDoc, Asked)>,
    /// Every scene; `None` where the scene itself could not be read.
    scenes: BTreeMap<&'a str, Option<&'a SceneDoc>>,
    scene_ids: Scope<'a>,
    /// The choices of each scene that could be read, those of a second scene of that name included.
    choices: BTreeMap<&'a str, Scope<'a>>,
    all_choices: Scope<'a>,
    needs: Scope<'a>,
    people: Scope<'a>,
    /// The flags that some choice sets.
    flags: Scope<'a>,
}

/// Looks at everything; warnings only where there is no error, because a mistake makes its own loose ends.
pub(crate) fn check(document: &ScenarioDoc, rubric: &Rubric, already_wrong: bool) -> Vec<Diagnostic> {
    let context = Context::new(document, rubric);
    let mut found = Vec::new();
    for rule in [
        duplicates::check,
        references::check,
        words::check,
        scenes::check,
        shapes::check,
        branches::check,
        texts::check,
        conditions::check,
        limits::check,
        silenced::check,
    ] {
        rule(&context, &mut found);
    }
    if !already_wrong && !found.iter().any(|one| one.severity == Severity::Error) {
        loose_ends::check(&context, &mut found);
    }
    silenced::silence(&context, &mut found);
    found
}

impl<'a> Context<'a> {
    fn new(document: &'a ScenarioDoc, rubric: &'a Rubric) -> Self {
        let entries = || document.scenes.iter().flat_map(|scenes| &scenes.value.0);
        let mut scenes = BTreeMap::new();
        let mut choices: BTreeMap<&str, Scope<'_>> = BTreeMap::new();
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
        let needs = patient.iter().flat_map(|patient| patient.needs.iter().flatten());
        let people = document.people.iter().flat_map(|people| &people.0);
        Self {
            document,
            rubric,
            conditions: document.conditions(),
            scenes,
            scene_ids: Scope::new(scenes_whole, entries().map(|(id, _)| Some(id))),
            choices,
            all_choices,
            needs: Scope::new(
                patient.is_some_and(|patient| !patient.lost.has("needs")),
                needs.map(|need| need.id.as_ref()),
            ),
            people: Scope::new(!document.lost.has("people"), people.map(|(id, _)| Some(id))),
            flags,
        }
    }

    /// The scene called `id`, where it is there and could be read.
    fn scene(&self, id: &str) -> Option<&'a SceneDoc> {
        self.scenes.get(id).copied().flatten()
    }
}
