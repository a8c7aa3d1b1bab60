//! The debrief of a conversation, with its marks.

use std::num::NonZero;
use std::thread;

use crate::analysis::marks;
use crate::debrief::{self, Debrief};
use crate::session::Session;

use super::failure::Failure;

/// The debrief of what was played, with the marks of its scenario.
///
/// # Errors
/// Where the transcript does not fit its scenario, which playing rules out.
pub(super) fn of(session: &Session) -> Result<Debrief, Failure> {
    let scenario = session.scenario();
    let debrief = debrief::debrief(scenario, session.transcript())
        .map_err(|mismatch| Failure::failed("the conversation cannot be debriefed").because(mismatch))?;
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    Ok(Debrief { marks: marks(scenario, threads), ..debrief })
}
