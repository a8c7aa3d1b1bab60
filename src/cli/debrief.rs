//! The debrief of a conversation, with its score bounds.

use crate::analysis::{ChanceModel, Limits, Roads};
use crate::debrief::{self, Debrief};
use crate::session::{Chance, Session};

use super::failure::Failure;

/// The debrief of what was played. Its score bounds are those for the same seed; they are left open where there are too
/// many roads.
///
/// # Errors
/// Where the transcript does not fit its scenario, which playing rules out.
pub(super) fn of(session: &Session) -> Result<Debrief, Failure> {
    let (scenario, transcript) = (session.scenario(), session.transcript());
    let model = ChanceModel::Seeded(Chance::from_seed(transcript.seed));
    let bounds = Roads::explore(scenario, model, Limits::default()).and_then(|roads| roads.bounds()).ok();
    debrief::debrief(scenario, transcript, bounds.as_ref())
        .map_err(|mismatch| Failure::failed("the conversation cannot be debriefed").because(mismatch))
}
