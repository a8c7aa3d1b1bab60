//! A conversation played from a list of choices, without writing anything on the way.

use crate::session::Session;

use super::failure::{Failure, refused, unreadable_input};
use super::input::Lines;
use super::options::{options_hint, pick};

/// Plays to the end; the rest of the input is not read.
///
/// # Errors
/// Where a line is not an option on offer, where the input ends before the conversation, and where it cannot be read.
pub(super) fn play(session: &mut Session, lines: &mut Lines<'_>) -> Result<(), Failure> {
    while !session.is_over() {
        let scene = session.scene().id.clone();
        let Some(entry) = lines.next_entry().map_err(unreadable_input)? else {
            let turns = super::scenarios::counted(session.transcript().turns.len(), "choice");
            let what = format!(
                "the input ended after {turns}, in the scene \u{201c}{scene}\u{201d}, before the conversation was over"
            );
            return Err(Failure::failed(what).hint(options_hint(session)));
        };
        let Some(choice) = pick(session, &entry.text) else {
            let what = format!(
                "line {} of the input, \u{201c}{}\u{201d}, is not on offer in the scene \u{201c}{scene}\u{201d}",
                entry.number, entry.text
            );
            return Err(Failure::failed(what).hint(options_hint(session)));
        };
        session.choose(choice, None).map_err(refused)?;
    }
    Ok(())
}
