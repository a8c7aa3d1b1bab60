//! What of a state can still make a difference: which facts are kept, and at which places.
//!
//! A fact is kept where some rule that the rest of a road might meet asks about it. What is not kept
//! is forgotten, and states that differ in nothing else become one: they go on alike. Objectives and
//! wordings change neither feelings nor roads, and count only where they are asked about.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::{Condition, Scenario, SceneContent, SceneId};

use super::again::take_back;
use super::components::Components;
use super::explore::varying;
use super::fact::{Fact, asked_by};
use super::places::{Place, Places, may_be_interrupted};
use super::{Chance, Limits};

/// Where a fact stands in a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) fact: Fact,
    /// A higher value counts as this.
    pub(super) most: u16,
    pub(super) word: usize,
    pub(super) shift: u32,
}

impl Slot {
    /// The bits that it takes, in its word.
    pub(super) const fn mask(&self) -> u64 {
        ((1 << width(self.most)) - 1) << self.shift
    }
}

const fn width(most: u16) -> u32 {
    if most == 0 { 1 } else { u16::BITS - most.leading_zeros() }
}

/// How the choices taken in a scene are kept, where it can be met again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Each by itself.
    Each,
    /// Only how many there were, but for those that conditions ask about.
    Counted,
    /// Not at all, but for those that conditions ask about.
    Open,
}

/// What is asked beside how the conversation goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Also {
    /// Which variant is said of these texts: the scene, and the text's place in it.
    pub(super) texts: BTreeSet<(SceneId, usize)>,
    /// Whether these objectives, by their places, are met in the end.
    pub(super) objectives: BTreeSet<usize>,
}

impl Also {
    /// The conditions of a scene's texts.
    fn wordings<'a>(&'a self, scenario: &'a Scenario, scene: SceneId) -> impl Iterator<Item = &'a Condition> {
        let texts = varying(scenario.scene(scene)).filter(move |(text, _)| self.texts.contains(&(scene, *text)));
        texts.flat_map(|(_, text)| &text.variants).filter_map(|variant| variant.when.as_ref())
    }

    /// The conditions of the objectives.
    fn objectives<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = &'a Condition> {
        self.objectives.iter().filter_map(|&at| scenario.objectives.get(at)).map(|objective| &objective.met)
    }
}

/// What of a state can still make a difference.
#[derive(Debug)]
pub(super) struct Relevant {
    pub(super) slots: Vec<Slot>,
    /// How many words the slots take, the first word's lower half left free.
    pub(super) words: usize,
    /// The needs that rules ask about together with the number of turns.
    pub(super) timed_needs: u64,
    places: Places,
    /// Each place's component, and the masks of the components, `words` each.
    component: Vec<u32>,
    masks: Vec<u64>,
}

/// The first bit of the first word that is free for facts.
const FIRST_BIT: u32 = 32;

impl Relevant {
    /// `None` where there is more to keep than the limits allow.
    pub(super) fn of(
        scenario: &Scenario,
        chance: Chance,
        detail: Detail,
        also: &Also,
        limits: &Limits,
    ) -> Option<Self> {
        let places = Places::of(scenario, limits)?;
        let components = Components::of(&places);
        let mut again = scenes_met_again(scenario, &places, &components);
        // What `Open` keeps is what this is found with.
        if detail != Detail::Open {
            take_back(scenario, &mut again, limits);
        }
        let asking = Asking::of(scenario, chance, detail, also, again);
        let (slots, words) = lay_out(asking.most());
        if words.checked_mul(components.members.len().max(scenario.scenes.len()))? > limits.words {
            return None;
        }
        let masks = masks(&asking, &slots, words, &places, &components);
        let timed_needs = asking.timed_needs();
        Some(Self { slots, words, timed_needs, places, component: components.of, masks })
    }

    /// Which bits of the facts' words are kept at a place; `None` where no road gets.
    pub(super) fn mask(&self, place: Place) -> Option<&[u64]> {
        let component = self.component[self.places.find(place)?] as usize;
        self.masks.get(component * self.words..(component + 1) * self.words)
    }
}

/// What is asked in each scene.
struct Asking<'a> {
    scenario: &'a Scenario,
    by_seed: bool,
    detail: Detail,
    also: &'a Also,
    again: Vec<bool>,
    interruptions: Vec<(Fact, u16)>,
}

impl<'a> Asking<'a> {
    fn of(scenario: &'a Scenario, chance: Chance, detail: Detail, also: &'a Also, again: Vec<bool>) -> Self {
        let by_seed = matches!(chance, Chance::Seed(_));
        let mut interruptions = Vec::new();
        for (index, (_, when)) in scenario.interruptions.iter().enumerate() {
            interruptions.push((Fact::BrokenIn(index), 1));
            asked_by(scenario, when, &mut |fact, most| interruptions.push((fact, most)));
        }
        Self { scenario, by_seed, detail, also, again, interruptions }
    }

    /// Calls `note` with each fact that matters to what a choice in `scene` does.
    fn in_scene(&self, scene: SceneId, note: &mut impl FnMut(Fact, u16)) {
        let scenario = self.scenario;
        let again = self.again[scene.index()];
        let mut draws = false;
        for id in scenario.choices_of(scene) {
            let choice = scenario.choice(id);
            if again && self.detail == Detail::Each {
                note(Fact::Taken(id), 1);
            }
            let branches = &choice.then.branches;
            let conditions = choice.when.iter().chain(branches.iter().filter_map(|branch| branch.when.as_ref()));
            conditions.for_each(|condition| asked_by(scenario, condition, note));
            draws |= branches.iter().any(|branch| branch.to.len() > 1);
        }
        if again && self.detail == Detail::Counted {
            note(Fact::Visits(scene), u16::try_from(scenario.choices_of(scene).count() + 1).unwrap_or(u16::MAX));
        }
        if draws && again && self.by_seed {
            note(Fact::Visits(scene), u16::MAX);
        }
        if matches!(scenario.scene(scene).content, SceneContent::Choices { .. }) {
            (0..scenario.patient.needs.len()).filter_map(crate::scenario::NeedId::new).for_each(|need| {
                note(Fact::Need(need), 1);
            });
        }
        if may_be_interrupted(scenario, scene) {
            self.interruptions.iter().for_each(|&(fact, most)| note(fact, most));
        }
        self.beside(scene, note);
    }

    /// Calls `note` with each fact that wordings and objectives ask about in `scene`.
    fn beside(&self, scene: SceneId, note: &mut impl FnMut(Fact, u16)) {
        let scenario = self.scenario;
        self.also.wordings(scenario, scene).for_each(|condition| asked_by(scenario, condition, note));
        if scenario.ending(scene).is_some() {
            self.also.objectives(scenario).for_each(|condition| asked_by(scenario, condition, note));
        }
    }

    /// Every fact that is asked about, with the highest value that makes a difference.
    fn most(&self) -> BTreeMap<Fact, u16> {
        let mut most = BTreeMap::new();
        for scene in (0..self.scenario.scenes.len()).filter_map(SceneId::new) {
            self.in_scene(scene, &mut |fact, value| {
                let known = most.entry(fact).or_insert(value);
                *known = value.max(*known);
            });
        }
        most
    }

    fn timed_needs(&self) -> u64 {
        let mut needs = 0;
        let mut note = |condition: &Condition| {
            if let Condition::Unmet(need, _) = condition {
                needs |= 1 << need.index();
            }
        };
        for scene in self.also.texts.iter().map(|(scene, _)| *scene).collect::<BTreeSet<_>>() {
            self.also.wordings(self.scenario, scene).for_each(|condition| condition.walk(&mut note));
        }
        self.also.objectives(self.scenario).for_each(|condition| condition.walk(&mut note));
        for choice in &self.scenario.choices {
            let branches = choice.then.branches.iter().filter_map(|branch| branch.when.as_ref());
            choice.when.iter().chain(branches).for_each(|condition| condition.walk(&mut note));
        }
        self.scenario.interruptions.iter().for_each(|(_, when)| when.walk(&mut note));
        needs
    }
}

/// The scenes that a road might meet twice. An interruption that no choice leads to breaks in once.
fn scenes_met_again(scenario: &Scenario, places: &Places, components: &Components) -> Vec<bool> {
    let mut again = vec![false; scenario.scenes.len()];
    for (number, &(scene, resume)) in places.all.iter().enumerate() {
        again[scene.index()] |= if scenario.scene(scene).interrupts {
            resume.is_none()
        } else {
            components.can_be_met_again(places, number)
        };
    }
    again
}

/// Gives each fact its bits; none crosses from one word into the next.
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

/// What each component keeps: what is asked in it, and what the components it leads to keep.
fn masks(asking: &Asking<'_>, slots: &[Slot], words: usize, places: &Places, components: &Components) -> Vec<u64> {
    let by_fact: BTreeMap<Fact, &Slot> = slots.iter().map(|slot| (slot.fact, slot)).collect();
    let mut masks = vec![0; words * components.members.len()];
    for (number, members) in components.members.iter().enumerate() {
        let (earlier, this) = masks.split_at_mut(number * words);
        for &place in members {
            asking.in_scene(places.all[place as usize].0, &mut |fact, _| {
                if let Some(slot) = by_fact.get(&fact) {
                    this[slot.word] |= slot.mask();
                }
            });
            for &next in places.next(place as usize) {
                let next = components.of[next as usize] as usize;
                if next < number {
                    let kept = &earlier[next * words..(next + 1) * words];
                    this.iter_mut().zip(kept).for_each(|(mask, kept)| *mask |= kept);
                }
            }
        }
    }
    masks
}
