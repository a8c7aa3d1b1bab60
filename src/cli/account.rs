//! The debrief of a conversation, with the best and the worst that any road could have scored.

use crate::debrief::{self, Debrief};
use crate::session::Session;

use super::failure::Failure;

/// The debrief of what was played.
///
/// # Errors
/// Where the transcript does not fit its scenario, which playing rules out.
pub(super) fn of(session: &Session) -> Result<Debrief, Failure> {
    let scenario = session.scenario();
    debrief::debrief(scenario, session.transcript(), None)
        .map_err(|unfit| Failure::failed("the conversation cannot be debriefed").because(unfit))
}
