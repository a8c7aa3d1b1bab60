//! A situation: a scene with all of the past that can still make a difference, feelings left aside;
//! and what can be done in it.

use crate::rubric::Points;
use crate::scenario::{Branch, Choice, ChoiceId, Scenario, SceneId, Stage};
use crate::session::{NoReasons, State, feel};

use super::left::Left;
use super::temper::{Keeps, Temper};

/// A situation, and what can be done in it.
#[derive(Debug)]
pub(super) struct Situation {
    pub(super) scene: SceneId,
    pub(super) keeps: Keeps,
    /// What may be on offer, in written order.
    pub(super) moves: Vec<Move>,
    /// What is said by conditions: for each such text of the scene its variants, in order.
    pub(super) texts: Vec<Vec<(u32, Left)>>,
    /// In an ending: what is left of the objectives that are asked about, each with its place.
    pub(super) objectives: Vec<(usize, Left)>,
}

/// A choice in a situation.
#[derive(Debug)]
pub(in super::super) struct Move {
    pub(super) choice: ChoiceId,
    when: Left,
    points: Points,
    points_in_crisis: Points,
    any_need_open: bool,
    branches: Vec<BranchLeft>,
    pub(in super::super) exits: Vec<Exit>,
}

/// A branch: where it may lead, for each target that chance may draw.
#[derive(Debug)]
struct BranchLeft {
    when: Left,
    /// For each target the exits in order, of which the first that holds is taken; the last always does.
    to: Vec<Vec<(Left, u16)>>,
}

/// A way out of a situation.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Exit {
    /// Where it leads.
    pub(in super::super) situation: u32,
    /// Where the talk was going, if chance decided about that.
    pub(super) drawn: Option<SceneId>,
}

/// A move and one of its exits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge(u16);

/// How many exits a choice may have: they share 16 bits with the 9 choices of a scene.
pub(super) const MOST_EXITS: usize = 1 << 12;

impl Edge {
    fn new(index: usize, exit: u16) -> Self {
        Self(u16::try_from(index).unwrap_or(0) << 12 | exit)
    }

    /// The move's place in its situation, and the exit's in the move.
    pub(super) const fn parts(self) -> (usize, usize) {
        ((self.0 >> 12) as usize, (self.0 & 0xFFF) as usize)
    }
}

impl Situation {
    /// The moves that are on offer to a patient who feels so, by their places, as bits.
    pub(super) fn offer(&self, temper: Temper) -> u16 {
        self.moves.iter().enumerate().fold(0, |bits, (at, step)| bits | u16::from(step.when.holds(temper)) << at)
    }

    /// Whether something is on offer whatever is felt.
    pub(super) fn always_offers(&self) -> bool {
        self.moves.iter().any(|step| step.when == Left::Holds)
    }

    /// Calls `arrive` with every way out that a patient who feels so may take, and how they feel then.
    /// The understanding of `temper` is the lowest there is, `most` the highest; so are those after.
    pub(super) fn leave(
        &self,
        scenario: &Scenario,
        offer: u16,
        (temper, most): (Temper, u8),
        mut arrive: impl FnMut(Edge, Exit, Temper, u8),
    ) {
        for (at, step) in self.moves.iter().enumerate().filter(|(at, _)| offer & 1 << at != 0) {
            let after = step.take(scenario, temper);
            let most = step.most_understanding(scenario, temper, after, most);
            let branch = step.branches.iter().find(|branch| branch.when.holds(after));
            for exits in branch.iter().flat_map(|branch| &branch.to) {
                if let Some(&(_, exit)) = exits.iter().find(|(when, _)| when.holds(after)) {
                    arrive(Edge::new(at, exit), step.exits[usize::from(exit)], after, most);
                }
            }
        }
    }
}

impl Move {
    /// How the patient feels after it.
    fn take(&self, scenario: &Scenario, temper: Temper) -> Temper {
        let mut mind = temper.mind;
        let points = if mind.stage == Stage::Crisis { self.points_in_crisis } else { self.points };
        let nudge = scenario.choice(self.choice).nudge.as_deref();
        feel(scenario, &mut mind, points, nudge, self.any_need_open, &mut NoReasons);
        Temper { mind, peak: temper.peak.max(mind.stage) }
    }

    /// The highest understanding after it, `most` being the highest before and `after` what comes of
    /// `before`, the lowest. What a turn adds to understanding does not depend on it: it only ends at 0 and 100.
    fn most_understanding(&self, scenario: &Scenario, before: Temper, after: Temper, most: u8) -> u8 {
        let (least, now) = (before.mind.feelings.understanding, after.mind.feelings.understanding);
        if most == least {
            return now;
        }
        if now > 0 && now < 100 {
            let sum = i16::from(now) + i16::from(most) - i16::from(least);
            return u8::try_from(sum.clamp(0, 100)).unwrap_or(100);
        }
        let mut highest = before;
        highest.mind.feelings.understanding = most;
        self.take(scenario, highest).mind.feelings.understanding
    }
}

/// Finds out where a situation leads.
pub(in super::super) struct Leading<'a, N> {
    pub(in super::super) scenario: &'a Scenario,
    /// Gives a state's situation its number.
    pub(in super::super) number: N,
}

impl<N: FnMut(&State) -> u32> Leading<'_, N> {
    /// What can be done in a state of which all but the feelings is known; `None` where there are
    /// more ways than are looked at.
    pub(in super::super) fn moves(&mut self, state: &State) -> Option<Vec<Move>> {
        let mut moves = Vec::new();
        for id in self.scenario.choices_of(state.scene).filter(|&id| !state.taken(id)) {
            let choice = self.scenario.choice(id);
            let when = Left::of_any(self.scenario, state, choice.when.as_ref());
            if when != Left::Fails {
                moves.push(self.follow(state, id, choice, when)?);
            }
        }
        Some(moves)
    }

    fn follow(&mut self, before: &State, id: ChoiceId, choice: &Choice, when: Left) -> Option<Move> {
        let mut state = before.clone();
        state.close_needs(choice);
        state.remember(self.scenario, id);
        let (mut branches, mut exits) = (Vec::new(), Vec::new());
        for branch in &choice.then.branches {
            let when = Left::of_any(self.scenario, &state, branch.when.as_ref());
            if when == Left::Fails {
                continue;
            }
            let always = when == Left::Holds;
            branches.push(BranchLeft { when, to: self.targets(&state, branch, &mut exits) });
            if always {
                break;
            }
        }
        let (points, points_in_crisis) = (choice.points_at(Stage::Calm), choice.points_at(Stage::Crisis));
        let any_need_open = state.any_need_open();
        (exits.len() <= MOST_EXITS).then_some(Move {
            choice: id,
            when,
            points,
            points_in_crisis,
            any_need_open,
            branches,
            exits,
        })
    }

    fn targets(&mut self, state: &State, branch: &Branch, exits: &mut Vec<Exit>) -> Vec<Vec<(Left, u16)>> {
        let several = branch.to.len() > 1;
        let drawn = branch.to.iter().filter(|(weight, _)| *weight > 0 || !several);
        let targets = drawn.map(|&(_, target)| {
            let target = state.destination(target);
            let exit = several.then_some(target);
            self.arrivals(state, target, |situation| {
                exits.push(Exit { situation, drawn: exit });
                u16::try_from(exits.len() - 1).unwrap_or(u16::MAX)
            })
        });
        targets.collect()
    }

    /// The scenes that may break in on the way to `target`, in order, and `target` itself.
    fn arrivals(&mut self, state: &State, target: SceneId, mut exit: impl FnMut(u32) -> u16) -> Vec<(Left, u16)> {
        let mut ways = Vec::new();
        let interruptible = self.scenario.ending(target).is_none() && !self.scenario.scene(state.scene).interrupts;
        for (index, (scene, when)) in self.scenario.interruptions.iter().enumerate() {
            if !interruptible || state.broken_in & (1 << index) != 0 {
                continue;
            }
            let when = Left::of(self.scenario, state, when);
            if when == Left::Fails {
                continue;
            }
            let always = when == Left::Holds;
            ways.push((when, exit(self.enter(state, target, Some((Some(index), *scene))))));
            if always {
                return ways;
            }
        }
        ways.push((Left::Holds, exit(self.enter(state, target, None))));
        ways
    }

    fn enter(&mut self, state: &State, target: SceneId, interruption: Option<(Option<usize>, SceneId)>) -> u32 {
        let mut next = state.clone();
        next.go(target, interruption);
        (self.number)(&next)
    }
}
