//! The timer of a scene: when the time is up, a choice is taken.

use std::time::Duration;

use crate::scenario::{ChoiceId, SceneContent};
use crate::ui::Settings;
use crate::ui::conversation::TimeLeft;

use super::Play;

/// What "more time" adds, in seconds.
pub(super) const MORE_TIME: u16 = 30;

/// A running timer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timer {
    pub(super) choice: ChoiceId,
    pub(super) of: u16,
    pub(super) left: Duration,
}

impl Timer {
    /// The time left, as the screen shows it.
    pub(super) fn time_left(self, paused: bool) -> TimeLeft {
        TimeLeft { left: u16::try_from(self.left.as_millis().div_ceil(1000)).unwrap_or(u16::MAX), of: self.of, paused }
    }
}

/// The state of the timer after time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum TimerState {
    /// No timer runs, or it is paused.
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
        })
    }

    /// Advances the timer, unless it is paused.
    pub(in crate::app) fn advance_timer(&mut self, by: Duration, now: Duration) -> TimerState {
        if self.conversation(Settings::default(), false).pauses_timer() {
            return TimerState::Paused;
        }
        let Some(timer) = &mut self.timer else { return TimerState::Paused };
        timer.left = timer.left.saturating_sub(by);
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
