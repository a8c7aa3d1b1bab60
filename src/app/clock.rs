//! The time to choose, where the trainee has turned timers on.

use std::time::Duration;

use bevy::prelude::*;
use bevy::time::Real;

use super::Step;
use super::play::Play;
use super::quiet::NextWake;
use super::screens::Screen;

pub(super) fn plugin(app: &mut App) {
    let timed = |play: Option<Res<Play>>| play.is_some_and(|play| play.is_timed());
    app.add_systems(Update, run.in_set(Step::Apply).run_if(in_state(Screen::Conversation)).run_if(timed));
}

/// The first frame after a pause brings the whole pause as its time: more than this is not the trainee's thinking.
const LONGEST_STEP: Duration = Duration::from_millis(1500);

fn run(time: Res<Time<Real>>, mut play: ResMut<Play>, mut wake: ResMut<NextWake>) {
    if let Some(next) = play.pass(time.delta().min(LONGEST_STEP), time.elapsed()) {
        wake.within(next);
    }
}
