//! What conditions can read of a state besides agitation, trust and stage, one fact at a time.

use crate::rubric::{BehaviourId, Feeling, Stage};
use crate::scenario::{BeforeId, ChoiceId, Condition, FlagId, NeedId, Scenario, SceneId, Since, SinceId};
use crate::session::State;

/// Something that a state holds and a condition may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Fact {
    /// Understanding, 0–100.
    Understanding,
    /// How many turns have been taken.
    Turns,
    /// How many minutes have passed by the clock.
    Elapsed,
    /// What is kept of how long ago something came about, by its index among the scenario's.
    Since(SinceId),
    /// Whether the need is open.
    Need(NeedId),
    /// Whether the interruption has broken in.
    BrokenIn(usize),
    /// Whether this stage or a higher one has been reached.
    Reached(Stage),
    /// Whether the flag is set.
    Flag(FlagId),
    /// Whether the behaviour has been shown.
    Shown(BehaviourId),
    /// Whether the first behaviour was shown and the second not before it.
    Before(BeforeId),
    /// Whether the choice has been taken.
    Taken(ChoiceId),
    /// How often the scene has been visited.
    Visits(SceneId),
}

impl Fact {
    /// Its value in a state; yes is 1.
    pub(super) fn read(self, scenario: &Scenario, state: &State) -> u16 {
        match self {
            Self::Understanding => u16::from(state.mind.feelings.understanding),
            Self::Turns => state.turn,
            Self::Elapsed => u16::try_from(state.elapsed).unwrap_or(u16::MAX),
            Self::Since(since) => state.since[since.index()],
            Self::Need(need) => u16::from(state.need_open(need)),
            Self::BrokenIn(index) => u16::from(state.broken_in & (1 << index) != 0),
            Self::Reached(peak) => u16::from(state.peak >= peak),
            Self::Flag(flag) => u16::from(state.flag(flag)),
            Self::Shown(behaviour) => u16::from(state.shown.contains(behaviour)),
            Self::Before(before) => u16::from(state.befores & (1 << before.index()) != 0),
            Self::Taken(choice) => u16::from(state.taken(choice)),
            Self::Visits(scene) => state.visits.get(scene).max(visits_by_choices(scenario, state, scene)),
        }
    }

    /// Writes a value other than 0 into a state in which it is 0.
    pub(super) fn write(self, state: &mut State, value: u16) {
        match self {
            Self::Understanding => state.mind.feelings.understanding = u8::try_from(value).unwrap_or(100),
            Self::Turns => state.turn = value,
            Self::Elapsed => state.elapsed = value.into(),
            Self::Since(since) => state.since[since.index()] = value,
            Self::Need(need) => state.needs |= 1 << need.index(),
            Self::BrokenIn(index) => state.broken_in |= 1 << index,
            Self::Reached(peak) => state.peak = state.peak.max(peak),
            Self::Flag(flag) => state.flags |= 1 << flag.index(),
            Self::Shown(behaviour) => state.shown.insert(behaviour),
            Self::Before(before) => state.befores |= 1 << before.index(),
            Self::Taken(choice) => state.taken.insert(choice.index()),
            Self::Visits(scene) => (0..value).for_each(|_| state.visits.add(scene)),
        }
    }
}

/// How often a scene has been visited, told from the choices taken in it: every visit but the current one takes one.
fn visits_by_choices(scenario: &Scenario, state: &State, scene: SceneId) -> u16 {
    let taken = scenario.choices_of(scene).filter(|&choice| state.taken(choice)).count();
    u16::try_from(taken + usize::from(state.scene == scene)).unwrap_or(u16::MAX)
}

/// Calls `note` with each fact that a condition reads, and the value from which on higher ones make no difference to
/// it.
pub(super) fn facts_read_by(scenario: &Scenario, condition: &Condition, note: &mut impl FnMut(Fact, u16)) {
    condition.walk(&mut |condition| match *condition {
        Condition::AtLeast(Feeling::Understanding, _) | Condition::Below(Feeling::Understanding, _) => {
            note(Fact::Understanding, 100);
        }
        Condition::Reached(stage) => note(Fact::Reached(stage), 1),
        Condition::Flag(flag) => note(Fact::Flag(flag), 1),
        Condition::Chose(choice) => note(Fact::Taken(choice), 1),
        Condition::Shown(behaviour) => note(Fact::Shown(behaviour), 1),
        Condition::Before(before) => {
            note(Fact::Before(before), 1);
            note(Fact::Shown(scenario.befores[before.index()].1), 1);
        }
        Condition::Visits(scene, least) => note(Fact::Visits(scene), least),
        Condition::NeedOpen(need) => note(Fact::Need(need), 1),
        Condition::Unmet(need, turns) => {
            note(Fact::Need(need), 1);
            note(Fact::Turns, turns);
        }
        Condition::Since(since, _) | Condition::JustChose(since) => {
            note(Fact::Since(since), scenario.sinces[since.index()].most + Since::JUST);
        }
        Condition::From(minutes) => note(Fact::Elapsed, minutes),
        Condition::Topics(hub, _) => {
            let topics = scenario.scene(hub).hub.iter().flat_map(|hub| &hub.topics);
            topics.for_each(|&topic| note(Fact::Taken(topic), 1));
        }
        // These are part of every key: scene, agitation, trust, stage, recovery.
        Condition::AtLeast(Feeling::Agitation | Feeling::Trust, _)
        | Condition::Below(Feeling::Agitation | Feeling::Trust, _)
        | Condition::Stage(_)
        | Condition::Recovering
        | Condition::Ended(_)
        | Condition::EndedAs(_)
        | Condition::All(_)
        | Condition::Any(_)
        | Condition::Not(_) => {}
    });
}
