//! The scenes of a recorded conversation, as they were seen and heard.

use std::sync::Arc;

use crate::scenario::Scenario;
use crate::session::{Chance, CurrentScene, Road, Session, Transcript};

/// Every scene that was met, the last one included, as far as the transcript fits the scenario.
#[must_use]
pub fn scenes_met(scenario: &Arc<Scenario>, transcript: &Transcript) -> Vec<CurrentScene> {
    let mut session = Session::begin(scenario.clone(), Chance::from_seed(transcript.seed));
    let mut met = vec![session.current_scene().clone()];
    for step in &Road::of(transcript).steps {
        if session.follow(step, None).is_err() {
            break;
        }
        met.push(session.current_scene().clone());
    }
    met
}
