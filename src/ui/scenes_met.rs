//! What was to be seen and heard at each turn of a recorded conversation.

use std::sync::Arc;

use crate::scenario::Scenario;
use crate::session::{Chance, CurrentScene, Road, Session, Transcript};

/// Every scene as it was met, the last one included; as far as the record fits the scenario.
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
