//! Watches plays of an equal mix of trainees for what measures need.

use std::sync::Arc;

use smallvec::SmallVec;

use crate::rubric::{Dimension, There};
use crate::scenario::{ChoiceId, Condition, Passage, Scenario, SceneId, Target, Text};
use crate::session::{Arrival, State};

use super::super::strategy::Event;
use super::listening::{Heard, Listening};
use super::sightings::{Said, Sight, Sightings};

/// What is prepared once for all watchers of a scenario.
#[derive(Clone)]
pub(in crate::analysis) struct Watch<'a> {
    scenario: &'a Scenario,
    listening: Arc<Listening>,
    /// Whether some condition may count time, and so something may come due.
    counts_time: bool,
}

/// Watches one play after another.
pub(in crate::analysis) struct Watcher<'a> {
    watch: Watch<'a>,
    sightings: Sightings,
    /// By scene, the last play that met it.
    met: Vec<u32>,
    /// By line, the last play in which it was heard.
    heard: Vec<u32>,
    /// By flag, the last play that set it, and the choice that did.
    set_by: Vec<(u32, Option<ChoiceId>)>,
    /// Whether an earlier choice of this play counted against the trainee.
    harmed: bool,
    /// What has come due.
    due: Due,
    /// The last choice.
    taken: Option<Taken>,
}

/// What has come due because of the time that has passed.
#[derive(Default)]
struct Due {
    /// Whether the branch or a gate that leads to the current scene, or the scene itself as it breaks in, came due.
    here: bool,
    /// Whether the branch did whose target waits until an interruption is over.
    ahead: bool,
    /// The interruptions that would be due if they broke in after the choice just taken.
    interruptions: SmallVec<[SceneId; 2]>,
}

/// A choice that was taken.
#[derive(Clone, Copy)]
struct Taken {
    choice: ChoiceId,
    scene: SceneId,
    /// Whether its scene had been met before.
    again: bool,
    /// Whether its answer asks something.
    asked: bool,
}

impl<'a> Watch<'a> {
    pub(in crate::analysis) fn of(scenario: &'a Scenario) -> Self {
        let counts_time = scenario.clock.is_some() || !scenario.sinces.is_empty();
        Self { scenario, listening: Arc::new(Listening::of(scenario)), counts_time }
    }

    pub(in crate::analysis) fn watcher(&self) -> Watcher<'a> {
        let scenario = self.scenario;
        Watcher {
            watch: self.clone(),
            sightings: Sightings::of(scenario.scenes.len(), scenario.choices.len()),
            met: vec![0; scenario.scenes.len()],
            heard: vec![0; self.listening.lines],
            set_by: vec![(0, None); scenario.flags.len()],
            harmed: false,
            due: Due::default(),
            taken: None,
        }
    }
}

impl Watcher<'_> {
    /// Begins another play.
    pub(in crate::analysis) fn begin(&mut self) {
        self.sightings.plays += 1;
        self.harmed = false;
        self.due = Due::default();
        self.taken = None;
    }

    /// What was seen in all plays.
    pub(in crate::analysis) fn sightings(self) -> Sightings {
        self.sightings
    }

    pub(in crate::analysis) fn see(&mut self, state: &State, event: Event<'_>) {
        match event {
            Event::Entered(offer) => self.enter(state, offer),
            Event::Taken { choice, target, .. } => {
                self.take(state, choice);
                if self.watch.counts_time {
                    self.come_due(state, choice, target);
                }
            }
            Event::Arrived(arrival) => self.arrive(arrival),
        }
    }

    fn take(&mut self, state: &State, id: ChoiceId) {
        let scenario = self.watch.scenario;
        let choice = scenario.choice(id);
        self.harmed |= Dimension::ALL.iter().any(|dimension| choice.points[*dimension] < 0);
        for flag in choice.sets() {
            self.set_by[flag.index()] = (self.sightings.plays, Some(id));
        }
        let again = state.visits.get(choice.scene) > 1;
        let mut taken = Taken { choice: id, scene: choice.scene, again, asked: false };
        self.taken = Some(taken);
        if let Some(answer) = choice.answer() {
            taken.asked = self.hear(state, answer, Some(id));
            self.taken = Some(taken);
        }
    }

    /// Notes what has come due on the way to `target`; `state` has changed with the choice, and has not arrived.
    fn come_due(&mut self, state: &State, id: ChoiceId, target: Target) {
        let scenario = self.watch.scenario;
        let came_due = |when: &Condition| came_due(scenario, state, when);
        let branch = &scenario.choice(id).then.branches[state.branch_of(scenario, id)];
        let waited = target == Target::Resume && self.due.ahead;
        self.due.ahead = waited || branch.when.as_ref().is_some_and(came_due);
        let mut gates = state.gates_to(scenario, state.destination(target));
        self.due.here = self.due.ahead || gates.any(|(scene, index)| came_due(&scenario.gates(scene)[index].when));
        let interruptions = scenario.interruptions.iter().filter(|(_, when)| came_due(when));
        self.due.interruptions = interruptions.map(|(scene, _)| *scene).collect();
    }

    fn arrive(&mut self, arrival: Arrival) {
        match arrival.interruption {
            Some(scene) => self.due.here = self.due.interruptions.contains(&scene),
            None => self.due.ahead = false,
        }
    }

    fn enter(&mut self, state: &State, offer: &[ChoiceId]) {
        let scenario = self.watch.scenario;
        let scene = scenario.scene(state.scene);
        if self.met[state.scene.index()] != self.sightings.plays {
            self.met[state.scene.index()] = self.sightings.plays;
            self.sightings.met[state.scene.index()] += 1;
        }
        let asks = self.hear(state, &scene.passage, None);
        let asked = asks || self.taken.is_some_and(|taken| taken.asked);
        for there in scene.moment.iter().filter_map(|kind| scenario.rubric.moment(*kind).there) {
            let shown = match there {
                There::Asked => asked,
                There::NeedOpen => is_need_open(scenario, state),
                There::Harmed => self.harmed || self.due.here,
            };
            if !shown {
                self.note(Sight::NotThere(state.scene, there), 0);
            }
        }
        let meets = offer.iter().filter(|id| scenario.choice(**id).meets_moment() == Some(true)).count();
        let may_meet = scenario.rubric.fairness.build.met_by_at_most;
        if offer.len() > 1 && (meets > may_meet || meets == offer.len()) {
            self.note(Sight::MetByTooMany(state.scene), meets);
        }
        let unanswered = self.taken.filter(|taken| scenario.choice(taken.choice).answer().is_none());
        if let Some((taken, said)) = unanswered.and_then(|taken| Some((taken, first_said(scenario, state)?))) {
            self.sightings.add_reply(taken.choice, said, 1);
        }
    }

    /// Hears what is told and said at once: on entering the scene, or in answer to a choice just taken in it. Returns
    /// whether a line asks something.
    fn hear(&mut self, state: &State, passage: &Passage, answers: Option<ChoiceId>) -> bool {
        let listening = Arc::clone(&self.watch.listening);
        let heard = match answers {
            None => Some(listening.on_entering(state.scene)),
            Some(choice) => listening.in_answer_to(choice),
        };
        let Some(heard) = heard else { return false };
        let may_be_stale = self.taken.is_some_and(|taken| taken.again);
        if !heard.matters && !may_be_stale {
            return false;
        }
        let (mut words, mut asks) = (0, false);
        for (index, (_, text)) in passage.texts().enumerate() {
            let Some(variant) = applies(self.watch.scenario, state, text) else { continue };
            if let Some(said) = heard.variant(index, variant) {
                words += said.words;
                asks |= said.asks;
                self.hear_line(said.line, place(state, heard, index, variant));
            }
            let when = text.variants[variant].when.as_ref();
            if may_be_stale && when.is_some_and(|when| self.is_of_another(state, when, answers)) {
                self.note(Sight::OtherAnswer(place(state, heard, index, variant)), 0);
            }
        }
        if words > self.watch.scenario.rubric.fairness.build.screen.words {
            self.note(Sight::TooLong(state.scene, answers), words);
        }
        asks
    }

    fn hear_line(&mut self, line: Option<u32>, said: Said) {
        let Some(last) = line.and_then(|line| self.heard.get_mut(line as usize)) else { return };
        if std::mem::replace(last, self.sightings.plays) == self.sightings.plays {
            self.note(Sight::HeardAgain(said), 0);
        }
    }

    /// Whether a text is said because another option of the decision just made was taken before, and is written as the
    /// reply to that one: it stands where that option leads.
    fn is_of_another(&self, state: &State, when: &Condition, answers: Option<ChoiceId>) -> bool {
        let Some(taken) = self.taken else { return false };
        let scenario = self.watch.scenario;
        let leads_here = |choice: ChoiceId| answers.is_some() || leads_to(scenario, choice, state.scene);
        let is_other = |choice: ChoiceId| {
            choice != taken.choice && scenario.choice(choice).scene == taken.scene && leads_here(choice)
        };
        let set_by = |flag: usize| {
            let (play, choice) = self.set_by[flag];
            choice.filter(|_| play == self.sightings.plays)
        };
        let mut found = false;
        each_required(when, &mut |condition| {
            found |= match condition {
                Condition::Chose(choice) => state.taken(*choice) && is_other(*choice),
                Condition::Flag(flag) => state.flag(*flag) && set_by(flag.index()).is_some_and(is_other),
                _ => false,
            };
        });
        found
    }

    fn note(&mut self, sight: Sight, count: usize) {
        self.sightings.add(sight, count);
    }
}

/// Where a variant stands.
fn place(state: &State, heard: &Heard, text: usize, variant: usize) -> Said {
    Said { scene: state.scene, text: heard.first + text, variant }
}

/// The variant of a text that is told or said, by its index.
fn applies(scenario: &Scenario, state: &State, text: &Text) -> Option<usize> {
    text.variants.iter().position(|variant| state.allows(scenario, variant.when.as_ref()))
}

/// The first line said on entering a scene or, where nobody speaks, what is told.
fn first_said(scenario: &Scenario, state: &State) -> Option<Said> {
    let texts = scenario.scene(state.scene).passage.texts().enumerate();
    let mut said = texts.filter_map(|(number, (_, text))| Some((number, applies(scenario, state, text)?)));
    let first = said.next()?;
    let (text, variant) = if first.0 == 0 { said.next().unwrap_or(first) } else { first };
    Some(Said { scene: state.scene, text, variant })
}

/// Whether a need is open that some option of the scene closes; where none closes any, whether any is open.
fn is_need_open(scenario: &Scenario, state: &State) -> bool {
    let mut closed_here = scenario.choices_of(state.scene).flat_map(|id| scenario.choice(id).meets()).peekable();
    if closed_here.peek().is_none() {
        return state.any_need_open();
    }
    closed_here.any(|need| state.need_open(*need))
}

/// Whether a choice may lead to a scene, whatever its gates say.
fn leads_to(scenario: &Scenario, choice: ChoiceId, scene: SceneId) -> bool {
    let mut targets = scenario.choice(choice).then.branches.iter().flat_map(|branch| &branch.to);
    targets.any(|(_, target)| *target == Target::Scene(scene))
}

/// Whether a condition holds because of the time that has passed: not because it has not passed yet.
fn came_due(scenario: &Scenario, state: &State, condition: &Condition) -> bool {
    let due = match condition {
        Condition::Since(..) | Condition::From(_) => true,
        Condition::All(inner) | Condition::Any(inner) => inner.iter().any(|one| came_due(scenario, state, one)),
        _ => false,
    };
    due && state.holds(scenario, condition)
}

/// Calls `visit` with the conditions of which one, or all, have to hold; not with those that must not.
fn each_required<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c Condition)) {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => inner.iter().for_each(|one| each_required(one, visit)),
        Condition::Not(_) => {}
        other => visit(other),
    }
}
