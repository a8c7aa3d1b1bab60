//! Takes up an attempt that was left, from the library or from its scenario's prebrief.

use std::time::Duration;

use bevy::prelude::*;

use crate::app::app_data::AppData;
use crate::app::flow::Screen;
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::store::{LookedUp, Store};
use crate::records::saved_attempt::{Phase, SavedAttempt};
use crate::records::store::{ENDED_ELSEWHERE, PLAYED_ELSEWHERE};

/// Resumes the attempt at a scenario, by its id, where it was left, and opens its screen. It is resumed as it was kept last,
/// by whichever window; one that another window plays or has finished is not.
pub(super) fn resume(
    commands: &mut Commands,
    (data, store): (&mut AppData, &Store),
    notices: &mut Notices,
    next: &mut NextState<Screen>,
    id: &str,
    now: Duration,
) {
    let Some(scenario) = data.find(id) else { return };
    let Some(known) = data.kept.of(id) else { return };
    let saved = match store.look_up(known.identity.id) {
        Some(LookedUp::PlayedElsewhere) => {
            notices.push(PLAYED_ELSEWHERE);
            return;
        }
        Some(LookedUp::Gone) => {
            notices.push(ENDED_ELSEWHERE);
            data.kept.take(id);
            return;
        }
        Some(LookedUp::There(kept)) => SavedAttempt::read(&kept.saved).unwrap_or_else(|_| known.clone()),
        // What cannot be read now is known from before.
        None => known.clone(),
    };
    data.kept.take(id);
    data.left_library_by = None;
    let (play, problem) = Play::resume(scenario, saved, now);
    if let Some(problem) = problem {
        notices.push(problem);
    }
    next.set(match play.phase() {
        Phase::Talking => Screen::Conversation,
        Phase::Reflecting => Screen::Reflection,
        Phase::Debriefing => Screen::Debrief,
    });
    commands.insert_resource(play.with_file(data.file_of(id)));
}
