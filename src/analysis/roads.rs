//! All roads of a scenario.

use std::sync::Arc;

use crate::scenario::Scenario;

use super::keys::Keys;
use super::liveness::{ChoiceDetail, Liveness};
use super::observables::Observables;
use super::relaxation::Relaxation;
use super::revisits::control_flow;
use super::{ChanceModel, Limits, TooLarge};

/// All roads of a scenario. All results are exact, and computed with the code that also runs play; where that would
/// exceed the limits, there is no result.
#[derive(Debug)]
pub struct Roads {
    pub(super) scenario: Arc<Scenario>,
    pub(super) chance_model: ChanceModel,
    pub(super) limits: Limits,
    pub(super) keys: Keys,
    pub(super) relaxation: Relaxation,
}

impl Roads {
    /// Explores the roads of a scenario.
    ///
    /// # Errors
    /// [`TooLarge`] where the limits are exceeded even with feelings left out.
    pub fn explore(scenario: &Arc<Scenario>, chance_model: ChanceModel, limits: Limits) -> Result<Self, TooLarge> {
        let too_large = TooLarge { states: limits.states };
        let flow = control_flow(scenario, &limits).ok_or(too_large)?;
        let (detail, observables) = (ChoiceDetail::Each, Observables::default());
        let liveness = Liveness::of(scenario, &flow, chance_model, detail, &observables, &limits).ok_or(too_large)?;
        let relaxation = Relaxation::of(scenario, &flow, &limits).ok_or(too_large)?;
        Ok(Self { scenario: scenario.clone(), chance_model, limits, keys: Keys::new(liveness), relaxation })
    }

    #[must_use]
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Which draws of chance are explored.
    #[must_use]
    pub const fn chance_model(&self) -> ChanceModel {
        self.chance_model
    }
}
