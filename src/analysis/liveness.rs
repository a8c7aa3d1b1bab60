//! Which facts are live at which locations: what in a state can still make a difference.
//!
//! A fact is live where some condition that the rest of a road might reach reads it. Dead facts are dropped, and states
//! that differ in nothing else become one: they go on in the same way. Objectives and wordings change neither feelings
//! nor roads, so what they read is live only where they are observed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::scenario::{Branch, ChoiceId, Condition, NeedId, Scenario, SceneContent, SceneId, Target};

use super::control_flow::ControlFlow;
use super::fact::{Fact, facts_read_by};
use super::locations::{Location, may_be_interrupted};
use super::observables::Observables;
use super::{ChanceModel, Limits};

/// Where a fact is stored in a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) fact: Fact,
    /// Higher values are stored as this one.
    pub(super) most: u16,
    pub(super) word: usize,
    pub(super) shift: u32,
}

impl Slot {
    /// Its bits, in its word.
    pub(super) const fn mask(&self) -> u64 {
        ((1 << width(self.most)) - 1) << self.shift
    }
}

const fn width(most: u16) -> u32 {
    if most == 0 { 1 } else { u16::BITS - most.leading_zeros() }
}

/// How the choices taken in a scene that may be revisited are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChoiceDetail {
    Each,
    /// Only how many there were, except for those that conditions read.
    Counted,
    /// Only those that alone lead to some scene, and those that conditions read.
    Entrances,
    /// Not at all, except for those that conditions read.
    Open,
}

/// Which facts are live at which locations.
#[derive(Debug)]
pub(super) struct Liveness {
    pub(super) slots: Vec<Slot>,
    /// How many words the slots take; the lower half of the first word is left free.
    pub(super) words: usize,
    /// The needs that conditions read together with the number of turns.
    pub(super) timed_needs: u64,
    flow: Arc<ControlFlow>,
    /// The masks of the components of locations, `words` each.
    masks: Vec<u64>,
}

/// The first bit of the first word that is free for facts.
const FIRST_BIT: u32 = 32;

impl Liveness {
    /// `None` where more would have to be kept than the limits allow.
    pub(super) fn of(
        scenario: &Scenario,
        flow: &Arc<ControlFlow>,
        chance_model: ChanceModel,
        detail: ChoiceDetail,
        observables: &Observables,
        limits: &Limits,
    ) -> Option<Self> {
        let by_seed = matches!(chance_model, ChanceModel::Seeded(_));
        let reads = Reads::new(scenario, flow, by_seed, detail, observables);
        let (slots, words) = lay_out(reads.highest_values());
        let masks = words.checked_mul(flow.components.members.len().max(scenario.scenes.len()))?;
        if flow.locations.all.len() > limits.states || masks > limits.words {
            return None;
        }
        let masks = masks_of(&reads, &slots, words);
        Some(Self { slots, words, timed_needs: reads.timed_needs(), flow: Arc::clone(flow), masks })
    }

    /// Which bits of the facts' words are live at a location; `None` for a location that no road reaches.
    pub(super) fn mask(&self, location: Location) -> Option<&[u64]> {
        let component = self.flow.components.of[self.flow.locations.find(location)?] as usize;
        self.masks.get(component * self.words..(component + 1) * self.words)
    }
}

/// Which facts are read in each scene.
struct Reads<'a> {
    scenario: &'a Scenario,
    flow: &'a ControlFlow,
    by_seed: bool,
    detail: ChoiceDetail,
    observables: &'a Observables,
    interruptions: Vec<(Fact, u16)>,
    /// The choices to keep because they alone lead to some scene.
    entrances: BTreeSet<ChoiceId>,
}

impl<'a> Reads<'a> {
    fn new(
        scenario: &'a Scenario,
        flow: &'a ControlFlow,
        by_seed: bool,
        detail: ChoiceDetail,
        observables: &'a Observables,
    ) -> Self {
        let mut interruptions = Vec::new();
        for (index, (_, when)) in scenario.interruptions.iter().enumerate() {
            interruptions.push((Fact::BrokenIn(index), 1));
            facts_read_by(scenario, when, &mut |fact, most| interruptions.push((fact, most)));
        }
        let entrances = match detail {
            ChoiceDetail::Entrances => sole_entrances(scenario, flow),
            ChoiceDetail::Each | ChoiceDetail::Counted | ChoiceDetail::Open => BTreeSet::new(),
        };
        Self { scenario, flow, by_seed, detail, observables, interruptions, entrances }
    }

    /// Calls `note` with each fact that is read on leaving `scene`, and the value from which on higher ones make no
    /// difference.
    fn in_scene(&self, scene: SceneId, note: &mut impl FnMut(Fact, u16)) {
        let scenario = self.scenario;
        let revisited = self.flow.revisited[scene.index()];
        let mut draws = false;
        for id in scenario.choices_of(scene) {
            let choice = scenario.choice(id);
            if revisited && (self.detail == ChoiceDetail::Each || self.entrances.contains(&id)) {
                note(Fact::Taken(id), 1);
            }
            let branches = &choice.then.branches;
            let conditions = choice.when.iter().chain(branches.iter().filter_map(|branch| branch.when.as_ref()));
            conditions.for_each(|condition| facts_read_by(scenario, condition, note));
            draws |= branches.iter().any(|branch| branch.to.len() > 1);
            self.gates_of(branches, note);
        }
        if revisited && self.detail == ChoiceDetail::Counted {
            note(Fact::Visits(scene), u16::try_from(scenario.choices_of(scene).count() + 1).unwrap_or(u16::MAX));
        }
        if draws && revisited && self.by_seed {
            note(Fact::Visits(scene), u16::MAX);
        }
        if matches!(scenario.scene(scene).content, SceneContent::Choices { .. }) {
            let needs = (0..scenario.patient.needs.len()).filter_map(NeedId::new);
            needs.for_each(|need| note(Fact::Need(need), 1));
        }
        if may_be_interrupted(scenario, scene) {
            self.interruptions.iter().for_each(|&(fact, most)| note(fact, most));
        }
        self.observed_in(scene, note);
    }

    /// Calls `note` with each fact that gates read on the way to where branches lead. An interruption may go back to any
    /// scene.
    fn gates_of(&self, branches: &[Branch], note: &mut impl FnMut(Fact, u16)) {
        if self.scenario.gates.count() == 0 {
            return;
        }
        for &(_, target) in branches.iter().flat_map(|branch| &branch.to) {
            let entries = match target {
                Target::Scene(scene) => self.scenario.entries(scene),
                Target::Resume => self.scenario.scene_ids().collect(),
            };
            for gate in entries.into_iter().flat_map(|entry| self.scenario.gates(entry)) {
                facts_read_by(self.scenario, &gate.when, note);
            }
        }
    }

    /// Calls `note` with each fact that observed texts and objectives read in `scene`.
    fn observed_in(&self, scene: SceneId, note: &mut impl FnMut(Fact, u16)) {
        let scenario = self.scenario;
        let texts = self.observables.conditions_of_texts(scenario, scene);
        texts.for_each(|condition| facts_read_by(scenario, condition, note));
        if scenario.ending(scene).is_some() {
            let objectives = self.observables.conditions_of_objectives(scenario);
            objectives.for_each(|condition| facts_read_by(scenario, condition, note));
        }
    }

    /// Every fact that is read, with the highest value that makes a difference.
    fn highest_values(&self) -> BTreeMap<Fact, u16> {
        let mut highest = BTreeMap::new();
        for scene in self.scenario.scene_ids() {
            self.in_scene(scene, &mut |fact, value| {
                let known = highest.entry(fact).or_insert(value);
                *known = value.max(*known);
            });
        }
        highest
    }

    fn timed_needs(&self) -> u64 {
        let mut needs = 0;
        let mut note = |condition: &Condition| {
            if let Condition::Unmet(need, _) = condition {
                needs |= 1 << need.index();
            }
        };
        for scene in self.observables.texts.iter().map(|(scene, _)| *scene).collect::<BTreeSet<_>>() {
            let texts = self.observables.conditions_of_texts(self.scenario, scene);
            texts.for_each(|condition| condition.walk(&mut note));
        }
        self.observables.conditions_of_objectives(self.scenario).for_each(|condition| condition.walk(&mut note));
        for choice in &self.scenario.choices {
            let branches = choice.then.branches.iter().filter_map(|branch| branch.when.as_ref());
            choice.when.iter().chain(branches).for_each(|condition| condition.walk(&mut note));
        }
        self.scenario.interruptions.iter().for_each(|(_, when)| when.walk(&mut note));
        self.scenario.gates.iter().for_each(|(_, _, gate)| gate.when.walk(&mut note));
        needs
    }
}

/// The choices that alone lead to some scene that might be revisited: since each can be taken once, so can the way there.
fn sole_entrances(scenario: &Scenario, flow: &ControlFlow) -> BTreeSet<ChoiceId> {
    let mut entrances = vec![BTreeSet::new(); scenario.scenes.len()];
    for id in (0..scenario.choices.len()).filter_map(ChoiceId::new) {
        for &(_, target) in scenario.choice(id).then.branches.iter().flat_map(|branch| &branch.to) {
            if let Target::Scene(scene) = target {
                scenario.entries(scene).into_iter().for_each(|entry| _ = entrances[entry.index()].insert(id));
            }
        }
    }
    let revisited = entrances.iter().zip(&flow.revisited).filter(|(_, revisited)| **revisited);
    revisited.filter(|(choices, _)| choices.len() == 1).flat_map(|(choices, _)| choices).copied().collect()
}

/// Assigns bits to each fact; none crosses a word boundary.
fn lay_out(facts: BTreeMap<Fact, u16>) -> (Vec<Slot>, usize) {
    let (mut word, mut shift) = (0, FIRST_BIT);
    let slots = facts.into_iter().map(|(fact, most)| {
        let width = width(most);
        if shift + width > u64::BITS {
            (word, shift) = (word + 1, 0);
        }
        let slot = Slot { fact, most, word, shift };
        shift += width;
        slot
    });
    let slots = slots.collect();
    (slots, word + 1)
}

/// What is live in each component: what is read in it, and what is live in the components it leads to.
fn masks_of(reads: &Reads<'_>, slots: &[Slot], words: usize) -> Vec<u64> {
    let ControlFlow { locations, components, .. } = reads.flow;
    let by_fact: BTreeMap<Fact, &Slot> = slots.iter().map(|slot| (slot.fact, slot)).collect();
    let mut masks = vec![0; words * components.members.len()];
    for (number, members) in components.members.iter().enumerate() {
        let (earlier, this) = masks.split_at_mut(number * words);
        for &location in members {
            reads.in_scene(locations.all[location as usize].0, &mut |fact, _| {
                if let Some(slot) = by_fact.get(&fact) {
                    this[slot.word] |= slot.mask();
                }
            });
            for &next in locations.next(location as usize) {
                let next = components.of[next as usize] as usize;
                if next < number {
                    let live = &earlier[next * words..(next + 1) * words];
                    this.iter_mut().zip(live).for_each(|(mask, live)| *mask |= live);
                }
            }
        }
    }
    masks
}
