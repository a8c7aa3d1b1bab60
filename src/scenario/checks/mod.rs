//! What must be right about a scenario as written, one family of rules a file.

mod branches;
mod conditions;
mod duplicates;
mod limits;
mod loose_ends;
mod references;
mod shapes;
mod silenced;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::rubric::Rubric;
use crate::source::{Diagnostic, Severity};

use super::document::{ScenarioDoc, SceneDoc};

/// What the rules look at: the file as written, and every name that it declares.
pub(crate) struct Context<'a> {
    document: &'a ScenarioDoc,
    rubric: &'a Rubric,
    /// Every scene; `None` where the scene itself could not be read.
    scenes: BTreeMap<&'a str, Option<&'a SceneDoc>>,
    scene_ids: BTreeSet<&'a str>,
    needs: BTreeSet<&'a str>,
    people: BTreeSet<&'a str>,
    /// The flags that some choice sets.
    flags: BTreeSet<&'a str>,
}

/// Looks at everything; warnings only where there is no error, because a mistake makes its own loose ends.
pub(crate) fn check(document: &ScenarioDoc, rubric: &Rubric, already_wrong: bool) -> Vec<Diagnostic> {
    let context = Context::new(document, rubric);
    let mut found = Vec::new();
    for rule in [
        duplicates::check,
        references::check,
        words::check,
        shapes::check,
        branches::check,
        conditions::check,
        limits::check,
    ] {
        rule(&context, &mut found);
    }
    silenced::check(&context, &mut found);
    if !already_wrong && !found.iter().any(|one| one.severity == Severity::Error) {
        loose_ends::check(&context, &mut found);
    }
    silenced::silence(&context, &mut found);
    found
}

impl<'a> Context<'a> {
    fn new(document: &'a ScenarioDoc, rubric: &'a Rubric) -> Self {
        let mut scenes = BTreeMap::new();
        for (id, scene) in document.scenes.iter().flat_map(|scenes| &scenes.value.0) {
            scenes.entry(id.value.0.as_str()).or_insert(scene.as_ref());
        }
        let needs = document.patient.iter().flat_map(|patient| patient.needs.iter().flatten());
        let people = document.people.iter().flat_map(|people| &people.0);
        let flags = document.choices().flat_map(|(_, choice)| choice.sets.iter().flatten());
        Self {
            document,
            rubric,
            scene_ids: scenes.keys().copied().collect(),
            scenes,
            needs: needs.filter_map(|need| need.id.as_ref()).map(|id| id.value.0.as_str()).collect(),
            people: people.map(|(id, _)| id.value.0.as_str()).collect(),
            flags: flags.map(|flag| flag.value.0.as_str()).collect(),
        }
    }

    /// The scene called `id`, where it is there and could be read.
    fn scene(&self, id: &str) -> Option<&'a SceneDoc> {
        self.scenes.get(id).copied().flatten()
    }
}
