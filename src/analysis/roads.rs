//! All roads of a scenario: what can be asked of them.

use std::sync::Arc;

use crate::scenario::{ChoiceId, Scenario};
use crate::session::{NoReasons, Road, RoadStep, State};

use super::best::BestRoads;
use super::graph::Edge;
use super::key::Keys;
use super::outline::Outline;
use super::relevant::{Also, Detail};
use super::{Chance, Limits, TooLarge};

/// All roads of a scenario. What is asked of them is found with the code that play runs, and exact;
/// where that would take more than the limits allow, it is not found at all.
#[derive(Debug)]
pub struct Roads {
    pub(super) scenario: Arc<Scenario>,
    pub(super) chance: Chance,
    pub(super) limits: Limits,
    pub(super) keys: Keys,
    pub(super) outline: Outline,
}

impl Roads {
    /// Looks at the roads of a scenario.
    ///
    /// # Errors
    /// [`TooLarge`] where there is more than the limits allow even with feelings left out.
    pub fn explore(scenario: &Arc<Scenario>, chance: Chance, limits: Limits) -> Result<Self, TooLarge> {
        let too_large = TooLarge { states: limits.states };
        let keys = Keys::of(scenario, chance, Detail::Each, &Also::default(), &limits).ok_or(too_large)?;
        let outline = Outline::of(scenario, &limits).ok_or(too_large)?;
        Ok(Self { scenario: scenario.clone(), chance, limits, keys, outline })
    }

    /// The scenario.
    #[must_use]
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Which draws of chance are looked at.
    #[must_use]
    pub const fn chance(&self) -> Chance {
        self.chance
    }

    /// The best road from a state: the choices with the highest Σ(e + c + d), ties by written order;
    /// empty where nothing is on offer. For several states of one seed, [`BestRoads`] remembers.
    ///
    /// # Errors
    /// [`TooLarge`] where more states would have to be looked at than the limits allow.
    pub fn best_from(&self, state: &State) -> Result<Vec<ChoiceId>, TooLarge> {
        BestRoads::new(self).from(state)
    }

    /// A road from the beginning as it is written down; with the draws, where every one was looked at.
    pub(super) fn road(&self, edges: &[Edge]) -> Road {
        let scenario = &self.scenario;
        let mut state = State::begin(scenario);
        let mut steps = Vec::with_capacity(edges.len());
        for edge in edges {
            let taken = state.take(scenario, edge.choice, &mut NoReasons);
            let (_, target) = taken.branch.to[edge.drawn];
            let by_chance = taken.branch.to.len() > 1 && self.chance == Chance::Any;
            let drawn = by_chance.then(|| scenario.scene(state.destination(target)).id.to_string());
            steps.push(RoadStep { drawn, ..RoadStep::choose(scenario.choice(edge.choice).id.as_str()) });
            state.arrive(scenario, target);
        }
        Road { steps }
    }
}
