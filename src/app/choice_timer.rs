//! Runs the timer of a scene, if the trainee has timers on, while they have its options before their eyes.

use std::time::Duration;

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowOccluded};

use super::flow::{Screen, Step};
use super::play::{Attention, Play, TimerState};
use super::waker::Waker;

/// The number of the scene whose options have all been in view.
#[derive(Resource, Debug, Default)]
pub(super) struct OptionsSeen(pub(super) Option<u64>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OptionsSeen>().add_message::<WindowOccluded>();
    // The scenes of another attempt have the same numbers.
    app.add_systems(OnEnter(Screen::Conversation), |mut seen: ResMut<OptionsSeen>| seen.0 = None);
    let timed = |play: Option<Res<Play>>| play.is_some_and(|play| play.is_timed());
    app.add_systems(Update, advance.in_set(Step::Apply).run_if(in_state(Screen::Conversation)).run_if(timed));
}

/// No longer than this counts as time to think between two frames: after a sleep of the computer the step is all of it.
const LONGEST_STEP: Duration = Duration::from_millis(1500);

fn advance(
    mut play: ResMut<Play>,
    mut wake: ResMut<Waker>,
    options_seen: Res<OptionsSeen>,
    windows: Query<&Window, With<PrimaryWindow>>,
    (mut occlusions, mut occluded): (MessageReader<WindowOccluded>, Local<bool>),
) {
    if let Some(last) = occlusions.read().last() {
        *occluded = last.occluded;
    }
    let here = !*occluded && windows.iter().all(|window| window.focused);
    let attention = Attention { options_seen: options_seen.0 == Some(play.scene_number()), here };
    // Passing time is nothing that has to be saved.
    let state = play.bypass_change_detection().advance_timer(wake.step.min(LONGEST_STEP), wake.now, attention);
    match state {
        TimerState::Paused => {}
        TimerState::Running(next) => wake.after(next),
        TimerState::Elapsed => {
            play.set_changed();
            wake.at_once();
        }
    }
}

#[cfg(test)]
mod tests {
    use bevy::state::app::StatesPlugin;

    use super::*;
    use crate::app::flow;
    use crate::app::play::tests::timed;
    use crate::ui::Settings;
    use crate::ui::conversation::{Overlay, Pace, TimeLeft, View};

    /// A way of being elsewhere, and what goes there and comes back.
    type Way<'a> = (&'a str, &'a dyn Fn(&mut App, bool));

    /// An app without a screen, with a window that has the keyboard, on a scene with a timer.
    fn app() -> (App, Entity) {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin, flow::plugin, plugin)).init_resource::<Waker>();
        let window = app.world_mut().spawn((Window::default(), PrimaryWindow)).id();
        app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Conversation);
        app.update();
        app.insert_resource(timed());
        (app, window)
    }

    /// The time left after this many seconds, each with a frame.
    fn after(app: &mut App, seconds: u32) -> TimeLeft {
        for _ in 0..seconds {
            app.world_mut().resource_mut::<Waker>().step = Duration::from_secs(1);
            app.update();
        }
        let play = app.world().resource::<Play>();
        play.conversation(Settings::default(), false).time.expect("a timer")
    }

    fn see_the_options(app: &mut App) {
        let scene = app.world().resource::<Play>().scene_number();
        app.world_mut().resource_mut::<OptionsSeen>().0 = Some(scene);
        // The frame in which it begins takes no time.
        after(app, 1);
    }

    #[test]
    fn a_timer_begins_when_every_option_of_its_own_scene_has_been_seen() {
        let (mut app, _) = app();
        let before = app.world().resource::<Play>().scene_number() - 1;
        app.world_mut().resource_mut::<OptionsSeen>().0 = Some(before);
        let at_first = after(&mut app, 5);
        assert_eq!((at_first.left, at_first.pace), (at_first.of, Pace::NotBegun));
        see_the_options(&mut app);
        assert_eq!(after(&mut app, 2), TimeLeft { left: at_first.of - 2, pace: Pace::Running, ..at_first });
    }

    #[test]
    fn what_was_seen_in_one_attempt_is_not_seen_in_the_next() {
        let (mut app, _) = app();
        see_the_options(&mut app);
        for screen in [Screen::Debrief, Screen::Conversation] {
            app.world_mut().resource_mut::<NextState<Screen>>().set(screen);
            app.insert_resource(timed());
            app.update();
        }
        assert_eq!(after(&mut app, 3).pace, Pace::NotBegun);
    }

    #[test]
    fn it_waits_while_the_trainee_is_elsewhere_and_that_time_does_not_count() {
        let (mut app, window) = app();
        see_the_options(&mut app);
        let before = after(&mut app, 1);
        let focus = |app: &mut App, focused| app.world_mut().get_mut::<Window>(window).expect("ours").focused = focused;
        let occlude = |app: &mut App, occluded| {
            app.world_mut().write_message(WindowOccluded { window, occluded });
        };
        let overlay = |app: &mut App, overlay| {
            app.world_mut().resource_mut::<Play>().set_view(View { overlay, ..View::default() });
        };
        let ways: [Way<'_>; 3] = [
            ("in another window", &|app, away| focus(app, !away)),
            ("with the window hidden", &|app, away| occlude(app, away)),
            ("with something open", &|app, away| {
                overlay(app, if away { Overlay::Transcript } else { Overlay::Nothing });
            }),
        ];
        for (how, go) in ways {
            go(&mut app, true);
            assert_eq!(after(&mut app, 9), TimeLeft { pace: Pace::Waiting, ..before }, "{how}");
            go(&mut app, false);
            assert_eq!(after(&mut app, 1), before, "{how}: the way back takes no time");
        }
        assert_eq!(after(&mut app, 1).left, before.left - 1);
    }
}
