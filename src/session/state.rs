//! Everything that decides how a conversation goes on.

use smallvec::SmallVec;

use crate::rubric::{BehaviourSet, Stage};
use crate::scenario::{ChoiceId, ClockTime, FlagId, NeedId, Scenario, SceneId};

use super::chance::{DrawKind, Purpose};
use super::{Felt, Mind};

/// A growing set of small numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// Empty, with room for numbers below `bound`.
    pub(crate) fn with_room(bound: usize) -> Self {
        Self(Vec::with_capacity(bound.div_ceil(64)))
    }

    pub(crate) fn insert(&mut self, index: usize) {
        let word = index / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (index % 64);
    }

    pub(crate) fn contains(&self, index: usize) -> bool {
        self.0.get(index / 64).is_some_and(|word| word & (1 << (index % 64)) != 0)
    }
}

/// Room for visits is made for this many scenes at a time.
const VISITS_AT_ONCE: usize = 64;

/// How often each scene has been met.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Visits(Vec<u16>);

impl Visits {
    /// No scene met, with room for `scenes` scenes.
    pub(crate) fn with_room(scenes: usize) -> Self {
        Self(Vec::with_capacity(scenes.next_multiple_of(VISITS_AT_ONCE)))
    }

    pub(crate) fn get(&self, scene: SceneId) -> u16 {
        self.0.get(scene.index()).copied().unwrap_or(0)
    }

    pub(crate) fn add(&mut self, scene: SceneId) {
        if self.0.len() <= scene.index() {
            self.0.resize((scene.index() + 1).next_multiple_of(VISITS_AT_ONCE), 0);
        }
        let visits = &mut self.0[scene.index()];
        *visits = visits.saturating_add(1);
    }
}

/// Everything that decides how a conversation goes on, and nothing else: two sessions of one scenario in equal states
/// go on in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub scene: SceneId,
    pub mind: Mind,
    /// The highest stage so far.
    pub peak: Stage,
    /// Where an interruption goes back to.
    pub(crate) resume: Option<SceneId>,
    pub(crate) turn: u16,
    pub(crate) needs: u64,
    pub(crate) flags: u128,
    pub(crate) broken_in: u64,
    pub(crate) shown: BehaviourSet,
    pub(crate) befores: u64,
    /// The minutes since the beginning, by the clock.
    pub(crate) elapsed: u32,
    /// For each entry of [`Scenario::sinces`] 0 where it never came about, else what [`Since`](crate::scenario::Since)
    /// keeps of how long ago that was.
    pub(crate) since: SmallVec<[u16; 4]>,
    pub(crate) taken: Bits,
    pub(crate) visits: Visits,
}

impl State {
    /// The state before the first scene is entered.
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let feelings = scenario.patient.feels;
        let stage = scenario.rubric.model.stage_at(feelings.agitation);
        let needs = scenario.patient.needs.len();
        Self {
            scene: scenario.start,
            mind: Mind::begin(Felt { feelings, stage }),
            peak: stage,
            resume: None,
            turn: 0,
            needs: if needs == 0 { 0 } else { u64::MAX >> (64 - needs.min(64)) },
            flags: 0,
            broken_in: 0,
            shown: BehaviourSet::default(),
            befores: 0,
            elapsed: 0,
            since: SmallVec::from_elem(0, scenario.sinces.len()),
            taken: Bits::with_room(scenario.choices.len()),
            visits: Visits::with_room(scenario.scenes.len()),
        }
    }

    /// Whether a need is still open.
    #[must_use]
    pub const fn need_open(&self, need: NeedId) -> bool {
        self.needs & (1 << need.index()) != 0
    }

    /// Whether any need is still open.
    #[must_use]
    pub const fn any_need_open(&self) -> bool {
        self.needs != 0
    }

    /// Whether a need that hurts is still open.
    #[must_use]
    pub fn hurts(&self, scenario: &Scenario) -> bool {
        let needs = scenario.patient.needs.iter().enumerate();
        needs.filter(|(_, need)| need.hurts).any(|(index, _)| self.needs & (1 << index) != 0)
    }

    #[must_use]
    pub const fn turns(&self) -> u16 {
        self.turn
    }

    /// Whether the current scene has been met before.
    #[must_use]
    pub(crate) fn has_been_here(&self) -> bool {
        self.visits.get(self.scene) > 1
    }

    /// What time it is; `None` in a scenario that does not run by the clock.
    #[must_use]
    pub fn clock(&self, scenario: &Scenario) -> Option<ClockTime> {
        scenario.clock_after(self.elapsed)
    }

    /// The key of a draw in the current scene.
    pub(crate) fn purpose(&self, scenario: &Scenario, kind: DrawKind) -> Purpose {
        Purpose { scene: scenario.scene(self.scene).draw_key, visit: self.visits.get(self.scene), kind }
    }

    pub(crate) const fn flag(&self, flag: FlagId) -> bool {
        self.flags & (1 << flag.index()) != 0
    }

    pub(crate) fn taken(&self, choice: ChoiceId) -> bool {
        self.taken.contains(choice.index())
    }
}
