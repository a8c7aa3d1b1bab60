//! The time to choose, where the trainee has turned timers on.

use std::time::Duration;

use bevy::prelude::*;

use super::Step;
use super::play::Play;
use super::screens::Screen;
use super::waker::Waker;

pub(super) fn plugin(app: &mut App) {
    let timed = |play: Option<Res<Play>>| play.is_some_and(|play| play.is_timed());
    app.add_systems(Update, run.in_set(Step::Apply).run_if(in_state(Screen::Conversation)).run_if(timed));
}

/// The first frame after a pause brings the whole pause as its time: more than this is not the trainee's thinking.
const LONGEST_STEP: Duration = Duration::from_millis(1500);

fn run(mut play: ResMut<Play>, mut wake: ResMut<Waker>) {
    if let Some(next) = play.pass(wake.step.min(LONGEST_STEP), wake.now) {
        wake.after(next);
    }
}
