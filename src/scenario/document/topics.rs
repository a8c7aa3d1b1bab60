//! Which choices of a hub are its topics.

use std::collections::BTreeMap;

use crate::source::Spanned;
use crate::source::decoding::Id;

use super::{ChoiceDoc, ScenarioDoc, SceneDoc};

/// The topics of every hub, by the index of its scene: the indices of the choices from which some road leads back to it,
/// whatever the conditions say. Interruptions are left out of account, because they go back to where the talk was going.
#[derive(Debug, Default)]
pub(crate) struct Topics(BTreeMap<usize, Vec<usize>>);

impl Topics {
    pub(crate) fn of(document: &ScenarioDoc) -> Self {
        let scenes: Vec<(&str, &SceneDoc)> =
            document.scenes().map(|(id, scene)| (id.value.0.as_str(), scene)).collect();
        let hubs = || scenes.iter().enumerate().filter_map(|(index, (_, scene))| Some((index, scene.hub.as_ref()?)));
        if hubs().next().is_none() {
            return Self::default();
        }
        let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, (name, _)) in scenes.iter().enumerate() {
            by_name.entry(name).or_insert(index);
        }
        let index = |id: &Spanned<Id>| by_name.get(id.value.0.as_str()).copied();
        let mut comes_from = vec![Vec::new(); scenes.len()];
        for (from, (_, scene)) in scenes.iter().enumerate() {
            scene.targets().filter_map(index).for_each(|to| comes_from[to].push(from));
        }
        let topics = hubs().take(HUBS).map(|(hub, _)| {
            let leads_back = reaching(hub, &comes_from);
            let is_topic = |choice: &ChoiceDoc| match &choice.then {
                None => !choice.unread.has("then"),
                Some(_) => choice.targets().filter_map(index).any(|to| leads_back[to]),
            };
            let choices = scenes[hub].1.choices().enumerate();
            (hub, choices.filter(|(_, choice)| is_topic(choice)).map(|(at, _)| at).collect())
        });
        Self(topics.collect())
    }

    /// The indices of the topics among the choices of a hub, which is given by the index of its scene; `None` for a scene
    /// that is none, and for a hub beyond [`HUBS`], which was not looked at.
    pub(crate) fn of_hub(&self, scene: usize) -> Option<&[usize]> {
        self.0.get(&scene).map(Vec::as_slice)
    }
}

/// The most hubs of a file.
pub(crate) const HUBS: usize = 64;

/// From which scenes some road leads to a scene, that scene included.
fn reaching(scene: usize, comes_from: &[Vec<usize>]) -> Vec<bool> {
    let mut found = vec![false; comes_from.len()];
    let mut open = vec![scene];
    while let Some(next) = open.pop() {
        if !std::mem::replace(&mut found[next], true) {
            open.extend(&comes_from[next]);
        }
    }
    found
}
