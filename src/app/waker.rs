//! Requests frames while something changes, and wakes the sleeping app when a frame is due.
//!
//! A separate thread sleeps until then, because Bevy draws a frame whenever the wait in its settings changes.

#![allow(clippy::disallowed_methods, reason = "a clock is what this file is for")]

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::RequestRedraw;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use wgpu::DeviceType;

use crate::records::{DAY, DAY_AND_TIME, Timestamp};

/// The time between two frames of an animation with a software renderer.
const SOFTWARE_FRAME: Duration = Duration::from_millis(32);

/// The time, and when the next frame is needed.
///
/// Bevy's own time is that of the last frame: after a sleep it would be seconds late.
#[derive(Resource, Default)]
pub(in crate::app) struct Waker {
    started: Option<Instant>,
    /// The time since the first frame.
    pub(in crate::app) now: Duration,
    /// The time since the frame before this one.
    pub(in crate::app) step: Duration,
    due: Option<Duration>,
    clock: Option<Sender<Option<Instant>>>,
    /// Whether the clock thread is waiting for a frame that is due.
    clock_is_set: bool,
    /// Whether the renderer is in software, so that every frame is expensive.
    pub(in crate::app) software: bool,
}

impl Waker {
    /// Requests a frame as soon as the screen, or the software renderer, is ready for it.
    pub(in crate::app) fn next_frame(&mut self) {
        self.after(if self.software { SOFTWARE_FRAME } else { Duration::ZERO });
    }

    /// Requests a frame at once, for something that the user is waiting for.
    pub(in crate::app) fn at_once(&mut self) {
        self.after(Duration::ZERO);
    }

    /// Requests a frame after this time, unless one is due earlier. Requests hold for one frame only, so that nothing
    /// hidden keeps waking the app.
    pub(in crate::app) fn after(&mut self, wait: Duration) {
        self.due = Some(self.due.map_or(wait, |due| due.min(wait)));
    }
}

#[cfg(test)]
impl Waker {
    /// Whether a frame was requested since this was asked last.
    pub(in crate::app) fn was_requested(&mut self) -> bool {
        self.due.take().is_some()
    }
}

/// The date and the time of day.
pub(in crate::app) fn calendar() -> Timestamp {
    Timestamp::now()
}

/// The date here.
pub(in crate::app) fn today() -> Date {
    Zoned::now().date()
}

/// The date here of a moment, in words.
pub(in crate::app) fn date(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::system()).strftime(DAY).to_string()
}

/// The date and the time of day here of a moment, in words.
pub(in crate::app) fn date_and_time(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::system()).strftime(DAY_AND_TIME).to_string()
}

/// In `Last`: the frame requested in this one is scheduled.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::app) struct ScheduleFrame;

pub(in crate::app) fn plugin(app: &mut App) {
    app.init_resource::<Waker>()
        .add_message::<RequestRedraw>()
        .add_systems(Startup, start_clock)
        .add_systems(First, update_time)
        .add_systems(Last, schedule_frame.in_set(ScheduleFrame));
}

/// Starts the clock thread, unless there is no window to wake.
fn start_clock(
    mut waker: ResMut<Waker>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    adapter: Option<Res<RenderAdapterInfo>>,
) {
    waker.software = adapter.is_some_and(|adapter| adapter.device_type == DeviceType::Cpu);
    let Some(proxy) = proxy else { return };
    let (clock, due) = channel();
    let proxy = (**proxy).clone();
    let wake = move || proxy.send_event(WinitUserEvent::WakeUp).is_ok();
    let thread = std::thread::Builder::new().name("clock".into()).spawn(move || run_clock(&due, wake));
    waker.clock = thread.ok().map(|_| clock);
}

/// Sleeps until the moment received last and then wakes the window; returns when the sender is dropped or the window is
/// closed.
fn run_clock(due: &Receiver<Option<Instant>>, wake: impl Fn() -> bool) {
    let mut next: Option<Instant> = None;
    loop {
        let received = match next {
            None => due.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => due.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match received {
            Ok(at) => next = at,
            Err(RecvTimeoutError::Timeout) => {
                next = None;
                if !wake() {
                    return;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn update_time(mut waker: ResMut<Waker>) {
    let waker = waker.bypass_change_detection();
    let now = waker.started.get_or_insert_with(Instant::now).elapsed();
    waker.step = now.saturating_sub(waker.now);
    waker.now = now;
}

/// Schedules the frame that was requested in this one.
fn schedule_frame(mut waker: ResMut<Waker>, mut redraw: MessageWriter<RequestRedraw>) {
    let waker = waker.bypass_change_detection();
    let wait = waker.due.take();
    if wait.is_none() && !waker.clock_is_set {
        return;
    }
    let due = wait.filter(|wait| *wait > Duration::ZERO);
    let at = due.and_then(|wait| Some(waker.started? + waker.now + wait));
    let sent = waker.clock.as_ref().is_some_and(|clock| clock.send(at).is_ok());
    waker.clock_is_set = sent && at.is_some();
    if wait.is_some() && !waker.clock_is_set {
        redraw.write(RequestRedraw);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    #[test]
    fn the_earliest_request_counts() {
        let mut waker = Waker::default();
        waker.after(Duration::from_secs(4));
        waker.after(Duration::from_secs(2));
        waker.after(Duration::from_secs(9));
        assert_eq!(waker.due, Some(Duration::from_secs(2)));
    }

    #[test]
    fn the_last_moment_received_wakes_the_window_until_a_side_is_gone() {
        let (clock, due) = channel();
        let soon = Instant::now() + Duration::from_millis(10);
        let never = soon + Duration::from_hours(1);
        let sent = [Some(never), None, Some(never), Some(soon)].map(|at| clock.send(at).is_ok());
        assert_eq!(sent, [true; 4]);
        let woken = AtomicU8::new(0);
        run_clock(&due, || {
            woken.fetch_add(1, Ordering::Relaxed);
            false
        });
        assert_eq!(woken.load(Ordering::Relaxed), 1);
        drop(clock);
        run_clock(&due, || true);
        assert!(Instant::now() < never);
    }
}
