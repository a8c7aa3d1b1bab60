//! The debrief of a conversation, with its marks and with what one takes home from it.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use crate::analysis::{WhatIf, marks, other_roads};
use crate::debrief::{self, Debrief};
use crate::scenario::Scenario;
use crate::session::Session;

use super::failure::Failure;

/// The debrief of what was played, with the marks of its scenario, and where other choices lead; that is `None` where
/// there are more roads than can be looked at.
///
/// # Errors
/// Where the transcript does not fit its scenario, which playing rules out.
pub(super) fn of(session: &Session) -> Result<(Debrief, Option<Vec<WhatIf>>), Failure> {
    let debrief = debrief::debrief(session.scenario(), session.transcript())
        .map_err(|mismatch| Failure::failed("the conversation cannot be debriefed").because(mismatch))?;
    let other_roads = other_roads(session).ok();
    Ok((completed(debrief, session.scenario(), other_roads.as_deref()), other_roads))
}

/// A debrief with the marks of its scenario, and with what one takes home where other choices lead there.
pub(super) fn completed(debrief: Debrief, scenario: &Arc<Scenario>, other_roads: Option<&[WhatIf]>) -> Debrief {
    let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let take_home = debrief.take_home(other_roads);
    Debrief { marks: marks(scenario, threads), take_home, ..debrief }
}
