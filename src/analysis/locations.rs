//! The locations of a scenario: where a conversation can be, whatever is felt.

use std::collections::HashMap;

use crate::scenario::{Scenario, SceneId, Target};

use super::Limits;

/// A scene, and for an interruption the scene that the conversation was going to.
pub(super) type Location = (SceneId, Option<SceneId>);

/// Every location that some road might reach, and where it may lead. Conditions are left open, so there may be more
/// locations than can really be reached, never fewer.
#[derive(Clone, Debug)]
pub(super) struct Locations {
    pub(super) all: Vec<Location>,
    index: HashMap<Location, u32>,
    /// `next[first[location]..first[location + 1]]`
    first: Vec<u32>,
    next: Vec<u32>,
}

impl Locations {
    /// `None` where there are more than the limits allow.
    pub(super) fn of(scenario: &Scenario, limits: &Limits) -> Option<Self> {
        let start = (scenario.start, None);
        let mut locations =
            Self { all: vec![start], index: HashMap::from([(start, 0)]), first: vec![0], next: Vec::new() };
        let mut leads_to = Vec::new();
        while locations.first.len() <= locations.all.len() {
            leads_to.clear();
            targets(scenario, locations.all[locations.first.len() - 1], &mut leads_to);
            leads_to.sort_unstable();
            leads_to.dedup();
            for &location in &leads_to {
                let index = locations.number(location)?;
                locations.next.push(index);
            }
            locations.first.push(u32::try_from(locations.next.len()).ok()?);
            if locations.all.len() > limits.states || locations.next.len() > limits.words {
                return None;
            }
        }
        Some(locations)
    }

    fn number(&mut self, location: Location) -> Option<u32> {
        if let Some(&known) = self.index.get(&location) {
            return Some(known);
        }
        let number = u32::try_from(self.all.len()).ok()?;
        self.index.insert(location, number);
        self.all.push(location);
        Some(number)
    }

    /// The number of a location, if any road might reach it.
    pub(super) fn find(&self, location: Location) -> Option<usize> {
        self.index.get(&location).map(|&number| number as usize)
    }

    /// The numbers of the locations that a location may lead to.
    pub(super) fn next(&self, location: usize) -> &[u32] {
        &self.next[self.first[location] as usize..self.first[location + 1] as usize]
    }
}

/// Whether a scene may break in on leaving this one.
pub(super) fn may_be_interrupted(scenario: &Scenario, scene: SceneId) -> bool {
    let mut choices = scenario.choices_of(scene);
    let goes_on = |target| match target {
        Target::Scene(scene) => scenario.entries(scene).into_iter().any(|entry| scenario.ending(entry).is_none()),
        Target::Resume => true,
    };
    let mut branches = choices.by_ref().flat_map(|choice| &scenario.choice(choice).then.branches);
    !scenario.interruptions.is_empty()
        && !scenario.scene(scene).interrupts
        && branches.any(|branch| branch.to.iter().any(|&(_, target)| goes_on(target)))
}

fn targets(scenario: &Scenario, (scene, resume): Location, into: &mut Vec<Location>) {
    let interrupts = scenario.scene(scene).interrupts;
    for choice in scenario.choices_of(scene) {
        for &(_, target) in scenario.choice(choice).then.branches.iter().flat_map(|branch| &branch.to) {
            let target = match target {
                Target::Scene(scene) => scene,
                Target::Resume => resume.unwrap_or(scene),
            };
            let entries = scenario.entries(target);
            let goes_on = entries.iter().any(|&entry| scenario.ending(entry).is_none());
            into.extend(entries.into_iter().map(|entry| (entry, None)));
            if !interrupts && goes_on {
                into.extend(scenario.interruptions.iter().map(|&(scene, _)| (scene, Some(target))));
            }
        }
    }
}
