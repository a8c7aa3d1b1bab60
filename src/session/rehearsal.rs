//! A conversation that an author begins in the middle, to try a scene out. It is no attempt.

use std::sync::Arc;

use crate::rubric::Feelings;
use crate::scenario::{ClockTime, FlagId, NeedId, Scenario, SceneId};

use super::{Chance, Felt, Mind, Road, Session, State};

/// Where a rehearsal begins, and in which state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub scene: SceneId,
    /// The stage of agitation follows from them.
    pub feelings: Feelings,
    pub flags: Vec<FlagId>,
    pub needs: Vec<NeedId>,
    /// How many minutes of the scenario's clock have passed since the beginning; without effect in a scenario that does
    /// not run by the clock.
    pub elapsed: u32,
}

impl Opening {
    /// `scene`, in the state in which the conversation begins.
    #[must_use]
    pub fn of(scenario: &Scenario, scene: SceneId) -> Self {
        let needs = (0..scenario.patient.needs.len()).filter_map(NeedId::new).collect();
        Self { scene, feelings: scenario.patient.feels, flags: Vec::new(), needs, elapsed: 0 }
    }

    /// `scene`, in the state of a conversation under way.
    #[must_use]
    pub fn from_state(scenario: &Scenario, scene: SceneId, state: &State) -> Self {
        let flags = (0..scenario.flags.len()).filter_map(FlagId::new).filter(|&flag| state.flag(flag)).collect();
        let (feelings, elapsed) = (state.mind.feelings, state.elapsed);
        let mut opening = Self { feelings, flags, elapsed, ..Self::of(scenario, scene) };
        opening.needs.retain(|&need| state.need_open(need));
        opening
    }

    /// The same opening at a time of day: the first from the beginning on, so that a time before the beginning is
    /// tomorrow's. Without effect in a scenario that does not run by the clock.
    #[must_use]
    pub fn at(self, scenario: &Scenario, time: ClockTime) -> Self {
        Self { elapsed: scenario.clock.map_or(0, |begins| begins.until(time).into()), ..self }
    }

    /// What time it is; `None` in a scenario that does not run by the clock.
    #[must_use]
    pub fn clock(&self, scenario: &Scenario) -> Option<ClockTime> {
        scenario.clock_after(self.elapsed)
    }

    /// The same opening in another version of the scenario, at `scene` of that version. Flags and needs are matched by
    /// their ids; those that no longer exist are dropped. As many minutes have passed, wherever its clock begins.
    #[must_use]
    pub fn in_version(&self, before: &Scenario, now: &Scenario, scene: SceneId) -> Self {
        let flag = |flag: &FlagId| now.flags.iter().position(|id| *id == before.flags[flag.index()]);
        let need = |need: &NeedId| {
            let id = &before.patient.needs[need.index()].id;
            now.patient.needs.iter().position(|need| need.id == *id)
        };
        Self {
            scene,
            feelings: self.feelings,
            flags: self.flags.iter().filter_map(flag).filter_map(FlagId::new).collect(),
            needs: self.needs.iter().filter_map(need).filter_map(NeedId::new).collect(),
            elapsed: self.elapsed,
        }
    }
}

impl State {
    /// The state in which a rehearsal begins: nothing has been chosen, shown or met yet, so that however late it is,
    /// turns and minutes since a scene or a choice count from within the rehearsal. An interruption goes back to the first
    /// scene.
    #[must_use]
    pub fn opening(scenario: &Scenario, opening: &Opening) -> Self {
        let mut state = Self::new(scenario);
        let feelings = opening.feelings;
        state.mind = Mind::begin(Felt { feelings, stage: scenario.rubric.model.stage_at(feelings.agitation) });
        state.peak = state.mind.stage;
        state.flags = opening.flags.iter().fold(0, |flags, flag| flags | 1 << flag.index());
        state.needs = opening.needs.iter().fold(0, |needs, need| needs | 1 << need.index());
        state.elapsed = opening.elapsed;
        let place = scenario.interruptions.iter().position(|(scene, _)| *scene == opening.scene);
        match place {
            Some(place) => state.go(scenario, scenario.start, None, Some((Some(place), opening.scene))),
            None => state.go(scenario, opening.scene, None, None),
        }
        state
    }
}

impl Session {
    /// Begins a conversation in the middle.
    #[must_use]
    pub fn begin_at(scenario: Arc<Scenario>, chance: Chance, opening: &Opening) -> Self {
        let state = State::opening(&scenario, opening);
        Self::in_state(scenario, chance, state)
    }

    /// Begins at `opening` and plays the first `turn` turns of this conversation again, as far as they fit the
    /// scenario.
    #[must_use]
    pub fn rehearsed(&self, scenario: Arc<Scenario>, opening: &Opening, turn: usize) -> Self {
        let mut session = Self::begin_at(scenario, Chance::from_seed(self.transcript().seed), opening);
        for step in Road::of(self.transcript()).steps.iter().take(turn) {
            if session.follow(step, None).is_err() {
                break;
            }
        }
        session
    }
}
