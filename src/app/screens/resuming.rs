//! Takes up an attempt that was left, from the library or from its scenario's prebrief.

use std::time::Duration;

use bevy::prelude::*;

use crate::app::app_data::AppData;
use crate::app::flow::Screen;
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::app::saved_attempt::Phase;

/// Resumes the attempt at a scenario, by its id, where it was left, and opens its screen.
pub(super) fn resume(
    commands: &mut Commands,
    data: &mut AppData,
    notices: &mut Notices,
    next: &mut NextState<Screen>,
    id: &str,
    now: Duration,
) {
    let Some(scenario) = data.find(id) else { return };
    let Some(saved) = data.kept.take(id) else { return };
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
