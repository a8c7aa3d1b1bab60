//! The clock of the window: asks for frames while something changes, and wakes the sleeping app when something is due.
//!
//! A thread of its own sleeps until then, because a changing wait in Bevy's settings draws a frame at every change.

#![allow(clippy::disallowed_methods, reason = "a clock is what this file is for")]

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::RequestRedraw;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use wgpu::DeviceType;

/// The time between two frames of a movement where the processor draws.
const SOFTWARE_FRAME: Duration = Duration::from_millis(32);

/// What time it is, and when the next frame is needed.
///
/// Bevy's own time is that of the frame drawn last: after a sleep it would be seconds late.
#[derive(Resource, Default)]
pub(in crate::app) struct Waker {
    started: Option<Instant>,
    /// How long ago the first frame was.
    pub(in crate::app) now: Duration,
    /// How long ago the frame before this one was.
    pub(in crate::app) step: Duration,
    due: Option<Duration>,
    clock: Option<Sender<Option<Instant>>>,
    /// Whether the clock has been told of a frame that is due.
    clock_is_set: bool,
    /// Whether the processor draws, so that every frame is dear.
    pub(in crate::app) software: bool,
}

impl Waker {
    /// Asks for a frame as soon as the screen (or a software renderer's processor) is ready for it.
    pub(in crate::app) fn next_frame(&mut self) {
        self.after(if self.software { SOFTWARE_FRAME } else { Duration::ZERO });
    }

    /// Asks for a frame at once, for what somebody waits for.
    pub(in crate::app) fn at_once(&mut self) {
        self.after(Duration::ZERO);
    }

    /// Asks for a frame so long after this one started, unless one is due earlier. What was asked for in the frame before
    /// is forgotten: nobody who is hidden meanwhile wakes the app.
    pub(in crate::app) fn after(&mut self, wait: Duration) {
        self.due = Some(self.due.map_or(wait, |due| due.min(wait)));
    }
}

/// In `Last`: what was asked for in this frame is passed on.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::app) struct ScheduleFrame;

/// Adds the waker.
pub(in crate::app) fn plugin(app: &mut App) {
    app.init_resource::<Waker>()
        .add_message::<RequestRedraw>()
        .add_systems(Startup, start_clock)
        .add_systems(First, update_time)
        .add_systems(Last, schedule_frame.in_set(ScheduleFrame));
}

/// Starts the thread that sleeps until a frame is due. Without a window there is nothing to wake.
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

/// Sleeps until the moment received last and then wakes the window, until either is gone.
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

/// Takes the time of this frame.
fn update_time(mut waker: ResMut<Waker>) {
    let waker = waker.bypass_change_detection();
    let now = waker.started.get_or_insert_with(Instant::now).elapsed();
    waker.step = now.saturating_sub(waker.now);
    waker.now = now;
}

/// Passes on what was asked for in this frame.
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
    fn the_moment_told_last_wakes_and_an_end_ends_it() {
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
