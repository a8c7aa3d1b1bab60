//! Scenario + transcript → debrief.

use crate::scenario::Scenario;
use crate::session::{Lived, Transcript, Unfit};

use super::{Bounds, Debrief, Scores, outcomes, scores, survey, turns};

/// The debrief of a recorded conversation by a scenario and its rubric, which may be other versions
/// than those it was recorded with: road and feelings stay as they were lived, everything else
/// follows the scenario given. The hashes in the debrief are those of the scenario and rubric given.
///
/// # Errors
/// [`Unfit`] where the record speaks of a scene or choice that the scenario does not have.
pub fn debrief(scenario: &Scenario, transcript: &Transcript, bounds: Option<&Bounds>) -> Result<Debrief, Unfit> {
    let lived = Lived::look_up(scenario, transcript)?;
    let model = &scenario.rubric.model;
    let critical = scores::critical_acts(&lived);
    let scores = scores::scores(&lived, bounds);
    Ok(Debrief {
        scenario: scenario.id.clone(),
        scenario_hash: scenario.hash.clone(),
        rubric_hash: scenario.rubric.hash.clone(),
        seed: transcript.seed,
        ending: outcomes::ending(&lived),
        band: scores.band(model, &critical),
        passed: scores.pass(model),
        critical,
        patient: outcomes::patient(&lived),
        scores,
        opportunities: outcomes::opportunities(&lived),
        objectives: outcomes::objectives(&lived),
        survey: survey::survey(&lived),
        turning_points: turns::turning_points(&lived),
        turns: turns::turn_accounts(&lived),
    })
}

/// The scores alone, without their bounds.
///
/// # Errors
/// As [`debrief`].
pub fn rescore(scenario: &Scenario, transcript: &Transcript) -> Result<Scores, Unfit> {
    Lived::look_up(scenario, transcript).map(|lived| scores::scores(&lived, None))
}
