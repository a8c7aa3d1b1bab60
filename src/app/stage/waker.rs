//! Asks for frames while something moves, and wakes a sleeping window when something is due.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::RequestRedraw;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use wgpu::DeviceType;

use super::face::Mood;
use super::people::Patient;
use super::room::Room;
use super::view::{StageArea, StageVisible};

/// The time between two frames of a movement where the processor draws.
const SOFTWARE_FRAME: Duration = Duration::from_millis(33);

/// When the stage next needs a frame.
#[derive(Resource, Default)]
pub(super) struct Waker {
    due: Option<Duration>,
    clock: Option<Sender<Instant>>,
    /// Whether the processor draws, so that every frame is dear.
    pub(super) software: bool,
}

impl Waker {
    /// Asks for a frame as soon as the screen (or a software renderer's processor) is ready for it.
    pub(super) fn next_frame(&mut self) {
        self.after(if self.software { SOFTWARE_FRAME } else { Duration::ZERO });
    }

    /// Asks for a frame after so long, unless one is due earlier.
    pub(super) fn after(&mut self, wait: Duration) {
        self.due = Some(self.due.map_or(wait, |due| due.min(wait)));
    }
}

/// Adds the waker.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Waker>()
        .add_message::<RequestRedraw>()
        .add_systems(Startup, start_clock)
        .add_systems(Last, (catch_up.run_if(something_was_set), pass_on.run_if(resource_changed::<Waker>)).chain());
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
    let thread = std::thread::Builder::new().name("stage clock".into()).spawn(move || keep_time(&due, wake));
    waker.clock = thread.ok().map(|_| clock);
}

/// Sleeps until the earliest of the moments received and then wakes the window, until either is gone.
fn keep_time(due: &Receiver<Instant>, wake: impl Fn() -> bool) {
    let mut next: Option<Instant> = None;
    loop {
        let received = match next {
            None => due.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => due.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        match received {
            Ok(at) => next = Some(next.map_or(at, |next| next.min(at))),
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

/// Whether in this frame anything was set on the stage, maybe after the stage had done its work.
fn something_was_set(
    people: Query<(), Or<(Changed<Mood>, Changed<Patient>)>>,
    area: Res<StageArea>,
    visible: Res<StageVisible>,
    room: Res<Room>,
) -> bool {
    !people.is_empty() || area.is_changed() || visible.is_changed() || room.is_changed()
}

/// One more frame, so that what was set late is seen.
fn catch_up(mut waker: ResMut<Waker>) {
    waker.next_frame();
}

/// Passes on what was asked for in this frame.
fn pass_on(mut waker: ResMut<Waker>, mut redraw: MessageWriter<RequestRedraw>) {
    let waker = waker.bypass_change_detection();
    let Some(wait) = waker.due.take() else { return };
    match &waker.clock {
        Some(clock) if wait > Duration::ZERO && clock.send(Instant::now() + wait).is_ok() => {}
        _ => {
            redraw.write(RequestRedraw);
        }
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
    fn two_moments_close_together_wake_once_and_an_end_ends_it() {
        let (clock, due) = channel();
        let now = Instant::now();
        let sent = clock.send(now + Duration::from_millis(20)).and(clock.send(now + Duration::from_millis(10)));
        assert!(sent.is_ok());
        let woken = AtomicU8::new(0);
        keep_time(&due, || {
            woken.fetch_add(1, Ordering::Relaxed);
            false
        });
        assert_eq!(woken.load(Ordering::Relaxed), 1);
        drop(clock);
        keep_time(&due, || true);
    }
}
