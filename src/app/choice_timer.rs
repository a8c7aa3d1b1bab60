//! Runs the timer of a scene, if the trainee has timers on.

use std::time::Duration;

use bevy::prelude::*;

use super::flow::{Screen, Step};
use super::play::{Play, TimerState};
use super::waker::Waker;

pub(super) fn plugin(app: &mut App) {
    let timed = |play: Option<Res<Play>>| play.is_some_and(|play| play.is_timed());
    app.add_systems(Update, advance.in_set(Step::Apply).run_if(in_state(Screen::Conversation)).run_if(timed));
}

/// The first frame after a pause has the whole pause as its step; no more than this counts as time to think.
const LONGEST_STEP: Duration = Duration::from_millis(1500);

fn advance(mut play: ResMut<Play>, mut wake: ResMut<Waker>) {
    // Passing time is nothing that has to be saved.
    match play.bypass_change_detection().advance_timer(wake.step.min(LONGEST_STEP), wake.now) {
        TimerState::Paused => {}
        TimerState::Running(next) => wake.after(next),
        TimerState::Elapsed => {
            play.set_changed();
            wake.at_once();
        }
    }
}
