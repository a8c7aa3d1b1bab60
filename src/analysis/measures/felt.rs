//! Decisions after which what is said depends on what is felt, needed or was done earlier.

use std::collections::BTreeSet;

use crate::rubric::BehaviourId;
use crate::scenario::{Choice, ChoiceId, Condition, Event, FlagId, Passage, Scenario, SceneId, Target, Variant};

use super::super::written_decision::WrittenDecision;
use super::measure::{Measure, MeasureKind, Quantity, QuantityLimit};
use super::measuring::Measuring;

/// Decisions after which it does.
pub(super) fn deaf_to_feelings(measuring: &Measuring<'_>) -> Measure {
    let mut earlier = Earlier::of(measuring.scenario);
    let (felt, deaf) = measuring.split(|decision| earlier.matters_after(decision));
    let limit = QuantityLimit::AtLeast(measuring.limits.felt_at_least.into());
    let what = "Decisions after which what is said depends on a feeling, a need or something done earlier";
    let quantity = Quantity::part(what, felt, measuring.decisions.len(), limit);
    let (by_feeling, spoken) = spoken_by_feeling(measuring.scenario);
    let what = "Spoken wordings that are chosen by a feeling, endings aside";
    let quantities = vec![quantity, Quantity::part_unlimited(what, by_feeling, spoken)];
    measuring.measure(MeasureKind::DeafToFeelings, quantities, deaf)
}

/// How many variants of what is said, endings aside, have a condition that reads a feeling; and how many there are.
fn spoken_by_feeling(scenario: &Scenario) -> (usize, usize) {
    let scenes = scenario.scene_ids().filter(|scene| scenario.ending(*scene).is_none());
    let spoken = scenes.flat_map(|scene| scenario.texts_of(scene)).filter(|text| text.speaker.is_some());
    let variants: Vec<&Variant> = spoken.flat_map(|text| &text.text.variants).collect();
    let by_feeling = variants.iter().filter(|variant| variant.when.as_ref().is_some_and(reads_feeling));
    (by_feeling.count(), variants.len())
}

/// Whether a condition reads what is felt, or a stage that follows from it.
fn reads_feeling(condition: &Condition) -> bool {
    let mut reads = false;
    condition.walk(&mut |condition| {
        reads |= matches!(
            condition,
            Condition::AtLeast(..)
                | Condition::Below(..)
                | Condition::Stage(_)
                | Condition::Reached(_)
                | Condition::Recovering
        );
    });
    reads
}

/// Looks for conditions that read more than what has just been chosen.
struct Earlier<'a> {
    scenario: &'a Scenario,
    /// For each flag, the scenes whose choices set it.
    set_in: Vec<BTreeSet<SceneId>>,
}

impl<'a> Earlier<'a> {
    fn of(scenario: &'a Scenario) -> Self {
        let mut set_in = vec![BTreeSet::new(); scenario.flags.len()];
        for choice in &scenario.choices {
            for flag in choice.sets() {
                set_in[flag.index()].insert(choice.scene);
            }
        }
        Self { scenario, set_in }
    }

    /// Whether what is said after some option of a decision depends on more than which option it was: the lines of its
    /// answer, which scene follows, or the lines there. Interruptions are left out, since they may follow anything.
    fn matters_after(&mut self, decision: &WrittenDecision<'_>) -> bool {
        decision.options.iter().any(|(id, _)| self.matters_after_choice(*id))
    }

    fn matters_after_choice(&self, id: ChoiceId) -> bool {
        let choice = self.scenario.choice(id);
        let reads = |condition: &Condition, around| self.reads_earlier(condition, choice.scene, around);
        let says = |passage: &Passage, around| {
            let variants = passage.lines.iter().flat_map(|line| &line.text.variants);
            variants.filter_map(|variant| variant.when.as_ref()).any(|when| reads(when, around))
        };
        let branches = &choice.then.branches;
        let targets = || branches.iter().flat_map(|branch| &branch.to);
        let entered = || {
            let scenes = targets().filter_map(|(_, target)| match target {
                Target::Scene(scene) => Some(*scene),
                Target::Resume => None,
            });
            scenes.flat_map(|scene| self.scenario.entries(scene))
        };
        choice.answer().is_some_and(|answer| says(answer, choice.scene))
            || branches.iter().filter_map(|branch| branch.when.as_ref()).any(|when| reads(when, choice.scene))
            || entered().any(|scene| {
                says(&self.scenario.scene(scene).passage, scene)
                    || self.scenario.written_gates(scene).iter().any(|gate| reads(&gate.when, scene))
            })
    }

    /// Whether a condition reads a feeling, a need or something of the past that was not done by a choice of `scene`, of
    /// which one has just been made. How often the scene `around` it has been met is nothing that was done.
    fn reads_earlier(&self, condition: &Condition, scene: SceneId, around: SceneId) -> bool {
        let mut reads = false;
        condition.walk(&mut |condition| {
            reads |= match condition {
                Condition::Chose(choice) => self.scenario.choice(*choice).scene != scene,
                Condition::JustChose(since) | Condition::Since(since, _) => {
                    match self.scenario.sinces[since.index()].event {
                        Event::Choice(choice) => self.scenario.choice(choice).scene != scene,
                        Event::Scene(_) => true,
                    }
                }
                Condition::Shown(behaviour) => self.is_shown_elsewhere(*behaviour, scene),
                // The other one, shown elsewhere, keeps it from being true.
                Condition::Before(pair) => {
                    let (first, other) = self.scenario.befores[pair.index()];
                    self.is_shown_elsewhere(first, scene) || self.is_shown_elsewhere(other, scene)
                }
                Condition::Visits(met, _) => *met != around,
                Condition::Flag(flag) => self.is_set_elsewhere(*flag, scene),
                // No text asks for an ending, and what is inside the others is looked at as well.
                Condition::Ended(_)
                | Condition::EndedAs(_)
                | Condition::All(_)
                | Condition::Any(_)
                | Condition::Not(_) => false,
                _ => true,
            };
        });
        reads
    }

    fn is_set_elsewhere(&self, flag: FlagId, scene: SceneId) -> bool {
        self.set_in[flag.index()].iter().any(|set_in| *set_in != scene)
    }

    fn is_shown_elsewhere(&self, behaviour: BehaviourId, scene: SceneId) -> bool {
        let shows = |choice: &Choice| choice.scene != scene && choice.shows.contains(behaviour);
        self.scenario.choices.iter().any(shows)
    }
}
