//! The timer of a scene: when the time is up, a choice is taken.

use std::time::Duration;

use crate::scenario::{ChoiceId, SceneContent};
use crate::ui::Settings;
use crate::ui::conversation::{Pace, TimeLeft};

use super::Play;

/// What "more time" adds, in seconds.
pub(super) const MORE_TIME: u16 = 30;

/// The timer of a scene.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timer {
    pub(super) choice: ChoiceId,
    pub(super) of: u16,
    pub(super) left: Duration,
    /// Whether it has ever run.
    pub(super) begun: bool,
    /// Whether it ran when time passed last.
    running: bool,
}

impl Timer {
    /// The time left, as the screen shows it; it waits if the screen `pauses` it.
    pub(super) fn time_left(self, pauses: bool) -> TimeLeft {
        let pace = match (self.begun, self.running && !pauses) {
            (false, _) => Pace::NotBegun,
            (true, false) => Pace::Waiting,
            (true, true) => Pace::Running,
        };
        TimeLeft { left: u16::try_from(self.left.as_millis().div_ceil(1000)).unwrap_or(u16::MAX), of: self.of, pace }
    }
}

/// What a timer needs to know of the trainee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Attention {
    /// Whether every option of the scene has been in view.
    pub(in crate::app) options_seen: bool,
    /// Whether the window is in sight and has the keyboard.
    pub(in crate::app) here: bool,
}

/// The state of the timer after time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum TimerState {
    /// No timer runs: there is none, it has not begun, or it waits.
    Paused,
    /// It runs; the display changes next after this time.
    Running(Duration),
    /// The time is up, and its choice has been taken.
    Elapsed,
}

impl Play {
    /// The timer of the current scene, if timers are on and its choice is on offer.
    pub(super) fn timer_of_scene(&self) -> Option<Timer> {
        let SceneContent::Choices { timer: Some(timer), .. } = self.session.scene().content else { return None };
        let on_offer = self.session.current_scene().offer.contains(&timer.then);
        (self.setup.timers && on_offer).then(|| Timer {
            choice: timer.then,
            of: timer.seconds,
            left: Duration::from_secs(timer.seconds.into()),
            begun: false,
            running: false,
        })
    }

    /// Advances the timer. It begins when every option has been seen, and runs while the trainee is here. The time
    /// before it begins or goes on does not count.
    pub(in crate::app) fn advance_timer(&mut self, by: Duration, now: Duration, attention: Attention) -> TimerState {
        let Attention { options_seen, here } = attention;
        let pauses = self.conversation(Settings::default(), false).pauses_timer();
        let Some(timer) = &mut self.timer else { return TimerState::Paused };
        let ran = std::mem::replace(&mut timer.running, here && !pauses && (timer.begun || options_seen));
        if !timer.running {
            return TimerState::Paused;
        }
        timer.begun = true;
        if ran {
            timer.left = timer.left.saturating_sub(by);
        }
        if timer.left.is_zero() {
            let choice = timer.choice;
            self.choose_late(choice, now);
            return TimerState::Elapsed;
        }
        let to_the_second = Duration::from_nanos(u64::from(timer.left.subsec_nanos()));
        TimerState::Running(if to_the_second.is_zero() { Duration::from_secs(1) } else { to_the_second })
    }

    /// Whether there is a timer, running or paused.
    pub(in crate::app) const fn is_timed(&self) -> bool {
        self.timer.is_some()
    }

    pub(in crate::app) fn more_time(&mut self) {
        if let Some(timer) = &mut self.timer {
            timer.of = timer.of.saturating_add(MORE_TIME);
            timer.left += Duration::from_secs(MORE_TIME.into());
        }
    }
}
