//! Forwards the requests of screen readers to the screens, and wakes the sleeping app for them.

use std::thread;
use std::time::Duration;

use bevy::a11y::{AccessibilityRequested, ActionRequest};
use bevy::prelude::*;
use bevy::winit::accessibility::WinitActionRequestHandlers;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::{EguiInput, EguiPreUpdateSet, PrimaryEguiContext, egui};

use super::waker::{ScheduleFrame, Waker};

/// The pause between two polls just after a request.
const SHORTEST_REST: Duration = Duration::from_millis(30);
/// The longest pause while a screen reader is in use.
const LONGEST_REST_IN_USE: Duration = Duration::from_millis(120);
/// The longest pause while none is.
const LONGEST_REST: Duration = Duration::from_millis(250);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostStartup, poll_requests);
    app.add_systems(Last, wake_for_request.before(ScheduleFrame));
    app.add_systems(PreUpdate, forward.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass));
}

/// Forwards requests to egui, which `bevy_egui` 0.42 does not do.
fn forward(mut requests: MessageReader<ActionRequest>, mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>) {
    for request in requests.read() {
        for mut input in &mut inputs {
            input.0.events.push(egui::Event::AccessKitActionRequest(request.0.clone()));
        }
    }
}

/// Bevy receives requests at the end of a frame; they are handled in the next, which has to be requested.
fn wake_for_request(mut requests: MessageReader<ActionRequest>, mut wake: ResMut<Waker>) {
    if requests.read().count() > 0 {
        wake.next_frame();
    }
}

/// Nothing in Bevy wakes a sleeping app when a screen reader is started or sends a request. This thread polls for both
/// without drawing anything.
fn poll_requests(
    requested: Res<AccessibilityRequested>,
    handlers: Res<WinitActionRequestHandlers>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    let requested = requested.clone();
    let queues: Vec<_> = handlers.values().cloned().collect();
    let proxy = (**proxy).clone();
    thread::spawn(move || {
        let (mut was_in_use, mut rest) = (false, SHORTEST_REST);
        loop {
            let in_use = requested.get();
            let is_pending = in_use && queues.iter().any(|queue| queue.lock().is_ok_and(|queue| !queue.is_empty()));
            if (is_pending || in_use != was_in_use) && proxy.send_event(WinitUserEvent::WakeUp).is_err() {
                return;
            }
            was_in_use = in_use;
            rest = next_rest(rest, is_pending, in_use);
            thread::sleep(rest);
        }
    });
}

/// Requests tend to come in quick succession, so the pause is short after one and then grows.
fn next_rest(last: Duration, is_pending: bool, in_use: bool) -> Duration {
    if is_pending {
        SHORTEST_REST
    } else {
        (last + last / 8).min(if in_use { LONGEST_REST_IN_USE } else { LONGEST_REST })
    }
}

#[cfg(test)]
mod tests {
    use std::iter::successors;
    use std::time::Duration;

    use super::{LONGEST_REST, LONGEST_REST_IN_USE, SHORTEST_REST, next_rest};

    #[test]
    fn looks_become_rare_while_nobody_asks() {
        for (in_use, longest) in [(true, LONGEST_REST_IN_USE), (false, LONGEST_REST)] {
            let rests: Vec<_> =
                successors(Some(SHORTEST_REST), |&rest| Some(next_rest(rest, false, in_use))).take(40).collect();
            assert!(rests.is_sorted());
            assert_eq!(rests.last(), Some(&longest));
            // For some seconds, but not minutes, the next request is answered quickly.
            let quick: Duration = rests.into_iter().take_while(|&rest| rest < longest).sum();
            assert!((Duration::from_millis(500)..Duration::from_secs(4)).contains(&quick), "{quick:?}");
        }
    }

    #[test]
    fn a_wish_brings_the_attention_back() {
        assert_eq!(next_rest(LONGEST_REST, true, true), SHORTEST_REST);
        assert_eq!(next_rest(LONGEST_REST, false, true), LONGEST_REST_IN_USE, "a screen reader that has just come");
    }
}
