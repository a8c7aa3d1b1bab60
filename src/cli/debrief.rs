//! The debrief of a conversation, with its marks and with what one takes home from it.

use std::num::NonZero;
use std::thread;

use crate::analysis::{WhatIf, marks, other_roads};
use crate::debrief::{self, Debrief};
use crate::session::Session;

use super::failure::Failure;

/// The debrief of what was played, with the marks of its scenario, and where other choices lead; that is `None` where
/// there are more roads than can be looked at.
///
/// # Errors
/// Where the transcript does not fit its scenario, which playing rules out.
pub(super) fn of(session: &Session) -> Result<(Debrief, Option<Vec<WhatIf>>), Failure> {
    let scenario = session.scenario();
    let debrief = debrief::debrief(scenario, session.transcript())
        .map_err(|mismatch| Failure::failed("the conversation cannot be debriefed").because(mismatch))?;
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let other_roads = other_roads(session).ok();
    let take_home = debrief.take_home(other_roads.as_deref());
    Ok((Debrief { marks: marks(scenario, threads), take_home, ..debrief }, other_roads))
}
