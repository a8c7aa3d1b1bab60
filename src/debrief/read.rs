//! Scenario + transcript → debrief.

use crate::scenario::Scenario;
use crate::session::{ResolvedTranscript, Transcript, TranscriptMismatch};

use super::{Debrief, Scores, TakeHome, other_weights, outcomes, scores, survey, turns};

/// The debrief of a recorded conversation by a scenario and its rubric, which may be other versions than it was
/// recorded with: road and feelings stay as recorded, everything else follows the scenario given. The hashes in the
/// debrief are those of the scenario and rubric given. Its marks are left open: `analysis` finds them.
///
/// # Errors
/// [`TranscriptMismatch`] where the record names a scene or choice that the scenario does not have.
pub fn debrief(scenario: &Scenario, transcript: &Transcript) -> Result<Debrief, TranscriptMismatch> {
    let resolved = ResolvedTranscript::resolve(scenario, transcript)?;
    let model = &scenario.rubric.model;
    let critical = scores::critical_acts(&resolved);
    let scores = scores::scores(&resolved);
    let decisions = scores::decisions(&resolved);
    let band = scores.band(model, decisions, &critical);
    let other_weights = other_weights::other_weights(&resolved, &critical, band);
    let moments = outcomes::moments(&resolved);
    let ending = outcomes::ending(&resolved);
    let turns = turns::turn_reports(&resolved);
    let known = Debrief {
        scenario: scenario.id.clone(),
        scenario_hash: scenario.hash.clone(),
        rubric_hash: scenario.rubric.hash.clone(),
        seed: transcript.seed,
        passed: scores.pass(model, decisions, ending.as_ref().map(|ending| ending.kind)),
        band,
        ending,
        decisions,
        critical,
        patient: outcomes::patient(&resolved),
        scores,
        marks: None,
        other_weights,
        moments_met: outcomes::moments_met(&moments),
        moments,
        objectives: outcomes::objectives(&resolved),
        survey: survey::survey(&resolved),
        take_home: TakeHome::default(),
        turning_points: turns::turning_points(model, &turns),
        turns,
    };
    Ok(Debrief { take_home: known.take_home(None), ..known })
}

/// The scores alone.
///
/// # Errors
/// As [`debrief`].
pub fn rescore(scenario: &Scenario, transcript: &Transcript) -> Result<Scores, TranscriptMismatch> {
    ResolvedTranscript::resolve(scenario, transcript).map(|resolved| scores::scores(&resolved))
}
