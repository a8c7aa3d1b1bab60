//! Where a conversation can be, whatever is felt: scenes, and interruptions with the scene they go back to.

use std::collections::HashMap;

use crate::scenario::{Scenario, SceneId, Target};

use super::Limits;

/// A scene, and for an interruption the scene the talk was going to.
pub(super) type Place = (SceneId, Option<SceneId>);

/// Every place that some road might reach, and where it may lead from there. Conditions are not
/// looked at, so that there may be more places than can really be reached, never fewer.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) all: Vec<Place>,
    index: HashMap<Place, u32>,
    /// `next[first[place]..first[place + 1]]`
    first: Vec<u32>,
    next: Vec<u32>,
}

impl Places {
    /// `None` where there are more than the limits allow.
    pub(super) fn of(scenario: &Scenario, limits: &Limits) -> Option<Self> {
        let start = (scenario.start, None);
        let mut places =
            Self { all: vec![start], index: HashMap::from([(start, 0)]), first: vec![0], next: Vec::new() };
        let mut leads_to = Vec::new();
        while places.first.len() <= places.all.len() {
            leads_to.clear();
            targets(scenario, places.all[places.first.len() - 1], &mut leads_to);
            leads_to.sort_unstable();
            leads_to.dedup();
            for &place in &leads_to {
                let index = places.number(place)?;
                places.next.push(index);
            }
            places.first.push(u32::try_from(places.next.len()).ok()?);
            if places.all.len() > limits.states || places.next.len() > limits.words {
                return None;
            }
        }
        Some(places)
    }

    fn number(&mut self, place: Place) -> Option<u32> {
        if let Some(&known) = self.index.get(&place) {
            return Some(known);
        }
        let number = u32::try_from(self.all.len()).ok()?;
        self.index.insert(place, number);
        self.all.push(place);
        Some(number)
    }

    /// The number of a place, if any road might reach it.
    pub(super) fn find(&self, place: Place) -> Option<usize> {
        self.index.get(&place).map(|&number| number as usize)
    }

    /// The numbers of the places that a place may lead to.
    pub(super) fn next(&self, place: usize) -> &[u32] {
        &self.next[self.first[place] as usize..self.first[place + 1] as usize]
    }
}

/// Whether scenes may break in on the way from this scene to another.
pub(super) fn may_be_interrupted(scenario: &Scenario, scene: SceneId) -> bool {
    let mut choices = scenario.choices_of(scene);
    let goes_on = |target| matches!(target, Target::Scene(scene) if scenario.ending(scene).is_none());
    let mut branches = choices.by_ref().flat_map(|choice| &scenario.choice(choice).then.branches);
    !scenario.interruptions.is_empty()
        && !scenario.scene(scene).interrupts
        && branches.any(|branch| branch.to.iter().any(|&(_, target)| goes_on(target) || target == Target::Resume))
}

fn targets(scenario: &Scenario, (scene, resume): Place, into: &mut Vec<Place>) {
    let interrupts = scenario.scene(scene).interrupts;
    for choice in scenario.choices_of(scene) {
        for &(_, target) in scenario.choice(choice).then.branches.iter().flat_map(|branch| &branch.to) {
            let target = match target {
                Target::Scene(scene) => scene,
                Target::Resume => resume.unwrap_or(scene),
            };
            into.push((target, None));
            if !interrupts && scenario.ending(target).is_none() {
                into.extend(scenario.interruptions.iter().map(|&(scene, _)| (scene, Some(target))));
            }
        }
    }
}
