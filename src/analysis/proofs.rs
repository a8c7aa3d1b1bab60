//! What holds on every road, concluded from what was seen on some and what is true of all.

use crate::scenario::{ChoiceId, Scenario, SceneId};
use crate::session::Road;

use super::explore::{Effort, Explored, Seen, Variants};
use super::observables::Observables;
use super::{Part, PartKind, Proof, Proved};

/// Searches all roads for the variants and objectives that have not been seen yet. Returns whether those that remain
/// unseen are on no road at all.
///
/// They read much of the past that nothing else depends on. So they are left out of the states at first, and only those
/// that the sampling pass did not see are searched for here.
pub(super) fn search_unseen(scenario: &Scenario, variants: &Variants, effort: &Effort<'_>, seen: &Seen) -> bool {
    let observables = unseen(scenario, variants, seen);
    if observables == Observables::default() {
        return true;
    }
    Explored::of(scenario, &observables, variants, effort, seen).is_some_and(|explored| explored.complete())
}

/// The variants and objectives that have not been seen yet.
fn unseen(scenario: &Scenario, variants: &Variants, seen: &Seen) -> Observables {
    let variants = variants.all.iter().zip(0..).filter(|(_, number)| !seen.said(*number));
    let objectives = 0..scenario.objectives.len();
    Observables {
        texts: variants.map(|((scene, text, _), _)| (*scene, *text)).collect(),
        objectives: objectives.filter(|&at| !seen.objective(at, true) || !seen.objective(at, false)).collect(),
    }
}

/// What is known of a scenario's roads.
pub(super) struct Evidence<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) variants: &'a Variants,
    pub(super) seen: &'a Seen,
    pub(super) explored: Option<&'a Explored>,
    /// Whether variants and objectives that were not seen are on no road at all.
    pub(super) unseen_absent: bool,
}

impl Evidence<'_> {
    /// What holds on every road.
    pub(super) fn proved(&self) -> Proved {
        let scenario = self.scenario;
        let interrupts = |id: SceneId| scenario.scene(id).interrupts;
        let ends = |id: SceneId| scenario.ending(id).is_some();
        Proved {
            always_something_to_choose: self.always_something_to_choose(),
            ending_always_ahead: self.ending_always_ahead(),
            every_scene_reached: self.scenes(|id| !interrupts(id) && !ends(id)),
            every_choice_on_offer: self.choices(),
            every_variant_said: self.variants(),
            every_interruption_breaks_in: self.scenes(interrupts),
            every_gate_closes: self.gates(),
            every_ending_reached: self.scenes(ends),
            every_objective_can_be_met: self.objectives(true),
            every_objective_can_be_missed: self.objectives(false),
        }
    }

    fn complete(&self) -> bool {
        self.explored.is_some_and(Explored::complete)
    }

    fn always_something_to_choose(&self) -> Proof {
        match self.explored.and_then(Explored::stuck) {
            Some((_, state)) => Proof::Fails(self.road(state)),
            None => self.no_dead_end(),
        }
    }

    /// Every road ends, and where there is always something to choose it ends in an ending.
    fn ending_always_ahead(&self) -> Proof {
        let (Some(explored), Some((_, stuck))) = (self.explored, self.explored.and_then(Explored::stuck)) else {
            return self.no_dead_end();
        };
        let nearest = if explored.complete() { explored.dead_end(self.scenario) } else { None };
        Proof::Fails(self.road(nearest.map_or(stuck, |(_, state)| state)))
    }

    /// Whether it is proved that there is always something to choose.
    fn no_dead_end(&self) -> Proof {
        let always = self.explored.is_some_and(|explored| explored.always_goes_on(self.scenario));
        if self.complete() || always { Proof::Proved } else { Proof::Unknown(Vec::new()) }
    }

    fn road(&self, state: u32) -> Road {
        self.explored.map(|explored| explored.road(self.scenario, state)).unwrap_or_default()
    }

    fn scenes(&self, wanted: impl Fn(SceneId) -> bool) -> Proof {
        let all = self.scenario.scene_ids();
        let unseen =
            all.filter(|&id| wanted(id) && !self.seen.scene(id)).map(|id| Part::of_scene(self.scenario, id)).collect();
        let never = self.explored.map(|explored| explored.never(self.scenario).0).unwrap_or_default();
        seen_all(unseen, self.complete(), |part| never.iter().any(|&id| part.kind == PartKind::Scene(id)))
    }

    fn choices(&self) -> Proof {
        let all = (0..self.scenario.choices.len()).filter_map(ChoiceId::new);
        let unseen = all.filter(|&id| !self.seen.on_offer(id)).map(|id| Part::of_choice(self.scenario, id)).collect();
        let never = self.explored.map(|explored| explored.never(self.scenario).1).unwrap_or_default();
        seen_all(unseen, self.complete(), |part| never.iter().any(|&id| part.kind == PartKind::Choice(id)))
    }

    fn variants(&self) -> Proof {
        let unseen = self.variants.all.iter().zip(0..).filter(|(_, number)| !self.seen.said(*number));
        let parts =
            unseen.map(|(&(scene, text, variant), _)| Part::of_variant(self.scenario, scene, text, variant)).collect();
        seen_all(parts, self.unseen_absent, |_| false)
    }

    fn gates(&self) -> Proof {
        let unseen = self.scenario.gates.iter().enumerate().filter(|(number, _)| !self.seen.gate(*number));
        let parts = unseen.map(|(_, (scene, index, gate))| {
            let name = format!("{} > {}", self.scenario.scene(scene).id, self.scenario.scene(gate.to).id);
            Part { kind: PartKind::Gate(scene, index), name }
        });
        seen_all(parts.collect(), self.complete(), |_| false)
    }

    fn objectives(&self, met: bool) -> Proof {
        let objectives = self.scenario.objectives.iter().enumerate();
        let unseen = objectives.filter(|(at, _)| !self.seen.objective(*at, met));
        let parts = unseen.map(|(at, objective)| Part { kind: PartKind::Objective(at), name: objective.id.clone() });
        seen_all(parts.collect(), self.unseen_absent, |_| false)
    }
}

/// The proof that all parts are seen. `certainly` says whether the unseen parts are on no road at all; `never` picks
/// those that are on none in any case.
fn seen_all(unseen: Vec<Part>, certainly: bool, never: impl Fn(&Part) -> bool) -> Proof {
    if unseen.is_empty() {
        return Proof::Proved;
    }
    if certainly {
        return Proof::Missing(unseen);
    }
    let missing: Vec<Part> = unseen.iter().filter(|part| never(part)).cloned().collect();
    if missing.is_empty() { Proof::Unknown(unseen) } else { Proof::Missing(missing) }
}
