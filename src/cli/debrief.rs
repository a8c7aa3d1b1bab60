//! The debrief of a conversation, with its score bounds and marks.

use std::num::NonZero;
use std::thread;

use crate::analysis::{ChanceModel, Limits, Roads, marks};
use crate::debrief::{self, Debrief};
use crate::session::{Chance, Session};

use super::failure::Failure;

/// The debrief of what was played. Its score bounds are those for the same seed; they are left open where there are too
/// many roads. Its marks are those of the scenario.
///
/// # Errors
/// Where the transcript does not fit its scenario, which playing rules out.
pub(super) fn of(session: &Session) -> Result<Debrief, Failure> {
    let (scenario, transcript) = (session.scenario(), session.transcript());
    let model = ChanceModel::Seeded(Chance::from_seed(transcript.seed));
    let bounds = Roads::explore(scenario, model, Limits::default()).and_then(|roads| roads.bounds()).ok();
    let debrief = debrief::debrief(scenario, transcript, bounds.as_ref())
        .map_err(|mismatch| Failure::failed("the conversation cannot be debriefed").because(mismatch))?;
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    Ok(Debrief { marks: marks(scenario, threads), ..debrief })
}
