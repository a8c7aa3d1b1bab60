//! Where a situation leads, with feelings and chance left open.

use crate::rubric::Stage;
use crate::scenario::{Branch, Choice, ChoiceId, Scenario, SceneId};
use crate::session::State;

use super::super::observables::Observables;
use super::residual::Residual;
use super::situation::{Exit, MOST_EXITS, Move, ResidualBranch};
use super::variants::Variants;

pub(in crate::analysis) struct Successors<'a, N> {
    pub(in crate::analysis) scenario: &'a Scenario,
    /// The texts that are observed, if any are.
    pub(in crate::analysis) observed: Option<(&'a Variants, &'a Observables)>,
    /// Numbers the situation of a state.
    pub(in crate::analysis) intern: N,
}

impl<N: FnMut(State) -> u32> Successors<'_, N> {
    /// The moves in a state of which all but the feelings is known; `None` where a choice has too many exits.
    pub(in crate::analysis) fn moves(&mut self, state: &State) -> Option<Vec<Move>> {
        let mut moves = Vec::new();
        for id in self.scenario.choices_of(state.scene).filter(|&id| !state.taken(id)) {
            let choice = self.scenario.choice(id);
            let when = Residual::of_optional(self.scenario, state, choice.when.as_ref());
            if when != Residual::Fails {
                moves.push(self.follow(state, id, choice, when)?);
            }
        }
        Some(moves)
    }

    fn follow(&mut self, before: &State, id: ChoiceId, choice: &Choice, when: Residual) -> Option<Move> {
        let mut state = before.clone();
        state.close_needs(choice);
        state.remember(self.scenario, id);
        let (mut branches, mut exits) = (Vec::new(), Vec::new());
        for branch in &choice.then.branches {
            let when = Residual::of_optional(self.scenario, &state, branch.when.as_ref());
            if when == Residual::Fails {
                continue;
            }
            let always = when == Residual::Holds;
            branches.push(ResidualBranch { when, to: self.targets(&state, branch, &mut exits) });
            if always {
                break;
            }
        }
        let answers = self
            .observed
            .map(|(variants, observables)| variants.residuals(self.scenario, observables, &state, Some(id)));
        let (points, points_in_crisis) = (choice.points_at(Stage::Calm), choice.points_at(Stage::Crisis));
        let any_need_open = state.any_need_open();
        (exits.len() <= MOST_EXITS).then_some(Move {
            choice: id,
            when,
            points,
            points_in_crisis,
            any_need_open,
            answers: answers.unwrap_or_default(),
            branches,
            exits,
        })
    }

    fn targets(&mut self, state: &State, branch: &Branch, exits: &mut Vec<Exit>) -> Vec<Vec<(Residual, u16)>> {
        let several = branch.to.len() > 1;
        let drawn = branch.to.iter().filter(|(weight, _)| *weight > 0 || !several);
        let targets = drawn.map(|&(_, target)| {
            let target = state.destination(target);
            let exit = several.then_some(target);
            self.arrivals(state, target, |situation, gates| {
                exits.push(Exit { situation, target, drawn: exit, gates: gates.into() });
                u16::try_from(exits.len() - 1).unwrap_or(u16::MAX)
            })
        });
        targets.collect()
    }

    /// The exits to `target`, or where its gates lead in its place, and to the scenes that may break in before: of all
    /// the first whose residual holds is taken.
    fn arrivals(
        &mut self,
        state: &State,
        target: SceneId,
        exit: impl FnMut(u32, &[u32]) -> u16,
    ) -> Vec<(Residual, u16)> {
        let mut found = Arriving { target, arrivals: Vec::new(), exit };
        self.through_gates(state, target, &Residual::Holds, &[], &mut found);
        found.arrivals
    }

    /// `scene` is the target, or the scene that gates have led to where `given` holds; these gates are `passed`.
    fn through_gates<E: FnMut(u32, &[u32]) -> u16>(
        &mut self,
        state: &State,
        scene: SceneId,
        given: &Residual,
        passed: &[u32],
        found: &mut Arriving<E>,
    ) {
        // There are too many already, and gates in turn would multiply them.
        if found.arrivals.len() > MOST_EXITS {
            return;
        }
        for (index, gate) in self.scenario.gates(scene).iter().enumerate() {
            let when = Residual::of(self.scenario, state, &gate.when);
            if when == Residual::Fails {
                continue;
            }
            let always = when == Residual::Holds;
            let number = u32::try_from(self.scenario.gates.number(scene, index)).unwrap_or(u32::MAX);
            let passed = [passed, &[number]].concat();
            self.through_gates(state, gate.to, &given.clone().and(when), &passed, found);
            if always {
                return;
            }
        }
        let interruptible = self.scenario.ending(scene).is_none() && !self.scenario.scene(state.scene).interrupts;
        for (index, (breaks_in, when)) in self.scenario.interruptions.iter().enumerate() {
            if !interruptible || state.broken_in & (1 << index) != 0 {
                continue;
            }
            let when = Residual::of(self.scenario, state, when);
            if when == Residual::Fails {
                continue;
            }
            let always = when == Residual::Holds;
            let situation = self.enter(state, found.target, None, Some((Some(index), *breaks_in)));
            found.arrive(given.clone().and(when), situation, &[]);
            if always {
                return;
            }
        }
        let instead = (scene != found.target).then_some(scene);
        let situation = self.enter(state, found.target, instead, None);
        found.arrive(given.clone(), situation, passed);
    }

    fn enter(
        &mut self,
        state: &State,
        target: SceneId,
        instead: Option<SceneId>,
        interruption: Option<(Option<usize>, SceneId)>,
    ) -> u32 {
        let mut next = state.clone();
        next.go(self.scenario, target, instead, interruption);
        (self.intern)(next)
    }
}

/// The exits on the way to a target.
struct Arriving<E> {
    target: SceneId,
    arrivals: Vec<(Residual, u16)>,
    /// Numbers an exit, given its situation and the gates that led there.
    exit: E,
}

impl<E: FnMut(u32, &[u32]) -> u16> Arriving<E> {
    fn arrive(&mut self, when: Residual, situation: u32, passed: &[u32]) {
        let exit = (self.exit)(situation, passed);
        self.arrivals.push((when, exit));
    }
}
