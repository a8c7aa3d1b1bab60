//! Nothing is drawn while nothing changes.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

/// When the app wakes by itself. Each frame begins with none; whoever needs one asks again.
#[derive(Resource, Debug, Default)]
pub(super) struct NextWake(Option<Duration>);

impl NextWake {
    /// Asks for a frame after `wait`, or sooner; at once where `wait` is zero.
    pub(super) fn within(&mut self, wait: Duration) {
        self.0 = Some(self.0.map_or(wait, |sooner| sooner.min(wait)));
    }
}

/// Wakes the sleeping app at a set time. A thread of its own, because a changing wait in Bevy's
/// settings draws a frame at every change.
#[derive(Resource)]
struct Alarm(Sender<Instant>);

pub(super) fn plugin(app: &mut App) {
    let asleep = UpdateMode::reactive_low_power(Duration::MAX);
    app.insert_resource(WinitSettings { focused_mode: asleep, unfocused_mode: asleep });
    app.init_resource::<NextWake>();
    app.add_systems(Startup, set_up_alarm);
    app.add_systems(First, forget);
    app.add_systems(
        PreUpdate,
        drop_idle_modifiers.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
    );
    app.add_systems(Last, wake);
}

fn set_up_alarm(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) {
    let (sender, deadlines) = mpsc::channel::<Instant>();
    let proxy = (**proxy).clone();
    thread::spawn(move || {
        let mut next: Option<Instant> = None;
        loop {
            let wait = next.map_or(Duration::MAX, |at| at.saturating_duration_since(Instant::now()));
            match deadlines.recv_timeout(wait) {
                Ok(at) => next = Some(next.map_or(at, |sooner| sooner.min(at))),
                Err(RecvTimeoutError::Timeout) => {
                    next = None;
                    if proxy.send_event(WinitUserEvent::WakeUp).is_err() {
                        return;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
    commands.insert_resource(Alarm(sender));
}

fn forget(mut next: ResMut<NextWake>) {
    next.0 = None;
}

/// `bevy_egui` 0.42 tells egui every frame that the modifier keys changed, and egui asks for another
/// frame each time: without this the app never sleeps.
fn drop_idle_modifiers(mut inputs: Query<&mut EguiInput>, mut last: Local<egui::Modifiers>) {
    for mut input in &mut inputs {
        input.0.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => std::mem::replace(&mut *last, *modifiers) != *modifiers,
            _ => true,
        });
    }
}

/// Sets the alarm that was asked for.
fn wake(next: Res<NextWake>, alarm: Option<Res<Alarm>>, mut redraw: MessageWriter<RequestRedraw>) {
    match (next.0, alarm) {
        (Some(Duration::ZERO), _) | (Some(_), None) => {
            redraw.write(RequestRedraw);
        }
        // Where the alarm's thread is gone, the window is closing.
        (Some(wait), Some(alarm)) => drop(alarm.0.send(Instant::now() + wait)),
        (None, _) => {}
    }
}
