//! How a conversation goes on: the one implementation, for play and for analysis alike.

use crate::scenario::{
    Branch, Choice, ChoiceId, Condition, Destination, Event, Guard, Scenario, SceneId, Since, Target, TimeUnit,
};

use super::chance::DrawKind;
use super::feelings::feel;
use super::{Chance, Reasons, State};

/// The branch of a choice that applies, before chance has drawn where it leads.
#[derive(Clone, Debug)]
pub struct BranchTaken<'a> {
    /// Where it has several targets, chance decides.
    pub branch: &'a Branch,
    /// Its index among the choice's branches.
    pub branch_index: usize,
}

impl BranchTaken<'_> {
    /// Which of the branch's targets chance draws; `state` is still in the scene of `choice`.
    pub(crate) fn draw(&self, scenario: &Scenario, chance: Chance, state: &State, choice: ChoiceId) -> usize {
        if self.branch.to.len() < 2 {
            return 0;
        }
        let kind = DrawKind::Branch(scenario.choice(choice).draw_key, self.branch_index);
        chance.weighted(self.branch.to.iter().map(|&(weight, _)| weight), state.purpose(scenario, kind))
    }
}

/// Where a choice led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Where the choice, and chance, led.
    pub target: SceneId,
    /// The scene that the gates of the target led to in its place.
    pub instead: Option<SceneId>,
    /// The scene that broke in before it got there.
    pub interruption: Option<SceneId>,
}

impl State {
    /// The state in which a conversation begins: the first scene has been entered.
    #[must_use]
    pub fn begin(scenario: &Scenario) -> Self {
        let mut state = Self::new(scenario);
        state.enter(scenario, scenario.start);
        state
    }

    /// The options on offer, in written order; none in an ending.
    pub fn options<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = ChoiceId> + 'a {
        scenario.choices_of(self.scene).filter(|&id| !self.taken(id) && self.is_offered(scenario, id))
    }

    /// Takes a choice that is on offer: changes needs, feelings, stage and flags, and returns the branch that then
    /// applies. `reasons` collects the changes of feelings.
    pub fn take<'a>(&mut self, scenario: &'a Scenario, id: ChoiceId, reasons: &mut impl Reasons) -> BranchTaken<'a> {
        self.change(scenario, id, reasons);
        let branch_index = self.branch_of(scenario, id);
        BranchTaken { branch: &scenario.choice(id).then.branches[branch_index], branch_index }
    }

    /// The index of the branch that applies in the state in which a choice has been taken.
    pub(crate) fn branch_of(&self, scenario: &Scenario, id: ChoiceId) -> usize {
        let applies = |branch: &Branch| self.allows(scenario, branch.when.as_ref());
        let branches = &scenario.choice(id).then.branches;
        branches.iter().position(applies).unwrap_or(branches.len() - 1)
    }

    /// Takes a choice that is on offer and goes where it leads; `chance` makes all draws.
    pub fn step(&mut self, scenario: &Scenario, id: ChoiceId, chance: Chance, reasons: &mut impl Reasons) -> Arrival {
        let (target, _) = self.follow(scenario, id, reasons, |state, taken| taken.draw(scenario, chance, state, id));
        self.arrive(scenario, target)
    }

    /// Takes a choice that is on offer. Returns where it leads and, where there was something to draw, the index of the
    /// branch's target that `draw` chose.
    pub(crate) fn follow(
        &mut self,
        scenario: &Scenario,
        id: ChoiceId,
        reasons: &mut impl Reasons,
        draw: impl FnOnce(&Self, &BranchTaken<'_>) -> usize,
    ) -> (Target, Option<usize>) {
        if let Destination::To(scene) = scenario.moves.get(id).destination {
            self.change(scenario, id, reasons);
            return (Target::Scene(scene), None);
        }
        let taken = self.take(scenario, id, reasons);
        let drawn = draw(self, &taken);
        (taken.branch.to[drawn].1, (taken.branch.to.len() > 1).then_some(drawn))
    }

    /// Whether the guard of a choice allows it on offer.
    fn is_offered(&self, scenario: &Scenario, id: ChoiceId) -> bool {
        match scenario.moves.get(id).guard {
            Guard::Always => true,
            Guard::AtLeast(feeling, least) => self.mind.feelings.get(feeling) >= least,
            Guard::Below(feeling, bound) => self.mind.feelings.get(feeling) < bound,
            Guard::Condition => self.allows(scenario, scenario.choice(id).when.as_ref()),
        }
    }

    /// What a choice changes: needs, feelings, stage, and what conditions may ask about later.
    fn change(&mut self, scenario: &Scenario, id: ChoiceId, reasons: &mut impl Reasons) {
        let taken = scenario.moves.get(id);
        let choice = (!taken.plain).then(|| scenario.choice(id));
        if let Some(choice) = choice {
            self.close_needs(choice);
        }
        let points = taken.points().at(self.mind.stage);
        let nudge = choice.and_then(|choice| choice.nudge());
        let any_need_open = self.any_need_open();
        feel(scenario, &mut self.mind, points, nudge, any_need_open, reasons);
        self.peak = self.peak.max(self.mind.stage);
        self.remember(scenario, id);
    }

    /// Goes where the choice leads, unless a scene breaks in.
    pub fn arrive(&mut self, scenario: &Scenario, target: Target) -> Arrival {
        let target = self.destination(target);
        let open = self.through_gates(scenario, target);
        let interruption = self.interruption(scenario, open);
        // What breaks in goes back to the target, whose gates are then asked anew.
        let instead = (open != target && interruption.is_none()).then_some(open);
        self.go(scenario, target, instead, interruption.map(|(index, scene)| (Some(index), scene)));
        Arrival { target, instead, interruption: interruption.map(|(_, scene)| scene) }
    }

    /// The scene that is entered where the conversation goes to `target`: the first open one by way of gates.
    fn through_gates(&self, scenario: &Scenario, target: SceneId) -> SceneId {
        if scenario.gates(target).is_empty() {
            return target;
        }
        self.gates_to(scenario, target).last().map_or(target, |(scene, index)| scenario.gates(scene)[index].to)
    }

    /// The gates that lead elsewhere on the way to `target`, in turn, each as its scene and its index there. They never
    /// lead in a circle.
    pub(crate) fn gates_to(&self, scenario: &Scenario, target: SceneId) -> impl Iterator<Item = (SceneId, usize)> {
        let closed = move |scene| {
            let index = scenario.gates(scene).iter().position(|gate| self.holds(scenario, &gate.when))?;
            Some((scene, index))
        };
        std::iter::successors(closed(target), move |&(scene, index)| closed(scenario.gates(scene)[index].to))
    }

    /// Enters `target`, or the scene `instead` that its gates lead to, or the scene that breaks in before it, given with
    /// its index among the scenario's interruptions.
    pub(crate) fn go(
        &mut self,
        scenario: &Scenario,
        target: SceneId,
        instead: Option<SceneId>,
        interruption: Option<(Option<usize>, SceneId)>,
    ) {
        self.resume = interruption.map(|_| target);
        if let Some((Some(index), _)) = interruption {
            self.broken_in |= 1 << index;
        }
        self.enter(scenario, interruption.map_or_else(|| instead.unwrap_or(target), |(_, scene)| scene));
    }

    /// Closes the needs that a choice closes.
    pub(crate) fn close_needs(&mut self, choice: &Choice) {
        for need in choice.meets() {
            self.needs &= !(1 << need.index());
        }
    }

    /// The scene that a target stands for in this state.
    #[must_use]
    pub fn destination(&self, target: Target) -> SceneId {
        match target {
            Target::Scene(scene) => scene,
            Target::Resume => self.resume.unwrap_or(self.scene),
        }
    }

    /// The first interruption that has not broken in yet and whose condition now holds.
    fn interruption(&self, scenario: &Scenario, target: SceneId) -> Option<(usize, SceneId)> {
        let never = scenario.interruptions.is_empty();
        if never || scenario.ending(target).is_some() || scenario.scene(self.scene).interrupts {
            return None;
        }
        let unused = |(index, (scene, when)): (usize, &(SceneId, Condition))| {
            (self.broken_in & (1 << index) == 0 && self.holds(scenario, when)).then_some((index, *scene))
        };
        scenario.interruptions.iter().enumerate().find_map(unused)
    }

    fn enter(&mut self, scenario: &Scenario, scene: SceneId) {
        self.scene = scene;
        self.visits.add(scene);
        self.comes_about(scenario, Event::Scene(scene));
    }

    /// Counts turns and minutes anew from what has just come about.
    fn comes_about(&mut self, scenario: &Scenario, event: Event) {
        let counted = self.since.iter_mut().zip(&scenario.sinces);
        counted.filter(|(_, since)| since.event == event).for_each(|(kept, _)| *kept = Since::JUST);
    }

    /// Lets a turn pass, and the minutes that its choice takes.
    fn pass_time(&mut self, scenario: &Scenario, minutes: u16) {
        self.turn = self.turn.saturating_add(1);
        self.elapsed = self.elapsed.saturating_add(u32::from(minutes));
        for (kept, since) in self.since.iter_mut().zip(&scenario.sinces) {
            let passed = match since.unit {
                TimeUnit::Turns => 1,
                TimeUnit::Minutes => minutes,
            };
            *kept = since.later(*kept, passed);
        }
    }

    /// Remembers what conditions may ask about later.
    pub(crate) fn remember(&mut self, scenario: &Scenario, id: ChoiceId) {
        let taken = scenario.moves.get(id);
        for (index, (first, not_before)) in scenario.befores.iter().enumerate() {
            if taken.shows.contains(*first) && !self.shown.contains(*not_before) {
                self.befores |= 1 << index;
            }
        }
        self.shown = self.shown.union(taken.shows);
        self.taken.insert(id.index());
        self.pass_time(scenario, taken.minutes);
        self.comes_about(scenario, Event::Choice(id));
        if taken.plain {
            return;
        }
        let choice = scenario.choice(id);
        for flag in choice.clears() {
            self.flags &= !(1 << flag.index());
        }
        for flag in choice.sets() {
            self.flags |= 1 << flag.index();
        }
    }
}
